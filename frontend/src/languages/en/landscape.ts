import type vi from "../vi/landscape";

const n = (value: number) => new Intl.NumberFormat("en-GB").format(value);
const many = (count: number, one: string, more: string) => `${n(count)} ${count === 1 ? one : more}`;

const landscape: typeof vi = {
  short: "Map",
  title: "Map of supply and demand",
  lead: "Points that are near mean alike. Find themes for session days, needs that no technology solves yet, and technologies that nobody asks for.",
  map: (needs, technologies) =>
    `Map of ${many(needs, "need", "needs")} and ${many(technologies, "technology", "technologies")}`,
  views: { themes: "Themes", unmet: "Unmet needs", unasked: "Unasked technologies", visible: "In view" },
  view: "List",
  zoomIn: "Zoom in",
  zoomOut: "Zoom out",
  whole: "Whole map",
  legend: "Key",
  need: "need",
  technology: "technology",
  unmet: "unmet need",
  unasked: "unasked technology",
  counts: (needs, technologies) =>
    `${many(needs, "need", "needs")} · ${many(technologies, "technology", "technologies")}`,
  best: (share, title) => `nearest ${share}: ${title}`,
  noneNear: "nothing near",
  belowThreshold: (count, share) => `${many(count, "need has", "needs have")} no technology that reaches ${share}.`,
  unaskedBelow: (count, share) =>
    `${many(count, "technology has", "technologies have")} no need that reaches ${share}.`,
  outdated: "Newer postings are not ranked yet; this list changes with the next ranking.",
  inView: (count) => `${many(count, "posting", "postings")} in view`,
  empty: "The catalogue is empty; there is nothing to draw.",
  hint: "Drag to move; Ctrl and the wheel, or + and −, to zoom. Choose something in the list to see it on the map.",
  makeDay: "Open a session day on this theme",
};

export default landscape;
