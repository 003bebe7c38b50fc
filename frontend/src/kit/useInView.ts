import { type RefObject, useEffect } from "react";

/** Brings the current place of a row that is wider than the window into it; `changes` says when to look again. */
export function useInView(row: RefObject<HTMLElement | null>, changes: string): void {
  useEffect(() => {
    const strip = row.current;
    const current = strip?.querySelector<HTMLElement>("[aria-current]");
    if (!strip || !current || strip.scrollWidth <= strip.clientWidth) return;
    strip.scrollLeft = current.offsetLeft - strip.offsetLeft - (strip.clientWidth - current.offsetWidth) / 2;
  }, [row, changes]);
}
