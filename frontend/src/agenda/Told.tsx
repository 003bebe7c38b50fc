import { useSpeech } from "../kit/language";
import { Failure } from "../kit/parts";
import type { Broken, Edit, Version } from "./queries";
import { Rules } from "./Unplaced";

export function Figures({ version }: { version: Version }) {
  const { words, count } = useSpeech();
  const levels = (version.figures.levels ?? {}) as Record<string, { value: number; bound: number | null }>;
  const told = [words.meetings(version.meetings)];
  if (levels.value) told.push(`${words.value} ${count(levels.value.value)}`);
  if (levels.value?.bound != null) told.push(`${words.bound} ${count(levels.value.bound)}`);
  if (levels.breaks) told.push(`${words.breaks} ${count(levels.breaks.value)}`);
  return (
    <p className="figures">
      {told.join(" · ")}
      {version.outdated && <span className="badge warn">{words.outdated}</span>}
    </p>
  );
}

interface ToldGiven {
  error: unknown;
  preview: Edit | null;
  /** What the last change was refused for, or what the one that is tried would break. */
  broken: Broken[];
  said: string;
}

const signed = (number: number) => (number > 0 ? `+${number}` : String(number));

/** What the last change did, or what the one that is carried would do. */
export function Told({ error, preview, broken, said }: ToldGiven) {
  const { words } = useSpeech();
  return (
    <div className="told-line">
      <p role="status">
        {preview && !preview.violations.length ? words.wouldBe(signed(preview.value), signed(preview.breaks)) : said}
      </p>
      {Boolean(error) && !preview && <Failure error={error} />}
      {broken.length > 0 && (
        <p className="violations">
          {preview ? words.wouldBreak(broken.length) : words.violations(broken.length)}: <Rules broken={broken} />
        </p>
      )}
    </div>
  );
}
