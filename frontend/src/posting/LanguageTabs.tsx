import { useSpeech } from "../kit/language";
import { Select } from "../kit/parts";
import type { Part } from "./part";

const OFFERED = ["vi", "en", "zh", "ja", "ko", "fr", "de", "ru"];

/** In which languages the text is written: the original first, each other one a tab of its own. */
export function LanguageTabs({ part, language, choose }: { part: Part; language: string; choose: (code: string) => void }) {
  const { words, languageName } = useSpeech();
  const { content, change } = part;
  const known = [content.language, ...content.translations.map((text) => text.language)];
  const free = OFFERED.filter((code) => !known.includes(code));
  const add = (code: string) => {
    if (!code) return;
    change({ translations: [...content.translations, { language: code, title: "" }] });
    choose(code);
  };
  const removeShown = () => {
    change({ translations: content.translations.filter((text) => text.language !== language) });
    choose(content.language);
  };
  return (
    <div className="tabs-line">
      <div className="tabs" role="group" aria-label={words.posting.languages}>
        {known.map((code) => (
          <button key={code} type="button" aria-pressed={code === language} onClick={() => choose(code)}>
            {languageName(code)}
            {code === content.language && known.length > 1 && <span className="small"> {words.posting.originalMark}</span>}
          </button>
        ))}
      </div>
      {language === content.language ? (
        <Select
          hideLabel
          label={words.posting.originalLanguage}
          value={content.language}
          choices={[content.language, ...free].map((code) => ({ value: code, label: words.posting.writtenIn(languageName(code)) }))}
          onChange={(code) => {
            change({ language: code });
            choose(code);
          }}
        />
      ) : (
        <button type="button" className="quiet" onClick={removeShown}>
          {words.posting.removeLanguage(languageName(language))}
        </button>
      )}
      {free.length > 0 && (
        <Select
          hideLabel
          label={words.posting.addLanguage}
          value=""
          choices={[{ value: "", label: `+ ${words.posting.addLanguage}` }, ...free.map((code) => ({ value: code, label: languageName(code) }))]}
          onChange={add}
        />
      )}
      {part.advice("language").map((told) => (
        <p key={told} className="advice">
          {told}
        </p>
      ))}
      {part.problem("translations") && <p className="problem">{part.problem("translations")}</p>}
    </div>
  );
}
