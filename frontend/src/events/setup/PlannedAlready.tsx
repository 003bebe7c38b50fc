import { Link } from "@tanstack/react-router";
import { useSpeech } from "../../kit/language";
import type { Event } from "../queries";

const WITH_MEETINGS = ["planning", "published", "running"];

/** What a change means for meetings that may stand in the agenda already; nothing before planning begins. */
export function PlannedAlready({ event, text }: { event: Event; text: string }) {
  const { words } = useSpeech();
  if (!WITH_MEETINGS.includes(event.phase)) return null;
  return (
    <div className="notice">
      <p>{text}</p>
      <Link to="/events/$id/board" params={{ id: String(event.id) }}>
        {words.board}
      </Link>
    </div>
  );
}
