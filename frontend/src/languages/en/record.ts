import type vi from "../vi/record";

const n = (value: number) => new Intl.NumberFormat("en-GB").format(value);

const record: typeof vi = {
  steps: (count) => `What was done (${n(count)})`,
  stepsHint: "Going to a step brings back the draft as it was right after it. Later steps can be had again until something new is changed.",
  here: "here",
  goTo: "Go to this step",
  undone: "undone",
  beginning: "Beginning",
  doings: {
    place: "A meeting placed",
    move: "A meeting moved",
    swap: "Two meetings swapped",
    unplace: "A meeting taken off",
    pin: "Pinned",
    unpin: "Unpinned",
    write: "The whole draft written",
    solve: "Planned by the planner",
  },
  told: (number) => `Who was told of version ${n(number)}`,
  counts: (letters, left) => `${n(letters)} by letter, ${left ? `${n(left)} to be told in person` : "nobody left to tell"}`,
  nobody: "Nobody is on record.",
  letters: { waiting: "letter on its way", sent: "letter sent", failed: "letter did not arrive" },
  calendar: "calendar follows by itself",
  knows: "knows",
  markTold: "Was told",
};

export default record;
