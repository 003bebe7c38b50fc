import { useState } from "react";
import { Guarded } from "../accounts/Guarded";
import { useSpeech } from "../kit/language";
import { Segments, Title } from "../kit/parts";
import { Jobs } from "./Jobs";
import { ModelState } from "./ModelState";
import { Organisations } from "./Organisations";
import { Taxonomy } from "./Taxonomy";

const SECTIONS = { organisations: Organisations, jobs: Jobs, model: ModelState, taxonomy: Taxonomy };
type Section = keyof typeof SECTIONS;

export function AdministrationPage() {
  const { words } = useSpeech();
  const [section, setSection] = useState<Section>("organisations");
  const Shown = SECTIONS[section];
  return (
    <Guarded action="matching.rebuild">
      <div className="page-head">
        <Title>{words.administration.title}</Title>
        <p className="lead">{words.administration.lead}</p>
      </div>
      <Segments
        label={words.administration.title}
        value={section}
        choices={(Object.keys(SECTIONS) as Section[]).map((value) => ({ value, label: words.administration.sections[value] }))}
        onChange={setSection}
      />
      <div className="section">
        <Shown />
      </div>
    </Guarded>
  );
}
