import { useSpeech } from "../kit/language";
import { TextArea, TextField } from "../kit/parts";
import { BODY, type Content, textIn, withText } from "./content";
import type { Part } from "./part";

const MOST_TITLE = 500;

/** The text in one language; its original tells beside each field what would make it better. */
export function TextFields({ part, language, edit }: { part: Part; language: string; edit: (content: Content) => void }) {
  const { words } = useSpeech();
  const { kind, content } = part;
  const text = textIn(content, language);
  const original = language === content.language;
  const place = content.translations.findIndex((one) => one.language === language);
  const told = (name: string) => ({
    problem: part.problem(original ? name : `translations.${place}.${name}`),
    advice: original ? part.advice(name) : [],
    lang: language,
  });
  return (
    <>
      <TextField
        label={words.posting.title}
        hint={words.posting.help.title?.[kind]}
        maxLength={MOST_TITLE}
        value={text.title}
        onChange={(value) => edit(withText(content, language, "title", value))}
        {...told("title")}
      />
      {BODY[kind].map((name) => (
        <TextArea
          key={name}
          label={words.fields[name] ?? name}
          hint={words.posting.help[name]?.[kind]}
          value={text[name] ?? ""}
          onChange={(value) => edit(withText(content, language, name, value))}
          {...told(name)}
        />
      ))}
    </>
  );
}
