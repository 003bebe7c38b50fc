import { useQuery } from "@tanstack/react-query";
import { useSectorName } from "../catalogue/PostingCard";
import { sectors } from "../catalogue/queries";
import { nameIn, useSpeech } from "../kit/language";
import "./posting.css";

const MOST = 10;

interface Chosen {
  chosen: string[];
  set: (codes: string[]) => void;
}

/** A field of sectors: those that were chosen, and all of them by name. */
export function SectorMarks({ label, chosen, set }: Chosen & { label: string }) {
  return (
    <div className="field">
      <p className="label">{label}</p>
      <Marks chosen={chosen} set={set} />
      {chosen.length < MOST && <AllSectors chosen={chosen} add={(code) => set([...chosen, code])} />}
    </div>
  );
}

/** Sectors as marks that can be taken off. */
export function Marks({ chosen, set }: Chosen) {
  const { words } = useSpeech();
  const nameOf = useSectorName();
  return (
    <ul className="marks">
      {chosen.map((code) => (
        <li key={code}>
          {nameOf(code)}
          <button
            type="button"
            aria-label={words.posting.takeOff(nameOf(code))}
            onClick={() => set(chosen.filter((one) => one !== code))}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

export function AllSectors({ chosen, add }: { chosen: string[]; add: (code: string) => void }) {
  const { words, code } = useSpeech();
  const all = useQuery(sectors).data ?? [];
  const name = (one: { name_vi: string; name_en: string }) => nameIn(code, { vi: one.name_vi, en: one.name_en });
  return (
    <select aria-label={words.posting.addSector} value="" onChange={(event) => event.target.value && add(event.target.value)}>
      <option value="">{words.posting.addSector}</option>
      {all
        .filter((top) => !top.parent && !top.retired)
        .map((top) => (
          <optgroup key={top.code} label={name(top)}>
            {all
              .filter((leaf) => leaf.parent === top.code && !leaf.retired && !chosen.includes(leaf.code))
              .map((leaf) => (
                <option key={leaf.code} value={leaf.code}>
                  {name(leaf)}
                </option>
              ))}
          </optgroup>
        ))}
    </select>
  );
}
