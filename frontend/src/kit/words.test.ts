import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import vi from "../languages/vi";

/** The texts of all files below a folder whose path passes. */
function texts(folder: string, wanted: (path: string) => boolean): string {
  const inside = readdirSync(folder, { withFileTypes: true }).map((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? "" : texts(path, wanted);
    return wanted(path) ? readFileSync(path, "utf-8") : "";
  });
  return inside.join("\n");
}

const page = texts("src", (path) => /\.tsx?$/.test(path) && !/\.test\.|schema\.ts|languages/.test(path));
// Regions have whatever codes their postings have; rules about people are put together from their roles.
const ELSEWHERE = new Set(["regions", "rules"]);
// Codes by which words are looked up are the service's or the page's own.
const codes = page + texts("../matchmaker", (path) => /\.(py|toml)$/.test(path));
const isWritten = (pattern: string) => new RegExp(pattern).test(page);
const isCode = (name: string) => codes.includes(`"${name}"`) || codes.includes(`'${name}'`);

/** Taken out of its group by name, or out of a group that was taken out by name before. */
const isTaken = (group: string, name: string) =>
  isWritten(`\\b${group}\\.${name}\\b`) || isWritten(`\\{[^{}]*\\b${name}\\b[^{}]*\\} = (words\\.)?${group}\\b`);
const isLookedUp = (group: string) => isWritten(`\\b${group}\\[`) || isWritten(`\\bwords\\.${group}(?![.\\w])[^;\\n]{0,40}\\)\\[`);
const isHandedOn = (group: string) => isWritten(`\\.\\.\\.words\\.${group}\\b`);

function unsaidIn(group: string, words: object): string[] {
  if (isHandedOn(group) || ELSEWHERE.has(group)) return [];
  return Object.keys(words).filter((name) => !isTaken(group, name) && !(isLookedUp(group) && isCode(name)));
}

test("every word of the dictionary is said somewhere on the page", () => {
  const unsaid = Object.entries(vi).flatMap(([name, value]) => {
    if (!isTaken("(words|vi|language)", name)) return [name];
    const inner = typeof value === "object" && !Array.isArray(value) ? unsaidIn(name, value) : [];
    return inner.map((one) => `${name}.${one}`);
  });

  expect(unsaid).toEqual([]);
});
