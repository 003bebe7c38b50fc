import type { FormEvent, ReactNode } from "react";
import { Failure } from "../../kit/parts";
import { Recalled } from "../../kit/unsent/Recalled";
import { isOfField, useSaid } from "../setup/fields";
import { useSaving } from "../setup/saving";
import { usePersonFields } from "./fields";
import type { Person } from "./requests";

export type Filled = Pick<Person, "name" | "email" | "languages" | "remote">;

interface Given {
  eventId: number;
  /** Which form this is, see `useUnsent`. */
  form: string;
  submit: string;
  send: (filled: Filled) => Promise<unknown>;
  done?: () => void;
  title?: string;
  known?: Partial<Filled>;
  /** Further fields, before those of the person. */
  children?: ReactNode;
  /** A field of `children` whose refusal nothing beside it says. */
  unsaid?: string;
}

/** A form for one person; what the service refuses stands beside its field. */
export function PersonForm({ eventId, form, submit, send, done, title, known, children, unsaid }: Given) {
  const person = usePersonFields(`event-${eventId}-${form}`, known);
  const saving = useSaving(
    eventId,
    () => send(person.filled),
    () => {
      person.unsent.clear();
      done?.();
    },
  );
  const said = useSaid(saving.error);
  const save = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  const besides = !isOfField(saving.error) || (unsaid !== undefined && said(unsaid));
  return (
    <form className="line-form" onSubmit={save} noValidate>
      {title && <h2>{title}</h2>}
      <Recalled unsent={person.unsent} />
      {children}
      {person.fields(said)}
      <button type="submit" className="primary" disabled={saving.isPending}>
        {submit}
      </button>
      {Boolean(saving.error) && besides && <Failure error={saving.error} />}
    </form>
  );
}
