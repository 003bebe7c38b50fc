// What administrators read of the settings in force.

export default {
  section: "Cài đặt",
  lead: "Những gì dịch vụ đang chạy với. Muốn đổi thì sửa biến môi trường của dịch vụ rồi khởi động lại. Các khóa bí mật không bao giờ được hiện.",
  groups: {
    service: "Dịch vụ",
    storage: "Cơ sở dữ liệu và thư mục",
    model: "Mô hình ngôn ngữ",
    mail: "Thư",
    sign_in: "Đăng nhập",
    limits: "Giới hạn",
  },
  variable: "Biến môi trường",
  value: "Đang dùng",
  default: "Mặc định",
  set: "đã đặt",
  notSet: "chưa đặt",
  empty: "để trống",
  on: "bật",
  off: "tắt",
  does: {
    MATCHMAKER_ADDRESS:
      "Địa chỉ mà mọi người dùng để vào, cho liên kết và cookie; để trống là `http://` cùng máy và cổng.",
    MATCHMAKER_HOST: "Địa chỉ mạng mà dịch vụ nghe.",
    MATCHMAKER_PORT: "Cổng mà dịch vụ nghe.",
    MATCHMAKER_TELEMETRY:
      "Nơi nhận dữ liệu OpenTelemetry (OTLP qua HTTP), `http://host:4318`; để trống thì không gửi gì. Cần gói thêm `otel`.",
    MATCHMAKER_RUN_JOBS:
      "Lệnh `serve` có tự chạy việc nền, gửi thư và việc định kỳ hay không; nếu không thì phải chạy `matchmaker worker`.",
    MATCHMAKER_LOG_FORMAT: "Dạng nhật ký máy: `console` cho người đọc, `json` cho máy đọc.",
    MATCHMAKER_LOG_LEVEL: "Mức thấp nhất của các dòng nhật ký được ghi.",
    MATCHMAKER_DEMONSTRATION:
      "Cho phép ai cũng vào thử bằng một lần bấm, với vai doanh nghiệp, viện trường hoặc ban tổ chức.",
    MATCHMAKER_TRUSTED_HOSTS:
      "Các máy khác, cách nhau bằng dấu phẩy, được gọi cả trong mạng nội bộ và không mã hóa.",
    MATCHMAKER_DATABASE_URL:
      "Địa chỉ cơ sở dữ liệu (SQLAlchemy); để trống là SQLite trong thư mục dữ liệu, `postgresql+psycopg://…` là PostgreSQL.",
    MATCHMAKER_DATA_FOLDER: "Thư mục chứa cơ sở dữ liệu, chỉ mục, tệp tải lên và những gì đã học.",
    MATCHMAKER_FONTS_FOLDER: "Thư mục phông chữ để in; chữ Trung, Nhật, Hàn cần gói `fonts-noto-cjk` của Debian.",
    MATCHMAKER_MODEL:
      "`default`, hoặc tên hay thư mục của một mô hình sentence-transformers; đổi thì mọi bài được mã hóa lại.",
    MATCHMAKER_MODELS_FOLDER:
      "Thư mục giữ các mô hình đã dựng; thư mục tương đối mà không có ở đây thì nằm trong thư mục dữ liệu.",
    MATCHMAKER_ENCODER:
      "`model`: bộ chạy nhanh nhất của mô hình; `openvino`: đúng bộ chạy đó; `hash`: bản thay thế không cần mô hình, để kiểm thử.",
    MATCHMAKER_THREADS: "Số luồng của bộ mã hóa; mọi việc khác dùng một luồng cho mỗi yêu cầu.",
    MATCHMAKER_MAIL_SERVER:
      "Máy chủ thư: `smtps://user:password@host:465`, hoặc `smtp://` với STARTTLS; để trống thì thư được ghi vào thư mục dữ liệu.",
    MATCHMAKER_MAIL_FROM: "Địa chỉ gửi thư; để trống là `matchmaker@` và tên máy của dịch vụ.",
    MATCHMAKER_SECRET:
      "Khóa ký cookie; để trống thì dịch vụ tự tạo trong thư mục dữ liệu. Nhiều máy chạy chung thì phải dùng chung một khóa.",
    MATCHMAKER_SIGN_IN_IDLE_HOURS: "Số giờ không dùng thì phiên đăng nhập hết.",
    MATCHMAKER_SIGN_IN_DAYS: "Số ngày mà phiên đăng nhập chắc chắn hết.",
    MATCHMAKER_SECOND_FACTOR:
      "Ai phải có xác thực hai bước: `administrators` (quản trị viên), `organisers` (thêm ban tổ chức) hoặc `everybody` (mọi người có mật khẩu).",
    MATCHMAKER_ACTING_AS_HEADER: "Tin tiêu đề `X-Acting-As` mà không cần đăng nhập: chỉ để phát triển và kiểm thử.",
    MATCHMAKER_ACTING_AS: "Yêu cầu không có tiêu đề đó là của ai, ở nơi tiêu đề được tin; nhận cùng các giá trị.",
    MATCHMAKER_MAX_BODY_BYTES: "Yêu cầu lớn nhất được nhận, tính bằng byte.",
    MATCHMAKER_REQUESTS_AT_ONCE:
      "Số yêu cầu mà một tiến trình nhận cùng lúc; quá số đó thì dịch vụ báo bận và hẹn thử lại.",
    MATCHMAKER_CONNECTIONS_AT_ONCE: "Số kết nối mà một tiến trình giữ mở cùng lúc; mỗi kết nối là một tệp mở.",
    MATCHMAKER_CALLS_PER_PERSON:
      "Số điểm mỗi phút của từng người đã đăng nhập; một yêu cầu thường là 1, tìm kiếm 10, xếp lịch hay báo cáo 120; 0 là không giới hạn.",
    MATCHMAKER_CALLS_PER_ADDRESS: "Như trên, cho tất cả những người chưa đăng nhập đến từ cùng một địa chỉ mạng.",
    MATCHMAKER_CASE_FILE_BYTES: "Tệp lớn nhất mà một hồ sơ hợp tác nhận, tính bằng byte.",
    MATCHMAKER_CASE_FILES: "Số tệp nhiều nhất của một hồ sơ hợp tác.",
    MATCHMAKER_CASE_FILE_KINDS: "Những loại tệp mà hồ sơ hợp tác nhận; tệp có macro luôn bị từ chối.",
    MATCHMAKER_MAX_IMPORT_ROWS: "Số dòng nhiều nhất trong một tệp nhập.",
    MATCHMAKER_KEEP_UPLOADS_DAYS: "Số ngày giữ tệp đã tải lên có dòng bị từ chối, sau khi nhập xong.",
  } as Record<string, string>,
};
