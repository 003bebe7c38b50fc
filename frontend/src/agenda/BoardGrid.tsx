import { DndContext, DragOverlay, PointerSensor, useSensor, useSensors } from "@dnd-kit/core";
import { type KeyboardEvent, memo, type RefObject, useDeferredValue, useRef, useState } from "react";
import { useSpeech } from "../kit/language";
import { type Cell, type Meeting, type Row, type Slot, stepTo, type Target } from "./board";
import { Liftable } from "./Liftable";

interface Given {
  rows: Row[];
  slots: Slot[];
  wrong: ReadonlySet<string>;
  /** What became of a meeting since the last published version, where that is shown. */
  changed: ReadonlyMap<string, string>;
  selected: string | null;
  editable: boolean;
  labelOf: (meeting: Meeting) => [string, string];
  select: (key: string) => void;
  drop: (meeting: Meeting, target: Target, on: Meeting | undefined) => void;
  preview: (meeting: Meeting, target: Target, on: Meeting | undefined) => void;
  say: (text: string) => void;
}

// The board says itself, in the reader's language, what happens.
const SILENT = {
  announcements: {
    onDragStart: () => undefined,
    onDragOver: () => undefined,
    onDragEnd: () => undefined,
    onDragCancel: () => undefined,
  },
};

const NO_ROWS: Row[] = [];

/** Slots across, tables or people down. Meetings are moved by pointer, or lifted and carried by the keyboard. */
export function BoardGrid(all: Given) {
  // Hundreds of meetings are drawn in small pieces, between which the page still answers.
  const rows = useDeferredValue(all.rows, NO_ROWS);
  const given = { ...all, rows };
  const { slots, editable } = given;
  const { words, clock, weekday } = useSpeech();
  const grid = useRef<HTMLTableElement>(null);
  const over = useRef<HTMLElement | null>(null);
  const lifted = useRef<Meeting | null>(null);
  const [dragged, setDragged] = useState<Meeting | null>(null);
  const keys = useCarrying(given, grid);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 6 } }));
  const find = (cell: HTMLElement | null) => {
    const row = rows[Number(cell?.dataset.row)];
    const slot = slots[Number(cell?.dataset.column)];
    if (!row || !slot) return null;
    return { target: { slotId: slot.id, tableId: row.tableId }, on: row.cells.get(slot.id)?.[0] };
  };
  // One look under the pointer instead of a droppable for each cell: hundreds of them would slow every move.
  const hover = (x: number, y: number) => {
    const cell = document.elementsFromPoint(x, y).find((one) => one instanceof HTMLElement && one.dataset.column) ?? null;
    if (cell === over.current) return;
    over.current?.classList.remove("over");
    over.current = cell as HTMLElement | null;
    over.current?.classList.add("over");
    const found = find(over.current);
    if (dragged && found && found.on?.key !== dragged.key) given.preview(dragged, found.target, found.on);
  };
  const lift = (chip: HTMLElement) => {
    const cell = chip.closest<HTMLElement>("[data-column]");
    const slot = slots[Number(cell?.dataset.column)];
    const here = (slot && rows[Number(cell?.dataset.row)]?.cells.get(slot.id)) ?? [];
    lifted.current = here.find((meeting) => meeting.key === chip.dataset.key) ?? null;
    return editable && lifted.current !== null && !lifted.current.pinned;
  };
  const end = () => {
    const found = find(over.current);
    over.current?.classList.remove("over");
    if (dragged && found && found.on?.key !== dragged.key) given.drop(dragged, found.target, found.on);
    over.current = null;
    setDragged(null);
  };
  const days = [...new Set(slots.map((slot) => slot.day))];
  return (
    <DndContext
      sensors={sensors}
      accessibility={SILENT}
      onDragStart={() => setDragged(lifted.current)}
      onDragMove={({ activatorEvent, delta }) => {
        const from = activatorEvent as PointerEvent;
        hover(from.clientX + delta.x, from.clientY + delta.y);
      }}
      onDragEnd={end}
      onDragCancel={() => {
        over.current?.classList.remove("over");
        over.current = null;
        setDragged(null);
      }}
    >
      <Liftable what="[data-key]" lift={lift}>
        <table className="board" ref={grid} aria-label={words.board}>
          <thead>
            {days.length > 1 && (
              <tr>
                <td />
                {days.map((date) => (
                  <th key={date} scope="colgroup" colSpan={slots.filter((slot) => slot.day === date).length}>
                    {weekday(date)}
                  </th>
                ))}
              </tr>
            )}
            <tr>
              <td />
              {slots.map((slot) => (
                <th key={slot.id} scope="col">
                  {clock(slot.starts_at)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <BoardRow
                key={row.id}
                row={row}
                place={place}
                slots={slots}
                wrong={given.wrong}
                changed={given.changed}
                selected={hasKey(row, given.selected) ? given.selected : null}
                dragged={hasKey(row, dragged?.key) ? (dragged?.key ?? null) : null}
                target={keys.target?.row === place ? keys.target.column : null}
                labelOf={given.labelOf}
                select={given.select}
                onKeyDown={keys.onKeyDown}
              />
            ))}
          </tbody>
        </table>
      </Liftable>
      <DragOverlay dropAnimation={null}>
        {dragged && <div className="meeting dragged">{given.labelOf(dragged).join(" · ")}</div>}
      </DragOverlay>
    </DndContext>
  );
}

