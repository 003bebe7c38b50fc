import { useState } from "react";
import { useSpeech } from "../kit/language";
import { SureButton } from "../kit/SendForm";
import { partnerName } from "./naming";
import { type Case, deleteTask, type Side, type Task, useTaken } from "./queries";
import { TaskForm } from "./TaskForm";

/** Who does what by when, how far it is, and who answers for it. */
export function Tasks({ one }: { one: Case }) {
  const { words } = useSpeech();
  const { tasks } = words.following;
  const [shown, setShown] = useState<number | "new" | null>(null);
  const hide = () => setShown(null);
  return (
    <section className="panel card-panel" aria-labelledby="tasks">
      <h2 id="tasks">{tasks.title}</h2>
      {!one.tasks.length && <p className="small">{tasks.empty}</p>}
      <ul className="case-tasks">
        {one.tasks.map((task) => (
          <li key={task.id} className={task.overdue ? "late" : task.progress === "done" ? "done" : undefined}>
            {shown === task.id ? (
              <TaskForm one={one} task={task} done={hide} />
            ) : (
              <Line one={one} task={task} change={() => setShown(task.id)} />
            )}
          </li>
        ))}
      </ul>
      {shown === "new" ? (
        <TaskForm one={one} done={hide} />
      ) : (
        <button type="button" onClick={() => setShown("new")}>
          {tasks.add}
        </button>
      )}
    </section>
  );
}

function Line({ one, task, change }: { one: Case; task: Task; change: () => void }) {
  const { words, code, day } = useSpeech();
  const { tasks } = words.following;
  const taken = useTaken();
  const from = (side: Side | null) => (side ? partnerName(code, one[side]) : "");
  const person = [task.person, from(task.side)].filter(Boolean).join(" · ");
  const responsible = [task.responsible, from(task.responsible_side)].filter(Boolean).join(" · ");
  return (
    <>
      <p className="strong">{task.what}</p>
      <dl>
        <div>
          <dt>{tasks.person}</dt>
          <dd>{person || tasks.nobody}</dd>
        </div>
        <div>
          <dt>{tasks.responsible}</dt>
          <dd>{responsible || tasks.nobody}</dd>
        </div>
        <div>
          <dt>{tasks.progress}</dt>
          <dd>
            {tasks.progresses[task.progress]}
            {task.progress_note && ` · ${task.progress_note}`}
          </dd>
        </div>
        <div>
          <dt>{tasks.due}</dt>
          <dd className={task.overdue ? "late-day" : undefined}>
            {task.due ? (task.overdue ? tasks.late(day(task.due)) : day(task.due)) : tasks.noDue}
          </dd>
        </div>
      </dl>
      <p className="actions">
        <button type="button" className="quiet" aria-label={tasks.changeOf(task.what)} onClick={change}>
          {tasks.change}
        </button>
        <SureButton label={tasks.remove} sure={tasks.removeSure} work={() => taken(deleteTask(one.id, task))} />
      </p>
    </>
  );
}
