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
  uses: {
    needs: (n) => (n === 1 ? "1 need" : `${n} needs`),
    technologies: (n) => (n === 1 ? "1 technology" : `${n} technologies`),
    events: (n) => (n === 1 ? "1 session day (its topics)" : `${n} session days (their topics)`),
    people: (n) => (n === 1 ? "1 person at session days (their subjects)" : `${n} people at session days (their subjects)`),
    targets: (n) => (n === 1 ? "1 target of a plan" : `${n} targets of plans`),
    partners: (n) => (n === 1 ? "1 source of a partner" : `${n} sources of partners`),
  },
  onlyPublished: "The catalogue shows what is published; drafts and what was withdrawn are counted here as well.",
  retired: "retired",
  ofHere: "added here",
  changed: "changed here",
};

export default taxonomy;
