import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { LanguageProvider } from "../kit/language";
import { entry, placement } from "./board.examples";
import { meetingsOf, rowsOfTables, type Slot } from "./board";
import { BoardGrid } from "./BoardGrid";

const SLOTS: Slot[] = [5, 6].map((id) => ({
  id,
  day: "2027-05-20",
  part: "morning",
  starts_at: `2027-05-20T0${id}:00:00+07:00`,
  ends_at: `2027-05-20T0${id}:30:00+07:00`,
}));
const TABLES = [1, 2].map((id) => ({
  id,
  name: `T${id}`,
  room_id: null,
  seats: 4,
  mode: "in_person" as const,
  video_link: null,
  used_from: null,
  used_until: null,
  away: [],
}));

Element.prototype.scrollIntoView = () => undefined;

function show(pinned = false) {
  const drop = vi.fn();
  const meetings = meetingsOf([entry("a")], [placement("a", { pinned })]);
  render(
    <LanguageProvider initial="en">
      <BoardGrid
        rows={rowsOfTables(TABLES, [], meetings, null)}
        slots={SLOTS}
        wrong={new Set()}
        changed={new Map()}
        selected={null}
        editable
        labelOf={() => ["Firm", "Institute"]}
        select={() => undefined}
        drop={(meeting, target) => drop(meeting.key, target)}
        preview={() => undefined}
        say={() => undefined}
      />
    </LanguageProvider>,
  );
  screen.getByRole("button", { name: /Firm/ }).focus();
  return drop;
}

test("a meeting is lifted, carried and put down by the keyboard", async () => {
  const drop = show();

  await userEvent.keyboard("{Enter}{ArrowRight}{ArrowDown}{Enter}");

  expect(drop.mock.calls).toEqual([["a", { slotId: 6, tableId: 2 }]]);
});

test("Escape leaves a meeting where it was", async () => {
  const drop = show();

  await userEvent.keyboard("{Enter}{ArrowRight}{Escape}{ArrowDown}");

  expect(drop.mock.calls).toEqual([]);
});

test("a pinned meeting cannot be lifted", async () => {
  const drop = show(true);

  await userEvent.keyboard("{Enter}{ArrowRight}{Enter}");

  expect(drop.mock.calls).toEqual([]);
});
