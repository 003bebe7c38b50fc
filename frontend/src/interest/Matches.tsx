import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { ChooseOrganisation } from "../accounts/ChooseOrganisation";
import { useMay, useMe } from "../accounts/me";
import type { Posting } from "../catalogue/queries";
import { textFor } from "../catalogue/texts";
import { eventList } from "../events/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Select, Title } from "../kit/parts";
import { CandidateList } from "../matching/CandidateList";
import { CompareBar, CompareChoice } from "../matching/CompareChoice";
import type { Candidate } from "../matching/queries";
import { AnswerButtons } from "./AnswerButtons";
import { eventCandidates, ownPostings } from "./queries";

const MOST = 50;
const route = getRouteApi("/matches");

export function Matches() {
  const { words } = useSpeech();
  const may = useMay();
  const own = useMe()?.organisation_id ?? null;
  const [chosen, setChosen] = useState<number | null>(null);
  const organises = may("interest.list_records");
  const whose = organises ? chosen : own;
  return (
    <>
      <div className="page-head">
        <Title>{words.matches}</Title>
        <p className="lead">{words.matchesLead}</p>
        {may("interest.list_requests") && (
          <p className="links page-links">
            <Link className="button" to="/requests" search={{}}>
              {words.requests.title}
            </Link>
          </p>
        )}
      </div>
      {!may("interest.list_candidates") && <p className="notice">{words.actFirst}</p>}
      {organises && <ChooseOrganisation value={chosen} choose={setChosen} />}
      {organises && whose === null && <p className="notice">{words.chooseFirst}</p>}
      {whose !== null && <OfOrganisation key={whose} organisationId={whose} />}
    </>
  );
}

function OfOrganisation({ organisationId }: { organisationId: number }) {
  const { words, code, day } = useSpeech();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const own = useQuery(ownPostings(organisationId));
  const events = (useQuery(eventList).data ?? []).filter((event) => event.phase !== "closed");
  if (own.error) return <Failure error={own.error} again={() => void own.refetch()} />;
  if (!own.data) return <Loading />;
  const posting = own.data.find((one) => one.id === search.posting) ?? own.data[0];
  if (!posting) return <p className="notice">{words.noPostings}</p>;
  const event = events.find((one) => one.id === search.event) ?? events[0];
  return (
    <>
      <div className="chooser">
        <Select
          label={words.choosePosting}
          value={String(posting.id)}
          choices={own.data.map((one) => ({
            value: String(one.id),
            label: `${words.oneOf[one.kind]}: ${textFor(one, code).title}`,
          }))}
          onChange={(id) => void navigate({ search: { ...search, posting: Number(id) } })}
        />
        {events.length > 0 && (
          <Select
            label={words.chooseEvent}
            value={String(event?.id ?? "")}
            choices={events.map((one) => ({
              value: String(one.id),
              label: `${day(one.first_day)} · ${nameIn(code, { vi: one.name_vi, en: one.name_en })}`,
            }))}
            onChange={(id) => void navigate({ search: { ...search, event: Number(id) } })}
          />
        )}
      </div>
      <Answered key={posting.id} posting={posting} eventId={event?.id} organisationId={organisationId} />
    </>
  );
}

function Answered(given: { posting: Posting; eventId: number | undefined; organisationId: number }) {
  const { words, code } = useSpeech();
  const { posting, eventId, organisationId } = given;
  // Taken out here: a query tells only of what was read while its own component was drawn.
  const { data: pairs, error } = useQuery({
    ...eventCandidates(eventId ?? 0, posting.id, organisationId),
    enabled: eventId !== undefined,
  });
  const [chosen, setChosen] = useState<number[]>([]);
  const answers = (candidate: Candidate) => {
    const pair = pairs?.find((one) => one.posting.id === candidate.posting.id);
    if (eventId !== undefined && pair) return <AnswerButtons eventId={eventId} pair={pair} />;
    return pairs ? <p className="hint">{words.notComing}</p> : null;
  };
  const under = (candidate: Candidate) => (
    <>
      {answers(candidate)}
      <CompareChoice id={candidate.posting.id} chosen={chosen} choose={setChosen} />
    </>
  );
  return (
    <>
      {error && <Failure error={error} />}
      <h2 className="unseen">{textFor(posting, code).title}</h2>
      <CandidateList posting={posting} limit={MOST} under={under} />
      <CompareBar postingId={posting.id} chosen={chosen} />
    </>
  );
}
