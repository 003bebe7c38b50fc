// Words of what was done to a draft, and of who was told of what was published.

const n = (value: number) => new Intl.NumberFormat("vi-VN").format(value);

export default {
  steps: (count: number) => `Các bước đã làm (${n(count)})`,
  stepsHint: "Trở về một bước là bản nháp như ngay sau bước ấy. Các bước sau đó vẫn lấy lại được, cho đến khi có thay đổi mới.",
  here: "đang ở đây",
  goTo: "Về bước này",
  undone: "đã hoàn tác",
  beginning: "Lúc đầu",
  doings: {
    place: "Xếp một cuộc gặp",
    move: "Dời một cuộc gặp",
    swap: "Đổi chỗ hai cuộc gặp",
    unplace: "Bỏ một cuộc gặp",
    pin: "Ghim",
    unpin: "Bỏ ghim",
    write: "Ghi cả bản nháp",
    solve: "Xếp lịch tự động",
  } as Record<string, string>,
  told: (number: number) => `Ai đã được báo bản ${n(number)}`,
  counts: (letters: number, left: number) =>
    left ? `${n(letters)} người qua thư, ${n(left)} người cần báo trực tiếp` : `${n(letters)} người qua thư, không còn ai phải báo`,
  nobody: "Không có ai được ghi lại.",
  letters: { waiting: "thư sắp đi", sent: "đã gửi thư", failed: "thư không đến được" } as Record<string, string>,
  calendar: "lịch điện thoại tự đổi theo",
  knows: "đã biết",
  markTold: "Đã báo",
};
