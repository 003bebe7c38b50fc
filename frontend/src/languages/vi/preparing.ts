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
