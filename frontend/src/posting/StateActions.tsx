import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import type { Posting } from "../catalogue/queries";
import { useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import { moveTo, remove, type State } from "./requests";

// Its own screens do these: the one with its reasons, the other after a look at what differs.
const ELSEWHERE: State[] = ["published", "returned"];

/** What the service says that one can do with a posting now. */
export function StateActions({ posting }: { posting: Posting }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const sure = useRef<HTMLDialogElement>(null);
  const refresh = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ["own-postings"] }),
      client.invalidateQueries({ queryKey: ["posting", posting.id] }),
    ]);
  const move = useMutation({ mutationFn: (state: State) => moveTo(posting, state), onSettled: refresh });
  const removal = useMutation({ mutationFn: () => remove(posting.id), onSettled: refresh });
  const next = (posting.editing?.next_states ?? []).filter(
    // Changing what is published sends it to review by itself.
    (state) => !ELSEWHERE.includes(state) && !(posting.state === "published" && state === "submitted"),
  );
  const error = move.error ?? removal.error;
  return (
    <div className="actions">
      <Link className="button" to="/postings/$id/edit" params={{ id: String(posting.id) }}>
        {words.mine.edit}
      </Link>
      {posting.state === "published" && (
        <Link className="button" to="/matches" search={{ posting: posting.id }}>
          {words.matches}
        </Link>
      )}
      {next.map((state) => (
        <button key={state} type="button" disabled={move.isPending} onClick={() => move.mutate(state)}>
          {words.mine.actions[state]}
        </button>
      ))}
      {posting.state === "draft" && (
        <button type="button" className="quiet" onClick={() => sure.current?.showModal()}>
          {words.mine.remove}
        </button>
      )}
      {error && <Failure error={error} />}
      <dialog ref={sure} aria-label={words.mine.removeSure}>
        <div className="dialog-body">
          <p>{words.mine.removeSure}</p>
          <div className="links">
            <button type="button" className="primary" onClick={() => removal.mutate()}>
              {words.mine.remove}
            </button>
            <button type="button" onClick={() => sure.current?.close()}>
              {words.cancel}
            </button>
          </div>
        </div>
      </dialog>
    </div>
  );
}
