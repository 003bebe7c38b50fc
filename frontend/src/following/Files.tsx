import { useId, useState } from "react";
import { useSpeech } from "../kit/language";
import { SendForm, SureButton } from "../kit/SendForm";
import { addFile, type Case, deleteFile, useTaken } from "./queries";

/** Files of a case: taken from here, and saved by whoever may see it. */
export function Files({ one }: { one: Case }) {
  const { words, instant } = useSpeech();
  const { files, sides, organiser } = words.following;
  const taken = useTaken();
  return (
    <section className="panel card-panel" aria-labelledby="files">
      <h2 id="files">{files.title}</h2>
      {!one.files.length && <p className="small">{files.empty}</p>}
      <ul className="case-notes">
        {one.files.map((file) => (
          <li key={file.id}>
            <a href={`/api/cases/${one.id}/files/${file.id}`} download>
              {file.name}
            </a>
            <p className="small">
              {files.kilobytes(file.size)} · {file.by ? sides[file.by] : organiser} · {instant(file.at)}
            </p>
            {file.own && (
              <SureButton label={files.remove} sure={files.removeSure} work={() => taken(deleteFile(one.id, file.id))} />
            )}
          </li>
        ))}
      </ul>
      <Upload key={one.files.length} one={one} />
    </section>
  );
}

function Upload({ one }: { one: Case }) {
  const { words } = useSpeech();
  const { files } = words.following;
  const id = useId();
  const taken = useTaken();
  const [file, setFile] = useState<File | null>(null);
  return (
    <SendForm submit={files.add} work={async () => void (file && (await taken(addFile(one.id, file))))}>
      <div className="field">
        <label htmlFor={id}>{files.choose}</label>
        <input
          id={id}
          type="file"
          required
          aria-describedby={`${id}-told`}
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
        <p id={`${id}-told`} className="hint">
          {files.hint}
        </p>
      </div>
    </SendForm>
  );
}