const hasKey = (row: Row, key: string | null | undefined) =>
  key != null && [...row.cells.values()].some((meetings) => meetings.some((meeting) => meeting.key === key));

type OnKey = (event: KeyboardEvent, meeting: Meeting, at: Cell) => void;

interface RowGiven extends Pick<Given, "slots" | "wrong" | "changed" | "selected" | "labelOf" | "select"> {
  row: Row;
  place: number;
  dragged: string | null;
  target: number | null;
  onKeyDown: OnKey;
}

const BoardRow = memo(function BoardRow(given: RowGiven) {
  const { row, place, slots, target } = given;
  return (
    <tr>
      <th scope="row">
        {row.name}
        {row.note && <span className="hint">{row.note}</span>}
      </th>
      {slots.map((slot, column) => (
        <td key={slot.id} data-row={place} data-column={column} className={target === column ? "over" : undefined}>
          {(row.cells.get(slot.id) ?? []).map((meeting) => (
            <Chip
              key={meeting.key}
              meeting={meeting}
              at={{ row: place, column }}
              wrong={given.wrong.has(meeting.key)}
              changed={given.changed.get(meeting.key)}
              selected={given.selected === meeting.key}
              away={given.dragged === meeting.key}
              labelOf={given.labelOf}
              select={given.select}
              onKeyDown={given.onKeyDown}
            />
          ))}
        </td>
      ))}
    </tr>
  );
});

interface ChipGiven extends Pick<RowGiven, "labelOf" | "select" | "onKeyDown"> {
  meeting: Meeting;
  at: Cell;
  wrong: boolean;
  changed: string | undefined;
  selected: boolean;
  away: boolean;
}

function Chip(given: ChipGiven) {
  const { meeting, wrong, changed, selected } = given;
  const { words } = useSpeech();
  const [first, second] = given.labelOf(meeting);
  const marks = `${wrong ? " wrong" : ""}${selected ? " selected" : ""}${meeting.pinned ? " pinned" : ""}${changed ? ` changed-${changed}` : ""}`;
  return (
    <button
      type="button"
      className={`meeting${marks}${given.away ? " away" : ""}`}
      aria-pressed={selected}
      data-key={meeting.key}
      onClick={() => given.select(meeting.key)}
      onKeyDown={(event) => given.onKeyDown(event, meeting, given.at)}
    >
      <span>{first}</span>
      <span>{second}</span>
      {changed && <span className="change-mark">{words.changeKinds[changed]}</span>}
      {meeting.pinned && <span className="pin-mark" role="img" aria-label={words.pinned} />}
      {wrong && <span className="wrong-mark" role="img" aria-label={words.violations(1)} />}
    </button>
  );
}

/** Enter lifts a meeting, arrows carry it, Enter puts it down, Escape leaves it where it was. */
function useCarrying(given: Given, grid: RefObject<HTMLTableElement | null>) {
  const { rows, slots, say } = given;
  const { words, clock } = useSpeech();
  const [carried, setCarried] = useState<{ meeting: Meeting; at: Cell } | null>(null);
  const targetOf = (cell: Cell) => {
    const [row, slot] = [rows[cell.row], slots[cell.column]];
    if (!row || !slot) return null;
    return { row, slot, target: { slotId: slot.id, tableId: row.tableId }, on: row.cells.get(slot.id)?.[0] };
  };
  const onKeyDown: OnKey = (event, meeting, at) => {
    const name = given.labelOf(meeting).join(" · ");
    if (!carried) {
      if (event.key === "Enter" && given.editable && !meeting.pinned) {
        event.preventDefault();
        given.select(meeting.key);
        setCarried({ meeting, at });
        say(words.lifted(name));
      } else {
        focusNext(event, grid.current, at, rows.length, slots.length);
      }
      return;
    }
    const next = stepTo(carried.at, event.key, rows.length, slots.length);
    const found = targetOf(next ?? carried.at);
    if (!next && !["Enter", "Escape"].includes(event.key)) return;
    event.preventDefault();
    if (next && found) {
      setCarried({ ...carried, at: next });
      say(words.overCell(clock(found.slot.starts_at), found.row.name));
      grid.current?.querySelector(cellAt(next))?.scrollIntoView({ block: "nearest", inline: "nearest" });
      if (found.on?.key !== carried.meeting.key) given.preview(carried.meeting, found.target, found.on);
      return;
    }
    setCarried(null);
    if (event.key === "Enter" && found && found.on?.key !== carried.meeting.key) {
      given.drop(carried.meeting, found.target, found.on);
    } else {
      say(words.dropCancelled);
    }
  };
  return { onKeyDown, target: carried?.at ?? null };
}

const cellAt = (cell: Cell) => `[data-row="${cell.row}"][data-column="${cell.column}"]`;

/** The next meeting in the arrow's direction gets the focus; empty cells are passed over. */
function focusNext(event: KeyboardEvent, grid: HTMLElement | null, at: Cell, rows: number, columns: number): void {
  let cell: Cell = at;
  for (;;) {
    const next = stepTo(cell, event.key, rows, columns);
    if (!next || (next.row === cell.row && next.column === cell.column)) return;
    cell = next;
    const chip = grid?.querySelector<HTMLElement>(`${cellAt(cell)} .meeting`);
    if (chip) {
      event.preventDefault();
      chip.focus();
      return;
    }
  }
}
