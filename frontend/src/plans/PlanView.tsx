import { useQuery } from "@tanstack/react-query";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";
import { SureButton } from "../kit/SendForm";
import { PlanForm } from "./PlanForm";
import { plan as planQuery, usePlanChanges } from "./queries";
import { TargetForm } from "./TargetForm";
import { TargetView } from "./TargetView";

/** A plan with the progress of its targets. */
export function PlanView({ id, removed }: { id: number; removed: () => void }) {
  const { words, code } = useSpeech();
  const changes = usePlanChanges();
  const found = useQuery(planQuery(id));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const plan = found.data;
  const standing = (wanted: string) => plan.targets.filter((one) => one.standing === wanted).length;
  const remove = async () => {
    await changes.deletePlan(plan.id);
    removed();
  };
  return (
    <article className="plan">
      <header>
        <p className="badges">
          {plan.number && <span className="badge side">{plan.number}</span>}
          <span className="badge">{plan.year}</span>
        </p>
        <h2>{nameIn(code, { vi: plan.name_vi, en: plan.name_en })}</h2>
        <p className="hint">
          {plan.targets.length
            ? words.plans.summary(standing("done"), plan.targets.length, standing("behind"))
            : words.plans.none}
        </p>
      </header>
      <ol className="targets">
        {plan.targets.map((target) => (
          <TargetView key={target.id} planId={plan.id} target={target} />
        ))}
      </ol>
      <details className="panel">
        <summary>{words.plans.newTarget}</summary>
        <TargetForm planId={plan.id} year={plan.year} />
      </details>
      <details className="panel">
        <summary>{words.plans.editPlan}</summary>
        <PlanForm plan={plan} />
        <SureButton label={words.plans.removePlan} sure={words.plans.sureRemovePlan} work={remove} />
      </details>
    </article>
  );
}
