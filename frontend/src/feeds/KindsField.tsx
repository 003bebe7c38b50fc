import type { Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";

type Kind = Schemas["ToldKind"];

/** Which changes are told. */
export function KindsField({ value, onChange }: { value: Kind[]; onChange: (kinds: Kind[]) => void }) {
  const { feeds } = useSpeech().words;
  const all = (Object.keys(feeds.kinds) as Kind[]).filter((kind) => kind !== "test");
  return (
    <fieldset className="choices">
      <legend>{feeds.whatIsTold}</legend>
      {all.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={value.includes(kind)}
            onChange={(event) =>
              onChange(event.target.checked ? [...value, kind] : value.filter((one) => one !== kind))
            }
          />
          <span>{feeds.kinds[kind]}</span>
        </label>
      ))}
    </fieldset>
  );
}
