import type { ReactNode } from "react";

/** One thing that waits, with the way to it; nothing where there is none of it. */
export function Task({ count, children, link }: { count: number | undefined; children: ReactNode; link: ReactNode }) {
  if (!count) return null;
  return (
    <li className="task">
      <span className="strong">{children}</span>
      {link}
    </li>
  );
}
