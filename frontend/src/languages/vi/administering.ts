/** What administrators change: other people's keys, organisations, the taxonomy. */
const administering = {
  tokens: "Khóa chương trình",
  tokensLead: "Khóa mà mọi người tạo cho chương trình của mình. Không ai đọc lại được khóa; thu hồi là chương trình dừng ngay và chủ khóa nhận thư báo.",
  findToken: "Tìm theo tên khóa, người hoặc địa chỉ",
  tokensFound: (count: number) => `${count} khóa`,
  noTokens: "Chưa ai tạo khóa nào.",
  forOrganisation: (name: string) => `cho ${name}`,
  addOrganisation: "Thêm đơn vị",
  addOrganisationLead: "Đơn vị do ban tổ chức thêm được coi là đã xác minh. Để có người vào làm việc, hãy mời họ ở trang của đơn vị.",
  added: "Đã thêm.",
  size: "Quy mô",
  notSaid: "chưa nêu",
  website: "Trang web",
  websiteHint: "Bắt đầu bằng https://",
};

export default administering;
