/** Small parts that every section uses. */
import { type InputHTMLAttributes, type ReactNode, useEffect, useId } from "react";
import { Refusal } from "./api";
import type { Words } from "../languages/vi";
import { useSpeech } from "./language";

type RefusedFields = { fields?: { code: string }[] };

/** A refusal in words: how long to wait, or what is wrong with a field, where the service says so. */
export function sayRefusal(words: Words, error: unknown): string {
  if (!(error instanceof Refusal)) return words.otherError(String(error));
  const { seconds } = error.params;
  if (typeof seconds === "number") return words.accounts.wait(seconds);
  const codes = [...((error.params as RefusedFields).fields ?? []).map((field) => field.code), error.code];
  const known = codes.map((code) => words.errors[code] ?? words.setup.errors[code]).find(Boolean);
  return known ?? words.otherError(error.code);
}

export function Failure({ error, again, children }: { error: unknown; again?: () => void; children?: ReactNode }) {
  const { words } = useSpeech();
  return (
    <div className="notice bad" role="alert">
      <p>{sayRefusal(words, error)}</p>
      {children}
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

interface Telling {
  /** What is wrong, what would make it better, and what the field is for. */
  problem?: string;
  advice?: string[];
  hint?: string;
}

/** What is said beneath a field. */
export function Told({ id, problem, advice = [], hint }: Telling & { id?: string }) {
  if (!problem && !advice.length && !hint) return null;
  return (
    <div id={id}>
      {problem && <p className="problem">{problem}</p>}
      {hint && <p className="hint">{hint}</p>}
      {advice.map((line) => (
        <p key={line} className="advice">
          {line}
        </p>
      ))}
    </div>
  );
}

const isTold = ({ problem, advice, hint }: Telling) => Boolean(problem || advice?.length || hint);

export function Select(
  given: Telling & {
    label: string;
    value: string;
    choices: Choice[];
    onChange: (value: string) => void;
    hideLabel?: boolean;
  },
) {
  const id = useId();
  const { problem, advice, hint } = given;
  return (
    <div className="field">
      <label htmlFor={id} className={given.hideLabel ? "unseen" : undefined}>
        {given.label}
      </label>
      <select
        id={id}
        value={given.value}
        aria-describedby={isTold(given) ? `${id}-told` : undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => given.onChange(event.target.value)}
      >
        {given.choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <Told id={`${id}-told`} problem={problem} advice={advice} hint={hint} />
    </div>
  );
}

type InputGiven = Omit<InputHTMLAttributes<HTMLInputElement>, "value" | "onChange" | "id">;

interface Written extends Telling {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

/** A line of text with its label; what there is to say of it stands beneath. */
export function TextField({ label, hint, problem, advice, onChange, ...input }: InputGiven & Written) {
  const id = useId();
  const telling = { hint, problem, advice };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        {...input}
        aria-describedby={isTold(telling) ? `${id}-told` : undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <Told id={`${id}-told`} {...telling} />
    </div>
  );
}

/** Some lines of text; the field grows with them. */
export function TextArea({ label, hint, problem, advice, value, onChange, lang }: Written & { lang?: string }) {
  const id = useId();
  const telling = { hint, problem, advice };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        lang={lang}
        value={value}
        aria-describedby={isTold(telling) ? `${id}-told` : undefined}
        aria-invalid={problem ? true : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      <Told id={`${id}-told`} {...telling} />
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
