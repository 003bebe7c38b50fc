import { describe, expect, it } from "vitest";
import type { Kept } from "./outbox/store";
import { missing, personOfCode, withNoted } from "./presence";
import type { Day, Person } from "./queries";
import { stateOf } from "./states";

const person = (person_id: number, given: Partial<Person> = {}): Person => ({
  person_id,
  name: `Người ${person_id}`,
  role: "delegate",
  organisation_id: 1,
  organisation_vi: "",
  organisation_en: "",
  remote: false,
  here: false,
  said_at: null,
  next_at: null,
  next_table: null,
  ...given,
});
const day = (people: Person[]): Day =>
  ({ event_id: 7, people, here: 0, expected: people.length, meetings: [], now: "", name_vi: "", name_en: "", phase: "running", version: 1 });
const kept = (what: Kept["what"], subject: string, given: Partial<Kept> = {}): Kept => ({
  id: 1,
  what,
  subject,
  about: "",
  eventId: 7,
  method: "POST",
  path: "",
  body: {},
  saidBy: "1:0",
  ...given,
});

describe("who is there", () => {
  it("follows what was noted last and is not refused", () => {
    const noted = [
      kept("here", "1"),
      kept("here", "2"),
      kept("notHere", "2"),
      kept("here", "3", { refused: { code: "not_coming", params: {} } }),
      kept("here", "4", { eventId: 8 }),
    ];

    const shown = withNoted(day([person(1), person(2, { here: true }), person(3), person(4)]), noted);

    expect([shown.people.filter((one) => one.here).map((one) => one.person_id), shown.here]).toEqual([[1], 1]);
  });

  it("names the missing by their next meeting, and nobody who takes part by video", () => {
    const people = [
      person(1),
      person(2, { next_at: "2027-05-20T10:00:00+07:00" }),
      person(3, { next_at: "2027-05-20T09:00:00+07:00" }),
      person(4, { here: true }),
      person(5, { remote: true }),
    ];

    expect(missing(people).map((one) => one.person_id)).toEqual([3, 2, 1]);
  });

  it("names those of one time in the order of their names, and the tenth after the second", () => {
    const people = [person(1, { name: "Delegate 10" }), person(2, { name: "Delegate 2" }), person(3, { name: "An" })];

    expect(missing(people).map((one) => one.person_id)).toEqual([3, 2, 1]);
  });
});

it("knows a code however a scanner types it, and nothing else", () => {
  const code = `MM12${"BCFG".repeat(8)}`;

  expect([code, ` ${code.toLowerCase()}\r`, code.slice(1), "MM12", "Minh"].map(personOfCode)).toEqual([12, 12, null, null, null]);
});

it("shows of a meeting what was noted last", () => {
  const noted = [kept("held", "p1-2"), kept("notHeld", "p1-2"), kept("feedback", "p1-2"), kept("held", "p3-4", { eventId: 9 })];

  expect(["p1-2", "p3-4"].map((key) => stateOf(noted, 7, key))).toEqual(["not_held", undefined]);
});
