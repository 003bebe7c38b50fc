import { type FormEvent, useId } from "react";
import { useSpeech } from "../kit/language";
import { Failure, Segments, Select, TextField } from "../kit/parts";
import { useSending } from "../kit/SendForm";
import { Recalled } from "../kit/unsent/Recalled";
import { useUnsent } from "../kit/unsent/useUnsent";
import { partnerName } from "./naming";
import { type Case, saveTask, type Side, type Task, type TaskSent, useTaken } from "./queries";

const PROGRESSES = ["open", "doing", "done"] as const;
type Typed = Required<Omit<TaskSent, "account_id" | "due">> & { due: string };

const asTyped = (task?: Task): Typed => ({
  what: task?.what ?? "",
  person: task?.person ?? "",
  side: task?.side ?? null,
  responsible: task?.responsible ?? "",
  responsible_side: task?.responsible_side ?? null,
  progress: task?.progress ?? "open",
  progress_note: task?.progress_note ?? "",
  due: task?.due ?? "",
});

/** The account of whoever is named, where it is somebody of the list. */
function accountOf(one: Case, typed: Typed, task?: Task): number | null {
  const named = one.people.find((person) => person.name === typed.person && person.side === typed.side);
  if (named) return named.account_id;
  return task && task.person === typed.person && task.side === typed.side ? task.account_id : null;
}

/** A task to be written or changed; a name of the list brings its side along. */
export function TaskForm({ one, task, done }: { one: Case; task?: Task; done: () => void }) {
  const { words } = useSpeech();
  const { tasks } = words.following;
  const taken = useTaken();
  const { busy, error, send } = useSending();
  const unsent = useUnsent(`case-${one.id}-task-${task?.id ?? "new"}`, asTyped(task));
  const { value: typed, write: change } = unsent;
  const close = () => {
    unsent.clear();
    done();
  };
  const name = (person: string) => {
    const sides = one.people.filter((known) => known.name === person).map((known) => known.side);
    change(sides.length === 1 ? { person, side: sides[0] } : { person });
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const body = { ...typed, due: typed.due || null, account_id: accountOf(one, typed, task) };
    if (await send(() => taken(saveTask(one.id, body, task)))) close();
  };
  return (
    <form className="form" onSubmit={submit}>
      <Recalled unsent={unsent} />
      <TextField label={tasks.what} required maxLength={300} value={typed.what} onChange={(what) => change({ what })} />
      <div className="pair">
        <PersonField one={one} value={typed.person} onChange={name} />
        <SideChoice one={one} label={tasks.personSide} value={typed.side} onChange={(side) => change({ side })} />
      </div>
      <div className="pair">
        <SideChoice
          one={one}
          label={tasks.responsible}
          value={typed.responsible_side}
          onChange={(responsible_side) => change({ responsible_side })}
        />
        <TextField
          label={tasks.responsibleName}
          maxLength={300}
          value={typed.responsible}
          onChange={(responsible) => change({ responsible })}
        />
      </div>
      <div>
        <p className="label">{tasks.progress}</p>
        <Segments
          label={tasks.progress}
          value={typed.progress}
          choices={PROGRESSES.map((value) => ({ value, label: tasks.progresses[value] }))}
          onChange={(progress) => change({ progress })}
        />
      </div>
      <div className="pair">
        <TextField
          label={tasks.progressNote}
          maxLength={2000}
          value={typed.progress_note}
          onChange={(progress_note) => change({ progress_note })}
        />
        <TextField label={tasks.due} type="date" value={typed.due} onChange={(due) => change({ due })} />
      </div>
      {error !== null && <Failure error={error} />}
      <p className="actions">
        <button type="submit" className="primary" disabled={busy}>
          {tasks.save}
        </button>
        <button type="button" className="quiet" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

function PersonField({ one, value, onChange }: { one: Case; value: string; onChange: (name: string) => void }) {
  const { words } = useSpeech();
  const { tasks } = words.following;
  const id = useId();
  return (
    <>
      <TextField
        label={tasks.person}
        hint={tasks.personHint}
        list={id}
        autoComplete="off"
        maxLength={300}
        value={value}
        onChange={onChange}
      />
      <datalist id={id}>
        {[...new Set(one.people.map((person) => person.name))].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}

interface SideGiven {
  one: Case;
  label: string;
  value: Side | null;
  onChange: (side: Side | null) => void;
}

function SideChoice({ one, label, value, onChange }: SideGiven) {
  const { words, code } = useSpeech();
  return (
    <Select
      label={label}
      value={value ?? ""}
      choices={[
        { value: "", label: words.following.tasks.elsewhere },
        { value: "need", label: partnerName(code, one.need) },
        { value: "technology", label: partnerName(code, one.technology) },
      ]}
      onChange={(side) => onChange((side || null) as Side | null)}
    />
  );
}
