import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { organisations } from "../accounts/queries";
import { LanguageProvider } from "../kit/language";
import { unplaced } from "./queries";
import { Unplaced } from "./Unplaced";

const ITEM = { key: "p1-2", need_organisation_id: 1, technology_organisation_id: 2, must: false, blocked_by: { busy: 4 } };
const broken = (code: string) => ({ code, params: {} });

function show(change: { code: string }[], pins: string[] = []) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  const conflict = pins.length ? { keys: pins, broken: broken("person_away") } : null;
  client.setQueryData(organisations.queryKey, []);
  client.setQueryData(unplaced(5, 1).queryKey, { version: 1, items: [{ ...ITEM, change }], pin_conflict: conflict } as never);
  const done = vi.fn();
  render(
    <QueryClientProvider client={client}>
      <LanguageProvider initial="en">
        <Unplaced eventId={5} version={1} editable change={done} meetingName={(key) => `Meeting ${key}`} />
      </LanguageProvider>
    </QueryClientProvider>,
  );
  return done;
}

const press = (name: string) => userEvent.click(screen.getByRole("button", { name }));

test("a pair that lacks nothing is placed", async () => {
  const done = show([]);

  await press("Place it");

  expect(done.mock.calls).toEqual([[{ doing: "place", key: "p1-2", make_room: false }]]);
});

test("for a pair in whose way others are, they move with one click", async () => {
  const done = show([broken("busy")]);

  await press("Move others, place it");

  expect(done.mock.calls).toEqual([[{ doing: "place", key: "p1-2", make_room: true }]]);
});

test("where the pair meets about something else, it is said that this is given up", async () => {
  const done = show([broken("rival")]);

  await press("Give up the other, place it");

  expect(done.mock.calls[0]).toEqual([{ doing: "place", key: "p1-2", make_room: true }]);
});

test("pins that cannot all stay are named, and each can be taken off", async () => {
  const done = show([], ["p3-4"]);
  expect(screen.getByText("Meeting p3-4")).toBeTruthy();

  await press("Unpin");

  expect(done.mock.calls).toEqual([[{ doing: "unpin", key: "p3-4" }]]);
});
