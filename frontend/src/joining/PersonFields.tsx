import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../kit/language";
import { Select, TextField } from "../kit/parts";
import { terms } from "./queries";

export type Written = "vi" | "en";
export const WRITTEN: Written[] = ["vi", "en"];

/** A new password; how long it must be is the service's to say. */
export function NewPasswordField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { words } = useSpeech();
  const least = useQuery(terms).data?.password_least;
  return (
    <TextField
      label={words.accounts.newPassword}
      hint={least === undefined ? undefined : words.joining.passwordLeast(least)}
      type="password"
      autoComplete="new-password"
      required
      minLength={least}
      maxLength={200}
      value={value}
      onChange={onChange}
    />
  );
}

/** In which language letters come. */
export function LetterLanguage({ value, onChange }: { value: Written; onChange: (value: Written) => void }) {
  const { words, languageName } = useSpeech();
  return (
    <Select
      label={words.joining.letterLanguage}
      value={value}
      choices={WRITTEN.map((code) => ({ value: code, label: languageName(code) }))}
      onChange={(code) => onChange(code as Written)}
    />
  );
}
