import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { Guarded } from "../accounts/Guarded";
import { useMe } from "../accounts/me";
import { ChooseOrganisation } from "../accounts/ChooseOrganisation";
import { type Posting, posting as postingQuery } from "../catalogue/queries";
import type { Kind } from "../catalogue/search";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { contentOf, emptyContent } from "./content";
import { type Kept, placeOf, recallWork } from "./keeping";
import { PostingForm } from "./PostingForm";

const newRoute = getRouteApi("/postings/new");
const editRoute = getRouteApi("/postings/$id/edit");

export function NewPosting() {
  const { words } = useSpeech();
  const me = useMe();
  const { kind = "need", made } = newRoute.useSearch();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<number | null>(null);
  const organisationId = me?.organisation_id ?? chosen;
  // The address names the posting from its first save on, so that opening it again goes on with it.
  const [began] = useState(made);
  const onMade = useCallback(
    (posting: Posting) => {
      if (!made) void navigate({ to: ".", search: { kind, made: posting.id }, replace: true });
    },
    [kind, made, navigate],
  );
  if (began) return <EditExisting id={began} />;
  return (
    <Guarded action={kind === "need" ? "catalogue.create_need" : "catalogue.create_technology"}>
      <div className="page-head">
        <Title>{words.posting.newOf[kind]}</Title>
        <p className="lead">{words.posting.newLead}</p>
      </div>
      {!me?.organisation_id && <ChooseOrganisation value={chosen} choose={setChosen} />}
      {me?.account && organisationId && (
        <Open
          key={`${kind}-${organisationId}`}
          kind={kind}
          posting={null}
          organisationId={organisationId}
          account={me.account.id}
          made={onMade}
        />
      )}
    </Guarded>
  );
}

export function EditPosting() {
  return <EditExisting id={Number(editRoute.useParams().id)} />;
}

function EditExisting({ id }: { id: number }) {
  const { words } = useSpeech();
  const me = useMe();
  const found = useQuery({ ...postingQuery(id), staleTime: 0, refetchOnMount: "always" });
  // The form goes on by itself from what was found first.
  const [first, setFirst] = useState<Posting | null>(null);
  if (!first && found.data && !found.isFetching) setFirst(found.data);
  if (found.error && !first) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!first) return <Loading />;
  if (!first.editing) return <p className="notice page-notice">{words.errors.not_your_organisation}</p>;
  return (
    <Guarded action="catalogue.update_posting">
      <div className="page-head">
        <Title>{words.posting.editOf[first.kind]}</Title>
      </div>
      <Open
        kind={first.kind}
        posting={first}
        organisationId={first.organisation_id}
        account={me?.account?.id ?? 0}
      />
    </Guarded>
  );
}

interface OpenGiven {
  kind: Kind;
  posting: Posting | null;
  organisationId: number;
  account: number;
  made?: (posting: Posting) => void;
}

/** The form, beginning with what was left unsent here, or else with what the service has. */
function Open({ kind, posting, organisationId, account, made }: OpenGiven) {
  const client = useQueryClient();
  const { code } = useSpeech();
  const place = useCallback(
    (id: number | null) => placeOf(account, organisationId, kind, id),
    [account, organisationId, kind],
  );
  const start = useMemo<Kept>(() => {
    const content = posting ? contentOf(posting) : emptyContent(kind, code);
    const fresh = { content, base: posting && content, version: posting?.version ?? null };
    return recallWork(place(posting?.id ?? null)) ?? { ...fresh, reference: `web-${crypto.randomUUID()}` };
    // What the form begins with is decided once.
  }, [place]);
  const saved = useCallback(
    (now: Posting) => {
      client.setQueryData(postingQuery(now.id).queryKey, now);
      void client.invalidateQueries({ queryKey: ["own-postings"] });
      made?.(now);
    },
    [client, made],
  );
  return (
    <PostingForm
      kind={kind}
      organisationId={organisationId}
      place={place}
      start={start}
      posting={posting}
      made={saved}
    />
  );
}
