import { useQuery } from "@tanstack/react-query";
import { useSectorName } from "../catalogue/PostingCard";
import { useSpeech } from "../kit/language";
import { Told } from "../kit/parts";
import type { Content } from "./content";
import { KeywordsField } from "./KeywordsField";
import type { Part } from "./part";
import { suggestions } from "./requests";
import { AllSectors, Marks } from "./SectorMarks";

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
        <Marks chosen={chosen} set={set} />
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
