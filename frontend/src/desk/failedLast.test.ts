import { expect, test } from "vitest";
import type { Job } from "../importing/requests";
import { failedLast } from "./failedLast";

let number = 100;
const job = (kind: string, state: Job["state"]) => ({ id: number--, kind, state }) as Job;
const kinds = (...jobs: Job[]) => failedLast(jobs).map((one) => one.kind);

test("a job that failed and was not made good since is told", () => {
  expect(kinds(job("rank", "failed"), job("rank", "done"), job("import", "done"))).toEqual(["rank"]);
});

test("what went well later, or failed before, is told no more than once", () => {
  expect(kinds(job("import", "done"), job("import", "failed"))).toEqual([]);
  expect(kinds(job("rank", "failed"), job("rank", "failed"))).toEqual(["rank"]);
});

test("while it is tried again the failure still stands", () => {
  expect(kinds(job("rank", "running"), job("rank", "failed"))).toEqual(["rank"]);
});
