/** The sectors as administrators edit them. */
const taxonomy = {
  lead: "Công nghệ và nhu cầu được xếp theo các lĩnh vực này. Tên và mô tả hiện ở mọi nơi; hệ thống gợi ý lĩnh vực bằng cách so văn bản với mô tả.",
  readOnly: "Chỉ quản trị viên sửa được.",
  code: "Mã",
  codeHint: (top: string | null) => (top ? `Chữ thường và dấu gạch nối, bắt đầu bằng ${top}. và không đổi về sau.` : "Chữ thường và dấu gạch nối, ví dụ blue-economy. Không đổi về sau."),
  nameVi: "Tên tiếng Việt",
  nameEn: "Tên tiếng Anh",
  descriptionVi: "Mô tả tiếng Việt",
  descriptionEn: "Mô tả tiếng Anh",
  addTop: "Thêm nhóm lĩnh vực",
  addLeaf: (top: string) => `Thêm lĩnh vực thuộc ${top}`,
  add: "Thêm",
  added: "Đã thêm.",
  change: "Sửa",
  save: "Lưu",
  retire: "Ngừng dùng",
  retireHint: "Không xếp bài mới vào đây nữa; bài đã xếp vẫn giữ nguyên.",
  takeUp: "Dùng lại",
  remove: "Xóa",
  sureRemove: (name: string) => `Xóa hẳn ${name}?`,
  retired: "ngừng dùng",
  ofHere: "thêm tại đây",
  changed: "đã sửa",
};

export default taxonomy;
