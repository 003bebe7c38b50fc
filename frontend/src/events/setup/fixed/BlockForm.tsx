import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useSpeech } from "../../../kit/language";
import { Select } from "../../../kit/parts";
import { Recalled } from "../../../kit/unsent/Recalled";
import { useUnsent } from "../../../kit/unsent/useUnsent";
import { slots as slotsQuery } from "../../queries";
import { SlotToggles } from "../../SlotToggles";
import { FormEnd } from "../FormEnd";
import { Check, Input, useSaid } from "../fields";
import { useSaving } from "../saving";
import { Company } from "./Company";
import { type Block, type BlockSent, saveBlock } from "./requests";

const KINDS = ["plenary", "company_visit", "other"] as const;
// What most days have; both names, since they are shown to readers of either language.
const USUAL: Pick<BlockSent, "kind" | "name_vi" | "name_en" | "everybody">[] = [
  { kind: "plenary", name_vi: "Khai mạc", name_en: "Opening", everybody: true },
  { kind: "other", name_vi: "Ăn trưa", name_en: "Lunch", everybody: true },
  { kind: "company_visit", name_vi: "Thăm doanh nghiệp", name_en: "Company visit", everybody: false },
];
const EMPTY: BlockSent = { kind: "plenary", name_vi: "", name_en: "", place: "", everybody: true, person_ids: [], slot_ids: [] };

interface Given {
  eventId: number;
  block?: Block;
  done?: () => void;
}

/** Something fixed: what it is, when, where and for whom; new, or what is known of one. */
export function BlockForm({ eventId, block, done }: Given) {
  const { words, code } = useSpeech();
  const slots = useQuery(slotsQuery(eventId)).data ?? [];
  const unsent = useUnsent<BlockSent>(`event-${eventId}-block-${block?.id ?? "new"}`, contentOf(block));
  const { value: sent, write: set } = unsent;
  const close = () => {
    unsent.clear();
    done?.();
  };
  const saving = useSaving(
    eventId,
    () => saveBlock(eventId, block?.id, { ...sent, person_ids: sent.everybody ? [] : sent.person_ids }),
    close,
  );
  const said = useSaid(saving.error);
  const save = (submitted: FormEvent) => {
    submitted.preventDefault();
    saving.mutate(undefined);
  };
  return (
    <form className="line-form" onSubmit={save} noValidate>
      <h2>{block ? words.fixedParts.change : words.fixedParts.add}</h2>
      <Recalled unsent={unsent} />
      {!block && (
        <p className="usual">
          {USUAL.map((one) => (
            <button key={one.name_en} type="button" className="small-button" onClick={() => set(one)}>
              {code === "vi" ? one.name_vi : one.name_en}
            </button>
          ))}
        </p>
      )}
      <Select
        label={words.fixedParts.kind}
        value={sent.kind}
        choices={KINDS.map((value) => ({ value, label: words.fixedParts.kinds[value] ?? value }))}
        onChange={(value) => set({ kind: KINDS.find((one) => one === value) ?? "other" })}
      />
      <Input label={words.setup.nameVi} value={sent.name_vi} set={(name_vi) => set({ name_vi })} error={said("name_vi")} />
      <Input label={words.setup.nameEn} value={sent.name_en} set={(name_en) => set({ name_en })} error={said("name_en")} />
      <Input label={words.place} value={sent.place} set={(place) => set({ place })} error={said("place")} />
      <SlotToggles
        legend={words.fixedParts.when}
        slots={slots}
        pressed={sent.slot_ids}
        set={(slot_ids) => set({ slot_ids })}
        error={said("slot_ids")}
      />
      <div className="for-whom">
        <Check label={words.fixedParts.forAll} checked={sent.everybody} set={(everybody) => set({ everybody })} />
        {!sent.everybody && (
          <Company
            eventId={eventId}
            chosen={sent.person_ids ?? []}
            set={(person_ids) => set({ person_ids })}
            error={said("person_ids")}
          />
        )}
      </div>
      <FormEnd submit={block ? words.setup.save : words.fixedParts.addThis} saving={saving} leave={done && close} />
    </form>
  );
}

function contentOf(block: Block | undefined): BlockSent {
  if (!block) return EMPTY;
  const { id: _, ...content } = block;
  return content;
}
