import type vi from "../vi/onBoard";

const n = (value: number) => new Intl.NumberFormat("en-GB").format(value);

const onBoard: typeof vi = {
  wrong: (count) => `Wrong in this version (${n(count)})`,
  wrongHint: "Press a line to go to its meeting.",
  pinsConflict: "These pinned meetings cannot all stay; with one of them unpinned planning goes on.",
  makeRoom: "Move others, place it",
  replace: "Give up the other, place it",
  moreTables: "Add tables",
  people: "People and absences",
  moved: (count) => `Placed; ${n(count)} other ${count === 1 ? "meeting" : "meetings"} moved.`,
  against: (number) => `Compare with version ${n(number)}`,
  differs: (fresh, moved, gone) => `${n(fresh)} new · ${n(moved)} moved · ${n(gone)} cancelled`,
  same: "Nothing differs from the published version yet.",
  takeAway: "Take away",
  takeAwayText: "The agenda of the whole day, in the version that is shown.",
  noAddress: "no e-mail, to be told in person",
};

export default onBoard;
