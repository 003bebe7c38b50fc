import { getRouteApi } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { useSpeech } from "../kit/language";
import { Segments, Title } from "../kit/parts";
import { Partners } from "./partners/Partners";
import { Receivers } from "./Receivers";
import { Records } from "./Records";
import "./feeds.css";

const SECTIONS = { receivers: Receivers, records: Records, partners: Partners };
type Section = keyof typeof SECTIONS;

const route = getRouteApi("/feeds");

/** What goes out to others and comes in from them: changes as they happen, records, catalogues of partners. */
export function FeedsPage() {
  const { feeds } = useSpeech().words;
  const asked = route.useSearch().section;
  const navigate = route.useNavigate();
  const names = Object.keys(SECTIONS) as Section[];
  const section = names.find((one) => one === asked) ?? "receivers";
  const Shown = SECTIONS[section];
  return (
    <Guarded action="outcomes.list_receivers">
      <div className="page-head">
        <Title>{feeds.title}</Title>
        <p className="lead">{feeds.lead}</p>
      </div>
      <Segments
        label={feeds.title}
        value={section}
        choices={names.map((value) => ({ value, label: feeds.sections[value] }))}
        onChange={(chosen) => void navigate({ search: { section: chosen } })}
      />
      <div className="section">
        <Shown />
      </div>
    </Guarded>
  );
}
