import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { CutForm } from "./CutForm";
import type { Cut } from "./cut";
import { Groups } from "./Groups";
import { definitions, indicators } from "./queries";
import { ReportPanel } from "./ReportPanel";
import { Sections } from "./Sections";
import "./figures.css";

const route = getRouteApi("/figures");

export function FiguresPage() {
  const { words } = useSpeech();
  return (
    <>
      <div className="page-head">
        <Title>{words.figures.title}</Title>
        <p className="lead">{words.figures.lead}</p>
        <p className="links">
          <Link to="/plans">{words.plans.title}</Link>
        </p>
      </div>
      <Guarded action="outcomes.get_indicators">
        <Figures />
      </Guarded>
    </>
  );
}

function Figures() {
  const cut = route.useSearch();
  const navigate = route.useNavigate();
  const defined = useQuery(definitions);
  const found = useQuery(indicators(cut));
  const change = (changes: Partial<Cut>) => void navigate({ search: { ...cut, ...changes }, replace: true, resetScroll: false });
  const error = defined.error ?? found.error;
  return (
    <div className="figures-page" aria-busy={found.isFetching}>
      <CutForm cut={cut} change={change} />
      {error && <Failure error={error} again={() => void found.refetch()} />}
      {!error && (!defined.data || !found.data) && <Loading />}
      {!error && defined.data && found.data && (
        <>
          <div className="figures-sections">
            <Sections definitions={defined.data} figures={found.data.figures} />
          </div>
          <Groups definitions={defined.data} found={found.data} by={cut.by ?? "month"} choose={(by) => change({ by })} />
        </>
      )}
      <ReportPanel cut={cut} />
    </div>
  );
}
