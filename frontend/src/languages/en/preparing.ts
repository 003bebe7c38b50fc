import type { Words } from "../vi";

const n = (value: number) => new Intl.NumberFormat("en-GB").format(value);
const many = (value: number, one: string, more: string) => `${n(value)} ${value === 1 ? one : more}`;

export const finder: Words["finder"] = {
  found: (count) => `${many(count, "result", "results")}; choose with the arrow keys.`,
  nothing: "Nothing found.",
};

export const fixedParts: Words["fixedParts"] = {
  lead: "Opening, lunch, company visits: in these slots those who take part have no meetings.",
  meetingsStay:
    "Planning has begun. Meetings that already stand in the time of a fixed part do not move by themselves; the board shows each of them.",
  count: (count) => (count ? many(count, "fixed part", "fixed parts") : "No fixed parts yet"),
  add: "Add a fixed part",
  change: "Change a fixed part",
  addThis: "Add",
  kind: "Kind",
  kinds: { plenary: "Plenary", company_visit: "Company visit", other: "Other" },
  when: "In which slots",
  forAll: "For everybody",
  who: "Find a person or an organisation",
  whoHint: "Type some letters of the name; choosing an organisation adds all its people.",
  allOfThem: (count) => `the whole organisation, ${many(count, "person", "people")}`,
  people: (count) => `${many(count, "person takes", "people take")} part`,
  everybody: "everybody",
  more: (count) => many(count, "more", "more"),
};
