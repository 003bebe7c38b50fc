import { useSpeech } from "../../kit/language";
import { useUnsent } from "../../kit/unsent/useUnsent";
import { Check, Input, Many, type Said } from "../setup/fields";
import type { Person } from "./requests";

/** The languages that people of a session day are asked about. */
export const LANGUAGES = ["vi", "en", "zh", "ja", "ko"];

type Known = Pick<Person, "name" | "email" | "languages" | "remote">;

/** Name, address, languages and the way of taking part of somebody who comes; `form` says of which form, see `useUnsent`. */
export function usePersonFields(form: string, known?: Partial<Known>) {
  const { words, languageName } = useSpeech();
  const unsent = useUnsent(form, {
    name: known?.name ?? "",
    email: known?.email ?? "",
    languages: known?.languages ?? ["vi"],
    remote: known?.remote ?? false,
  });
  const { name, email, languages, remote } = unsent.value;
  const set = <Field extends keyof typeof unsent.value>(field: Field) => unsent.field(field).onChange;
  const choices = [...new Set([...LANGUAGES, ...languages])];
  const fields = (said: Said) => (
    <>
      <Input label={words.setup.personName} value={name} set={set("name")} error={said("name")} />
      <Input label={words.accounts.email} type="email" value={email} set={set("email")} error={said("email")} />
      <Many
        label={words.setup.speaks}
        choices={choices.map((value) => ({ value, label: languageName(value) }))}
        chosen={languages}
        set={set("languages")}
        error={said("languages")}
      />
      <Check label={words.remote} checked={remote} set={set("remote")} />
    </>
  );
  return { filled: { name, email: email.trim() || null, languages, remote }, fields, unsent };
}
