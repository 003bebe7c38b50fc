import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useSpeech } from "../../kit/language";
import type { TableShown } from "../queries";
import { Countdown, Head, NothingShown, Pair } from "./Parts";
import { useStart } from "../useStart";
import { useScreen } from "./useScreen";
import "./display.css";

const route = getRouteApi("/display/$id/hall");
const AT_ONCE = 8;
const TURN_MS = 15_000;

/** All tables for a projector: who meets now and who comes next; more than fit are shown page by page. */
export function HallPage() {
  const { words } = useSpeech();
  const { screen, error, now, missing } = useScreen(Number(route.useParams().id));
  // Where nobody meets any more there is nothing to read.
  const tables = (screen?.tables ?? []).filter((one) => one.current ?? one.next);
  const pages = Math.max(1, Math.ceil(tables.length / AT_ONCE));
  const [page, turning, setTurning] = useTurning(pages);
  const startOf = useStart(screen);
  if (!screen) return <NothingShown error={error} missing={missing} />;
  return (
    <main className="display" id="main">
      <Head screen={screen} now={now} lost={Boolean(error)}>
        {pages > 1 && (
          <>
            <span>{words.onDay.part(page + 1, pages)}</span>
            <button type="button" className="small-button" onClick={() => setTurning(!turning)}>
              {turning ? words.onDay.pause : words.onDay.goOn}
            </button>
          </>
        )}
      </Head>
      {!tables.length && <p className="hall-free">{words.onDay.noNext}</p>}
      <ul className="hall">
        {tables.slice(page * AT_ONCE, (page + 1) * AT_ONCE).map((one) => (
          <HallTable key={one.table_id} table={one} now={now} startOf={startOf} />
        ))}
      </ul>
    </main>
  );
}

function useTurning(pages: number): [number, boolean, (turning: boolean) => void] {
  const [page, setPage] = useState(0);
  const [turning, setTurning] = useState(true);
  useEffect(() => {
    if (!turning || pages < 2) return;
    const timer = setInterval(() => setPage((before) => before + 1), TURN_MS);
    return () => clearInterval(timer);
  }, [turning, pages]);
  return [page % pages, turning, setTurning];
}

function HallTable({ table, now, startOf }: { table: TableShown; now: number; startOf: (at: string) => string }) {
  const { words } = useSpeech();
  return (
    <li className={table.current ? "hall-table busy" : "hall-table"}>
      <h2>
        {table.table} {table.room && <span className="small">{table.room}</span>}
      </h2>
      <div className="hall-now">
        {table.current ? (
          <>
            <Pair meeting={table.current} />
            <Countdown until={table.current.ends_at} now={now} say={words.onDay.left} />
          </>
        ) : (
          <span className="hall-free">{words.onDay.free}</span>
        )}
      </div>
      {table.next && (
        <div className="hall-next">
          <span className="label">
            {words.onDay.next} {startOf(table.next.starts_at)}
          </span>
          <Pair meeting={table.next} />
        </div>
      )}
    </li>
  );
}
