import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Guarded } from "../accounts/Guarded";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Segments, Title } from "../kit/parts";
import { Postings, Themes, Weak } from "./Lists";
import { MapDrawing, type Mark } from "./MapDrawing";
import { map, type Point, type Theme, themes as themesQuery, unaskedTechnologies, unmetNeeds, type WeakList } from "./queries";
import { around, isSeen, WHOLE, zoomed } from "./window";
import "./landscape.css";

type View = "themes" | "unmet" | "unasked" | "visible";
const VIEWS: View[] = ["themes", "unmet", "unasked", "visible"];

export function LandscapePage() {
  const { words } = useSpeech();
  return (
    <div className="landscape-page">
      <div className="page-head">
        <Title>{words.landscape.title}</Title>
        <p className="lead">{words.landscape.lead}</p>
      </div>
      <Guarded action="matching.get_map">
        <Landscape />
      </Guarded>
    </div>
  );
}

function Landscape() {
  const { words } = useSpeech();
  const drawn = useQuery(map);
  const themes = useQuery(themesQuery);
  const unmet = useQuery(unmetNeeds);
  const unasked = useQuery(unaskedTechnologies);
  const error = drawn.error ?? themes.error ?? unmet.error ?? unasked.error;
  if (error) return <Failure error={error} again={() => void drawn.refetch()} />;
  if (!drawn.data || !themes.data || !unmet.data || !unasked.data) return <Loading />;
  if (!drawn.data.points.length) return <p className="notice">{words.landscape.empty}</p>;
  return <Explorer points={drawn.data.points} themes={themes.data} unmet={unmet.data} unasked={unasked.data} />;
}

interface Given {
  points: Point[];
  themes: Theme[];
  unmet: WeakList;
  unasked: WeakList;
}

const idsOf = (found: WeakList) => found.sectors.flatMap((group) => group.items.map((item) => item.posting.id));

function Explorer({ points, themes, unmet, unasked }: Given) {
  const { words } = useSpeech();
  const [view, setView] = useState<View>("themes");
  const [open, setOpen] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [seen, setSeen] = useState(WHOLE);
  const byId = useMemo(() => new Map(points.map((point) => [point.id, point])), [points]);
  const weak = useMemo(() => new Set([...idsOf(unmet), ...idsOf(unasked)]), [unmet, unasked]);
  const members = (place: number | null) => {
    const theme = place === null ? undefined : themes[place];
    return theme ? [...theme.needs, ...theme.technologies] : [];
  };
  const unfold = (place: number | null) => {
    setOpen(place);
    setSeen(around(members(place).flatMap((id) => byId.get(id) ?? [])));
  };
  const choose = (id: number) => {
    setChosen(id);
    const point = byId.get(id);
    if (point && !isSeen(point, seen)) setSeen(WHOLE);
  };
  // A click on the map opens the theme of the point, so that the list follows the map too.
  const pick = (id: number) => {
    setChosen(id);
    if (view === "themes") setOpen(themes.findIndex((_, place) => members(place).includes(id)));
  };
  const shown = { unmet, unasked, themes: null, visible: null }[view];
  const lit = shown ? new Set(idsOf(shown)) : view === "themes" && open !== null ? new Set(members(open)) : null;
  const step = { chosen, choose };
  return (
    <div className="landscape">
      <div className="map-side">
        <p className="map-tools">
          <button type="button" aria-label={words.landscape.zoomIn} onClick={() => setSeen(zoomed(seen, 0.6))}>
            +
          </button>
          <button type="button" aria-label={words.landscape.zoomOut} onClick={() => setSeen(zoomed(seen, 1 / 0.6))}>
            −
          </button>
          <button type="button" onClick={() => setSeen(WHOLE)}>
            {words.landscape.whole}
          </button>
        </p>
        <MapDrawing
          points={points}
          lit={lit}
          weak={weak}
          chosen={chosen}
          marks={view === "themes" && open === null ? marksOf(themes, byId) : []}
          seen={seen}
          look={setSeen}
          choose={pick}
        />
        <Legend />
        <p className="hint">{words.landscape.hint}</p>
      </div>
      <div className="map-lists">
        <Segments
          label={words.landscape.view}
          value={view}
          choices={VIEWS.map((value) => ({ value, label: words.landscape.views[value] ?? value }))}
          onChange={setView}
        />
        {view === "themes" && <Themes {...step} themes={themes} points={byId} open={open} unfold={unfold} />}
        {shown && <Weak {...step} found={shown} points={byId} />}
        {view === "visible" && <Visible {...step} points={points.filter((point) => isSeen(point, seen))} />}
      </div>
    </div>
  );
}

function Visible(given: { points: Point[]; chosen: number | null; choose: (id: number) => void }) {
  const { words } = useSpeech();
  return (
    <>
      <p className="hint" role="status">
        {words.landscape.inView(given.points.length)}
      </p>
      <Postings {...given} />
    </>
  );
}

function Legend() {
  const { words } = useSpeech();
  return (
    <ul className="legend" aria-label={words.landscape.legend}>
      <li>
        <svg viewBox="-1 -1 2 2" aria-hidden="true">
          <path className="dot need" d="M0-.9L.9 0L0 .9L-.9 0Z" />
        </svg>
        {words.landscape.need}
      </li>
      <li>
        <svg viewBox="-1 -1 2 2" aria-hidden="true">
          <path className="dot need weak" d="M0-.8L.8 0L0 .8L-.8 0Z" />
        </svg>
        {words.landscape.unmet}
      </li>
      <li>
        <svg viewBox="-1 -1 2 2" aria-hidden="true">
          <circle className="dot technology" r=".8" />
        </svg>
        {words.landscape.technology}
      </li>
      <li>
        <svg viewBox="-1 -1 2 2" aria-hidden="true">
          <circle className="dot technology weak" r=".7" />
        </svg>
        {words.landscape.unasked}
      </li>
    </ul>
  );
}

/** The number of each theme in the middle of its postings. */
function marksOf(themes: Theme[], points: ReadonlyMap<number, Point>): Mark[] {
  return themes.flatMap((theme, place) => {
    const own = [...theme.needs, ...theme.technologies].flatMap((id) => points.get(id) ?? []);
    if (!own.length) return [];
    const middle = (pick: (point: Point) => number) => own.map(pick).sort((a, b) => a - b)[own.length >> 1] ?? 0;
    return [{ id: place, x: middle((point) => point.x), y: middle((point) => point.y), text: String(place + 1) }];
  });
}
