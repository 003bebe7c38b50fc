import { useState } from "react";
import { useSpeech } from "../kit/language";
import { TextArea } from "../kit/parts";
import { SendForm, SureButton } from "../kit/SendForm";
import { addNote, type Case, deleteNote, useTaken } from "./queries";

/** What was written down, the latest first. */
export function Notes({ one }: { one: Case }) {
  const { words, instant } = useSpeech();
  const { notes, sides, organiser } = words.following;
  const taken = useTaken();
  const [text, setText] = useState("");
  const add = async () => {
    await taken(addNote(one.id, text));
    setText("");
  };
  return (
    <section className="panel card-panel" aria-labelledby="notes">
      <h2 id="notes">{notes.title}</h2>
      <SendForm submit={notes.add} work={add}>
        <TextArea label={notes.text} hint={notes.hint} value={text} onChange={setText} />
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
