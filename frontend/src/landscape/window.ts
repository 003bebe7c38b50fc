/** The part of the map that is seen: a square in units of the map, whose sides are 1. */
export interface Seen {
  x: number;
  y: number;
  size: number;
}

interface Place {
  x: number;
  y: number;
}

export const WHOLE: Seen = { x: -0.04, y: -0.04, size: 1.08 };
const LEAST = 0.06;

/** Larger or smaller around a place that stays where it is; never more than the whole map. */
export function zoomed(seen: Seen, factor: number, around: Place = middle(seen)): Seen {
  const size = Math.min(Math.max(seen.size * factor, LEAST), WHOLE.size);
  const share = size / seen.size;
  return kept({ x: around.x - (around.x - seen.x) * share, y: around.y - (around.y - seen.y) * share, size });
}

export const moved = (seen: Seen, by: Place): Seen => kept({ ...seen, x: seen.x + by.x, y: seen.y + by.y });

/** The smallest square with some air around all of these. */
export function around(places: Place[]): Seen {
  if (!places.length) return WHOLE;
  const [xs, ys] = [places.map((one) => one.x), places.map((one) => one.y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const size = Math.min(Math.max(Math.max(wide, high) * 1.3, LEAST * 3), WHOLE.size);
  return kept({ x: left + wide / 2 - size / 2, y: top + high / 2 - size / 2, size });
}

export const isSeen = ({ x, y }: Place, seen: Seen): boolean =>
  x >= seen.x && x <= seen.x + seen.size && y >= seen.y && y <= seen.y + seen.size;

const middle = (seen: Seen): Place => ({ x: seen.x + seen.size / 2, y: seen.y + seen.size / 2 });

function kept(seen: Seen): Seen {
  const most = WHOLE.size - seen.size;
  const within = (value: number, least: number) => Math.min(Math.max(value, least), least + most);
  return { size: seen.size, x: within(seen.x, WHOLE.x), y: within(seen.y, WHOLE.y) };
}
