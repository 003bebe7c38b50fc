import { diffWords } from "diff";
import { useSectorName } from "../catalogue/PostingCard";
import type { Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";

export type FieldChange = Schemas["FieldChange"];

/** Fields that differ, each as it was and as it is. */
export function Changes({ changes }: { changes: FieldChange[] }) {
  const { words, languageName } = useSpeech();
  const tell = useValue();
  return (
    <dl className="changes">
      {changes.map(({ field, language, before, after }) => (
        <div key={`${field}-${language}`}>
          <dt>
            {words.posting.fieldNames[field] ?? words.fields[field] ?? field}
            {language && <span className="small"> {languageName(language)}</span>}
          </dt>
          <dd lang={language ?? undefined}>
            <Difference
              words={[before, after].some((value) => typeof value === "string")}
              before={tell(field, before)}
              after={tell(field, after)}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface DifferenceGiven {
  /** Whether texts are compared word by word, or values as a whole. */
  words: boolean;
  before: string;
  after: string;
}

function Difference({ words, before, after }: DifferenceGiven) {
  if (words) {
    return diffWords(before, after).map((part, place) => {
      if (part.added) return <Added key={place} text={part.value} />;
      return part.removed ? <Removed key={place} text={part.value} /> : <span key={place}>{part.value}</span>;
    });
  }
  return (
    <>
      {before && <Removed text={before} />}
      {before && after && " → "}
      {after && <Added text={after} />}
    </>
  );
}

function Added({ text }: { text: string }) {
  const { words } = useSpeech();
  return (
    <ins>
      <span className="unseen">{words.review.added}: </span>
      {text}
    </ins>
  );
}

function Removed({ text }: { text: string }) {
  const { words } = useSpeech();
  return (
    <del>
      <span className="unseen">{words.review.removed}: </span>
      {text}
    </del>
  );
}

/** The value of a field for people. */
function useValue(): (field: string, value: unknown) => string {
  const { words, count, day, list } = useSpeech();
  const sectorName = useSectorName();
  const names: Record<string, Record<string, string>> = {
    cooperation: words.cooperations,
    ip_status: words.ipStatuses,
    region: words.regions,
    visibility: words.posting.visibilities,
  };
  const one = (field: string, value: unknown): string => {
    if (value == null || value === "") return "";
    if (field === "sectors") return sectorName(String(value));
    if (field === "deadline" || field === "expires_on") return day(String(value));
    if (typeof value === "number") return count(value);
    return names[field]?.[String(value)] ?? String(value);
  };
  return (field, value) => (Array.isArray(value) ? list(value.map((each) => one(field, each))) : one(field, value));
}
