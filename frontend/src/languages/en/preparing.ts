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

export const pairRules: Words["pairRules"] = {
  lead: "Bring two organisations together though they did not choose each other, or keep them apart. Without a rule their answers decide.",
  meetingsStay:
    "Planning has begun. A rule counts from the next planning on; meetings against it are shown on the board.",
  count: (count) => (count ? many(count, "rule", "rules") : "No rules yet"),
  search: "Find among the rules",
  add: "A rule for a pair",
  change: "Change the rule",
  first: "First organisation, by name or posting",
  second: "Second organisation, by name or posting",
  kinds: { need: "need", technology: "technology" },
  rule: "Rule",
  rules: { add: "Should meet", forbid: "Must not meet" },
  must: "They must: placed before all others",
  need: "About the need",
  technology: "About the technology",
  expert: "With the expert",
  noMatter: "not said",
  note: "Note for organisers",
  again: "There is a rule for this pair; saving replaces it.",
  absent: (names) => `Not registered for this day: ${names}. The rule counts once they are.`,
};

export const venue: Words["venue"] = {
  lead: "Tap a table to change its name, place, video link or hours.",
  meetingsStay:
    "Planning has begun. New names and links show at once in everybody's agenda; meetings outside a table's hours are shown on the board.",
  name: "Name of the table",
  seats: "Seats",
  linkHint: "Only organisers and those who meet at this table see it.",
  hours: "Hours",
  hoursHint: "Left empty, it is used all day.",
  from: "Used from",
  until: "Used until",
  onlyFrom: (time) => `from ${time}`,
  onlyUntil: (time) => `until ${time}`,
  awayHint: "Choose the slots in which this table cannot be used.",
  awayIn: (count) => `not in ${many(count, "slot", "slots")}`,
  alike: (count) => `Same hours for ${many(count, "other table", "other tables")} here`,
};

export const slotsOf: Words["slotsOf"] = {
  lead: "Tap a slot to give it other hours. Meetings, absences and fixed parts in it move along.",
  starts: "Starts",
  ends: "Ends",
  others: (count) => `Also move the ${many(count, "slot", "slots")} after it on that day`,
  movesAlong: "Whoever has an agenda already sees the new time at once.",
  move: "Move",
  addTitle: "Add one slot",
  day: "Day",
  add: "Add this slot",
  removeDay: "Remove this day",
  goesToo: (names) => `These fixed parts have no other slot and go too: ${names}.`,
  removeAnyway: "Remove all the same, with what was said of it",
};

export const deleting: Words["deleting"] = {
  title: "Delete this session day",
  lead: "Possible while no organisation is registered and nothing was answered or planned. Otherwise close the day, with a reason.",
  remove: "Delete this session day",
  sure: (name) => `Delete “${name}” with its slots, rooms and tables? It cannot be brought back.`,
};
