export const MOST_COMPARED = 4;

/** The candidates that an address names, each once. */
export function comparedIds(given: string | undefined): number[] {
  const ids = (given ?? "").split("-").map(Number);
  return [...new Set(ids.filter((id) => Number.isSafeInteger(id) && id > 0))].slice(0, MOST_COMPARED);
}
