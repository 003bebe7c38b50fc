import { getRouteApi } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { useMay } from "../accounts/me";
import { useSpeech } from "../kit/language";
import { Segments, Title } from "../kit/parts";
import { EverybodysTokens } from "./EverybodysTokens";
import { Jobs } from "./Jobs";
import { AuditLog } from "./log/AuditLog";
import { ModelState } from "./ModelState";
import { Organisations } from "./Organisations";
import { People } from "./People";
import { Providers } from "./Providers";
import { SettingsInForce } from "./settings/SettingsInForce";
import { Taxonomy } from "./taxonomy/Taxonomy";
import { Waiting } from "./Waiting";
import "./administration.css";

const SECTIONS = {
  waiting: Waiting,
  organisations: Organisations,
  people: People,
  tokens: EverybodysTokens,
  audit: AuditLog,
  providers: Providers,
  jobs: Jobs,
  model: ModelState,
  taxonomy: Taxonomy,
  settings: SettingsInForce,
};
type Section = keyof typeof SECTIONS;

/** What one must be allowed to do to be shown a section; the others are for all who come here. */
const NEEDS: Partial<Record<Section, string>> = {
  waiting: "accounts.decide_verification",
  people: "accounts.list_people",
  tokens: "accounts.list_all_tokens",
  audit: "accounts.list_audit",
  providers: "accounts.list_providers",
  settings: "kit.get_settings",
};

const route = getRouteApi("/administration");

export function AdministrationPage() {
  const { words } = useSpeech();
  const asked = route.useSearch().section;
  const navigate = route.useNavigate();
  const may = useMay();
  const shown = (Object.keys(SECTIONS) as Section[]).filter((one) => may(NEEDS[one] ?? "matching.rebuild"));
  const section = shown.find((one) => one === asked) ?? "waiting";
  const Shown = SECTIONS[section];
  const others = { settings: words.settings.section, tokens: words.administering.tokens };
  const labels = { ...words.administration.sections, ...words.oversight.sections, ...others };
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
        onChange={(chosen) => void navigate({ search: { section: chosen } })}
      />
      <div className="section">
        <Shown />
      </div>
    </Guarded>
  );
}
