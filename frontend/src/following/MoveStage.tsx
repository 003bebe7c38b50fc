import type { FormEvent } from "react";
import { useSpeech } from "../kit/language";
import { Failure, Select, TextArea, TextField } from "../kit/parts";
import { useSending } from "../kit/SendForm";
import { Recalled } from "../kit/unsent/Recalled";
import { useUnsent } from "../kit/unsent/useUnsent";
import { caseName } from "./naming";
import { type CaseRow, moveCase, type Reason, STAGES, type Stage, useTaken } from "./queries";

const NOTHING = { stage: "" as Stage | "", reason: "" as Reason | "", note: "", day: "" };

/** Takes a case to another stage: chosen first, sent then, so that a slip of the keyboard moves nothing. */
export function MoveStage({ one, short = false }: { one: CaseRow; short?: boolean }) {
  const speech = useSpeech();
  const { words } = speech;
  const { following } = words;
  const taken = useTaken();
  const { busy, error, send } = useSending();
  // The short form has fewer fields; what stands in those that it hides must not be sent along.
  const unsent = useUnsent(`case-${one.id}-${short ? "board" : "stage"}`, NOTHING);
  const { write: change } = unsent;
  // Meanwhile somebody else may have taken it there.
  const typed = unsent.value.stage === one.stage ? { ...unsent.value, stage: "" as const } : unsent.value;
  const closing = typed.stage === "closed";
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const { stage, reason, note, day } = typed;
    if (!stage) return;
    const body = { stage, reason: (closing && reason) || null, note, day: day || null, version: one.version };
    if (await send(() => taken(moveCase(one.id, body)))) unsent.clear();
  };
  return (
    <form className="form move-stage" aria-label={following.moveOf(caseName(speech, one))} onSubmit={submit}>
      {!short && <Recalled unsent={unsent} />}
      <Select
        label={following.moveTo}
        hideLabel={short}
        value={typed.stage}
        choices={[
          { value: "", label: short ? following.moveTo : following.chooseStage },
          ...STAGES.filter((stage) => stage !== one.stage).map((value) => ({ value, label: following.stages[value] })),
        ]}
        onChange={(stage) => change({ stage: stage as Stage | "" })}
      />
      {closing && (
        <Select
          label={following.reason}
          value={typed.reason}
          choices={[
            { value: "", label: following.chooseReason },
            ...Object.entries(words.reasons).map(([value, label]) => ({ value, label })),
          ]}
          onChange={(reason) => change({ reason: reason as Reason | "" })}
        />
      )}
      {typed.stage && !short && (
        <>
          <TextField label={following.happened} type="date" value={typed.day} onChange={(day) => change({ day })} />
          <TextArea label={following.moveNote} value={typed.note} onChange={(note) => change({ note })} />
        </>
      )}
      {error !== null && <Failure error={error} />}
      {typed.stage && (
        <button type="submit" className="primary small-button" disabled={busy}>
          {following.move}
        </button>
      )}
    </form>
  );
}
