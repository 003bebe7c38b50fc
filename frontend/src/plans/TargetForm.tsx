import { useQuery } from "@tanstack/react-query";
import { definitions } from "../figures/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Select, TextArea, TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { type Target, type TargetSent, usePlanChanges } from "./queries";
import { contentOf, sentOf } from "./targetContent";

type Comparison = NonNullable<TargetSent["comparison"]>;
const COMPARISONS: Comparison[] = ["at_least", "at_most", "above"];

/** A new target, or one that is there. */
export function TargetForm({ planId, target, year }: { planId: number; target?: Target; year: number }) {
  const { words, code } = useSpeech();
  const { plans } = words;
  const changes = usePlanChanges();
  const all = useQuery(definitions).data ?? [];
  const unsent = useUnsent(target ? `target-${target.id}` : `plan-${planId}-target`, contentOf(target, year));
  const { value: content, write: set } = unsent;
  const send = () => {
    const body = sentOf(content, target);
    return target
      ? changes.saveTarget(planId, target.id, { ...body, version: target.version })
      : changes.addTarget(planId, body);
  };
  const text = (name: "name_vi" | "name_en" | "unit_vi" | "unit_en" | "responsible", label: string) => (
    <TextField label={label} value={content[name]} maxLength={300} onChange={(value) => set({ [name]: value })} />
  );
  return (
    <SendForm submit={plans.save} work={send} done={plans.saved} unsent={unsent}>
      {text("name_vi", plans.nameVi)}
      {text("name_en", plans.nameEn)}
      <div className="pair">
        <Select
          label={plans.comparison}
          value={content.comparison}
          choices={COMPARISONS.map((value) => ({ value, label: plans.comparisons[value] ?? value }))}
          onChange={(value) => set({ comparison: value as Comparison })}
        />
        <TextField
          label={plans.target}
          type="number"
          step="any"
          required
          value={content.value}
          onChange={(value) => set({ value })}
        />
        {text("unit_vi", plans.unitVi)}
        {text("unit_en", plans.unitEn)}
        {text("responsible", plans.responsible)}
        <TextField label={plans.due} type="date" required value={content.due} onChange={(due) => set({ due })} />
      </div>
      <TextArea label={plans.definitionVi} value={content.definition_vi} onChange={(definition_vi) => set({ definition_vi })} />
      <TextArea label={plans.definitionEn} value={content.definition_en} onChange={(definition_en) => set({ definition_en })} />
      <Select
        label={plans.how}
        value={content.indicator}
        choices={[
          { value: "", label: plans.byHand },
          ...all.map((one) => ({ value: one.code, label: nameIn(code, { vi: one.name_vi, en: one.name_en }) })),
        ]}
        onChange={(indicator) => set({ indicator })}
      />
      {content.indicator && (
        <TextField
          label={plans.part}
          hint={plans.partHint}
          value={content.part}
          maxLength={80}
          onChange={(part) => set({ part })}
        />
      )}
    </SendForm>
  );
}
