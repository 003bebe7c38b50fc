import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { useSpeech } from "../language";
import "./finder.css";

export interface Option {
  key: string;
  name: string;
  note?: string;
}

interface Given {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** What was typed, and what is there for it, the best first. */
  typed: string;
  type: (typed: string) => void;
  options: Option[];
  take: (key: string) => void;
}

/** A field in which one finds something by its name: type, go by the arrows, take with Enter or a tap. */
export function Finder({ label, hint, error, typed, type, options, take }: Given) {
  const { words } = useSpeech();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(0);
  const place = Math.min(wanted, options.length - 1);
  const shown = open && options.length > 0;
  const active = shown ? `${id}-${place}` : undefined;
  useEffect(() => {
    if (active) document.getElementById(active)?.scrollIntoView?.({ block: "nearest" });
  }, [active]);
  const choose = (option: Option | undefined) => {
    if (!option) return;
    setOpen(false);
    take(option.key);
  };
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (shown) setWanted((place + step + options.length) % options.length);
      setOpen(true);
    } else if (event.key === "Enter" && shown) {
      event.preventDefault();
      choose(options[place]);
    } else if (event.key === "Escape" && shown) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="finder-field">
        <input
          id={id}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={active}
          aria-invalid={error ? true : undefined}
          aria-describedby={about || undefined}
          value={typed}
          onChange={(event) => {
            type(event.target.value);
            setWanted(0);
            setOpen(true);
          }}
          onClick={() => setOpen(true)}
          onBlur={() => setOpen(false)}
          onKeyDown={press}
        />
        <ul id={`${id}-list`} role="listbox" aria-label={label} hidden={!shown}>
          {options.map((option, at) => (
            // The keys are pressed in the field, which names the option that is meant.
            <li
              key={option.key}
              id={`${id}-${at}`}
              role="option"
              aria-selected={at === place}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {option.name} {option.note && <span className="small">{option.note}</span>}
            </li>
          ))}
        </ul>
      </div>
      <p className={open && typed.trim() && !options.length ? "hint" : "unseen"} role="status">
        {open && typed.trim() ? (options.length ? words.finder.found(options.length) : words.finder.nothing) : ""}
      </p>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
