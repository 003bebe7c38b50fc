import { expect, test } from "vitest";
import { asQuery, readCut, reportPath } from "./cut";

test("the last day counts too, also at the end of a month and of a year", () => {
  expect(asQuery({ from: "2026-10-01", to: "2026-10-31" })).toMatchObject({ from: "2026-10-01", to: "2026-11-01" });
  expect(asQuery({ to: "2026-12-31" }).to).toBe("2027-01-01");
});

test("what an address says in another form is left out", () => {
  expect(readCut({ event: "x1", sector: "<b>", kind: "king", from: "yesterday", by: "colour", region: "hai-phong" })).toEqual({
    region: "hai-phong",
  });
});

test("an address that says nothing asks for everything", () => {
  expect(Object.values(readCut({})).filter((value) => value !== undefined)).toEqual([]);
});

test("a report is of an event, or of a period with both its ends", () => {
  expect(reportPath({ event: 3, from: "2026-01-01" }, { form: "pdf" })).toBe("/api/reports?event_id=3&form=pdf");
  expect(reportPath({ from: "2026-01-01", to: "2026-03-31" }, { issuer: "Sở & ban" })).toBe(
    "/api/reports?from=2026-01-01&to=2026-04-01&issuer=S%E1%BB%9F+%26+ban",
  );
  expect(reportPath({ from: "2026-01-01" }, {})).toBeNull();
  expect(reportPath({ from: "2026-02-01", to: "2026-01-01" }, {})).toBeNull();
});
