import { useQuery } from "@tanstack/react-query";
import { useSectorName } from "../catalogue/PostingCard";
import { sectors } from "../catalogue/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Told } from "../kit/parts";
import type { Content } from "./content";
import { KeywordsField } from "./KeywordsField";
import type { Part } from "./PostingForm";
import { suggestions } from "./requests";

const MOST = 10;

/** Sectors as marks that can be taken off, those that the text suggests, and all of them by name. */
export function SectorsField({ part, settled }: { part: Part; settled: Content }) {
  const { words } = useSpeech();
  const nameOf = useSectorName();
  const chosen = part.content.sectors ?? [];
  const suggested = (useQuery(suggestions(part.kind, settled)).data ?? []).filter((one) => !chosen.includes(one.code));
  const set = (codes: string[]) => part.change({ sectors: codes });
  const add = (code: string) => set([...chosen, code]);
  return (
    <>
      <div className="field">
        <p className="label">{words.posting.sectors}</p>
        <ul className="marks">
          {chosen.map((code) => (
            <li key={code}>
              {nameOf(code)}
              <button type="button" aria-label={words.posting.takeOff(nameOf(code))} onClick={() => set(chosen.filter((one) => one !== code))}>
                ×
              </button>
            </li>
          ))}
        </ul>
        {suggested.length > 0 && chosen.length < MOST && (
          <div className="suggested" role="group" aria-label={words.posting.suggested}>
            <span className="hint">{words.posting.suggested}</span>
            {suggested.map((one) => (
              <button key={one.code} type="button" className="small-button" onClick={() => add(one.code)}>
                + {nameOf(one.code)}
              </button>
            ))}
          </div>
        )}
        {chosen.length < MOST && <AllSectors chosen={chosen} add={add} />}
        <Told problem={part.problem("sectors")} advice={part.advice("sectors")} />
      </div>
      <KeywordsField part={part} />
    </>
  );
}

function AllSectors({ chosen, add }: { chosen: string[]; add: (code: string) => void }) {
  const { words, code } = useSpeech();
  const all = useQuery(sectors).data ?? [];
  const name = (one: { name_vi: string; name_en: string }) => nameIn(code, { vi: one.name_vi, en: one.name_en });
  return (
    <select aria-label={words.posting.addSector} value="" onChange={(event) => event.target.value && add(event.target.value)}>
      <option value="">{words.posting.addSector}</option>
      {all
        .filter((top) => !top.parent)
        .map((top) => (
          <optgroup key={top.code} label={name(top)}>
            {all
              .filter((leaf) => leaf.parent === top.code && !chosen.includes(leaf.code))
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
