import { useState } from "react";
import { useSpeech } from "../kit/language";
import { TextField } from "../kit/parts";
import type { Part } from "./part";

const split = (text: string) => [...new Set(text.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean))];

/** Words between commas; what is typed stays as typed until the list is another one. */
export function KeywordsField({ part }: { part: Part }) {
  const { words } = useSpeech();
  const keywords = part.content.keywords ?? [];
  const [typed, setTyped] = useState(keywords.join(", "));
  const shown = split(typed).join() === keywords.join() ? typed : keywords.join(", ");
  return (
    <TextField
      label={words.keywords}
      hint={words.posting.keywordsHint}
      value={shown}
      problem={part.problem("keywords")}
      onChange={(text) => {
        setTyped(text);
        part.change({ keywords: split(text) });
      }}
    />
  );
}
