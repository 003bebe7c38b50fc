/** Sending something to the service: once at a time, with its refusal or its success said beneath. */
import { type FormEvent, type ReactNode, useState } from "react";
import { useSpeech } from "./language";
import { Failure } from "./parts";
import { Recalled } from "./unsent/Recalled";
import type { Unsent } from "./unsent/useUnsent";
import "./sending.css";

export function useSending() {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  /** Whether it succeeded; a second call while the first one runs is not made. */
  const send = async (work: () => Promise<unknown>): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setError(null);
    try {
      await work();
      return true;
    } catch (refused) {
      setError(refused);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, send };
}

/** A form with one button; `done` is said once it has been taken. What is `unsent` is kept until then, and begins anew. */
export function SendForm(given: {
  submit: string;
  work: () => Promise<unknown>;
  done?: string;
  danger?: boolean;
  className?: string;
  unsent?: Pick<Unsent<object>, "recalled" | "clear">;
  children: ReactNode;
}) {
  const { words } = useSpeech();
  const { busy, error, send } = useSending();
  const [taken, setTaken] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTaken(false);
    const arrived = await send(given.work);
    if (arrived) given.unsent?.clear();
    setTaken(arrived);
  };
  return (
    <form className={given.className ?? "form"} onSubmit={submit}>
      {given.unsent && <Recalled unsent={given.unsent} />}
      {given.children}
      {error !== null && <Failure error={error} />}
      {given.done && <p role="status">{taken ? given.done : ""}</p>}
      <button type="submit" className={given.danger ? "danger" : "primary"} disabled={busy}>
        {busy ? words.joining.sending : given.submit}
      </button>
    </form>
  );
}

interface Sending {
  label: string;
  work: () => Promise<unknown>;
  /** What is said of a refusal beyond its words. */
  more?: (error: unknown) => ReactNode;
}

/** A button that sends something; a refusal is said beside it. */
export function SendButton({ label, work, more, className }: Sending & { className?: string }) {
  const { busy, error, send } = useSending();
  return (
    <>
      <button type="button" className={className ?? "quiet"} disabled={busy} onClick={() => void send(work)}>
        {label}
      </button>
      {error !== null && <Failure error={error}>{more?.(error)}</Failure>}
    </>
  );
}

/** A button for what cannot be undone: it asks once more before it sends. */
export function SureButton({ label, sure, work, more }: Sending & { sure: string }) {
  const { words } = useSpeech();
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button type="button" className="quiet" onClick={() => setAsked(true)}>
        {label}
      </button>
    );
  }
  return (
    <span className="sure" role="group" aria-label={sure}>
      <span>{sure}</span>
      <SendButton label={label} className="danger" work={work} more={more} />
      <button type="button" className="quiet" onClick={() => setAsked(false)}>
        {words.cancel}
      </button>
    </span>
  );
}
