import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { sectors } from "../../catalogue/queries";
import { nameIn, useSpeech } from "../../kit/language";
import { TextArea, TextField } from "../../kit/parts";
import { SendForm } from "../../kit/SendForm";
import { type Unsent, useUnsent } from "../../kit/unsent/useUnsent";
import { addSector, type Sector, saveSector, type Words, wordsOf } from "./requests";

/** All that shows sectors reads them again. */
export function useSectorsAgain(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: sectors.queryKey });
}

function WordFields({ unsent }: { unsent: Pick<Unsent<Words>, "value" | "field"> }) {
  const { taxonomy } = useSpeech().words;
  const { field } = unsent;
  return (
    <>
      <div className="pair">
        <TextField label={taxonomy.nameVi} lang="vi" required maxLength={120} {...field("name_vi")} />
        <TextField label={taxonomy.nameEn} lang="en" required maxLength={120} {...field("name_en")} />
      </div>
      <div className="pair">
        <TextArea label={taxonomy.descriptionVi} lang="vi" {...field("description_vi")} />
        <TextArea label={taxonomy.descriptionEn} lang="en" {...field("description_en")} />
      </div>
    </>
  );
}

/** The words of a sector that is there. */
export function ChangeSector({ sector, done }: { sector: Sector; done: () => void }) {
  const { taxonomy } = useSpeech().words;
  const again = useSectorsAgain();
  const unsent = useUnsent<Words>(`sector-${sector.code}`, wordsOf(sector));
  const work = async () => {
    await saveSector(sector, unsent.value);
    await again();
    unsent.clear();
    done();
  };
  return (
    <SendForm submit={taxonomy.save} work={work} unsent={unsent}>
      <WordFields unsent={unsent} />
    </SendForm>
  );
}

/** A new sector under a top one, or a new top one. */
export function AddSector({ top }: { top?: Sector }) {
  const { words, code } = useSpeech();
  const { taxonomy } = words;
  const again = useSectorsAgain();
  const first = top ? `${top.code}.` : "";
  const nothing = { code: first, name_vi: "", name_en: "", description_vi: "", description_en: "" };
  const unsent = useUnsent(`sector-new ${top?.code ?? ""}`, nothing);
  const [begun] = useState(unsent.recalled);
  const work = async () => {
    await addSector(unsent.value);
    await again();
  };
  return (
    <details className="add-sector" open={begun}>
      <summary>{top ? taxonomy.addLeaf(nameIn(code, { vi: top.name_vi, en: top.name_en })) : taxonomy.addTop}</summary>
      <SendForm submit={taxonomy.add} work={work} done={taxonomy.added} unsent={unsent}>
        <TextField
          label={taxonomy.code}
          hint={taxonomy.codeHint(top?.code ?? null)}
          required
          maxLength={80}
          spellCheck={false}
          autoComplete="off"
          {...unsent.field("code")}
        />
        <WordFields unsent={unsent as unknown as Unsent<Words>} />
      </SendForm>
    </details>
  );
}
