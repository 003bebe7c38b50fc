import type vi from "../vi";

const learning: (typeof vi)["learning"] = {
  title: "Learning from answers and outcomes",
  lead: "What both sides answered and what came of their meetings adjusts the scores. New weights serve only if they are better on needs that had no part in learning.",
  known: (needs, fits, misfits) => `Known so far: ${needs} needs, ${fits} pairs that fit, ${misfits} that do not.`,
  least: (needs, pairs) => `At least ${needs} needs and ${pairs} pairs of either kind are needed.`,
  refit: "Learn anew",
  refitText: "Works out the shares of meaning and words, and the probability of a score, from all answers so far.",
  goBack: (version) => `Back to the former weights (${version})`,
  inUse: "in use",
  notInUse: "no longer in use",
  notBetter: "not better, not in use",
  measured: (learned, measured) => `Learned from ${learned} needs, measured on ${measured} others.`,
  before: "before",
  after: "after",
  order: "Order (nDCG@10, higher is better)",
  error: "Error of the probability (Brier, lower is better)",
  distance: "Calibration error (lower is better)",
  axes: "Across: probability that was said. Up: share that fits.",
  chart: (points) => `Probability that was said and share that fits, after learning: ${points}`,
};
export default learning;
