/** The reader's language: words, dates, numbers and money in their form. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import type { Words } from "../languages/vi";
import vi from "../languages/vi";
import { keep, recall } from "./kept";

// One more file in that folder is one more language. All but the first are fetched when somebody reads them.
const files = import.meta.glob<Words>(["../languages/*.ts", "!../languages/vi.ts"], { import: "default" });
const fetchers = Object.fromEntries(Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.ts$/g, ""), load]));
const known: Record<string, Words> = { vi };

/** The languages of the page by code, each under its own name. */
export const LANGUAGES: Record<string, string> = Object.fromEntries(
  ["vi", ...Object.keys(fetchers)].map((code) => {
    const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
    return [code, name.charAt(0).toLocaleUpperCase(code) + name.slice(1)];
  }),
);

/** Fetches the words of a language, if there is one of that code; until then `speak` speaks Vietnamese. */
export async function fetchLanguage(code: string | null): Promise<void> {
  const words = code && !known[code] && (await fetchers[code]?.());
  if (words) known[code] = words;
}

export interface Speech {
  code: string;
  words: Words;
  count: (n: number) => string;
  percent: (share: number) => string;
  day: (iso: string) => string;
  moment: (iso: string) => string;
  /** A moment on the reader's own clock, for what belongs to no event. */
  instant: (iso: string) => string;
  clock: (iso: string) => string;
  weekday: (iso: string) => string;
  /** A time zone as people call it, from its name in the zone database. */
  zoneName: (zone: string) => string;
  list: (items: string[]) => string;
  languageName: (code: string) => string;
  /** Several languages in one line, small letters after the first where the reader writes them so. */
  languageList: (codes: readonly string[]) => string;
  money: (amount: number, currency: string | null | undefined) => string;
  moneyRange: (low?: number | null, high?: number | null, currency?: string | null) => string;
}

/** A clock time as it stands in an ISO text, on the clocks of the event's zone and not of the reader's. */
function onItsClock(iso: string): Date {
  return new Date(`${iso.slice(0, 19)}Z`);
}

// A cycle and not `hour12: false`, which some languages take for a midnight at 24:00.
const hours = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

export function speak(code: string): Speech {
  const words = known[code] ?? vi;
  const { locale } = words;
  const numbers = new Intl.NumberFormat(locale);
  const days = new Intl.DateTimeFormat(locale, { ...words.date, timeZone: "UTC" });
  const clocks = new Intl.DateTimeFormat(locale, { ...hours, timeZone: "UTC" });
  const moments = new Intl.DateTimeFormat(locale, { ...words.date, ...hours, timeZone: "UTC" });
  const instants = new Intl.DateTimeFormat(locale, { ...words.date, ...hours });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  const percents = (digits: number) =>
    new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: digits });
  const money = (amount: number, currency: string | null | undefined) => {
    const round = amount >= 1_000_000 ? ({ notation: "compact", compactDisplay: "long" } as const) : {};
    const told = new Intl.NumberFormat(locale, { ...round, maximumFractionDigits: 1 }).format(amount);
    return currency ? `${told} ${currency}` : told;
  };
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const languageName = (language: string) => names.of(language) ?? language;
  const list = (items: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
  return {
    code: known[code] ? code : "vi",
    words,
    count: (n) => numbers.format(n),
    percent: (share) => percents(share < 0.01 ? 1 : 0).format(share),
    day: (iso) => days.format(onItsClock(iso.length === 10 ? `${iso}T00:00:00` : iso)),
    moment: (iso) => moments.format(onItsClock(iso)),
    instant: (iso) => instants.format(new Date(iso)),
    clock: (iso) => clocks.format(onItsClock(iso)),
    weekday: (iso) => weekdays.format(onItsClock(iso.length === 10 ? `${iso}T00:00:00` : iso)),
    zoneName: (zone) =>
      new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "long" })
        .formatToParts()
        .find((part) => part.type === "timeZoneName")?.value ?? zone,
    list,
    languageName,
    languageList: (codes) => list(codes.map(languageName).map((name, place) => (place ? words.withinSentence(name) : name))),
    money,
    moneyRange: (low, high, currency) => {
      if (low == null && high == null) return "";
      if (low == null) return words.upTo(money(high as number, currency));
      if (high == null) return words.from(money(low, currency));
      return low === high ? money(low, currency) : `${money(low, null)} – ${money(high, currency)}`;
    },
  };
}

const SpeechContext = createContext<{ speech: Speech; choose: (code: string) => void }>({
  speech: speak("vi"),
  choose: () => undefined,
});

export function LanguageProvider({ children, initial }: { children: ReactNode; initial?: string }) {
  const [code, setCode] = useState(() => initial ?? recall("language") ?? "vi");
  const speech = useMemo(() => speak(code), [code]);
  useEffect(() => {
    document.documentElement.lang = speech.code;
  }, [speech]);
  const latest = useRef(code);
  const choose = (chosen: string) => {
    latest.current = chosen;
    const take = () => {
      if (latest.current !== chosen) return;
      keep("language", chosen);
      setCode(chosen);
    };
    fetchLanguage(chosen).then(take, () => undefined);
  };
  return <SpeechContext value={{ speech, choose }}>{children}</SpeechContext>;
}

export const useSpeech = (): Speech => useContext(SpeechContext).speech;
export const useChooseLanguage = (): ((code: string) => void) => useContext(SpeechContext).choose;

/** One of two names in the reader's language, or the other where it is missing. */
export function nameIn(code: string, names: { vi?: string | null; en?: string | null }): string {
  return (code === "vi" ? names.vi || names.en : names.en || names.vi) || "";
}
