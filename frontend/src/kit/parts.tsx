/** Small parts that every section uses. */
import { type ReactNode, useEffect, useId } from "react";
import { Refusal } from "./api";
import { useSpeech } from "./language";

export function Failure({ error, again }: { error: unknown; again?: () => void }) {
  const { words } = useSpeech();
  const code = error instanceof Refusal ? error.code : String(error);
  return (
    <div className="notice bad" role="alert">
      <p>{words.errors[code] ?? words.setup.errors[code] ?? words.otherError(code)}</p>
      {again && (
        <button type="button" className="quiet" onClick={again}>
          {words.retry}
        </button>
      )}
    </div>
  );
}

export function Loading() {
  return (
    <p role="status" className="wait">
      {useSpeech().words.loading}
    </p>
  );
}

interface Choice {
  value: string;
  label: string;
}

export function Select(given: {
  label: string;
  value: string;
  choices: Choice[];
  onChange: (value: string) => void;
  hideLabel?: boolean;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id} className={given.hideLabel ? "unseen" : undefined}>
        {given.label}
      </label>
      <select id={id} value={given.value} onChange={(event) => given.onChange(event.target.value)}>
        {given.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** A group of choices of which one is taken, as a row of buttons. */
export function Segments<T extends string>(given: {
  label: string;
  value: T;
  choices: { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="unseen">{given.label}</legend>
      {given.choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            checked={choice.value === given.value}
            onChange={() => given.onChange(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function Title({ children }: { children: ReactNode }) {
  const text = typeof children === "string" ? children : "";
  useEffect(() => {
    document.title = text ? `${text} · Matchmaker` : "Matchmaker";
  }, [text]);
  return <h1 tabIndex={-1}>{children}</h1>;
}
