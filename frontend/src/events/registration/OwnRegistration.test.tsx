import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Me, me } from "../../accounts/me";
import { LanguageProvider } from "../../kit/language";
import type { Event } from "../queries";
import { OwnRegistration } from "./OwnRegistration";

const LAN = { account: { name: "Lan", email: "lan@a.example" }, organisation_id: 2 } as unknown as Me;
const EVENT = { id: 5, refused: {}, registration_until: "2027-05-01T17:00:00+07:00" } as unknown as Event;
const PERSON = { id: 9, role: "delegate", organisation_id: 2, languages: ["vi"], remote: false };
const original = globalThis.fetch;

/** The service's one registration with its people, and the bodies it was sent. */
let people: { name: string }[] | null;
let refuses: string | null;
let sent: unknown[];
beforeEach(() => {
  [people, refuses, sent] = [null, null, []];
  globalThis.fetch = (asked) => answer(asked as Request);
});
afterEach(() => {
  globalThis.fetch = original;
});

async function answer(asked: Request): Promise<Response> {
  const { pathname } = new URL(asked.url);
  if (asked.method !== "GET") {
    if (refuses) return Response.json({ code: refuses }, { status: 409 });
    const body = asked.method === "DELETE" ? null : await asked.json();
    sent.push(body ?? asked.method);
    people = body ? (body.delegates ?? [...(people ?? []), body]) : null;
    return body ? Response.json({}, { status: 201 }) : new Response(null, { status: 204 });
  }
  if (pathname.endsWith("/people")) {
    const items = (people ?? []).map((one, place) => ({ ...PERSON, ...one, id: place + 1 }));
    return Response.json({ items, total: items.length });
  }
  if (!people) return Response.json({ code: "registration_not_found" }, { status: 404 });
  return Response.json({ organisation_id: 2, delegates: people.length, stand_in: true, repeat_meetings: false });
}

function open(event: Partial<Event> = {}) {
  const client = new QueryClient();
  client.setQueryData(me.queryKey, LAN);
  render(
    <QueryClientProvider client={client}>
      <LanguageProvider initial="en">
        <OwnRegistration event={{ ...EVENT, ...event }} organisationId={2} />
      </LanguageProvider>
    </QueryClientProvider>,
  );
}
const press = (name: string) => screen.findByRole("button", { name }).then((button) => userEvent.click(button));

test("whoever registers their organisation comes themselves unless they name another", async () => {
  open();

  await press("Register");

  expect(await screen.findByText("Registered with 1 person.")).toBeTruthy();
  expect(sent).toMatchObject([{ organisation_id: 2, delegates: [{ name: "Lan", email: "lan@a.example" }] }]);
});

test("a colleague is added, by video if they say so", async () => {
  people = [{ name: "Lan" }];
  open();

  await press("Add somebody");
  await userEvent.type(screen.getByLabelText("Name"), "Tuấn");
  await userEvent.click(screen.getByLabelText("by video"));
  await press("Add");

  expect(await screen.findByText("Registered with 2 people.")).toBeTruthy();
  expect(sent).toMatchObject([{ name: "Tuấn", email: null, remote: true, role: "delegate" }]);
});

test("a registration is withdrawn after asking once more", async () => {
  people = [{ name: "Lan" }];
  open();

  await press("Withdraw the registration");
  expect(sent).toEqual([]);
  await press("Withdraw the registration");

  expect(await screen.findByText("Your organisation is not registered yet.")).toBeTruthy();
  expect(sent).toEqual(["DELETE"]);
});

test("after the deadline there is a reason instead of a form", async () => {
  people = [{ name: "Lan" }];
  open({ refused: { register: "deadline_passed" } });

  expect(await screen.findByText(/^Registration closed on .*17:00/)).toBeTruthy();
  expect((await screen.findAllByRole("button")).map((one) => one.textContent)).toEqual(["away when"]);
});

test("a deadline that passes meanwhile is said where it refuses", async () => {
  refuses = "deadline_passed";
  open();

  await press("Register");

  expect((await screen.findByRole("alert")).textContent).toBe("The deadline has passed.");
});
