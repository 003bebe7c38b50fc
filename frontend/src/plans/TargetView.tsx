import { useQuery } from "@tanstack/react-query";
import { definitions } from "../figures/queries";
import { nameIn, useSpeech } from "../kit/language";
import { SureButton } from "../kit/SendForm";
import { EntryForm } from "./EntryForm";
import { Entries } from "./Entries";
import { type Target, usePlanChanges } from "./queries";
import { TargetForm } from "./TargetForm";

/** One target: how far it is, who answers for it by when, and where its value comes from. */
export function TargetView({ planId, target }: { planId: number; target: Target }) {
  const { words, code, day } = useSpeech();
  const { plans } = words;
  const changes = usePlanChanges();
  const name = nameIn(code, { vi: target.name_vi, en: target.name_en });
  const definition = nameIn(code, { vi: target.definition_vi, en: target.definition_en });
  return (
    <li className="panel card-panel target">
      <div className="target-head">
        <h3>{name}</h3>
        <p className="badges">
          <span className={`badge standing ${target.standing}`}>{plans.standings[target.standing]}</span>
          <span className="badge">{target.how === "counted" ? plans.counted : plans.entered}</span>
        </p>
      </div>
      <Progress name={name} target={target} />
      <p className="hint">
        {plans.responsible}: {target.responsible || plans.noResponsible} · {plans.due}: {day(target.due)}
      </p>
      {definition && <p className="small">{definition}</p>}
      <Indicator target={target} />
      <Entries planId={planId} target={target} />
      {target.how === "entered" && (
        <details>
          <summary>{plans.enter}</summary>
          <EntryForm planId={planId} target={target} />
        </details>
      )}
      <details>
        <summary>{plans.editTarget}</summary>
        <TargetForm planId={planId} target={target} year={Number(target.due.slice(0, 4))} />
        <SureButton
          label={plans.removeTarget}
          sure={plans.sureRemoveTarget}
          work={() => changes.deleteTarget(planId, target.id)}
        />
      </details>
    </li>
  );
}

/** A bar up to the target, with what it says in words. */
function Progress({ name, target }: { name: string; target: Target }) {
  const { words, code, count } = useSpeech();
  const { plans } = words;
  const unit = nameIn(code, { vi: target.unit_vi, en: target.unit_en });
  const sayAmount = (value: number) => `${count(value)} ${unit}`.trim();
  const wanted = `${plans.comparisons[target.comparison ?? "at_least"]} ${sayAmount(target.value)}`;
  const now = target.now === null ? plans.notYet : plans.now(sayAmount(target.now));
  const most = Math.max(target.value, target.now ?? 0, Number.MIN_VALUE);
  return (
    <div className="target-progress">
      <p>
        <strong>{wanted}</strong> · {now}
      </p>
      <meter
        className={target.standing}
        aria-label={plans.progress(name)}
        aria-valuetext={`${wanted}, ${now}`}
        min={0}
        max={most}
        value={Math.max(0, target.now ?? 0)}
      />
    </div>
  );
}

function Indicator({ target }: { target: Target }) {
  const { code } = useSpeech();
  const all = useQuery({ ...definitions, enabled: Boolean(target.indicator) }).data ?? [];
  const found = all.find((one) => one.code === target.indicator);
  if (!found) return null;
  const name = nameIn(code, { vi: found.name_vi, en: found.name_en });
  return (
    <p className="small">
      {name}
      {target.part ? ` (${target.part})` : ""}: {nameIn(code, { vi: found.definition_vi, en: found.definition_en })}
    </p>
  );
}
