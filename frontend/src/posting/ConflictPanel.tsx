import { useSpeech } from "../kit/language";
import { Changes } from "../review/Changes";
import type { Content } from "./content";
import type { Saving } from "./useSaving";

/** Somebody else saved other words in the same fields: both are shown, and one is chosen. */
export function ConflictPanel({ saving }: { saving: Saving }) {
  const { words } = useSpeech();
  const { conflict, content } = saving;
  if (!conflict) return null;
  const changes = conflict.both
    .filter((name) => name !== "translations")
    .map((name: keyof Content) => ({ field: name, language: null, before: conflict.theirs[name], after: content[name] }));
  return (
    <section className="notice bad" role="alert">
      <h2>{words.posting.conflictTitle}</h2>
      <p>{words.posting.conflictText}</p>
      <Changes changes={changes} />
      <div className="links">
        <button type="button" className="primary" onClick={() => saving.decide(true)}>
          {words.posting.keepMine}
        </button>
        <button type="button" onClick={() => saving.decide(false)}>
          {words.posting.takeTheirs}
        </button>
      </div>
    </section>
  );
}
