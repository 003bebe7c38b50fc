import { useSpeech } from "../kit/language";
import { TextArea } from "../kit/parts";
import { SendForm, SureButton } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { addNote, type Case, deleteNote, useTaken } from "./queries";

/** What was written down, the latest first. */
export function Notes({ one }: { one: Case }) {
  const { words, instant } = useSpeech();
  const { notes, sides, organiser } = words.following;
  const taken = useTaken();
  const unsent = useUnsent(`case-${one.id}-note`, { text: "" });
  return (
    <section className="panel card-panel" aria-labelledby="notes">
      <h2 id="notes">{notes.title}</h2>
      <SendForm submit={notes.add} work={() => taken(addNote(one.id, unsent.value.text))} unsent={unsent}>
        <TextArea label={notes.text} hint={notes.hint} {...unsent.field("text")} />
      </SendForm>
      <ul className="case-notes">
        {one.notes.map((note) => (
          <li key={note.id}>
            <p className="small">
              {note.by ? sides[note.by] : organiser} · {instant(note.at)}
            </p>
            <p className="text">{note.text}</p>
            {note.own && (
              <SureButton label={notes.remove} sure={notes.removeSure} work={() => taken(deleteNote(one.id, note.id))} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
