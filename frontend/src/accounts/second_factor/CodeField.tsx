import { useEffect, useRef } from "react";
import { useSpeech } from "../../kit/language";
import { TextField } from "../../kit/parts";

/** Six digits of the app; where `recovery` is true also a recovery code. */
export function CodeField(given: {
  value: string;
  onChange: (value: string) => void;
  recovery?: boolean;
  focused?: boolean;
}) {
  const { words } = useSpeech();
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (given.focused) here.current?.querySelector("input")?.focus();
  }, [given.focused]);
  return (
    <div ref={here}>
      <TextField
        label={given.recovery ? words.ownAccount.codeOrRecovery : words.ownAccount.code}
        hint={given.recovery ? words.ownAccount.codeHint : undefined}
        autoComplete="one-time-code"
        inputMode={given.recovery ? "text" : "numeric"}
        autoCapitalize="none"
        spellCheck={false}
        required
        minLength={6}
        maxLength={40}
        value={given.value}
        onChange={given.onChange}
      />
    </div>
  );
}
