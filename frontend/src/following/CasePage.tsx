import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { SendButton, SureButton } from "../kit/SendForm";
import { CaseBadges } from "./CaseLine";
import { ContractValue } from "./ContractValue";
import { Files } from "./Files";
import { Going } from "./Going";
import { History } from "./History";
import { MoveStage } from "./MoveStage";
import { caseName, partnerName, postingTitle } from "./naming";
import { Notes } from "./Notes";
import { type Case, deleteCase, oneCase, openForBoth, type Side, STAGES, useTaken } from "./queries";
import { Tasks } from "./Tasks";
import "./following.css";

const SIDES: Side[] = ["need", "technology"];

/** One case: where it is, who does what, and what came of it. */
export function CasePage() {
  const id = Number(useParams({ strict: false }).id);
  return (
    <Guarded action="outcomes.get_case">
      <Shown id={id} />
    </Guarded>
  );
}

function Shown({ id }: { id: number }) {
  const speech = useSpeech();
  const { words } = speech;
  const found = useQuery(oneCase(id));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const one = found.data;
  return (
    <div className="case-page">
      <div>
        <Link className="back" to="/cases">
          ← {words.following.back}
        </Link>
        <Title>{caseName(speech, one)}</Title>
        <CaseBadges one={one} withStage={false} />
      </div>
      <StageBar one={one} />
      {one.waits_for && one.stage !== "closed" && <Waits one={one} />}
      <Going one={one} />
      <Sides one={one} />
      <div className="two">
        <div>
          <Tasks one={one} />
          <Notes one={one} />
        </div>
        <div>
          <section className="panel card-panel no-print">
            <h2>{words.following.move}</h2>
            <MoveStage one={one} />
          </section>
          <ContractValue one={one} />
          <Files one={one} />
          <History one={one} />
          <Remove one={one} />
        </div>
      </div>
    </div>
  );
}

function StageBar({ one }: { one: Case }) {
  const { words } = useSpeech();
  const { following } = words;
  const at = STAGES.indexOf(one.stage);
  const closed = one.stage === "closed";
  return (
    <div>
      <ol className="stage-bar" aria-label={following.nowAt(following.stages[one.stage])}>
        {STAGES.filter((stage) => stage !== "closed" || closed).map((stage) => (
          <li
            key={stage}
            className={stage === "closed" ? "over" : !closed && STAGES.indexOf(stage) <= at ? "reached" : undefined}
            aria-current={stage === one.stage ? "step" : undefined}
          >
            {following.stages[stage]}
          </li>
        ))}
      </ol>
      {closed && (
        <p className="small">
          {one.declined_by ? following.declinedBy[one.declined_by] : null}
          {one.declined_by && one.reason ? ": " : null}
          {one.reason && words.reasons[one.reason]}
        </p>
      )}
    </div>
  );
}

function Waits({ one }: { one: Case }) {
  const { words } = useSpeech();
  const taken = useTaken();
  return (
    <div className="notice">
      <p>{words.following.waits}</p>
      {one.side === null && (
        <SendButton label={words.following.openForBoth} work={() => taken(openForBoth(one.id, one.version))} />
      )}
    </div>
  );
}

function Sides({ one }: { one: Case }) {
  const { words, code } = useSpeech();
  const event = nameIn(code, { vi: one.event_vi, en: one.event_en });
  return (
    <section>
      <div className="case-sides">
        {SIDES.map((side) => {
          const partner = one[side];
          return (
            <div key={side} className={side}>
              <p className="small">{words.following.sides[side]}</p>
              <p className="strong">{partnerName(code, partner)}</p>
              {partner.posting_id !== null && (
                <Link to="/postings/$id" params={{ id: String(partner.posting_id) }}>
                  {postingTitle(code, partner)}
                </Link>
              )}
            </div>
          );
        })}
      </div>
      <p className="small">
        {words.following.meetings}{" "}
        <Link to="/events/$id" params={{ id: String(one.event_id) }}>
          {event}
        </Link>
      </p>
    </section>
  );
}

function Remove({ one }: { one: Case }) {
  const { words } = useSpeech();
  const navigate = useNavigate();
  if (one.side !== null) return null;
  const remove = async () => {
    await deleteCase(one.id);
    await navigate({ to: "/cases" });
  };
  return (
    <p>
      <SureButton label={words.following.remove} sure={words.following.removeSure} work={remove} />
    </p>
  );
}
