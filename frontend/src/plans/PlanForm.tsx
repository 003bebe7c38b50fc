import { useSpeech } from "../kit/language";
import { TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { type Plan, usePlanChanges } from "./queries";

/** A new plan, or the name, number and year of one that is there. */
export function PlanForm({ plan, saved }: { plan?: Plan; saved?: (plan: Plan) => void }) {
  const { words } = useSpeech();
  const changes = usePlanChanges();
  const unsent = useUnsent(`plan-${plan?.id ?? "new"}`, {
    name_vi: plan?.name_vi ?? "",
    name_en: plan?.name_en ?? "",
    number: plan?.number ?? "",
    year: String(plan?.year ?? new Date().getFullYear()),
  });
  const { value: content, write: set } = unsent;
  const send = async () => {
    const body = { ...content, year: Number(content.year) };
    const made = plan ? await changes.savePlan(plan.id, { ...body, version: plan.version }) : await changes.createPlan(body);
    unsent.clear();
    saved?.(made);
  };
  return (
    <SendForm submit={words.plans.save} work={send} done={words.plans.saved} unsent={unsent}>
      <TextField label={words.plans.nameVi} value={content.name_vi} maxLength={300} onChange={(name_vi) => set({ name_vi })} />
      <TextField label={words.plans.nameEn} value={content.name_en} maxLength={300} onChange={(name_en) => set({ name_en })} />
      <div className="pair">
        <TextField label={words.plans.number} value={content.number} maxLength={60} onChange={(number) => set({ number })} />
        <TextField
          label={words.plans.year}
          type="number"
          min={2000}
          max={2199}
          required
          value={content.year}
          onChange={(year) => set({ year })}
        />
      </div>
    </SendForm>
  );
}
