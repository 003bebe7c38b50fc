import { type PointerEvent, useEffect, useRef } from "react";
import { useSpeech } from "../kit/language";
import type { Point } from "./queries";
import { isSeen, moved, type Seen, WHOLE, zoomed } from "./window";

const STEP = 0.8;
const DOT = 0.0085;
const MOST_NAMES = 14;
const NAME_LENGTH = 34;

export interface Mark {
  id: number;
  x: number;
  y: number;
  text: string;
}

interface Given {
  points: Point[];
  lit: ReadonlySet<number> | null;
  weak: ReadonlySet<number>;
  chosen: number | null;
  marks: Mark[];
  seen: Seen;
  look: (seen: Seen) => void;
  choose: (id: number) => void;
}

/** Both sides as points; needs are diamonds, technologies discs. What can be done here can be done in the list too. */
export function MapDrawing(given: Given) {
  const { points, lit, weak, chosen, seen, look, choose } = given;
  const { words } = useSpeech();
  const drawing = useRef<SVGSVGElement>(null);
  const grip = useGrip(drawing, seen, look);
  const unit = seen.size / WHOLE.size;
  const needs = points.filter((point) => point.kind === "need").length;
  return (
    <svg
      ref={drawing}
      className={seen.size < WHOLE.size ? "map zoomed" : "map"}
      viewBox={`${seen.x} ${seen.y} ${seen.size} ${seen.size}`}
      role="img"
      aria-label={words.landscape.map(needs, points.length - needs)}
      {...grip}
    >
      {points.map((point) => (
        <Dot
          key={point.id}
          point={point}
          size={DOT * unit * (point.id === chosen ? 1.8 : 1)}
          className={`dot ${point.kind}${lit && !lit.has(point.id) ? " dim" : ""}${point.id === chosen ? " chosen" : ""}${weak.has(point.id) ? " weak" : ""}`}
          choose={choose}
        />
      ))}
      {given.marks.map((mark) => (
        <g key={mark.id} className="mark">
          <circle cx={mark.x} cy={mark.y} r={0.022 * unit} />
          <text x={mark.x} y={mark.y} fontSize={0.026 * unit} dy={0.009 * unit}>
            {mark.text}
          </text>
        </g>
      ))}
      <Names points={points} seen={seen} chosen={chosen} unit={unit} />
    </svg>
  );
}

function Dot({ point, size, className, choose }: { point: Point; size: number; className: string; choose: (id: number) => void }) {
  const { x, y } = point;
  const shared = { className, onClick: () => choose(point.id) };
  return point.kind === "need" ? (
    <path d={`M${x} ${y - size * 1.3}L${x + size * 1.3} ${y}L${x} ${y + size * 1.3}L${x - size * 1.3} ${y}Z`} {...shared}>
      <title>{point.title}</title>
    </path>
  ) : (
    <circle cx={x} cy={y} r={size} {...shared}>
      <title>{point.title}</title>
    </circle>
  );
}

/** Titles of the points in view where there is room for them, and always that of the chosen one. */
function Names({ points, seen, chosen, unit }: { points: Point[]; seen: Seen; chosen: number | null; unit: number }) {
  const near = points.filter((point) => isSeen(point, seen));
  const named = near.length <= MOST_NAMES ? near : near.filter((point) => point.id === chosen);
  return named.map((point) => {
    const left = point.x > seen.x + seen.size * 0.6;
    const told = point.title.length > NAME_LENGTH ? `${point.title.slice(0, NAME_LENGTH - 1)}…` : point.title;
    return (
      <text
        key={point.id}
        className="map-name"
        x={point.x + (left ? -0.02 : 0.02) * unit}
        y={point.y + 0.008 * unit}
        fontSize={0.024 * unit}
        textAnchor={left ? "end" : "start"}
      >
        {told}
      </text>
    );
  });
}

/** Moving by pointer, zooming by wheel with Ctrl (as a pinch on a trackpad is told). */
function useGrip(drawing: { current: SVGSVGElement | null }, seen: Seen, look: (seen: Seen) => void) {
  const held = useRef<{ x: number; y: number } | null>(null);
  const latest = useRef({ seen, look });
  latest.current = { seen, look };
  useEffect(() => {
    const svg = drawing.current;
    const onWheel = (event: WheelEvent) => {
      if (!svg || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      const box = svg.getBoundingClientRect();
      const now = latest.current;
      const around = {
        x: now.seen.x + ((event.clientX - box.left) / box.width) * now.seen.size,
        y: now.seen.y + ((event.clientY - box.top) / box.height) * now.seen.size,
      };
      now.look(zoomed(now.seen, event.deltaY > 0 ? 1 / STEP : STEP, around));
    };
    // React's own listener may not keep the page from zooming.
    svg?.addEventListener("wheel", onWheel, { passive: false });
    return () => svg?.removeEventListener("wheel", onWheel);
  }, [drawing]);
  const release = () => {
    held.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerMove: (event: PointerEvent<SVGSVGElement>) => {
      if (!held.current || !event.buttons) return;
      const scale = seen.size / event.currentTarget.getBoundingClientRect().width;
      look(moved(seen, { x: (held.current.x - event.clientX) * scale, y: (held.current.y - event.clientY) * scale }));
      held.current = { x: event.clientX, y: event.clientY };
    },
    onPointerUp: release,
    onPointerLeave: release,
  };
}
