import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Posting } from "../catalogue/queries";
import type { Kind } from "../catalogue/search";
import { PostingView } from "../catalogue/PostingView";
import { useSpeech } from "../kit/language";
import { Segments } from "../kit/parts";
import { useSettled } from "../kit/useSettled";
import { asPosting } from "./content";
import { ConflictPanel } from "./ConflictPanel";
import { LanguageTabs } from "./LanguageTabs";
import type { Kept } from "./keeping";
import type { Part } from "./part";
import { findings as findingsQuery, problemsOf } from "./requests";
import { SaveBar } from "./SaveBar";
import { SectorsField } from "./SectorsField";
import { TermsFields } from "./TermsFields";
import { TextFields } from "./TextFields";
import { useSaving } from "./useSaving";
import "./posting.css";

const CHECK_AFTER_MS = 1_000;

interface Given {
  kind: Kind;
  organisationId: number;
  place: (posting: number | null) => string;
  start: Kept;
  posting: Posting | null;
  made: (posting: Posting) => void;
}

export function PostingForm(given: Given) {
  const { words } = useSpeech();
  const { kind } = given;
  const saving = useSaving(given);
  const { content, posting } = saving;
  const [shown, setShown] = useState<"write" | "preview">("write");
  const [language, setLanguage] = useState(content.language);
  const settled = useSettled(content, CHECK_AFTER_MS);
  const found = useQuery(findingsQuery(kind, settled, posting?.id ?? null)).data ?? [];
  const problems = problemsOf(saving.error);
  const part: Part = {
    kind,
    content,
    change: (changes) => saving.edit({ ...content, ...changes }),
    problem: (field) => {
      const code = problems[field];
      return code && (words.posting.problems[code] ?? words.posting.problem);
    },
    advice: (field) =>
      found.filter((one) => one.field === field).map((one) => words.posting.findings[one.code]?.(one.params) ?? one.code),
  };
  const { both = [] } = saving.conflict ?? {};
  const known = [content.language, ...content.translations.map((text) => text.language)];
  const spoken = known.includes(language) ? language : content.language;
  return (
    <div className={`posting-form ${kind === "need" ? "need" : "offer"}`}>
      <SaveBar saving={saving} findings={found.length} />
      {both.length > 0 && <ConflictPanel saving={saving} />}
      <Segments
        label={words.posting.view}
        value={shown}
        choices={[
          { value: "write", label: words.posting.write },
          { value: "preview", label: words.posting.preview },
        ]}
        onChange={setShown}
      />
      {shown === "preview" ? (
        <div className="panel card-panel preview">
          <PostingView posting={asPosting(kind, content, posting, given.organisationId)} language={spoken} title={(text) => <h2>{text || "…"}</h2>} />
        </div>
      ) : (
        <form className="parts" onSubmit={(event) => event.preventDefault()}>
          <fieldset className="part">
            <legend>{words.posting.partText[kind]}</legend>
            <LanguageTabs part={part} language={spoken} choose={setLanguage} />
            <TextFields part={part} language={spoken} edit={saving.edit} />
          </fieldset>
          <fieldset className="part">
            <legend>{words.posting.partSubject}</legend>
            <SectorsField part={part} settled={settled} />
          </fieldset>
          <fieldset className="part">
            <legend>{words.posting.partTerms}</legend>
            <TermsFields part={part} />
          </fieldset>
        </form>
      )}
    </div>
  );
}
