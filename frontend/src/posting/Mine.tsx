import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ChooseOrganisation } from "../accounts/ChooseOrganisation";
import { Guarded } from "../accounts/Guarded";
import { useMay, useMe } from "../accounts/me";
import type { Posting } from "../catalogue/queries";
import { textFor } from "../catalogue/texts";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { ReasonList } from "../review/ReasonList";
import { StateBadge } from "../review/StateBadge";
import { everyPosting, history } from "./requests";
import { StateActions } from "./StateActions";
import "./posting.css";

export function Mine() {
  const { words } = useSpeech();
  const me = useMe();
  const may = useMay();
  const [chosen, setChosen] = useState<number | null>(null);
  const organisationId = me?.organisation_id ?? chosen;
  return (
    <Guarded action="catalogue.create_need">
      <div className="page-head">
        <Title>{words.mine.title}</Title>
        <p className="lead">{words.mine.lead}</p>
      </div>
      <p className="links page-links">
        {may("catalogue.create_need") && (
          <Link className="button primary" to="/postings/new" search={{ kind: "need" }}>
            + {words.posting.newOf.need}
          </Link>
        )}
        {may("catalogue.create_technology") && (
          <Link className="button" to="/postings/new" search={{ kind: "technology" }}>
            + {words.posting.newOf.technology}
          </Link>
        )}
        {may("catalogue.start_import") && (
          <Link className="button" to="/import">
            {words.imports.title}
          </Link>
        )}
      </p>
      {!me?.organisation_id && <ChooseOrganisation value={chosen} choose={setChosen} />}
      {organisationId && <List organisationId={organisationId} />}
    </Guarded>
  );
}

function List({ organisationId }: { organisationId: number }) {
  const { words } = useSpeech();
  const found = useQuery(everyPosting(organisationId));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  if (!found.data.length) return <p className="notice">{words.mine.empty}</p>;
  const groups = [
    { name: words.mine.waitsFor.owner, items: found.data.filter((one) => one.editing?.waits_for === "owner") },
    { name: words.mine.waitsFor.organiser, items: found.data.filter((one) => one.editing?.waits_for === "organiser") },
    { name: words.mine.waitsFor.nobody, items: found.data.filter((one) => !one.editing?.waits_for) },
  ];
  return groups.map(
    ({ name, items }) =>
      items.length > 0 && (
        <section key={name} className="group">
          <h2>
            {name} <span className="count">{items.length}</span>
          </h2>
          <ul className="rows card-panel panel">
            {items.map((posting) => (
              <Row key={posting.id} posting={posting} />
            ))}
          </ul>
        </section>
      ),
  );
}

function Row({ posting }: { posting: Posting }) {
  const { words, code, day } = useSpeech();
  const text = textFor(posting, code);
  const { findings = 0 } = posting.editing ?? {};
  return (
    <li className={`mine ${posting.kind === "need" ? "need" : "offer"}`}>
      <div>
        <p className="badges">
          <span className="badge side">{words.oneOf[posting.kind]}</span>
          <StateBadge state={posting.state} />
          <span className={`badge ${findings ? "" : "yes"}`}>{words.posting.improvements(findings)}</span>
        </p>
        <Link className="strong" to="/postings/$id" params={{ id: String(posting.id) }} lang={text.language}>
          {text.title}
        </Link>
        <p className="small">
          {words.updated} {day(posting.updated_at)}
        </p>
        {posting.state === "returned" && <WhyReturned id={posting.id} />}
      </div>
      <StateActions posting={posting} />
    </li>
  );
}

function WhyReturned({ id }: { id: number }) {
  const { words } = useSpeech();
  const found = useQuery(history(id)).data ?? [];
  const reasons = found.findLast((event) => event.to_state === "returned")?.reasons ?? [];
  if (!reasons.length) return null;
  return (
    <div className="returned">
      <p className="strong">{words.mine.returnedBecause}</p>
      <ReasonList reasons={reasons} />
    </div>
  );
}
