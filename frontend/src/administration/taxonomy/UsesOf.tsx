import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Kind } from "../../catalogue/search";
import { useSpeech } from "../../kit/language";
import type { Sector } from "./requests";
import { type Use, usesIn } from "./uses";

const KINDS: Partial<Record<Use, Kind>> = { needs: "need", technologies: "technology" };

/** What is filed under a sector that therefore stays, each with the screen that lists it where there is one. */
export function UsesOf({ sector, error }: { sector: Sector; error: unknown }) {
  const { taxonomy } = useSpeech().words;
  const uses = usesIn(error);
  if (!uses.length) return null;
  return (
    <>
      <ul className="uses-of">
        {uses.map(([use, number]) => (
          <li key={use}>
            <Listed sector={sector} use={use}>
              {taxonomy.uses[use](number)}
            </Listed>
          </li>
        ))}
      </ul>
      {uses.some(([use]) => KINDS[use]) && <p className="hint">{taxonomy.onlyPublished}</p>}
    </>
  );
}

function Listed({ sector, use, children }: { sector: Sector; use: Use; children: ReactNode }) {
  const kind = KINDS[use];
  if (kind) {
    return (
      <Link to="/" search={{ kind, sector: [sector.code] }}>
        {children}
      </Link>
    );
  }
  if (use === "events") return <Link to="/events">{children}</Link>;
  if (use === "targets") return <Link to="/plans">{children}</Link>;
  if (use === "partners") {
    return (
      <Link to="/feeds" search={{ section: "partners" }}>
        {children}
      </Link>
    );
  }
  return children;
}
