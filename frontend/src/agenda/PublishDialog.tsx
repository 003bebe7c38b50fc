import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";
import type { Slot } from "./board";
import { ChangesByPerson } from "./ChangesByPerson";
import { compared, people, usePublish, type Version } from "./queries";

type Change = Schemas["ChangePublic"];

interface Given {
  eventId: number;
  draft: Version;
  published: number;
  slots: Slot[];
  tables: Schemas["TablePublic"][];
  close: () => void;
}

/** Who is told what, before anybody is. */
export function PublishDialog(given: Given) {
  const { words } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const found = useQuery(compared(given.eventId, given.published, given.draft.number));
  const everybody = useQuery(people(given.eventId)).data ?? [];
  const publish = usePublish(given.eventId);
  const told = byPerson(found.data ?? []);
  const names = new Map(everybody.map((person) => [person.id, person]));
  return (
    <dialog ref={dialog} onClose={given.close} aria-labelledby="publish-title">
      <h2 id="publish-title">{words.publishTitle}</h2>
      {found.isPending ? <Loading /> : <p>{told.size ? words.publishText(told.size) : words.publishNothing}</p>}
      <ChangesByPerson
        changes={told}
        nameOf={(person) => names.get(person)?.name ?? String(person)}
        noteOf={(person) => (names.get(person)?.email ? "" : words.onBoard.noAddress)}
        slots={given.slots}
        tables={given.tables}
      />
      {publish.error && <Failure error={publish.error} />}
      <p className="links">
        <button
          type="button"
          className="primary"
          disabled={publish.isPending}
          onClick={() => publish.mutate(given.draft, { onSuccess: () => dialog.current?.close() })}
        >
          {words.publish}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {words.cancel}
        </button>
      </p>
    </dialog>
  );
}

/** A change concerns everybody who came before or comes now. */
export function byPerson(changes: Change[]): Map<number, Change[]> {
  const found = new Map<number, Change[]>();
  for (const change of changes) {
    const seats = [change.before, change.after].filter((seat) => seat !== null);
    const all = seats.flatMap((seat) => [
      seat.need_person_id,
      seat.technology_person_id,
      seat.interpreter_id,
      seat.expert_id,
    ]);
    for (const person of new Set(all)) {
      if (person !== null) found.set(person, [...(found.get(person) ?? []), change]);
    }
  }
  return found;
}
