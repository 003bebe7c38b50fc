import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { event as eventQuery, rooms as roomsQuery, slots as slotsQuery, tables as tablesQuery } from "../events/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Segments, Select, Title } from "../kit/parts";
import { AgainstPublished } from "./AgainstPublished";
import { BoardGrid } from "./BoardGrid";
import { type Meeting, meetingsOf, rowsOfSides, rowsOfTables, shortened, type SideName, type Slot, type Target, type View } from "./board";
import { brokenOf, keysOf } from "./broken";
import { RepairPanel } from "./live/RepairPanel";
import { Offers } from "./live/StandIns";
import { WhatIf } from "./live/WhatIf";
import { MeetingPanel } from "./MeetingPanel";
import { PublishDialog } from "./PublishDialog";
import { type Broken, type Change, day, placements, unplaced, useChange, type Version, versions, violations } from "./queries";
import { StepList } from "./record/StepList";
import { WhoWasTold } from "./record/WhoWasTold";
import { SolvePanel } from "./SolvePanel";
import { TakeAway } from "./TakeAway";
import { Figures, Told } from "./Told";
import { Unplaced } from "./Unplaced";
import { useAgainst } from "./useAgainst";
import { usePreview } from "./usePreview";
import { Violations } from "./Violations";
import "./board.css";

const NOTHING_BROKEN: Broken[] = [];
const VIEWS: View[] = ["tables", "people", "organisations"];
const route = getRouteApi("/events/$id/board");

export function BoardPage() {
  const { words, code } = useSpeech();
  const id = Number(route.useParams().id);
  const event = useQuery(eventQuery(id)).data;
  const found = useQuery(versions(id));
  const [chosen, setChosen] = useState<number | null>(null);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data || !event) return <Loading />;
  const version = found.data.find((one) => one.number === chosen) ?? found.data[0];
  return (
    <div className="board-page">
      <div className="page-head">
        <Title>{words.boardOf(nameIn(code, { vi: event.name_vi, en: event.name_en }))}</Title>
        {["published", "running"].includes(event.phase) && (
          <Link className="button" to="/events/$id/day" params={{ id: String(id) }}>
            {words.onDay.desk}
          </Link>
        )}
      </div>
      {version ? (
        <Board
          // Not by the version: a repair makes a new one, and what it says of it has to stay in sight.
          key={chosen}
          eventId={id}
          closed={event.phase === "closed"}
          version={version}
          all={found.data}
          choose={setChosen}
        />
      ) : (
        <>
          <p className="notice">{words.noDraft}</p>
          {event.phase !== "closed" && <SolvePanel eventId={id} change={() => undefined} />}
        </>
      )}
    </div>
  );
}

interface Given {
  eventId: number;
  closed: boolean;
  version: Version;
  all: Version[];
  choose: (number: number) => void;
}

function useBoard(eventId: number, number: number) {
  const times = useQuery(slotsQuery(eventId)).data;
  const slots = useMemo(() => (times ?? []).filter((slot): slot is Slot => slot.id !== null), [times]);
  const tables = useQuery(tablesQuery(eventId)).data ?? [];
  const rooms = useQuery(roomsQuery(eventId)).data ?? [];
  // The former version stays in sight until the next one is there, with all that was said of it.
  const agenda = useQuery({ ...day(eventId, number), placeholderData: keepPreviousData });
  const seats = useQuery({ ...placements(eventId, number), placeholderData: keepPreviousData }).data;
  const meetings = useMemo(() => meetingsOf(agenda.data?.entries ?? [], seats ?? []), [agenda.data, seats]);
  // Drawn at once and not piece by piece, so that nothing jumps.
  const ready = Boolean(times && agenda.data && seats);
  return { slots, tables, rooms, meetings, ready, error: agenda.error };
}

