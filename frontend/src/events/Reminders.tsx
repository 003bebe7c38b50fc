import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { SendButton } from "../kit/SendForm";
import { nudges } from "../review/queries";

/** Who has not answered somebody who must meet them, and a letter to all of them. */
export function Reminders({ eventId }: { eventId: number }) {
  const { words } = useSpeech();
  const client = useQueryClient();
  const waiting = useQuery(nudges(eventId)).data?.total ?? 0;
  const [written, setWritten] = useState<number | null>(null);
  const remind = async () => {
    const params = { path: { event_id: eventId } };
    setWritten((await ask(api.POST("/api/events/{event_id}/nudges", { params }))).length);
    await client.invalidateQueries({ queryKey: nudges(eventId).queryKey });
  };
  if (!waiting && written === null) return null;
  return (
    <section className="notice page-notice">
      {waiting > 0 && (
        <>
          <p>{words.oversight.unanswered(waiting)}</p>
          <SendButton label={words.oversight.remind} className="primary" work={remind} />
        </>
      )}
      <p role="status">{written === null ? "" : words.oversight.reminded(written)}</p>
    </section>
  );
}
