import { useQuery } from "@tanstack/react-query";
import { people as peopleQuery } from "../../../agenda/queries";
import { useSpeech } from "../../../kit/language";
import { Segments, Select } from "../../../kit/parts";
import { Check, Input, type Said } from "../fields";
import { postingsOf, type RuleSent } from "./requests";

const RULES = ["add", "forbid"] as const;

interface Given {
  eventId: number;
  organisations: [number | null, number | null];
  sent: RuleSent;
  set: (part: Partial<RuleSent>) => void;
  said: Said;
}

/** What is said of two organisations; of those that should meet also about what, and with whom. */
export function RuleFields({ eventId, organisations, sent, set, said }: Given) {
  const { words } = useSpeech();
  const people = useQuery(peopleQuery(eventId)).data ?? [];
  const [first, second] = organisations;
  const postings = [...(useQuery(postingsOf(first)).data ?? []), ...(useQuery(postingsOf(second)).data ?? [])];
  const experts = people.filter((one) => one.role === "expert").map((one) => ({ id: one.id, title: one.name }));
  const one = (name: "need_id" | "technology_id" | "expert_id", label: string, of: { id: number; title: string }[]) =>
    of.length > 0 && (
      <Select
        label={label}
        value={String(sent[name] ?? "")}
        problem={said(name)}
        choices={[
          { value: "", label: words.pairRules.noMatter },
          ...of.map(({ id, title }) => ({ value: String(id), label: title })),
        ]}
        onChange={(value) => set({ [name]: Number(value) || null })}
      />
    );
  return (
    <>
      <div className="rule-kind">
        <Segments
          label={words.pairRules.rule}
          value={sent.rule}
          choices={RULES.map((value) => ({ value, label: words.pairRules.rules[value] ?? value }))}
          onChange={(rule) => set({ rule })}
        />
        {sent.rule === "add" && (
          <Check label={words.pairRules.must} checked={sent.must ?? false} set={(must) => set({ must })} />
        )}
      </div>
      {sent.rule === "add" && (
        <>
          {one("need_id", words.pairRules.need, postings.filter((posting) => posting.kind === "need"))}
          {one("technology_id", words.pairRules.technology, postings.filter((posting) => posting.kind === "technology"))}
          {one("expert_id", words.pairRules.expert, experts)}
        </>
      )}
      <Input label={words.pairRules.note} value={sent.note ?? ""} set={(note) => set({ note })} error={said("note")} />
    </>
  );
}
