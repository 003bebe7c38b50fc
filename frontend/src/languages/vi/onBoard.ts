const n = (value: number) => new Intl.NumberFormat("vi-VN").format(value);

export default {
  wrong: (count: number) => `Chỗ chưa ổn trong bản này (${n(count)})`,
  wrongHint: "Bấm vào một dòng để đến cuộc gặp đó.",
  pinsConflict: "Các cuộc gặp đã ghim sau đây không thể cùng giữ nguyên; bỏ ghim một cuộc là xếp tiếp được.",
  makeRoom: "Dời cuộc khác, xếp vào",
  replace: "Bỏ cuộc kia, xếp vào",
  moreTables: "Thêm bàn",
  people: "Người và giờ vắng",
  moved: (count: number) => `Đã xếp; ${n(count)} cuộc gặp khác đổi chỗ.`,
  against: (number: number) => `So với bản ${n(number)}`,
  differs: (fresh: number, moved: number, gone: number) => `${n(fresh)} mới · ${n(moved)} đổi chỗ · ${n(gone)} hủy`,
  same: "Chưa khác gì bản đã công bố.",
  takeAway: "Tải về",
  takeAwayText: "Lịch của cả ngày, theo đúng bản đang xem.",
  noAddress: "không có e-mail, cần báo trực tiếp",
};
