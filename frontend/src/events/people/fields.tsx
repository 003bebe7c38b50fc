import { useState } from "react";
import { useSpeech } from "../../kit/language";
import { Check, Input, Many, type Said } from "../setup/fields";
import type { Person } from "./requests";

/** The languages that people of a session day are asked about. */
export const LANGUAGES = ["vi", "en", "zh", "ja", "ko"];

type Known = Pick<Person, "name" | "email" | "languages" | "remote">;

/** Name, address, languages and the way of taking part of somebody who comes. */
export function usePersonFields(known?: Partial<Known>) {
  const { words, languageName } = useSpeech();
  const [name, setName] = useState(known?.name ?? "");
  const [email, setEmail] = useState(known?.email ?? "");
  const [languages, setLanguages] = useState(known?.languages ?? ["vi"]);
  const [remote, setRemote] = useState(known?.remote ?? false);
  const choices = [...new Set([...LANGUAGES, ...languages])];
  const fields = (said: Said) => (
    <>
      <Input label={words.setup.personName} value={name} set={setName} error={said("name")} />
      <Input label={words.accounts.email} type="email" value={email} set={setEmail} error={said("email")} />
      <Many
        label={words.setup.speaks}
        choices={choices.map((value) => ({ value, label: languageName(value) }))}
        chosen={languages}
        set={setLanguages}
        error={said("languages")}
      />
      <Check label={words.remote} checked={remote} set={setRemote} />
    </>
  );
  const clear = () => {
    setName("");
    setEmail("");
  };
  return { filled: { name, email: email.trim() || null, languages, remote }, fields, clear };
}
