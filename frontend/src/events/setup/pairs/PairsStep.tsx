import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { people as peopleQuery } from "../../../agenda/queries";
import { posting as postingQuery } from "../../../catalogue/queries";
import { matching } from "../../../kit/finder/matching";
import { useSpeech } from "../../../kit/language";
import { Failure, Loading, TextField } from "../../../kit/parts";
import type { Event } from "../../queries";
import { PlannedAlready } from "../PlannedAlready";
import { RemoveButton } from "../RemoveButton";
import { useSaving } from "../saving";
import { PairForm } from "./PairForm";
import { dropRule, type Rule, rules as rulesQuery } from "./requests";
import { useOrganisationNames } from "./SideFinder";
import "./pairs.css";

const FEW = 6;

/** Whom organisers bring together, and whom they keep apart. */
export function PairsStep({ event }: { event: Event }) {
  const { words } = useSpeech();
  const [typed, setTyped] = useState("");
  const found = useQuery(rulesQuery(event.id));
  const { nameOf } = useOrganisationNames();
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const keyOf = (rule: Rule) => `${rule.first_id}-${rule.second_id}`;
  const named = found.data.map((rule) => ({ key: keyOf(rule), name: pairName(rule, nameOf), note: rule.note }));
  const shown = new Set(matching(typed, named, named.length).map((one) => one.key));
  return (
    <div className="step">
      <p className="hint">{words.pairRules.lead}</p>
      <PlannedAlready event={event} text={words.pairRules.meetingsStay} />
      <PairForm eventId={event.id} />
      <section>
        <h2 role="status">{words.pairRules.count(found.data.length)}</h2>
        {found.data.length > FEW && <TextField label={words.pairRules.search} value={typed} onChange={setTyped} />}
        <ul className="people-list pair-rules">
          {found.data
            .filter((rule) => shown.has(keyOf(rule)))
            .map((rule) => (
              <RuleLine key={keyOf(rule)} eventId={event.id} rule={rule} name={pairName(rule, nameOf)} />
            ))}
        </ul>
      </section>
    </div>
  );
}

const pairName = (rule: Rule, nameOf: (id: number) => string) => `${nameOf(rule.first_id)} × ${nameOf(rule.second_id)}`;

function RuleLine({ eventId, rule, name }: { eventId: number; rule: Rule; name: string }) {
  const { words, instant } = useSpeech();
  const [changing, setChanging] = useState(false);
  const expert = (useQuery(peopleQuery(eventId)).data ?? []).find((one) => one.id === rule.expert_id);
  const drop = useSaving(eventId, () => dropRule(eventId, rule));
  return (
    <li>
      <div className="person-line">
        <span>
          <span className={`badge rule-${rule.rule}`}>{words.pairRules.rules[rule.rule]}</span>
          {rule.must && <span className="badge">{words.must}</span>} <strong>{name}</strong>
        </span>
        <span className="person-tools">
          <button
            type="button"
            className="quiet"
            aria-expanded={changing}
            aria-label={words.setup.changeNamed(name)}
            onClick={() => setChanging(!changing)}
          >
            {words.registration.change}
          </button>
          <RemoveButton name={name} remove={() => drop.mutate(undefined)} />
        </span>
      </div>
      {rule.need_id && <Topic id={rule.need_id} label={words.pairRules.need} />}
      {rule.technology_id && <Topic id={rule.technology_id} label={words.pairRules.technology} />}
      <p className="small">
        {[rule.note, expert && `${words.pairRules.expert}: ${expert.name}`, `${rule.actor}, ${instant(rule.at)}`]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {drop.error && <Failure error={drop.error} />}
      {changing && <PairForm eventId={eventId} rule={rule} done={() => setChanging(false)} />}
    </li>
  );
}

function Topic({ id, label }: { id: number; label: string }) {
  const found = useQuery(postingQuery(id)).data;
  return (
    <p className="small">
      {label}:{" "}
      <Link to="/postings/$id" params={{ id: String(id) }}>
        {found?.title ?? id}
      </Link>
    </p>
  );
}
