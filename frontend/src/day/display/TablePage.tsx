import { getRouteApi } from "@tanstack/react-router";
import { useSpeech } from "../../kit/language";
import { Countdown, Head, isSoon, NothingShown, Pair } from "./Parts";
import { useStart } from "../useStart";
import { useScreen } from "./useScreen";
import "./display.css";

const route = getRouteApi("/display/$id/tables/$table");

/** One table, to be read from the other side of a room. */
export function TablePage() {
  const { words } = useSpeech();
  const { id, table } = route.useParams();
  const { screen, error, now, missing } = useScreen(Number(id), Number(table));
  const startOf = useStart(screen);
  const shown = screen?.tables[0];
  if (!screen || !shown) return <NothingShown error={error} missing={missing} />;
  const { current, next } = shown;
  return (
    <main className="display" id="main">
      <Head screen={screen} now={now} lost={Boolean(error)} />
      <p className="table-name">
        {shown.table} {shown.room && <span className="small">{shown.room}</span>}
      </p>
      <section className="table-now" aria-label={words.onDay.now}>
        {current ? (
          <>
            <span className="ribbon">{words.onDay.now}</span>
            <Pair meeting={current} />
            <Countdown until={current.ends_at} now={now} say={words.onDay.left} />
          </>
        ) : (
          <>
            <span className="hall-free">{next ? words.onDay.free : words.onDay.noNext}</span>
            {next && isSoon(next.starts_at, now) && <Countdown until={next.starts_at} now={now} say={words.onDay.startsIn} />}
          </>
        )}
      </section>
      {next && (
        <section className="table-next" aria-label={words.onDay.next}>
          <span className="label">
            {words.onDay.next} {words.onDay.startsAt(startOf(next.starts_at))}
          </span>
          <Pair meeting={next} />
        </section>
      )}
    </main>
  );
}
