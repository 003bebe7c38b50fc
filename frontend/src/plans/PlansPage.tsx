import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Select, Title } from "../kit/parts";
import { PlanForm } from "./PlanForm";
import { PlanView } from "./PlanView";
import { planList } from "./queries";
import "./plans.css";

const route = getRouteApi("/plans");

export function PlansPage() {
  const { words } = useSpeech();
  return (
    <>
      <div className="page-head">
        <Title>{words.plans.title}</Title>
        <p className="lead">{words.plans.lead}</p>
        <p className="links">
          <Link to="/figures">{words.figures.title}</Link>
        </p>
      </div>
      <Guarded action="outcomes.list_plans">
        <Plans />
      </Guarded>
    </>
  );
}

function Plans() {
  const { words, code } = useSpeech();
  const { plan: wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (plan?: number) => void navigate({ search: { plan } });
  const found = useQuery(planList);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const shown = found.data.find((one) => one.id === wanted) ?? found.data[0];
  return (
    <div className="plans">
      {found.data.length > 1 && shown && (
        <div className="chooser">
          <Select
            label={words.plans.choose}
            value={String(shown.id)}
            choices={found.data.map((one) => ({
              value: String(one.id),
              label: [one.number, one.year, nameIn(code, { vi: one.name_vi, en: one.name_en })].filter(Boolean).join(" · "),
            }))}
            onChange={(id) => choose(Number(id))}
          />
        </div>
      )}
      {shown ? (
        <PlanView key={shown.id} id={shown.id} removed={() => choose()} />
      ) : (
        <p className="notice">{words.plans.empty}</p>
      )}
      <details className="panel">
        <summary>{words.plans.newPlan}</summary>
        <PlanForm saved={(plan) => choose(plan.id)} />
      </details>
    </div>
  );
}
