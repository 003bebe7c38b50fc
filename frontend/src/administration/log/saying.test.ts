import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fetchLanguage, LANGUAGES, speak } from "../../kit/language";
import { said, sayActor, sayValue } from "./saying";

const vi = speak("vi");
const say = (part: string, field: string, value: unknown) => sayValue(vi, part, field, value, (code) => `<${code}>`);

// What answers without changing anything leaves nothing in the log.
const CHANGE_NOTHING = [
  "accounts.show_invitation",
  "agenda.try_what_if",
  "events.propose_slots",
  "matching.check_need",
  "matching.check_technology",
  "matching.suggest_sectors",
];

test("the same state means another thing in another table", () => {
  expect([say("event", "phase", "open"), say("meeting_request", "state", "open")]).toEqual([
    "đang nhận đăng ký",
    "đang chờ bên kia",
  ]);
});

test("days, booleans, languages and sectors are in the reader's form", () => {
  const values = [
    say("event", "first_day", "2027-05-20"),
    say("event", "announced", false),
    say("event", "languages", ["vi", "en"]),
    say("event", "sectors", ["energy"]),
  ];

  expect(values).toEqual(["20/05/2027", "không", "Tiếng Việt và Tiếng Anh", "<energy>"]);
});

test("an organisation acts by its number, others by their role", () => {
  const actors = ["organisation:7", "organiser", "somebody:1"].map((actor) => sayActor(vi.words, actor));

  expect(actors).toEqual(["đơn vị 7", "ban tổ chức", "somebody:1"]);
});

test("what has no words is said as it stands there", () => {
  expect(say("elsewhere", "odd", "strange_code")).toBe("strange_code");
  expect(said({}, "agenda.unheard_of")).toBe("agenda.unheard_of");
  expect(say("job", "params", { seconds: 5 })).toBe('{\n "seconds": 5\n}');
});

test("every action that changes something has words in every language, and no other has", async () => {
  const written = readFileSync("src/kit/schema.ts", "utf-8").matchAll(/^ +(?:post|put|patch|delete): operations\["([^"]+)"\]/gm);
  const expected = [...written].map((found) => found[1] ?? "").filter((action) => !CHANGE_NOTHING.includes(action));
  const byJobsAndLinks = ["accounts.end_sign_in", "catalogue.import", "matching.prepare_reasons", "matching.switch_model"];

  for (const code of Object.keys(LANGUAGES)) {
    await fetchLanguage(code);
    expect(Object.keys(speak(code).words.audit.actions).sort()).toEqual([...new Set([...expected, ...byJobsAndLinks])].sort());
  }
});
