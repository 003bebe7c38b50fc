import { Link } from "@tanstack/react-router";
import { nameIn, useSpeech } from "../kit/language";
import type { Point, Theme, WeakList } from "./queries";

interface Step {
  chosen: number | null;
  choose: (id: number) => void;
}

/** Postings as a list in step with the map: what has the focus or the pointer is shown there. */
export function Postings({ points, chosen, choose, note }: Step & { points: Point[]; note?: (id: number) => string }) {
  const { words } = useSpeech();
  return (
    <ul className="map-list">
      {points.map((point) => (
        <li
          key={point.id}
          className={`${point.kind === "need" ? "need" : "offer"}${point.id === chosen ? " chosen" : ""}`}
          onPointerEnter={() => choose(point.id)}
        >
          <span className="unseen">{words.landscape[point.kind]}: </span>
          <Link to="/postings/$id" params={{ id: String(point.id) }} onFocus={() => choose(point.id)}>
            {point.title}
          </Link>
          {note && <span className="small">{note(point.id)}</span>}
        </li>
      ))}
    </ul>
  );
}

interface ThemesGiven extends Step {
  themes: Theme[];
  points: ReadonlyMap<number, Point>;
  open: number | null;
  unfold: (place: number | null) => void;
}

export function Themes({ themes, points, open, unfold, chosen, choose }: ThemesGiven) {
  const { words, code } = useSpeech();
  const of = (ids: number[]) => ids.flatMap((id) => points.get(id) ?? []);
  return (
    <ol className="themes">
      {themes.map((theme, place) => (
        <li key={`${theme.name_vi} ${theme.needs[0]} ${theme.technologies[0]}`}>
          <button type="button" aria-expanded={open === place} onClick={() => unfold(open === place ? null : place)}>
            <span className="theme-number">{place + 1}</span>
            <span>
              {nameIn(code, { vi: theme.name_vi, en: theme.name_en })}
              <span className="small">{words.landscape.counts(theme.needs.length, theme.technologies.length)}</span>
            </span>
          </button>
          {open === place && (
            <>
              <p className="links">
                <Link className="button" to="/events/new" search={themeAsDay(theme)}>
                  {words.landscape.makeDay}
                </Link>
              </p>
              <Postings points={of([...theme.needs, ...theme.technologies])} chosen={chosen} choose={choose} />
            </>
          )}
        </li>
      ))}
    </ol>
  );
}

const themeAsDay = (theme: Theme) => ({ vi: theme.name_vi, en: theme.name_en, sector: theme.sector ?? undefined });

/** What no posting of the other side comes near enough to, with what comes nearest. */
export function Weak({ found, points, ...step }: Step & { found: WeakList; points: ReadonlyMap<number, Point> }) {
  const { words, code, percent } = useSpeech();
  const nearest = new Map(found.sectors.flatMap((group) => group.items.map((item) => [item.posting.id, item])));
  const note = (id: number) => {
    const item = nearest.get(id);
    const other = points.get(item?.best_id ?? 0);
    return other ? words.landscape.best(percent(item?.best_probability ?? 0), other.title) : words.landscape.noneNear;
  };
  const told = found.kind === "need" ? words.landscape.belowThreshold : words.landscape.unaskedBelow;
  return (
    <>
      <p className="hint">{told(found.total, percent(found.threshold))}</p>
      {!found.current && <p className="hint">{words.landscape.outdated}</p>}
      {found.sectors.map((group) => (
        <section key={group.sector}>
          <h3>{nameIn(code, { vi: group.name_vi, en: group.name_en })}</h3>
          <Postings {...step} points={group.items.flatMap((item) => points.get(item.posting.id) ?? [])} note={note} />
        </section>
      ))}
    </>
  );
}
