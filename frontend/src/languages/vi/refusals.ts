/** What the service refuses, by its codes. */
const refusals: Record<string, string> = {
  sign_in_wrong: "Thư điện tử hoặc mật khẩu không đúng.",
  too_little_to_learn_from: "Chưa đủ câu trả lời và kết quả để học.",
  no_former_weights: "Đang dùng bộ trọng số đầu tiên, không có bộ nào trước đó.",
  sign_in_needed: "Hãy đăng nhập trước.",
  not_allowed: "Tài khoản này không được làm việc đó.",
  password_wrong: "Mật khẩu hiện tại không đúng.",
  link_not_valid: "Liên kết này đã dùng rồi, đã hết hạn hoặc không đúng.",
  administrator_exists: "Dịch vụ đã có quản trị viên. Hãy đăng nhập.",
  email_taken: "Địa chỉ thư này đã có tài khoản.",
  no_demonstration: "Dịch vụ này không mở bản dùng thử.",
  organisation_missing: "Chưa có đơn vị nào cho vai trò này. Hãy nạp dữ liệu mẫu trước.",
  device_not_found: "Thiết bị này đã đăng xuất rồi.",
  other_site: "Yêu cầu đến từ một trang khác nên không được nhận.",
  tax_code_invalid: "Mã số thuế không đúng; hãy xem lại từng chữ số.",
  sole_owner: "Bạn là chủ duy nhất của một đơn vị. Hãy giao lại cho người khác trước.",
  sign_in_again: "Hãy đăng xuất, đăng nhập lại rồi làm ngay.",
  provider_not_found: "Cách đăng nhập này không còn dùng được.",
  domain_taken: "Tên miền thư này đã thuộc về đơn vị khác.",
  provider_refused: "Nhà cung cấp đăng nhập đã từ chối hoặc việc đăng nhập bị hủy. Hãy thử lại.",
  conflicting_change: "Có người vừa sửa cùng lúc. Hãy làm lại.",
};

export default refusals;
