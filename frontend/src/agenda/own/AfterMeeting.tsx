import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { said, useKept, useNote } from "../../day/outbox/useOutbox";
import { stateOf } from "../../day/states";
import { useTellState } from "../../day/useTellState";
import { nameIn, useSpeech } from "../../kit/language";
import { NextSteps } from "./NextSteps";
import { type Entry, feedback, type FeedbackSent, type Side } from "./queries";

interface Given {
  eventId: number;
  entry: Entry;
  mine: number;
}

/** After a meeting: did it take place, and is there a next step; two taps, also without a network. */
export function AfterMeeting({ eventId, entry, mine }: Given) {
  const { words, code } = useSpeech();
  const kept = useKept();
  const tell = useTellState(eventId);
  const [changing, setChanging] = useState(false);
  const state = stateOf(kept, eventId, entry.key) ?? entry.state;
  const side: Side = entry.need_side.person_id === mine ? "need" : "technology";
  const other = side === "need" ? entry.technology_side : entry.need_side;
  const about = nameIn(code, { vi: other.organisation_vi, en: other.organisation_en }) || other.person;
  if (entry.need_side.person_id !== mine && entry.technology_side.person_id !== mine) return null;
  const say = (now: "held" | "not_held") => {
    setChanging(false);
    tell(entry.key, about, now);
  };
  if (changing || !["held", "not_held"].includes(state)) {
    return (
      <fieldset className="answers after-meeting">
        <legend>{words.onDay.wasHeld}</legend>
        <button type="button" onClick={() => say("held")}>
          {words.onDay.yesHeld}
        </button>
        <button type="button" onClick={() => say("not_held")}>
          {words.onDay.notHeld}
        </button>
      </fieldset>
    );
  }
  return (
    <div className="after-meeting">
      <p className="small">
        {words.onDay.states[state]}{" "}
        <button type="button" className="quiet" onClick={() => setChanging(true)}>
          {words.onDay.sayAgain}
          <span className="unseen">: {about}</span>
        </button>
      </p>
      {state === "held" && <Interest eventId={eventId} meeting={entry.key} about={about} side={side} />}
    </div>
  );
}

interface Asked {
  eventId: number;
  meeting: string;
  about: string;
  side: Side;
}

type Answer = Pick<FeedbackSent, "interested" | "reason" | "note" | "steps">;

function Interest({ eventId, meeting, about, side }: Asked) {
  const { words } = useSpeech();
  const note = useNote();
  const found = useQuery(feedback(eventId, meeting)).data;
  const waiting = useKept().filter((one) => one.what === "feedback" && one.eventId === eventId && one.subject === meeting);
  const [asking, setAsking] = useState<"no" | "again" | null>(null);
  const noted = waiting.filter((one) => !one.refused).at(-1)?.body as Answer | undefined;
  const answer: Answer | null = noted ?? found?.[side] ?? null;
  // What the service refused is not the answer, but whoever wrote it goes on from there.
  const written = (waiting.at(-1)?.body as Answer | undefined) ?? answer;
  const say = (sent: Answer): Promise<void> => {
    setAsking(null);
    const path = `/api/events/${eventId}/agenda/meetings/${encodeURIComponent(meeting)}/feedback`;
    return note({ what: "feedback", about, eventId, subject: meeting, method: "PUT", path, body: { ...said(), ...sent } });
  };
  if (asking === "no") return <Reasons choose={(reason) => void say({ interested: false, reason, note: null, steps: [] })} cancel={() => setAsking(null)} />;
  if (!answer || asking === "again") {
    return (
      <fieldset className="answers">
        <legend>{words.onDay.interested}</legend>
        <button type="button" className="must_meet" onClick={() => void say({ interested: true, reason: null, note: answer?.note ?? null, steps: answer?.steps ?? [] })}>
          {words.onDay.yes}
        </button>
        <button type="button" onClick={() => setAsking("no")}>
          {words.onDay.no}
        </button>
      </fieldset>
    );
  }
  const others = found?.[side === "need" ? "technology" : "need"];
  return (
    <>
      <p>
        <span className={answer.interested ? "badge yes" : "badge"}>{answer.interested ? words.onDay.saidYes : words.onDay.saidNo}</span>{" "}
        {answer.reason && words.reasons[answer.reason]}{" "}
        <button type="button" className="quiet" onClick={() => setAsking("again")}>
          {words.onDay.sayAgain}
          <span className="unseen">: {about}</span>
        </button>
      </p>
      {found && <p className="small">{!others ? words.onDay.waitsForOther : others.interested ? words.onDay.otherYes : words.onDay.otherNo}</p>}
      {answer.interested && written && <NextSteps form={`meeting-${eventId}-${meeting}-${side}`} answer={written} side={side} save={(note, steps) => say({ interested: true, reason: null, note, steps })} />}
    </>
  );
}

function Reasons({ choose, cancel }: { choose: (reason: NonNullable<FeedbackSent["reason"]>) => void; cancel: () => void }) {
  const { words } = useSpeech();
  return (
    <fieldset className="answers reasons-why">
      <legend>{words.onDay.whyNot}</legend>
      {Object.entries(words.reasons).map(([reason, name]) => (
        <button key={reason} type="button" onClick={() => choose(reason as NonNullable<FeedbackSent["reason"]>)}>
          {name}
        </button>
      ))}
      <button type="button" className="quiet" onClick={cancel}>
        {words.cancel}
      </button>
    </fieldset>
  );
}
