/** What counts, as it stands in the address. Days are whole; the last one counts too. */
export const KINDS = ["enterprise", "institute", "university", "agency", "foreign_supplier"] as const;
export const BYS = ["month", "sector", "kind", "region", "event"] as const;
export type Kind = (typeof KINDS)[number];
export type By = (typeof BYS)[number];

export interface Cut {
  event?: number;
  sector?: string;
  kind?: Kind;
  region?: string;
  from?: string;
  to?: string;
  by?: By;
}

const DAY_MS = 86_400_000;
const text = (form: RegExp) => (value: unknown) => (typeof value === "string" && form.test(value) ? value : undefined);
const code = text(/^[a-z.-]{1,80}$/);
const day = text(/^2[01]\d\d-\d\d-\d\d$/);
const oneOf = <T extends string>(all: readonly T[], value: unknown) => all.find((one) => one === value);

export function readCut(given: Record<string, unknown>): Cut {
  return {
    event: /^\d{1,15}$/.test(String(given.event)) ? Number(given.event) : undefined,
    sector: code(given.sector),
    kind: oneOf(KINDS, given.kind),
    region: code(given.region),
    from: day(given.from),
    to: day(given.to),
    by: oneOf(BYS, given.by),
  };
}

/** The day after, by the calendar. */
export const dayAfter = (iso: string): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);

/** The cut as the service asks for it: its last day does not count itself. */
export const asQuery = (cut: Cut) => ({
  event_id: cut.event,
  sector: cut.sector,
  kind: cut.kind,
  region: cut.region,
  from: cut.from,
  to: cut.to && dayAfter(cut.to),
  by: cut.by ?? "month",
});

/** Where the report of an event or of a period is; nothing while neither was chosen. */
export function reportPath(cut: Cut, told: Record<string, string>): string | null {
  const chosen: Record<string, string> | null = cut.event
    ? { event_id: String(cut.event) }
    : cut.from && cut.to && cut.from <= cut.to
      ? { from: cut.from, to: dayAfter(cut.to) }
      : null;
  return chosen && `/api/reports?${new URLSearchParams({ ...chosen, ...told })}`;
}
