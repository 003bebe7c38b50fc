import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { useMay } from "../accounts/me";
import { organisation } from "../accounts/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { Invitations } from "./Invitations";
import { JoinRequests } from "./JoinRequests";
import { Members } from "./Members";
import { Verification } from "./Verification";
import { Views } from "./Views";
import "../accounts/sections.css";

/** One organisation, for its people and organisers. */
export function OrganisationPage() {
  const { words } = useSpeech();
  const { id } = useParams({ strict: false });
  return (
    <Guarded action="accounts.list_members">
      {/^\d{1,15}$/.test(id ?? "") ? <Shown id={Number(id)} /> : <p className="notice">{words.notFound}</p>}
    </Guarded>
  );
}

function Shown({ id }: { id: number }) {
  const { words, code } = useSpeech();
  const may = useMay();
  const found = useQuery(organisation(id));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const { name_vi, name_en, kind } = found.data;
  return (
    <>
      <div className="page-head">
        <Title>{nameIn(code, { vi: name_vi, en: name_en })}</Title>
        <p className="lead">{words.administration.organisationKinds[kind]}</p>
      </div>
      <div className="account-sections">
        <Members organisationId={id} />
        {may("accounts.list_join_requests") && <JoinRequests organisationId={id} />}
        {may("accounts.list_invitations") && <Invitations organisationId={id} />}
        <Verification organisation={found.data} />
      </div>
      <Views organisationId={id} />
    </>
  );
}
