import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { nameIn, useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import type { Event } from "../queries";
import { deleteEvent } from "./saving";

/** Take back a session day for which nothing is planned; the service says where something is. */
export function DeleteEvent({ event }: { event: Event }) {
  const { words, code } = useSpeech();
  const navigate = useNavigate();
  const client = useQueryClient();
  const sure = useRef<HTMLDialogElement>(null);
  const removal = useMutation({
    mutationFn: () => deleteEvent(event.id),
    onSuccess: async () => {
      await navigate({ to: "/events" });
      client.removeQueries({ queryKey: ["event", event.id] });
      await client.invalidateQueries({ queryKey: ["events"] });
    },
    onSettled: () => sure.current?.close(),
  });
  const name = nameIn(code, { vi: event.name_vi, en: event.name_en });
  return (
    <section className="delete-event">
      <h2>{words.deleting.title}</h2>
      <p className="hint">{words.deleting.lead}</p>
      <p>
        <button type="button" className="quiet" disabled={removal.isPending} onClick={() => sure.current?.showModal()}>
          {words.deleting.remove}
        </button>
      </p>
      {removal.error && <Failure error={removal.error} />}
      <dialog ref={sure} aria-label={words.deleting.sure(name)}>
        <div className="dialog-body">
          <p>{words.deleting.sure(name)}</p>
          <p className="links">
            <button type="button" className="primary" disabled={removal.isPending} onClick={() => removal.mutate()}>
              {words.deleting.remove}
            </button>
            <button type="button" onClick={() => sure.current?.close()}>
              {words.cancel}
            </button>
          </p>
        </div>
      </dialog>
    </section>
  );
}
