// Words of an organisation that registers itself for a session day.

const n = (value: number) => new Intl.NumberFormat("vi-VN").format(value);

export default {
  title: "Đăng ký của đơn vị bạn",
  registered: (people: number) => `Đã đăng ký, ${n(people)} người tham dự.`,
  notRegistered: "Đơn vị bạn chưa đăng ký.",
  until: (moment: string) => `Đăng ký, sửa và rút được đến ${moment}.`,
  refusedBy: {
    deadline_passed: (moment: string) =>
      `Đã hết hạn đăng ký lúc ${moment}. Nếu cần thay đổi, hãy liên hệ ban tổ chức.`,
    phase_refuses: (_moment: string) =>
      "Ngày kết nối đã qua giai đoạn đăng ký. Nếu cần thay đổi, hãy liên hệ ban tổ chức.",
  },
  first: "Ai đến dự?",
  register: "Đăng ký",
  another: "Thêm người tham dự",
  add: "Thêm",
  change: "sửa",
  changeOf: (name: string) => `Sửa thông tin của ${name}`,
  save: "Lưu",
  wishes: "Mong muốn của đơn vị",
  wish: {
    stand_in: "Đồng nghiệp có thể gặp thay nhau",
    repeat_meetings: "Muốn gặp lại cùng một đối tác lần thứ hai, nếu họ cũng muốn",
  },
  withdraw: "Rút đăng ký",
  withdrawSure: "Rút đăng ký của cả đơn vị? Đến hạn bạn vẫn đăng ký lại được.",
};
