import { useSpeech } from "../kit/language";
import { type FieldChange, Changes } from "../review/Changes";
import { at, type Place } from "./merging";
import type { Conflict, Saving } from "./useSaving";

/** Somebody else saved other words at the same places: of each both are shown, and one is chosen. */
export function ConflictPanel({ saving }: { saving: Saving }) {
  const { words } = useSpeech();
  const { conflict } = saving;
  if (!conflict) return null;
  return (
    <section className="notice bad" role="alert">
      <h2>{words.posting.conflictTitle}</h2>
      <p>{words.posting.conflictText}</p>
      {conflict.both.map((place) => (
        <Decision key={`${place.language}-${place.field}`} saving={saving} conflict={conflict} places={[place]} />
      ))}
      {conflict.both.length > 1 && (
        <div className="links">
          <button type="button" onClick={() => saving.decide(conflict.both, true)}>
            {words.posting.keepAllMine}
          </button>
          <button type="button" onClick={() => saving.decide(conflict.both, false)}>
            {words.posting.takeAllTheirs}
          </button>
        </div>
      )}
    </section>
  );
}

function Decision({ saving, conflict, places }: { saving: Saving; conflict: Conflict; places: [Place] }) {
  const { words, languageName } = useSpeech();
  const [{ field, language }] = places;
  const changes = changesAt(places[0], at(conflict.theirs, places[0]), at(saving.content, places[0]));
  const name = field && (words.posting.fieldNames[field] ?? words.fields[field as keyof typeof words.fields] ?? field);
  const named = [name, language && languageName(language)].filter(Boolean).join(", ");
  return (
    <>
      <Changes changes={changes} />
      <div className="links" role="group" aria-label={named}>
        <button type="button" className="primary" onClick={() => saving.decide(places, true)}>
          {words.posting.keepMine}
        </button>
        <button type="button" onClick={() => saving.decide(places, false)}>
          {words.posting.takeTheirs}
        </button>
      </div>
    </>
  );
}

/** A place as changes to read: of a whole text each of its fields. */
function changesAt({ field, language }: Place, theirs: unknown, mine: unknown): FieldChange[] {
  if (field !== null) return [{ field, language, before: theirs, after: mine }];
  const [before, after] = [theirs ?? {}, mine ?? {}] as Record<string, unknown>[];
  return Object.keys({ ...before, ...after })
    .filter((name) => name !== "language")
    .map((name) => ({ field: name, language, before: before?.[name] ?? "", after: after?.[name] ?? "" }));
}
