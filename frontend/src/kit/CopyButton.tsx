import { useState } from "react";
import { useSpeech } from "./language";

/** Copies a text that is shown beside it. */
export function CopyButton({ text }: { text: string }) {
  const { words } = useSpeech();
  const [copied, setCopied] = useState(false);
  // Without the right to write to the clipboard the text is still there to be marked.
  const copy = () => navigator.clipboard?.writeText(text).then(() => setCopied(true), () => setCopied(false));
  return (
    <button type="button" className="quiet" onClick={() => void copy()}>
      <span role="status">{copied ? words.ownAccount.copied : words.ownAccount.copy}</span>
    </button>
  );
}
