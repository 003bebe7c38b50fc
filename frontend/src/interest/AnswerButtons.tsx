import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import type { Words } from "../languages/vi";
import { type EventCandidate, type Reason, type Said, sendAnswer, type Value } from "./queries";
import "./interest.css";

const VALUES: Value[] = ["must_meet", "would_meet", "rather_not", "veto"];

/** One tap for an answer, one more for the reason of a no, and the way back. */
export function AnswerButtons({ eventId, pair }: { eventId: number; pair: EventCandidate }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Value | null>(null);
  const [before, setBefore] = useState<Said | null | undefined>(undefined);
  const send = useMutation({
    mutationFn: (said: Said | null) => sendAnswer(eventId, pair, said),
    onSettled: () =>
      Promise.all(["event-candidates", "requests"].map((key) => client.invalidateQueries({ queryKey: [key, eventId] }))),
  });
  const now: Said | null = pair.answer ? { value: pair.answer.value, reason: pair.answer.reason } : null;
  const say = (said: Said) => {
    setBefore(now);
    setAsking(null);
    send.mutate(said);
  };
  const undo = () => {
    if (before !== undefined) send.mutate(before);
    setBefore(undefined);
  };
  return (
    <div className="answering">
      <fieldset className="answers" disabled={send.isPending}>
        <legend className="unseen">{words.answer}</legend>
        {VALUES.map((value) => (
          <button
            key={value}
            type="button"
            className={value}
            aria-pressed={pair.answer?.value === value}
            onClick={() => (value === "rather_not" || value === "veto" ? setAsking(value) : say({ value, reason: null }))}
          >
            {words.answers[value]}
          </button>
        ))}
        {before !== undefined && (
          <button type="button" className="quiet" onClick={undo}>
            ↶ {words.undo}
          </button>
        )}
      </fieldset>
      {asking && <Reasons choose={(reason) => say({ value: asking, reason })} cancel={() => setAsking(null)} />}
      {send.error && <Failure error={send.error} />}
      <p className="hint" role="status">
        {pair.answer?.reason ? words.reasons[pair.answer.reason] : ""}
        {pair.answer?.reason && pair.request ? " · " : ""}
        {pair.request ? requestState(pair.request.state, Boolean(pair.answer), words) : ""}
      </p>
    </div>
  );
}

/** An open request waits for whoever has not answered. */
export function requestState(state: string, answered: boolean, words: Words): string | undefined {
  return state === "open" && !answered ? words.requests.waitsForYou : words.requestStates[state];
}

function Reasons({ choose, cancel }: { choose: (reason: Reason) => void; cancel: () => void }) {
  const { words } = useSpeech();
  return (
    <fieldset className="answers reasons-why">
      <legend>{words.answerReason}</legend>
      {Object.entries(words.reasons).map(([reason, name]) => (
        <button key={reason} type="button" onClick={() => choose(reason as Reason)}>
          {name}
        </button>
      ))}
      <button type="button" className="quiet" onClick={cancel}>
        {words.cancel}
      </button>
    </fieldset>
  );
}
