import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import type { Event } from "../queries";
import { DeleteEvent } from "./DeleteEvent";
import { Input, isOfField, useSaid } from "./fields";
import { changePhase, useSaving } from "./saving";

/** From phase to phase; the service says which ones come next. */
export function PhaseStep({ event }: { event: Event }) {
  const { words } = useSpeech();
  const [reason, setReason] = useState("");
  const saving = useSaving(event.id, (phase: Schemas["Phase"]) =>
    changePhase(event.id, { phase, reason, version: event.version }),
  );
  const said = useSaid(saving.error);
  return (
    <div className="step">
      <p>
        {words.setup.now}: <strong>{words.phases[event.phase]}</strong>
      </p>
      <p className="hint">{words.day.steps.organiser?.[event.phase]}</p>
      {event.may_become.length > 0 && (
        <Input label={words.setup.reason} value={reason} set={setReason} error={said("reason")} />
      )}
      <p className="links">
        {event.may_become.map((phase) => (
          <button key={phase} type="button" disabled={saving.isPending} onClick={() => saving.mutate(phase)}>
            {words.setup.goTo(words.phases[phase] ?? phase)}
          </button>
        ))}
      </p>
      {Boolean(saving.error) && !isOfField(saving.error) && <Failure error={saving.error} />}
      {event.phase === "planning" && (
        <p>
          {words.setup.published}{" "}
          <Link to="/events/$id/board" params={{ id: String(event.id) }}>
            {words.board}
          </Link>
        </p>
      )}
      {event.phase !== "closed" && <DeleteEvent event={event} />}
    </div>
  );
}
