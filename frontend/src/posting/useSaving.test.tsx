import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Posting } from "../catalogue/queries";
import { contentOf, emptyContent } from "./content";
import { placeOf, recallWork } from "./keeping";
import { useSaving } from "./useSaving";

const place = (posting: number | null) => placeOf(1, 2, "need", posting);
const PLACE = place(7);
const TITLE = { language: null, field: "title" } as const;
const original = globalThis.fetch;

/** The service's one posting, and whether it can be reached. */
let stored: Posting;
let reachable: boolean;
let made: number;

const editing = { next_states: ["submitted"], waits_for: "owner", goes_back: false, findings: 0 };
function fresh(): Posting {
  const content = { ...emptyContent("need", "vi"), title: "Kho lạnh tốn điện" };
  return { ...content, kind: "need", id: 7, version: 1, organisation_id: 2, state: "draft", editing } as unknown as Posting;
}

async function answer(asked: Request): Promise<Response> {
  if (!reachable) throw new TypeError("no network");
  if (asked.method === "POST") {
    made += 1;
    if (made > 1) return Response.json({ code: "key_taken" }, { status: 409 });
    Object.assign(stored, await asked.json());
    return Response.json(stored, { status: 201 });
  }
  if (asked.method === "GET" && asked.url.includes("?")) return Response.json({ items: [stored], total: 1 });
  if (asked.method === "GET") return Response.json(stored);
  const { version, changes } = (await asked.json()) as { version: number; changes: object };
  if (version !== stored.version) return Response.json({ code: "version_stale" }, { status: 409 });
  stored = { ...stored, ...changes, version: version + 1 } as Posting;
  return Response.json(stored);
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  [stored, reachable, made] = [fresh(), true, 0];
  globalThis.fetch = (asked) => answer(asked as Request);
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  globalThis.fetch = original;
});

function open(posting: Posting | null) {
  const content = posting ? contentOf(posting) : emptyContent("need", "vi");
  const start = { content, base: posting && content, version: posting?.version ?? null, reference: "web-1" };
  return renderHook(() =>
    useSaving({ kind: "need", organisationId: 2, place, start, posting, made: () => undefined }),
  );
}
const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

test("what is typed arrives by itself soon after", async () => {
  const form = open(fresh());

  act(() => form.result.current.edit({ ...form.result.current.content, tried: "Đã thay đèn" }));
  await wait(3_000);

  expect(form.result.current.status).toBe("saved");
  expect(stored).toMatchObject({ tried: "Đã thay đèn", version: 2 });
  expect(recallWork(PLACE)).toBeNull();
});

test("without network it is kept here, and sent once there is one", async () => {
  const form = open(fresh());
  reachable = false;
  act(() => form.result.current.edit({ ...form.result.current.content, tried: "Đã thay đèn" }));
  await wait(3_000);
  expect(form.result.current.status).toBe("offline");
  expect(recallWork(PLACE)?.content.tried).toBe("Đã thay đèn");

  reachable = true;
  await wait(12_000);

  expect(form.result.current.status).toBe("saved");
  expect(stored).toMatchObject({ tried: "Đã thay đèn" });
});

test("changes of somebody else in other fields are taken over", async () => {
  const form = open(fresh());
  stored = { ...stored, version: 2, region: "hai-phong" } as Posting;

  act(() => form.result.current.edit({ ...form.result.current.content, tried: "Đã thay đèn" }));
  await wait(3_000);

  expect(form.result.current.content).toMatchObject({ tried: "Đã thay đèn", region: "hai-phong" });
  expect(stored).toMatchObject({ tried: "Đã thay đèn", region: "hai-phong", version: 3 });
});

test("where both changed the same field nothing is sent until one is chosen", async () => {
  const form = open(fresh());
  stored = { ...stored, version: 2, title: "Của người khác" } as Posting;
  act(() => form.result.current.edit({ ...form.result.current.content, title: "Của tôi", trl_min: 7 }));
  await wait(3_000);
  expect(form.result.current.conflict?.both).toEqual([TITLE]);
  expect(stored.title).toBe("Của người khác");

  act(() => form.result.current.decide([TITLE], false));
  await wait(1_000);

  expect(stored).toMatchObject({ title: "Của người khác", trl_min: 7, version: 3 });
  expect(form.result.current.status).toBe("saved");
});

test("of several places each is decided by itself, and then all is sent", async () => {
  const english = (title: string) => [{ language: "en", title }];
  stored = { ...stored, translations: english("Cold store") } as Posting;
  const form = open(stored);
  stored = { ...stored, version: 2, title: "Của người khác", translations: english("Freezer") } as Posting;
  const mine = { ...form.result.current.content, title: "Của tôi", translations: english("Chilled store") };
  act(() => form.result.current.edit(mine));
  await wait(3_000);

  act(() => form.result.current.decide([TITLE], true));
  expect(form.result.current.conflict?.both).toEqual([{ language: "en", field: "title" }]);
  expect(stored.version).toBe(2);
  act(() => form.result.current.decide([{ language: "en", field: "title" }], false));
  await wait(1_000);

  expect(stored).toMatchObject({ title: "Của tôi", translations: english("Freezer"), version: 3 });
  expect(form.result.current.status).toBe("saved");
});

test("a new posting whose answer was lost is not made twice", async () => {
  made = 1;
  const form = open(null);

  act(() => form.result.current.edit({ ...form.result.current.content, title: "Kho lạnh tốn điện, bản hai" }));
  Object.assign(stored, { key: "web-1" });
  await wait(3_000);

  expect(form.result.current.posting?.id).toBe(7);
  expect(stored.title).toBe("Kho lạnh tốn điện, bản hai");
});

test("what is published changes only when somebody says so", async () => {
  const published = { ...fresh(), state: "published", editing: { ...editing, goes_back: true } } as unknown as Posting;
  const form = open(published);

  act(() => form.result.current.edit({ ...form.result.current.content, tried: "Đã thay đèn" }));
  await wait(20_000);

  expect(stored.version).toBe(1);
  expect(recallWork(PLACE)?.content.tried).toBe("Đã thay đèn");
});

test("after the first save, what is unsent is kept under the posting's number and nowhere else", async () => {
  const form = open(null);
  act(() => form.result.current.edit({ ...form.result.current.content, title: "Kho lạnh tốn điện" }));
  expect(recallWork(place(null))?.content.title).toBe("Kho lạnh tốn điện");
  await wait(1_500);
  expect(recallWork(place(null))).toBeNull();

  reachable = false;
  act(() => form.result.current.edit({ ...form.result.current.content, title: "Kho lạnh tốn điện ban đêm" }));

  expect(recallWork(PLACE)?.content.title).toBe("Kho lạnh tốn điện ban đêm");
  expect(recallWork(place(null))).toBeNull();
});
