import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "../../../kit/api";
import { nameIn, useSpeech } from "../../../kit/language";
import { Failure, Loading } from "../../../kit/parts";
import { type Event, slots as slotsQuery } from "../../queries";
import { PlannedAlready } from "../PlannedAlready";
import { RemoveButton } from "../RemoveButton";
import { useSaving } from "../saving";
import { BlockForm } from "./BlockForm";
import { useCompany } from "./Company";
import { type Block, blocks as blocksQuery, deleteBlock } from "./requests";
import { spans } from "./spans";
import "./fixed.css";

const NAMED = 3;

/** What is fixed in the day; nobody has a meeting meanwhile. */
export function FixedStep({ event }: { event: Event }) {
  const { words } = useSpeech();
  const found = useQuery(blocksQuery(event.id));
  const slots = useQuery(slotsQuery(event.id)).data;
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data || !slots) return <Loading />;
  const params = { id: String(event.id) };
  return (
    <div className="step">
      <p className="hint">{words.fixedParts.lead}</p>
      <PlannedAlready event={event} text={words.fixedParts.meetingsStay} />
      {slots.length ? (
        <BlockForm eventId={event.id} />
      ) : (
        <div className="notice">
          <p>{words.day.noSlots}</p>
          <Link to="/events/$id/setup" params={params} search={{ step: "slots" }}>
            {words.setup.steps.slots}
          </Link>
        </div>
      )}
      <section>
        <h2 role="status">{words.fixedParts.count(found.data.length)}</h2>
        <ul className="people-list fixed-parts">
          {inOrder(found.data, slots).map((block) => (
            <BlockLine key={block.id} eventId={event.id} block={block} slots={slots} />
          ))}
        </ul>
      </section>
    </div>
  );
}

/** By their first slots. */
function inOrder(blocks: Block[], slots: Schemas["SlotPublic"][]): Block[] {
  const place = (block: Block) => slots.findIndex((slot) => block.slot_ids.includes(slot.id ?? 0));
  return [...blocks].sort((one, other) => place(one) - place(other));
}

interface LineGiven {
  eventId: number;
  block: Block;
  slots: Schemas["SlotPublic"][];
}

function BlockLine({ eventId, block, slots }: LineGiven) {
  const { words, code, clock, day, list } = useSpeech();
  const [changing, setChanging] = useState(false);
  const { nameOf } = useCompany(eventId);
  const drop = useSaving(eventId, () => deleteBlock(eventId, block.id));
  const name = nameIn(code, { vi: block.name_vi, en: block.name_en });
  const severalDays = new Set(slots.map((slot) => slot.day)).size > 1;
  const times = spans(slots, block.slot_ids).map(
    (span) => `${severalDays ? `${day(span.day)} ` : ""}${clock(span.starts_at)}–${clock(span.ends_at)}`,
  );
  const people = block.person_ids ?? [];
  const named = people.slice(0, NAMED).map(nameOf);
  const whom = block.everybody
    ? words.fixedParts.everybody
    : list(people.length > NAMED ? [...named, words.fixedParts.more(people.length - NAMED)] : named);
  if (changing) {
    return (
      <li>
        <BlockForm eventId={eventId} block={block} done={() => setChanging(false)} />
      </li>
    );
  }
  return (
    <li>
      <div className="person-line">
        <span>
          <span className="when">{times.join(", ")}</span> <strong>{name}</strong>{" "}
          <span className="badge">{words.fixedParts.kinds[block.kind]}</span>
        </span>
        <span className="person-tools">
          <button type="button" className="quiet" aria-label={words.setup.changeNamed(name)} onClick={() => setChanging(true)}>
            {words.registration.change}
          </button>
          <RemoveButton name={name} remove={() => drop.mutate(undefined)} />
        </span>
      </div>
      <p className="small">{[block.place, whom].filter(Boolean).join(" · ")}</p>
      {drop.error && <Failure error={drop.error} />}
    </li>
  );
}
