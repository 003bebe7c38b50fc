import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { openFeed } from "./queries";

/** The agenda in one's own calendar; its address is made only when it is wanted, for it is a secret. */
export function CalendarLink({ eventId, personId }: { eventId: number; personId: number }) {
  const { words } = useSpeech();
  const [copied, setCopied] = useState(false);
  const feed = useMutation({ mutationFn: () => openFeed(eventId, personId) });
  const address = feed.data;
  if (!address) {
    return (
      <div className="no-print">
        <button type="button" className="primary" disabled={feed.isPending} onClick={() => feed.mutate()}>
          {words.day.subscribe}
        </button>
        {feed.error && <Failure error={feed.error} />}
      </div>
    );
  }
  return (
    <div className="calendar-link notice no-print">
      <p>{words.day.subscribeText}</p>
      <label>
        <span className="unseen">{words.day.calendarAddress}</span>
        <input type="text" readOnly value={address} onFocus={(event) => event.target.select()} />
      </label>
      <p className="links">
        <a className="button primary" href={address.replace(/^https?:/, "webcal:")}>
          {words.day.openCalendar}
        </a>
        <button type="button" onClick={() => void navigator.clipboard?.writeText(address).then(() => setCopied(true))}>
          <span role="status">{copied ? words.day.addressCopied : words.day.copyAddress}</span>
        </button>
      </p>
    </div>
  );
}
