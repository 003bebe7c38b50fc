import { useQuery } from "@tanstack/react-query";
import { nameIn, useSpeech } from "../kit/language";
import { Select } from "../kit/parts";
import { organisations } from "./queries";

/** For organisers: on whose behalf. */
export function ChooseOrganisation({ value, choose }: { value: number | null; choose: (id: number) => void }) {
  const { words, code } = useSpeech();
  const found = useQuery(organisations).data ?? [];
  const choices = found.map((one) => ({
    value: String(one.id),
    label: nameIn(code, { vi: one.name_vi, en: one.name_en }),
  }));
  return (
    <div className="chooser">
      <Select
        label={words.chooseOrganisation}
        value={String(value ?? "")}
        choices={[{ value: "", label: words.chooseOne }, ...choices]}
        onChange={(id) => choose(Number(id))}
      />
    </div>
  );
}
