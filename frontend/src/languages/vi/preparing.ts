// Words of what is fixed in a session day, of pairs, of its hours and tables, and of how it ends.

const n = (value: number) => new Intl.NumberFormat("vi-VN").format(value);

export const finder = {
  found: (count: number) => `${n(count)} kết quả; dùng phím mũi tên để chọn.`,
  nothing: "Không tìm thấy.",
};

export const fixedParts = {
  lead: "Khai mạc, ăn trưa, thăm doanh nghiệp: trong các khung giờ đó, những người tham gia không có cuộc gặp.",
  meetingsStay:
    "Lịch đã bắt đầu được xếp. Cuộc gặp đã nằm trong giờ của phần cố định không tự dời; bảng xếp lịch chỉ ra từng chỗ vướng.",
  count: (count: number) => (count ? `${n(count)} phần cố định` : "Chưa có phần cố định nào"),
  add: "Thêm phần cố định",
  change: "Sửa phần cố định",
  addThis: "Thêm",
  kind: "Loại",
  kinds: { plenary: "Phiên chung", company_visit: "Thăm doanh nghiệp", other: "Khác" } as Record<string, string>,
  when: "Trong những khung giờ nào",
  forAll: "Dành cho mọi người",
  who: "Tìm người hoặc đơn vị",
  whoHint: "Gõ vài chữ trong tên; chọn một đơn vị là thêm mọi người của đơn vị đó.",
  allOfThem: (count: number) => `cả đơn vị, ${n(count)} người`,
  people: (count: number) => `${n(count)} người tham gia`,
  everybody: "mọi người",
  more: (count: number) => `${n(count)} người khác`,
};

export const pairRules = {
  lead: "Đưa hai đơn vị đến với nhau dù họ chưa chọn nhau, hoặc giữ họ không gặp nhau. Không có quy tắc thì câu trả lời của họ quyết định.",
  meetingsStay:
    "Lịch đã bắt đầu được xếp. Quy tắc có hiệu lực từ lần xếp tới; cuộc gặp đã có mà trái quy tắc được chỉ ra trên bảng xếp lịch.",
  count: (count: number) => (count ? `${n(count)} quy tắc` : "Chưa có quy tắc nào"),
  search: "Tìm trong các quy tắc",
  add: "Quy tắc cho một cặp",
  change: "Sửa quy tắc",
  first: "Đơn vị thứ nhất, theo tên hoặc bài đăng",
  second: "Đơn vị thứ hai, theo tên hoặc bài đăng",
  kinds: { need: "nhu cầu", technology: "công nghệ" } as Record<string, string>,
  rule: "Quy tắc",
  rules: { add: "Cho gặp", forbid: "Không cho gặp" } as Record<string, string>,
  must: "Phải gặp: xếp trước mọi cặp khác",
  need: "Về nhu cầu",
  technology: "Về công nghệ",
  expert: "Chuyên gia cùng dự",
  noMatter: "không nêu",
  note: "Ghi chú cho ban tổ chức",
  again: "Cặp này đã có quy tắc; lưu là thay quy tắc cũ.",
  absent: (names: string) => `Chưa đăng ký ngày này: ${names}. Quy tắc có hiệu lực khi họ đăng ký.`,
};

export const venue = {
  lead: "Chạm vào một bàn để đổi tên, chỗ, đường dẫn video hoặc giờ dùng bàn.",
  meetingsStay:
    "Lịch đã bắt đầu được xếp. Tên mới và đường dẫn mới hiện ngay trong lịch của mọi người; cuộc gặp ngoài giờ dùng bàn được chỉ ra trên bảng xếp lịch.",
  name: "Tên bàn",
  seats: "Số chỗ",
  linkHint: "Chỉ ban tổ chức và những người gặp nhau ở bàn này thấy.",
  hours: "Giờ dùng bàn",
  hoursHint: "Bỏ trống là dùng cả ngày.",
  from: "Dùng từ",
  until: "Dùng đến",
  onlyFrom: (time: string) => `từ ${time}`,
  onlyUntil: (time: string) => `đến ${time}`,
  awayHint: "Chọn những khung giờ không dùng được bàn này.",
  awayIn: (count: number) => `nghỉ ${n(count)} khung giờ`,
  alike: (count: number) => `Cùng giờ cho ${n(count)} bàn khác ở đây`,
};

export const slotsOf = {
  lead: "Chạm vào một khung giờ để dời giờ. Cuộc gặp, lần vắng và phần cố định trong đó dời theo.",
  starts: "Bắt đầu",
  ends: "Kết thúc",
  others: (count: number) => `Dời cả ${n(count)} khung giờ sau trong ngày`,
  movesAlong: "Ai đã có lịch sẽ thấy giờ mới ngay.",
  move: "Dời giờ",
  addTitle: "Thêm một khung giờ",
  day: "Ngày",
  add: "Thêm khung giờ này",
  removeDay: "Bỏ ngày này",
  goesToo: (names: string) => `Các phần cố định sau không còn khung giờ nào khác nên cũng bị bỏ: ${names}.`,
  removeAnyway: "Vẫn bỏ, cả những gì đã ghi ở đó",
};

export const deleting = {
  title: "Xóa ngày này",
  lead: "Chỉ xóa được khi không đơn vị nào đang đăng ký và chưa có trả lời hay bản lịch nào. Nếu không, hãy kết thúc ngày này, kèm lý do.",
  remove: "Xóa ngày này",
  sure: (name: string) => `Xóa “${name}” cùng khung giờ, phòng và bàn của ngày ấy? Không lấy lại được.`,
};
