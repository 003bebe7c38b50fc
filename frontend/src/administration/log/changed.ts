/** What an entry of the audit log says of each field, for reading. */
export interface ChangedField {
  name: string;
  before: unknown;
  after: unknown;
}

type Values = Record<string, unknown>;

/** The fields in which two states differ, in the order of the first that has them. */
export function changedFields(first: Values, then: Values): ChangedField[] {
  const [before, after] = [opened(first), opened(then)];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .map((name) => ({ name, before: before[name], after: after[name] }))
    .filter((field) => JSON.stringify(field.before) !== JSON.stringify(field.after));
}

/** Texts of a posting stand together in its `body`; they are read one by one. */
function opened({ body, ...others }: Values): Values {
  if (typeof body !== "object" || body === null) return body === undefined ? others : { ...others, body };
  return { ...others, ...body };
}

/** Whether the row was made, removed, or only changed. */
export function kindOfChange(before: Values, after: Values): "made" | "removed" | "changed" {
  if (!Object.keys(before).length) return "made";
  return Object.keys(after).length ? "changed" : "removed";
}

/** The beginning of the day after a day, or of the day itself, on the reader's clock, with its offset. */
export function dayBoundary(day: string, after: boolean): string | undefined {
  const at = new Date(`${day}T00:00:00`);
  if (!day || Number.isNaN(at.getTime())) return undefined;
  if (after) at.setDate(at.getDate() + 1);
  return at.toISOString();
}
