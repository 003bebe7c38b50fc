import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { Posting } from "../../../catalogue/queries";
import { useSpeech } from "../../../kit/language";
import { registrations } from "../../queries";
import { FormEnd } from "../FormEnd";
import { useSaid } from "../fields";
import { useSaving } from "../saving";
import { RuleFields } from "./RuleFields";
import { type Rule, type RuleSent, rules as rulesQuery, setRule } from "./requests";
import { SideFinder, useOrganisationNames } from "./SideFinder";

const EMPTY: RuleSent = { rule: "add", must: false, need_id: null, technology_id: null, expert_id: null, note: "" };
const PLACES = [0, 1] as const;

type Sides = [number | null, number | null];

interface Given {
  eventId: number;
  rule?: Rule;
  done?: () => void;
}

/** What is said of two organisations: of two that are found by name, or of those of a rule that is there. */
export function PairForm({ eventId, rule, done }: Given) {
  const { words } = useSpeech();
  const [sides, setSides] = useState<Sides>(rule ? [rule.first_id, rule.second_id] : [null, null]);
  const [sent, setSent] = useState<RuleSent>(() => contentOf(rule));
  const [tried, setTried] = useState(false);
  const [round, setRound] = useState(0);
  const set = (part: Partial<RuleSent>) => setSent((before) => ({ ...before, ...part }));
  const [first, second] = sides;
  const begin = () => {
    setSides([null, null]);
    setSent(EMPTY);
    setTried(false);
    setRound(round + 1);
    done?.();
  };
  const saving = useSaving(eventId, ([one, other]: [number, number]) => setRule(eventId, one, other, wanted(sent)), begin);
  const said = useSaid(saving.error);
  const save = (submitted: FormEvent) => {
    submitted.preventDefault();
    setTried(true);
    if (first !== null && second !== null) saving.mutate([first, second]);
  };
  const choose = (place: 0 | 1) => (organisation: number | null, posting?: Posting) => {
    // What another organisation has is no topic any more.
    if (organisation === null && sides[place] !== null) set({ need_id: null, technology_id: null });
    setSides(place ? [first, organisation] : [organisation, second]);
    if (posting) set({ [`${posting.kind}_id`]: posting.id });
  };
  return (
    <form className="line-form" onSubmit={save} noValidate>
      <h2>{rule ? words.pairRules.change : words.pairRules.add}</h2>
      {!rule &&
        PLACES.map((place) => (
          <SideFinder
            key={`${round} ${place}`}
            label={place ? words.pairRules.second : words.pairRules.first}
            error={tried && sides[place] === null ? words.setup.fieldErrors.organisation_missing : undefined}
            choose={choose(place)}
          />
        ))}
      {!rule && <Remarks eventId={eventId} sides={sides} adds={sent.rule === "add"} />}
      <RuleFields eventId={eventId} organisations={sides} sent={sent} set={set} said={said} />
      <FormEnd submit={words.setup.save} saving={saving} leave={done} />
    </form>
  );
}

/** What is worth knowing before a rule is saved: that there is one, or that somebody does not come. */
function Remarks({ eventId, sides, adds }: { eventId: number; sides: Sides; adds: boolean }) {
  const { words, list } = useSpeech();
  const { nameOf } = useOrganisationNames();
  const known = useQuery(rulesQuery(eventId)).data ?? [];
  const coming = useQuery(registrations(eventId)).data;
  const chosen = sides.filter((one) => one !== null);
  const again = known.some((one) => sides.includes(one.first_id) && sides.includes(one.second_id));
  const absent = chosen.filter((id) => coming && !coming.some((one) => one.organisation_id === id));
  return (
    <div role="status" className="remarks">
      {again && <p className="advice">{words.pairRules.again}</p>}
      {adds && absent.length > 0 && <p className="advice">{words.pairRules.absent(list(absent.map(nameOf)))}</p>}
    </div>
  );
}

/** Of a pair that is kept apart nothing else is said than why. */
const wanted = (sent: RuleSent): RuleSent => (sent.rule === "add" ? sent : { ...EMPTY, rule: sent.rule, note: sent.note });

function contentOf(rule: Rule | undefined): RuleSent {
  if (!rule) return EMPTY;
  const { first_id: _, second_id: __, actor: ___, at: ____, ...content } = rule;
  return content;
}
