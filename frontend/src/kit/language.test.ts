import { expect, test } from "vitest";
import { LANGUAGES, nameIn, speak } from "./language";

test("there is Vietnamese and English", () => {
  expect(LANGUAGES).toEqual({ en: "English", vi: "Tiếng Việt" });
});

test("an unknown language is Vietnamese", () => {
  expect(speak("xx").code).toBe("vi");
});

test("times are on the clocks of the event's zone", () => {
  expect(speak("en").clock("2027-05-20T08:30:00+07:00")).toBe("08:30");
});

test("days are in the reader's form", () => {
  const days = ["vi", "en"].map((code) => speak(code).day("2027-05-20"));

  expect(days).toEqual(["20/05/2027", "20 May 2027"]);
});

test("moments are in the same form, midnight among them", () => {
  const moments = ["vi", "en"].map((code) => speak(code).moment("2027-05-20T00:05:00+07:00"));

  expect(moments).toEqual(["00:05 20/05/2027", "20 May 2027, 00:05"]);
});

test("a range of money says its currency once", () => {
  expect(speak("vi").moneyRange(35_000_000, 180_000_000, "VND")).toBe("35 triệu – 180 triệu VND");
  expect(speak("en").moneyRange(null, 500, "USD")).toBe("up to 500 USD");
});

test("a name is in the other language where its own is missing", () => {
  expect(nameIn("en", { vi: "Viện", en: "" })).toBe("Viện");
});

test("names of languages begin small within a sentence where the reader writes them so", () => {
  const lists = ["vi", "en"].map((code) => speak(code).languageList(["vi", "en", "ko"]));

  expect(lists).toEqual(["Tiếng Việt, tiếng Anh và tiếng Hàn", "Vietnamese, English and Korean"]);
});
