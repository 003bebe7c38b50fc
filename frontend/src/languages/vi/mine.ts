/** One's own postings, and their review. */
const n = (value: number) => new Intl.NumberFormat("vi-VN").format(value);

export const mine = {
  title: "Bài đăng của tôi",
  lead: "Từng bài đang ở bước nào, đang chờ ai, và còn thiếu gì.",
  empty: "Chưa có bài nào. Hãy đăng bài đầu tiên, hoặc nhập cả bảng.",
  edit: "Sửa",
  remove: "Xóa",
  removeSure: "Xóa hẳn bản nháp này? Không lấy lại được.",
  returnedBecause: "Ban tổ chức đề nghị sửa:",
  waitsFor: { owner: "Chờ bạn", organiser: "Chờ ban tổ chức duyệt", nobody: "Không chờ ai" },
  states: {
    draft: "bản nháp",
    submitted: "chờ duyệt",
    published: "đã công bố",
    returned: "cần sửa",
    closed: "đã đóng",
    expired: "hết hiệu lực",
  },
  actions: {
    draft: "Rút về bản nháp",
    submitted: "Gửi duyệt",
    published: "Duyệt và công bố",
    returned: "Trả lại để sửa",
    closed: "Đóng bài",
    expired: "Hết hiệu lực",
  },
};

export const review = {
  title: "Duyệt bài",
  lead: "Bài chờ lâu nhất đứng đầu. Bài đã duyệt một lần thì chỉ ra những chỗ khác với bản trước.",
  empty: "Không có bài nào chờ duyệt.",
  queue: "Đang chờ",
  since: (moment: string) => `gửi ngày ${moment}`,
  added: "thêm",
  removed: "bỏ",
  firstTime: "Bài này được duyệt lần đầu.",
  changed: (count: number) => `Khác bản trước ở ${n(count)} chỗ`,
  unchanged: "Không khác bản trước.",
  publish: "Duyệt và công bố",
  sendBack: "Trả lại kèm lý do",
  reasons: "Cần sửa những gì?",
  own: "Lời nhắn riêng",
  ownHint: "Nói cụ thể cần sửa chỗ nào; bên đăng đọc được nguyên văn.",
  reasonNeeded: "Chọn hoặc viết ít nhất một lý do.",
  history: "Đã qua các bước",
  by: { organiser: "ban tổ chức", service: "hệ thống" } as Record<string, string>,
  byOwner: "bên đăng",
  quality: "Máy gợi ý",
  usual: {
    measure_missing: "Chưa nêu thế nào là đạt. Hãy thêm một con số có đơn vị và thời hạn.",
    too_general: "Còn chung chung. Hãy tả cụ thể chuyện gì đang xảy ra, ở đâu, mức độ nào.",
    advantage_unclear: "Chưa rõ hơn cách làm hiện nay ở điểm nào. Hãy so sánh bằng số liệu.",
    readiness_unclear: "Chưa rõ mức sẵn sàng (TRL) hoặc chưa có căn cứ.",
    contact_in_text: "Trong bài có số điện thoại hoặc địa chỉ liên hệ. Hãy bỏ đi; hai bên liên hệ qua hệ thống.",
    advertising: "Giọng văn quảng cáo. Hãy viết thông tin kiểm chứng được.",
    wrong_sector: "Chọn chưa đúng lĩnh vực.",
    duplicate: "Trùng với một bài đã có của đơn vị. Hãy sửa bài cũ thay vì đăng bài mới.",
  } as Record<string, string>,
  byItself: {
    changed_by_owner: "Bên đăng sửa bài đã công bố.",
    expired: "Đã qua ngày hiệu lực.",
    imported: "Nhập từ bảng.",
  } as Record<string, string>,
};

export const desk = {
  title: "Bàn làm việc",
  lead: "Những việc đang chờ bạn.",
  nothing: "Hiện không có việc nào chờ bạn.",
  toReview: (count: number) => `${n(count)} bài chờ duyệt`,
  toFinish: (count: number) => `${n(count)} bài của đơn vị chờ bạn sửa hoặc gửi`,
  received: (count: number) => `${n(count)} lời mời gặp chờ đơn vị trả lời`,
  nudges: (count: number) => `${n(count)} đơn vị chưa trả lời bên muốn gặp họ`,
  unmet: (count: number) => `${n(count)} nhu cầu chưa có công nghệ nào hợp`,
  failed: (kind: string) => `Việc nền không chạy được: ${kind}`,
  runsAgain: "đang chạy lại",
  until: (moment: string) => `trước ${moment}`,
  open: "Mở",
  nextDays: "Ngày kết nối",
};

export const requests = {
  title: "Lời mời gặp",
  lead: "Ai muốn gặp đơn vị, đơn vị muốn gặp ai, và phải trả lời trước khi nào.",
  empty: "Chưa có lời mời nào ở ngày kết nối này.",
  directions: { received: "Nhận được", sent: "Đã gửi", all: "Tất cả" } as Record<string, string>,
  waitsForYou: "chờ đơn vị trả lời",
  urgent: "bên kia rất muốn gặp",
  until: (moment: string) => `trả lời trước ${moment}`,
  ended: (moment: string) => `hết hạn ${moment}`,
  hoursLeft: (hours: number) => (hours < 1 ? "còn chưa đầy một giờ" : hours < 48 ? `còn ${n(hours)} giờ` : `còn ${n(Math.floor(hours / 24))} ngày`),
  noEvents: "Chưa có ngày kết nối nào.",
};

export const compare = {
  title: "So sánh ứng viên",
  lead: "Tối đa bốn ứng viên đứng cạnh nhau, cùng tiêu chí trên một hàng.",
  add: "So sánh",
  chosen: (count: number) => `So sánh ${n(count)} ứng viên`,
  least: "Hãy chọn từ hai ứng viên trở lên.",
  back: "Về danh sách",
  best: "tốt nhất",
  reason: "Câu hợp nhất",
  needed: "Bên cần",
};
