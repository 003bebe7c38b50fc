import type { ReactNode } from "react";
import { Refusal } from "../../kit/api";
import { nameIn, useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import type { Screen, TableShown } from "../queries";

type Shown = NonNullable<TableShown["current"]>;

export function Pair({ meeting }: { meeting: Shown }) {
  const { code } = useSpeech();
  const nameOf = (one: Shown["need"]) => nameIn(code, { vi: one.name_vi, en: one.name_en });
  return (
    <span className="shown-pair">
      <span className="shown-need">{nameOf(meeting.need)}</span>
      <span className="shown-technology">{nameOf(meeting.technology)}</span>
    </span>
  );
}

const SOON_MS = 60 * 60_000;

/** Whether something is near enough to count the minutes until it. */
export const isSoon = (at: string, now: number) => Date.parse(at) - now < SOON_MS;

/** What remains of a time, in minutes and seconds. */
export function Countdown({ until, now, say }: { until: string; now: number; say: (minutes: number, seconds: number) => string }) {
  const seconds = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return (
    <span className="countdown" role="timer">
      {say(Math.floor(seconds / 60), seconds % 60)}
    </span>
  );
}

/** The event's name and the time, on the event's clock. */
export function Head({ screen, now, lost, children }: { screen: Screen; now: number; lost: boolean; children?: ReactNode }) {
  const { words, code } = useSpeech();
  return (
    <header className="display-head">
      <h1>{nameIn(code, { vi: screen.name_vi, en: screen.name_en })}</h1>
      {lost && (
        <p className="display-lost" role="status">
          {words.onDay.lost}
        </p>
      )}
      <span className="display-tools no-print">
        {children}
        <button type="button" className="small-button" onClick={() => void document.documentElement.requestFullscreen?.().catch(() => undefined)}>
          {words.onDay.fullScreen}
        </button>
      </span>
      <time className="display-clock">{clockOf(screen.now, now)}</time>
    </header>
  );
}

/** Hours and minutes with the offset that the service's own moment has. */
function clockOf(shown: string, now: number): string {
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d\d):(\d\d)$/.exec(shown) ?? [];
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  return new Date(now + offset).toISOString().slice(11, 16);
}

export function NothingShown({ error, missing }: { error: unknown; missing: boolean }) {
  const { words } = useSpeech();
  const early = error instanceof Refusal && error.code === "agenda_version_not_found";
  return (
    <main className="display display-empty" id="main">
      <h1>Matchmaker</h1>
      {missing && <p className="notice">{words.errors.display_not_found}</p>}
      {!missing && early && <p className="notice">{words.onDay.notYet}</p>}
      {!missing && !early && (error ? <Failure error={error} /> : <Loading />)}
    </main>
  );
}
