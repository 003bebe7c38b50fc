export default {
  title: "Học từ câu trả lời và kết quả",
  lead: "Câu trả lời của hai bên và những gì thành sau cuộc gặp được dùng để hiệu chỉnh điểm. Bộ trọng số mới chỉ được dùng nếu nó tốt hơn trên những nhu cầu không tham gia vào việc học.",
  known: (needs: string, fits: string, misfits: string) =>
    `Đã biết: ${needs} nhu cầu, ${fits} cặp hợp, ${misfits} cặp không hợp.`,
  least: (needs: string, pairs: string) => `Cần ít nhất ${needs} nhu cầu và ${pairs} cặp mỗi loại.`,
  refit: "Học lại",
  refitText: "Tính lại tỉ lệ giữa nghĩa và từ, cùng xác suất của điểm, từ mọi câu trả lời đến nay.",
  goBack: (version: string) => `Trở về bộ trước (${version})`,
  inUse: "đang dùng",
  notInUse: "không còn dùng",
  notBetter: "không tốt hơn, không dùng",
  measured: (learned: string, measured: string) =>
    `Học trên ${learned} nhu cầu, đo trên ${measured} nhu cầu khác.`,
  before: "trước",
  after: "sau",
  order: "Thứ tự (nDCG@10, càng cao càng tốt)",
  error: "Sai số xác suất (Brier, càng thấp càng tốt)",
  distance: "Độ lệch hiệu chỉnh (càng thấp càng tốt)",
  axes: "Ngang: xác suất đã nói. Dọc: phần thật sự hợp.",
  chart: (points: string) => `Xác suất đã nói và phần thật sự hợp, sau khi học: ${points}`,
};
