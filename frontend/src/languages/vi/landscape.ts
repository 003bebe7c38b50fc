// Words of the map of both sides.

const n = (value: number) => new Intl.NumberFormat("vi-VN").format(value);

export default {
  short: "Bản đồ",
  title: "Bản đồ cung cầu",
  lead: "Điểm gần nhau là gần nghĩa. Tìm chủ đề cho ngày kết nối, những nhu cầu chưa công nghệ nào giải được, và những công nghệ chưa ai hỏi tới.",
  map: (needs: number, technologies: number) => `Bản đồ ${n(needs)} nhu cầu và ${n(technologies)} công nghệ`,
  views: { themes: "Chủ đề", unmet: "Nhu cầu chưa ai đáp ứng", unasked: "Công nghệ chưa ai cần", visible: "Trong khung nhìn" } as Record<string, string>,
  view: "Danh sách",
  zoomIn: "Phóng to",
  zoomOut: "Thu nhỏ",
  whole: "Cả bản đồ",
  legend: "Chú giải",
  need: "nhu cầu",
  technology: "công nghệ",
  unmet: "nhu cầu chưa ai đáp ứng",
  unasked: "công nghệ chưa ai cần",
  counts: (needs: number, technologies: number) => `${n(needs)} nhu cầu · ${n(technologies)} công nghệ`,
  best: (share: string, title: string) => `gần nhất ${share}: ${title}`,
  noneNear: "không có gì gần",
  belowThreshold: (count: number, share: string) => `${n(count)} nhu cầu không có công nghệ nào đạt ${share}.`,
  unaskedBelow: (count: number, share: string) => `${n(count)} công nghệ không có nhu cầu nào đạt ${share}.`,
  outdated: "Có bài mới chưa được xếp hạng; danh sách sẽ đổi sau lần xếp hạng tới.",
  inView: (count: number) => `${n(count)} bài trong khung nhìn`,
  empty: "Danh mục còn trống, chưa vẽ được bản đồ.",
  hint: "Kéo để di chuyển; Ctrl và con lăn, hoặc nút + và −, để phóng. Chọn một mục trong danh sách để thấy nó trên bản đồ.",
  makeDay: "Mở ngày kết nối về chủ đề này",
};
