import type { Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";

type Bin = Schemas["BinPublic"];
const SIZE = 200;

// A tenth with few pairs says little, whatever it says.
const radius = (bin: Bin) => Math.min(1.5 + Math.sqrt(bin.weight), 8);

/** What was said against what was seen, before and after: the nearer to the diagonal, the truer. */
export function ReliabilityChart({ before, after }: { before: Bin[]; after: Bin[] }) {
  const { words, percent } = useSpeech();
  const { learning } = words;
  const line = (bins: Bin[]) => bins.map((bin) => `${bin.said * SIZE},${(1 - bin.seen) * SIZE}`).join(" ");
  const name = learning.chart(after.map((bin) => `${percent(bin.said)}: ${percent(bin.seen)}`).join("; "));
  return (
    <figure className="reliability">
      <svg viewBox={`-8 -8 ${SIZE + 16} ${SIZE + 16}`} role="img" aria-label={name}>
        <rect width={SIZE} height={SIZE} className="frame" />
        <line x1={0} y1={SIZE} x2={SIZE} y2={0} className="true" />
        <polyline className="before" points={line(before)} />
        <polyline className="after" points={line(after)} />
        {after.map((bin) => (
          <circle key={bin.said} className="after" cx={bin.said * SIZE} cy={(1 - bin.seen) * SIZE} r={radius(bin)} />
        ))}
      </svg>
      <figcaption>
        {learning.axes} <span className="key before">{learning.before}</span> <span className="key after">{learning.after}</span>
      </figcaption>
    </figure>
  );
}
