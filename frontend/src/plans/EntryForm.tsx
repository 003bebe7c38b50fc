import { useSpeech } from "../kit/language";
import { TextArea, TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { type Target, usePlanChanges } from "./queries";

/** A value by hand, as of a day, with what proves it. */
export function EntryForm({ planId, target }: { planId: number; target: Target }) {
  const { words } = useSpeech();
  const { plans } = words;
  const changes = usePlanChanges();
  const unsent = useUnsent(`target-${target.id}-entry`, { value: "", day: "", evidence: "", link: "" });
  const { value: content, write: set } = unsent;
  const send = () =>
    changes.enter(planId, target.id, { ...content, value: Number(content.value), link: content.link || null });
  return (
    <SendForm submit={plans.enter} work={send} unsent={unsent}>
      <div className="pair">
        <TextField
          label={plans.value}
          type="number"
          step="any"
          required
          value={content.value}
          onChange={(value) => set({ value })}
        />
        <TextField label={plans.day} type="date" required value={content.day} onChange={(day) => set({ day })} />
      </div>
      <TextArea
        label={plans.evidence}
        hint={plans.evidenceHint}
        value={content.evidence}
        onChange={(evidence) => set({ evidence })}
      />
      <TextField
        label={plans.link}
        type="url"
        required={!content.evidence.trim()}
        maxLength={500}
        value={content.link}
        onChange={(link) => set({ link })}
      />
    </SendForm>
  );
}
