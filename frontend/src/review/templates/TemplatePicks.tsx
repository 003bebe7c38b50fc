import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../../kit/language";
import { withTemplate, wordsFor } from "./inserting";
import { type About, templates } from "./queries";
import "./templates.css";

interface Given {
  about: About;
  /** In which language somebody is answered. */
  language: string;
  written: string;
  write: (text: string) => void;
}

/** Templates by name; choosing one puts its words beneath what is written, where they can be changed. */
export function TemplatePicks({ about, language, written, write }: Given) {
  const { words } = useSpeech();
  const found = (useQuery(templates).data ?? []).filter((one) => one.about === about);
  if (!found.length) return null;
  return (
    <div className="template-picks" role="group" aria-label={words.answerTemplates.use}>
      <span className="small">{words.answerTemplates.use}</span>
      {found.map((one) => (
        <button
          key={one.id}
          type="button"
          className="small-button"
          title={wordsFor(one, language)}
          onClick={() => write(withTemplate(written, wordsFor(one, language)))}
        >
          {one.name}
        </button>
      ))}
    </div>
  );
}
