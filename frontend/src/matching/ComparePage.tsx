import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Guarded } from "../accounts/Guarded";
import { organisation } from "../accounts/queries";
import { type Posting, posting as postingQuery } from "../catalogue/queries";
import { textFor } from "../catalogue/texts";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { SIGNS, said, verdictOf } from "./Criteria";
import { comparedIds } from "./compared";
import { type Candidate, compared } from "./queries";
import "./matching.css";
import "./compare.css";

const route = getRouteApi("/compare");

export function ComparePage() {
  const { words } = useSpeech();
  const { posting: id, with: named } = route.useSearch();
  return (
    <Guarded action="matching.get_candidates">
      <div className="page-head">
        <Title>{words.compare.title}</Title>
        <p className="lead">{words.compare.lead}</p>
        <p className="page-links">
          <Link className="back" to="/matches" search={{ posting: id }}>
            ← {words.compare.back}
          </Link>
        </p>
      </div>
      {id && <Columns postingId={id} ids={comparedIds(named)} />}
    </Guarded>
  );
}

function Columns({ postingId, ids }: { postingId: number; ids: number[] }) {
  const { words } = useSpeech();
  const own = useQuery(postingQuery(postingId));
  const found = useQuery(compared(postingId, ids));
  const error = own.error ?? found.error;
  if (ids.length < 2) return <p className="notice">{words.compare.least}</p>;
  if (error) return <Failure error={error} again={() => void found.refetch()} />;
  if (!own.data || !found.data) return <Loading />;
  const shown = ids.flatMap((id) => found.data.items.find((one) => one.posting.id === id) ?? []);
  if (!shown.length) return <p className="notice">{words.compare.noneLeft}</p>;
  return (
    <>
      {shown.length < ids.length && <p className="notice">{words.compare.someGone(ids.length - shown.length)}</p>}
      <ComparedTable posting={own.data} shown={shown} />
    </>
  );
}

function ComparedTable({ posting, shown }: { posting: Posting; shown: Candidate[] }) {
  const speech = useSpeech();
  const { words, code, percent } = speech;
  const best = Math.max(...shown.map((one) => one.probability));
  const [asking, answering] = posting.kind === "need" ? (["need", "technology"] as const) : (["technology", "need"] as const);
  const names = shown[0]?.criteria.map((one) => one.name) ?? [];
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={words.compare.title}>
      <table className="table compared">
        <caption className="strong">
          <span>{textFor(posting, code).title}</span>
        </caption>
        <thead>
          <tr>
            <td />
            {shown.map((one) => (
              <th key={one.posting.id} scope="col">
                <Link to="/postings/$id" params={{ id: String(one.posting.id) }}>
                  {textFor(one.posting, code).title}
                </Link>
                <Whose id={one.posting.organisation_id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Line name={words.probability} shown={shown}>
            {(one) => (
              <>
                <span className={`figure-text ${one.good ? "met" : ""}`}>{percent(one.probability)}</span>{" "}
                {one.probability === best && <span className="badge yes">{words.compare.best}</span>}
              </>
            )}
          </Line>
          {names.map((name, place) => {
            const first = shown[0]?.criteria[place];
            const needed = first && `${words.compare.needed}: ${said(first, asking, speech)}`;
            return (
              <Line key={name} name={words.criteria[name] ?? name} hint={needed} shown={shown}>
                {(one) => {
                  const criterion = one.criteria.find((each) => each.name === name);
                  if (!criterion) return null;
                  return (
                    <span className={`verdict-cell ${criterion.verdict}`}>
                      <span className="sign" aria-hidden="true">
                        {SIGNS[criterion.verdict]}
                      </span>
                      <span>
                        {said(criterion, answering, speech)}
                        <span className="small"> {verdictOf(criterion, words)}</span>
                      </span>
                    </span>
                  );
                }}
              </Line>
            );
          })}
          <Line name={words.compare.reason} shown={shown}>
            {(one) => one.reasons[0] && <q lang={one.posting.language}>{one.reasons[0][answering]}</q>}
          </Line>
        </tbody>
      </table>
    </div>
  );
}

interface LineGiven {
  name: string;
  hint?: string;
  shown: Candidate[];
  children: (candidate: Candidate) => ReactNode;
}

function Line({ name, hint, shown, children }: LineGiven) {
  return (
    <tr>
      <th scope="row">
        {name}
        {hint && <span className="small">{hint}</span>}
      </th>
      {shown.map((one) => (
        <td key={one.posting.id}>{children(one)}</td>
      ))}
    </tr>
  );
}

function Whose({ id }: { id: number }) {
  const { code } = useSpeech();
  const found = useQuery(organisation(id)).data;
  return <span className="small">{found && nameIn(code, { vi: found.name_vi, en: found.name_en })}</span>;
}
