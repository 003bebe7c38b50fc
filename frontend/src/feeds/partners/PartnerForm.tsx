import { useQuery, useQueryClient } from "@tanstack/react-query";
import { organisations } from "../../accounts/queries";
import { api, ask } from "../../kit/api";
import { nameIn, useSpeech } from "../../kit/language";
import { Select, TextArea, TextField } from "../../kit/parts";
import { SendForm } from "../../kit/SendForm";
import { useUnsent } from "../../kit/unsent/useUnsent";
import { SectorMarks } from "../../posting/SectorMarks";
import { sentOf, type Written, written } from "./partnerContent";
import { type Partner, partners } from "./queries";

/** A new catalogue, or one that is changed. */
export function PartnerForm({ partner }: { partner?: Partner }) {
  const { words, languageName } = useSpeech();
  const { feeds } = words;
  const client = useQueryClient();
  const start = { ...written(partner), sectors: partner?.sectors ?? [] };
  const unsent = useUnsent(`partner-${partner?.id ?? "new"}`, start);
  const { value: form, write: set } = unsent;
  const save = async () => {
    const body = sentOf(form, form.sectors);
    await ask(
      partner
        ? api.PUT("/api/partners/{partner_id}", {
            params: { path: { partner_id: partner.id } },
            body: { ...body, version: partner.version },
          })
        : api.POST("/api/partners", { body }),
    );
    await client.invalidateQueries({ queryKey: partners.queryKey });
  };
  const forms = Object.entries(feeds.partnerForms).map(([value, label]) => ({ value, label }));
  const kinds = (["technology", "need"] as const).map((value) => ({ value, label: words.kinds[value] }));
  const languages = ["vi", "en", "ja", "ko", "zh"].map((value) => ({ value, label: languageName(value) }));
  const isJson = form.form === "json";
  return (
    <SendForm submit={partner ? words.organisationPage.save : feeds.addPartner} work={save} done={words.organisationPage.saved} unsent={unsent}>
      <div className="pair">
        <TextField label={feeds.name} required maxLength={200} value={form.name} onChange={(name) => set({ name })} />
        <Represented value={form.organisation_id} onChange={(organisation_id) => set({ organisation_id })} />
      </div>
      <div className="pair">
        <Select label={feeds.partnerForm} value={form.form} choices={forms} onChange={(one) => set({ form: one as Written["form"] })} />
        {!partner && (
          <Select label={feeds.partnerKind} value={form.kind} choices={kinds} onChange={(one) => set({ kind: one as Written["kind"] })} />
        )}
      </div>
      <TextField
        label={feeds.partnerAddress}
        hint={isJson ? feeds.partnerAddressJson : feeds.partnerAddressOai}
        type="url"
        required
        maxLength={500}
        value={form.address}
        onChange={(address) => set({ address })}
      />
      {!isJson && (
        <div className="pair">
          <TextField label={feeds.prefix} hint={feeds.prefixHint} required value={form.prefix} onChange={(prefix) => set({ prefix })} />
          <TextField label={feeds.setName} hint={feeds.setNameHint} value={form.set_name} onChange={(set_name) => set({ set_name })} />
        </div>
      )}
      {isJson && <TextArea label={feeds.paths} hint={feeds.pathsHint} value={form.fields} onChange={(fields) => set({ fields })} />}
      <div className="pair">
        <Select label={feeds.partnerLanguage} value={form.language} choices={languages} onChange={(language) => set({ language })} />
        <TextField
          label={feeds.days}
          hint={feeds.daysHint}
          type="number"
          min={0}
          max={365}
          value={form.every_days}
          onChange={(every_days) => set({ every_days })}
        />
      </div>
      <div className="pair">
        <TextField label={feeds.licence} required maxLength={200} hint={feeds.licenceHint} value={form.licence} onChange={(licence) => set({ licence })} />
        <TextField
          label={feeds.licenceAddress}
          type="url"
          maxLength={1000}
          value={form.licence_address}
          onChange={(licence_address) => set({ licence_address })}
        />
      </div>
      <TextArea label={feeds.terms} hint={feeds.termsHint} value={form.terms} onChange={(terms) => set({ terms })} />
      <SectorMarks label={feeds.otherwiseSectors} chosen={form.sectors} set={(sectors) => set({ sectors })} />
    </SendForm>
  );
}

function Represented({ value, onChange }: { value: number | null; onChange: (id: number | null) => void }) {
  const { words, code } = useSpeech();
  const all = useQuery(organisations).data ?? [];
  const choices = all.map((one) => ({ value: String(one.id), label: nameIn(code, { vi: one.name_vi ?? "", en: one.name_en ?? "" }) }));
  return (
    <Select
      label={words.feeds.represented}
      hint={words.feeds.representedHint}
      value={value ? String(value) : ""}
      choices={[{ value: "", label: words.feeds.choose }, ...choices]}
      onChange={(chosen) => onChange(chosen ? Number(chosen) : null)}
    />
  );
}
