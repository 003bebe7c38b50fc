import { expect, test } from "vitest";
import { around, isSeen, moved, WHOLE, zoomed } from "./window";

test("zooming keeps the place under the pointer where it is", () => {
  const place = { x: 0.3, y: 0.6 };

  const seen = zoomed(WHOLE, 0.5, place);

  const share = (from: typeof WHOLE) => (place.x - from.x) / from.size;
  expect(share(seen)).toBeCloseTo(share(WHOLE));
});

test("one never leaves the map", () => {
  expect(zoomed(WHOLE, 3)).toEqual(WHOLE);
  expect(moved(WHOLE, { x: 5, y: -5 })).toEqual(WHOLE);
});

test("what is chosen is seen, and not much more", () => {
  const places = [
    { x: 0.1, y: 0.2 },
    { x: 0.2, y: 0.4 },
  ];

  const seen = around(places);

  expect(places.every((one) => isSeen(one, seen))).toBe(true);
  expect(seen.size).toBeLessThan(0.3);
});
