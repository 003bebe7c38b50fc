import { useMutation, useQuery } from "@tanstack/react-query";
import { tables as tablesQuery } from "../events/queries";
import { CopyButton } from "../kit/CopyButton";
import { useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import { type Day, openDisplay } from "./queries";

/** What is printed and what hangs on the walls: badges, and the addresses of the displays. */
export function Handouts({ day }: { day: Day }) {
  const { words, code } = useSpeech();
  const badges = `/api/events/${day.event_id}/day/badges?language=${code === "vi" ? "vi" : "en"}`;
  return (
    <section className="panel">
      <h2>{words.onDay.badges}</h2>
      <p className="hint">{words.onDay.badgesText}</p>
      <a className="button" href={badges} download>
        {words.onDay.printBadges}
      </a>
      <Displays eventId={day.event_id} />
    </section>
  );
}

function Displays({ eventId }: { eventId: number }) {
  const { words } = useSpeech();
  const tables = useQuery(tablesQuery(eventId)).data ?? [];
  const display = useMutation({ mutationFn: (renew: boolean) => openDisplay(eventId, renew) });
  const address = (place: string) => new URL(`/display/${eventId}/${place}#${display.data?.token}`, location.origin).href;
  return (
    <>
      <h2>{words.onDay.displays}</h2>
      <p className="hint">{words.onDay.displaysText}</p>
      {display.error && <Failure error={display.error} />}
      {display.data ? (
        <>
          <p className="links">
            <a className="button primary" href={address("hall")} target="_blank" rel="noopener">
              {words.onDay.openHall}
            </a>
            <CopyButton text={address("hall")} />
          </p>
          <details>
            <summary>{words.onDay.tableDisplays(tables.length)}</summary>
            <ul className="display-links">
              {tables.map((one) => (
                <li key={one.id}>
                  <a href={address(`tables/${one.id}`)} target="_blank" rel="noopener">
                    {one.name}
                  </a>
                </li>
              ))}
            </ul>
          </details>
          <button type="button" className="quiet" disabled={display.isPending} onClick={() => display.mutate(true)}>
            {words.onDay.renewDisplay}
          </button>
        </>
      ) : (
        <button type="button" disabled={display.isPending} onClick={() => display.mutate(false)}>
          {words.onDay.showDisplays}
        </button>
      )}
    </>
  );
}
