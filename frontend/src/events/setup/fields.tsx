/** Form fields of the steps, with what the service said about each. */
import { type ReactNode, useId } from "react";
import { Refusal } from "../../kit/api";
import { useSpeech } from "../../kit/language";

export type Said = (field: string) => string | undefined;

/** What a refusal says about a field, in words. */
export function useSaid(error: unknown): Said {
  const { words } = useSpeech();
  const codes = codesOf(error);
  return (field) => {
    const code = codes.get(field);
    return code === undefined ? undefined : (words.setup.fieldErrors[code] ?? words.otherError(code));
  };
}

/** Whether a refusal belongs to a field, and so stands beside it. */
export const isOfField = (error: unknown): boolean => codesOf(error).size > 0;

function codesOf(error: unknown): Map<string, string> {
  if (!(error instanceof Refusal)) return new Map();
  const { field, fields } = error.params as { field?: string; fields?: { field: string; code: string }[] };
  if (field) return new Map([[field, error.code]]);
  const told = Array.isArray(fields) ? fields : [];
  return new Map(told.map((one) => [one.field.split(".").at(-1) ?? "", one.code]));
}

interface InputGiven {
  label: string;
  value: string;
  set: (value: string) => void;
  type?: "text" | "date" | "time" | "datetime-local" | "number" | "url" | "email";
  error?: string | undefined;
  hint?: string;
  least?: number;
  most?: number;
}

export function Input({ label, value, set, type = "text", error, hint, least, most }: InputGiven) {
  const id = useId();
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        min={least}
        max={most}
        aria-invalid={error ? true : undefined}
        aria-describedby={about || undefined}
        onChange={(event) => set(event.target.value)}
      />
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
    </div>
  );
}

interface ManyGiven {
  label: string;
  choices: { value: string; label: string }[];
  chosen: string[];
  set: (chosen: string[]) => void;
  error?: string | undefined;
}

export function Many({ label, choices, chosen, set, error }: ManyGiven) {
  const id = useId();
  const toggle = (value: string) =>
    set(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className="many" aria-describedby={error ? id : undefined}>
      <legend>{label}</legend>
      {choices.map(({ value, label: name }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>{name}</span>
        </label>
      ))}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}

export function Check({ label, checked, set }: { label: string; checked: boolean; set: (checked: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={(event) => set(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

function FieldError({ id, error }: { id: string; error: ReactNode }) {
  return error ? (
    <p className="field-error" id={id} role="alert">
      {error}
    </p>
  ) : null;
}