function Board({ eventId, closed, version, all, choose }: Given) {
  const { words, code } = useSpeech();
  const { slots, tables, rooms, meetings, ready, error } = useBoard(eventId, version.number);
  const [view, setView] = useState<View>("tables");
  const [room, setRoom] = useState<number | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const [publishing, setPublishing] = useState(false);
  const [said, setSaid] = useState("");
  const edit = useChange(eventId, version.revision);
  const look = usePreview(eventId, version.revision);
  const editable = version.state === "draft" && !closed;
  const unplacedSaid = !useQuery({ ...unplaced(eventId, version.number), placeholderData: keepPreviousData }).isLoading;
  const { reset } = edit;
  // What was said of one version does not hold for the next.
  useEffect(() => {
    reset();
    setSaid("");
    setSelected(null);
  }, [reset, version.number]);
  const nameOf = useCallback<SideName>(
    (side) => nameIn(code, { vi: side.organisation_vi, en: side.organisation_en }) || side.person,
    [code],
  );
  const shortOf = useCallback<SideName>((side) => shortened(nameOf(side), words.shortForms), [nameOf, words]);
  const rows = useMemo(
    () => (view === "tables" ? rowsOfTables(tables, rooms, meetings, room) : rowsOfSides(meetings, view, nameOf)),
    [view, tables, rooms, meetings, room, nameOf],
  );
  const labelOf = useCallback(
    (meeting: Meeting): [string, string] =>
      view === "tables"
        ? [shortOf(meeting.entry.need_side), shortOf(meeting.entry.technology_side)]
        : [`${shortOf(meeting.entry.need_side)} · ${shortOf(meeting.entry.technology_side)}`, meeting.entry.table],
    [view, shortOf],
  );
  const labelOfKey = (key: string) => meetings.flatMap((one) => (one.key === key ? labelOf(one) : [])).join(" · ") || key;
  const change = (wanted: Change, moved?: Meeting) => {
    look.forget();
    setSaid("");
    const done = (moves: number) => {
      if (moved) return words.dropped(labelOf(moved).join(" · "));
      return wanted.doing === "place" && moves > 1 ? words.onBoard.moved(moves - 1) : "";
    };
    edit.mutate(wanted, { onSuccess: (found) => setSaid(done(found.changes.length)) });
  };
  const wanted = (meeting: Meeting, target: Target, on: Meeting | undefined): Change =>
    on && view === "tables"
      ? { doing: "swap", key: meeting.key, other: on.key }
      : { doing: "move", key: meeting.key, slot_id: target.slotId, table_id: target.tableId };
  const standing = useQuery({ ...violations(eventId, version.number), placeholderData: keepPreviousData }).data;
  const tried = edit.error ? brokenOf(edit.error) : (look.edit?.violations ?? NOTHING_BROKEN);
  const broken = tried.length ? tried : (standing ?? NOTHING_BROKEN);
  const wrong = useMemo(() => new Set(broken.flatMap(keysOf)), [broken]);
  const meeting = meetings.find((one) => one.key === selected);
  const published = all.find((one) => one.state === "published")?.number ?? 0;
  const toldOf = version.state === "published" ? version.number : published;
  const against = useAgainst(eventId, version.state === "draft" ? published : 0, version.number);
  const show = (key: string) => {
    setSelected(key);
    document.querySelector(`[data-key="${CSS.escape(key)}"]`)?.scrollIntoView({ block: "center", inline: "center" });
  };
  if (error) return <Failure error={error} />;
  if (!ready) return <Loading />;
  return (
    <>
      <div className="board-tools">
        <Select
          hideLabel
          label={words.versions}
          value={String(version.number)}
          choices={all.map((one) => ({
            value: String(one.number),
            label: (one.state === "draft" ? words.draft : words.published)(one.number),
          }))}
          onChange={(number) => choose(Number(number))}
        />
        <Segments
          label={words.viewBy}
          value={view}
          choices={VIEWS.map((value) => ({ value, label: words.views[value] }))}
          onChange={setView}
        />
        {view === "tables" && rooms.length > 1 && (
          <Select
            hideLabel
            label={words.room}
            value={String(room ?? "")}
            choices={[
              { value: "", label: words.allRooms },
              ...rooms.map((one) => ({ value: String(one.id), label: one.name })),
            ]}
            onChange={(value) => setRoom(value ? Number(value) : null)}
          />
        )}
        {against.possible && (
          <button type="button" aria-pressed={against.on} onClick={against.toggle}>
            {words.onBoard.against(published)}
          </button>
        )}
        {editable && (
          <>
            <button type="button" onClick={() => change({ doing: "undo" })}>
              ↶ {words.undo}
            </button>
            <button type="button" onClick={() => change({ doing: "redo" })}>
              ↷ {words.redo}
            </button>
            <button type="button" className="primary" onClick={() => setPublishing(true)}>
              {words.publish}
            </button>
          </>
        )}
      </div>
      {closed && <p className="notice">{words.day.readOnly}</p>}
      <Figures version={version} />
      <Told error={edit.error} preview={look.edit} broken={tried} said={said} />
      <div className="board-columns">
        <div className="board-main">
          <BoardGrid
            rows={rows}
            slots={slots}
            wrong={wrong}
            changed={against.kinds}
            selected={selected}
            editable={editable}
            labelOf={labelOf}
            select={setSelected}
            drop={(moved, target, on) => change(wanted(moved, target, on), moved)}
            preview={(moved, target, on) => look.at(wanted(moved, target, on))}
            say={setSaid}
          />
          {editable && <p className="hint">{words.selectHint}</p>}
        </div>
        <aside className="board-side">
          {meeting && (
            <MeetingPanel
              key={`${meeting.key} ${meeting.slotId} ${meeting.tableId}`}
              meeting={meeting}
              slots={slots}
              tables={tables}
              editable={editable}
              change={change}
              close={() => setSelected(null)}
            />
          )}
          {standing && <Violations broken={standing} meetings={meetings} nameOf={(one) => labelOf(one).join(" · ")} show={show} />}
          {against.changes && (
            <AgainstPublished
              published={published}
              changes={against.changes}
              slots={slots}
              tables={tables}
              nameOf={against.nameOf}
              show={show}
            />
          )}
          {editable && <SolvePanel eventId={eventId} change={change} />}
          <Unplaced
            eventId={eventId}
            version={version.number}
            editable={editable}
            change={change}
            meetingName={labelOfKey}
          />
          {!closed && unplacedSaid && (
            <>
              <RepairPanel eventId={eventId} published={published} slots={slots} tables={tables} />
              <Offers eventId={eventId} />
              <WhatIf eventId={eventId} />
            </>
          )}
          {editable && <StepList eventId={eventId} change={change} />}
          {toldOf > 0 && <WhoWasTold key={toldOf} eventId={eventId} number={toldOf} />}
          <TakeAway eventId={eventId} version={version.number} />
        </aside>
      </div>
      {publishing && (
        <PublishDialog
          eventId={eventId}
          draft={version}
          published={published}
          slots={slots}
          tables={tables}
          close={() => setPublishing(false)}
        />
      )}
    </>
  );
}
