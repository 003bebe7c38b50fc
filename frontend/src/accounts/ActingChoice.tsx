import { useQuery, useQueryClient } from "@tanstack/react-query";
import { nameIn, useSpeech } from "../kit/language";
import { Select } from "../kit/parts";
import { actAs, useActing } from "./acting";
import { organisations } from "./queries";

/** Whom to act as, until there is sign-in. */
export function ActingChoice() {
  const { words, code } = useSpeech();
  const acting = useActing();
  const client = useQueryClient();
  const found = useQuery(organisations);
  const named = (found.data ?? []).map((one) => ({
    value: String(one.id),
    label: nameIn(code, { vi: one.name_vi, en: one.name_en }),
  }));
  const choices = [
    { value: "public", label: words.acting.public },
    { value: "organiser", label: words.acting.organiser },
    ...named,
  ];
  if (!choices.some((choice) => choice.value === String(acting))) {
    choices.push({ value: String(acting), label: String(acting) });
  }
  return (
    <Select
      hideLabel
      label={words.actingAs}
      value={String(acting)}
      choices={choices}
      onChange={(value) => {
        actAs(value === "organiser" || value === "public" ? value : Number(value));
        // What one may see depends on who one is.
        void client.resetQueries();
      }}
    />
  );
}
