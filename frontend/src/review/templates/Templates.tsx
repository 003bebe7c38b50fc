import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { SureButton } from "../../kit/SendForm";
import { removeTemplate, type Template, templates } from "./queries";
import { TemplateForm } from "./TemplateForm";
import "./templates.css";

/** The reviewers' own templates: what there is, and a form for another one. */
export function Templates() {
  const { words } = useSpeech();
  const { answerTemplates } = words;
  const found = useQuery(templates);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  const all = found.data ?? [];
  return (
    <details className="panel card-panel templates">
      <summary>
        {answerTemplates.title} <span className="count">{all.length}</span>
      </summary>
      <p className="hint">{answerTemplates.lead}</p>
      {all.length > 0 && (
        <ul className="template-list">
          {all.map((one) => (
            <One key={one.id} template={one} />
          ))}
        </ul>
      )}
      <h3>{answerTemplates.another}</h3>
      <TemplateForm />
    </details>
  );
}

function One({ template }: { template: Template }) {
  const { words } = useSpeech();
  const { answerTemplates } = words;
  const client = useQueryClient();
  const [changing, setChanging] = useState(false);
  const remove = async () => {
    await removeTemplate(template.id);
    await client.invalidateQueries({ queryKey: templates.queryKey });
  };
  return (
    <li aria-label={template.name}>
      <p className="template-head">
        <span className="strong">{template.name}</span> <span className="badge">{answerTemplates.abouts[template.about]}</span>
      </p>
      {changing ? (
        <TemplateForm known={template} done={() => setChanging(false)} />
      ) : (
        <div className="template-texts">
          {template.text_vi && <p lang="vi">{template.text_vi}</p>}
          {template.text_en && <p lang="en">{template.text_en}</p>}
        </div>
      )}
      <p className="links">
        <button type="button" className="quiet" onClick={() => setChanging(!changing)}>
          {changing ? words.cancel : answerTemplates.change}
        </button>
        {!changing && <SureButton label={answerTemplates.remove} sure={answerTemplates.sureRemove(template.name)} work={remove} />}
      </p>
    </li>
  );
}
