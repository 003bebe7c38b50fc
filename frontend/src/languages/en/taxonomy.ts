import type vi from "../vi/taxonomy";

const taxonomy: typeof vi = {
  lead: "What technologies and needs are filed under. Names and descriptions are shown everywhere; sectors are suggested by comparing a text with the descriptions.",
  readOnly: "Administrators change them.",
  code: "Code",
  codeHint: (top) => (top ? `Small letters and hyphens. It begins with ${top}. and stays for good.` : "Small letters and hyphens, such as blue-economy. It stays for good."),
  nameVi: "Vietnamese name",
  nameEn: "English name",
  descriptionVi: "Vietnamese description",
  descriptionEn: "English description",
  addTop: "Add a top sector",
  addLeaf: (top) => `Add a sector under ${top}`,
  add: "Add",
  added: "Added.",
  change: "Change",
  save: "Save",
  retire: "Retire",
  retireHint: "Nothing new is filed under it; what is filed there stays.",
  takeUp: "Take up again",
  remove: "Remove",
  sureRemove: (name) => `Remove ${name} for good?`,
  retired: "retired",
  ofHere: "added here",
  changed: "changed here",
};

export default taxonomy;
