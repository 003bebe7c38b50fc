import { useQueryClient } from "@tanstack/react-query";
import { useSpeech } from "../../kit/language";
import { Select, TextArea, TextField } from "../../kit/parts";
import { SendForm } from "../../kit/SendForm";
import { useUnsent } from "../../kit/unsent/useUnsent";
import { ABOUTS, saveTemplate, type Template, type TemplateSent, templates } from "./queries";

const EMPTY = { about: "posting", name: "", text_vi: "", text_en: "" } satisfies TemplateSent;

/** A new template, or one that is changed. */
export function TemplateForm({ known, done }: { known?: Template; done?: () => void }) {
  const { words } = useSpeech();
  const { answerTemplates } = words;
  const client = useQueryClient();
  const start = known ? { about: known.about, name: known.name, text_vi: known.text_vi, text_en: known.text_en } : EMPTY;
  const unsent = useUnsent<Required<TemplateSent>>(`answer-template-${known?.id ?? "new"}`, start);
  const { value, field, write } = unsent;
  const work = async () => {
    await saveTemplate(value, known);
    await client.invalidateQueries({ queryKey: templates.queryKey });
    unsent.clear();
    done?.();
  };
  return (
    <SendForm submit={known ? answerTemplates.save : answerTemplates.add} work={work} done={answerTemplates.saved} unsent={unsent}>
      <div className="pair">
        <TextField label={answerTemplates.name} hint={answerTemplates.nameHint} required maxLength={100} {...field("name")} />
        <Select
          label={answerTemplates.about}
          value={value.about}
          choices={ABOUTS.map((about) => ({ value: about, label: answerTemplates.abouts[about] }))}
          onChange={(about) => write({ about: ABOUTS.find((one) => one === about) ?? "posting" })}
        />
      </div>
      <div className="pair">
        <TextArea label={answerTemplates.textVi} hint={answerTemplates.textHint} lang="vi" {...field("text_vi")} />
        <TextArea label={answerTemplates.textEn} lang="en" {...field("text_en")} />
      </div>
    </SendForm>
  );
}
