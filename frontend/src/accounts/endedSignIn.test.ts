import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test } from "vitest";
import { endedSignIn, sendSignedIn, settle } from "./endedSignIn";
import { type Me, me } from "./me";

const LAN = { account: { id: 1, email: "lan@a.example" }, acting_as: "organisation:2" } as unknown as Me;
const NOBODY = { account: null, acting_as: "public" } as unknown as Me;
const original = globalThis.fetch;

/** A service of two answers: whether one is signed in, and that it takes nothing from those who are not. */
let signedIn: boolean;
let taken: string[];
beforeEach(() => {
  signedIn = true;
  taken = [];
  globalThis.fetch = async (asked) => {
    if (asked === "/api/me") return Response.json(signedIn ? LAN : NOBODY);
    if (!signedIn) return Response.json({ code: "not_your_organisation" }, { status: 403 });
    taken.push(await (asked as Request).text());
    return Response.json({});
  };
});
afterEach(() => {
  globalThis.fetch = original;
});

function page() {
  const client = new QueryClient();
  client.setQueryData(me.queryKey, LAN);
  return sendSignedIn(client);
}
const request = () => new Request("http://localhost/api/needs", { method: "POST", body: "typed" });
const asked = async () => {
  while (!endedSignIn.current()) await new Promise((resolve) => setTimeout(resolve, 1));
};

test("a request whose sign-in has ended waits, and is sent again with what was typed", async () => {
  signedIn = false;
  const answer = page()(request());
  await asked();

  signedIn = true;
  settle(true);

  expect((await answer).status).toBe(200);
  expect(taken).toEqual(["typed"]);
});

test("where nobody signs in again the refusal stands", async () => {
  signedIn = false;
  const answer = page()(request());
  await asked();

  settle(false);

  expect((await answer).status).toBe(403);
  expect(taken).toEqual([]);
});

test("requests that end together are asked about once", async () => {
  signedIn = false;
  const send = page();
  const answers = [send(request()), send(request())];
  await asked();
  await new Promise((resolve) => setTimeout(resolve, 20));

  signedIn = true;
  settle(true);

  expect((await Promise.all(answers)).map((answer) => answer.status)).toEqual([200, 200]);
  expect(endedSignIn.current()).toBeNull();
});

test("somebody who is signed in is refused without being asked", async () => {
  const send = page();
  const refusing = globalThis.fetch;
  globalThis.fetch = async (asked) =>
    asked === "/api/me" ? refusing(asked) : Response.json({ code: "organiser_only" }, { status: 403 });

  expect((await send(request())).status).toBe(403);
  expect(endedSignIn.current()).toBeNull();
});
