import { useState } from "react";
import { Guarded } from "../accounts/Guarded";
import { useMay } from "../accounts/me";
import { useSpeech } from "../kit/language";
import { Segments, Title } from "../kit/parts";
import { Jobs } from "./Jobs";
import { AuditLog } from "./log/AuditLog";
import { ModelState } from "./ModelState";
import { Organisations } from "./Organisations";
import { People } from "./People";
import { Providers } from "./Providers";
import { Taxonomy } from "./Taxonomy";
import { Waiting } from "./Waiting";
import "../joining/joining.css";
import "./administration.css";

const SECTIONS = {
  waiting: Waiting,
  organisations: Organisations,
  people: People,
  audit: AuditLog,
  providers: Providers,
  jobs: Jobs,
  model: ModelState,
  taxonomy: Taxonomy,
};
type Section = keyof typeof SECTIONS;

/** What one must be allowed to do to be shown a section; the others are for all who come here. */
const NEEDS: Partial<Record<Section, string>> = {
  waiting: "accounts.decide_verification",
  people: "accounts.list_people",
  audit: "accounts.list_audit",
  providers: "accounts.list_providers",
};

export function AdministrationPage() {
  const { words } = useSpeech();
  const [section, setSection] = useState<Section>("waiting");
  const may = useMay();
  const Shown = SECTIONS[section];
  const shown = (Object.keys(SECTIONS) as Section[]).filter((one) => may(NEEDS[one] ?? "matching.rebuild"));
  const labels = { ...words.administration.sections, ...words.oversight.sections };
  return (
    <Guarded action="matching.rebuild">
      <div className="page-head">
        <Title>{words.administration.title}</Title>
        <p className="lead">{words.administration.lead}</p>
      </div>
      <Segments
        label={words.administration.title}
        value={section}
        choices={shown.map((value) => ({ value, label: labels[value] }))}
        onChange={setSection}
      />
      <div className="section">
        <Shown />
      </div>
    </Guarded>
  );
}
