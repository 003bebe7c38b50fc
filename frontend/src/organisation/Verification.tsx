import { useQuery, useQueryClient } from "@tanstack/react-query";
import { organisation as organisationQuery, organisations } from "../accounts/queries";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { organisationContent, OrganisationFields, type WrittenOrganisation } from "./OrganisationFields";
import { verification } from "./queries";
import "./verification.css";

/** The tax code and what organisers said of it; corrections go through the service's own rules. */
export function Verification({ organisation }: { organisation: Schemas["OrganisationPublic"] }) {
  const { words } = useSpeech();
  const { organisationPage } = words;
  const found = useQuery(verification(organisation.id));
  return (
    <section className="panel card-panel">
      <h2>{organisationPage.verification}</h2>
      {found.error && <Failure error={found.error} />}
      {found.isPending && <Loading />}
      {found.data && (
        <>
          <p>
            <VerificationBadge state={found.data.state} />
          </p>
          {found.data.reason && (
            <p>
              {organisationPage.reason}: {found.data.reason}
            </p>
          )}
          <Details organisation={organisation} taxCode={found.data.tax_code} />
        </>
      )}
    </section>
  );
}

export function VerificationBadge({ state }: { state: Schemas["Verification"] }) {
  const { words } = useSpeech();
  return <span className={`badge verification-${state}`}>{words.organisationPage.verifications[state]}</span>;
}

function Details({ organisation, taxCode }: { organisation: Schemas["OrganisationPublic"]; taxCode: string }) {
  const { organisationPage } = useSpeech().words;
  const client = useQueryClient();
  const { id, name_vi = "", name_en = "", kind, region = "", size, website } = organisation;
  const start = { name_vi, name_en, kind, region, size: size ?? "", website: website ?? "", tax_code: taxCode } as const;
  const unsent = useUnsent<WrittenOrganisation>(`organisation-${id}`, start);
  const work = async () => {
    const params = { path: { organisation_id: id } };
    await ask(api.PATCH("/api/organisations/{organisation_id}", { params, body: organisationContent(unsent.value) }));
    for (const { queryKey } of [verification(id), organisationQuery(id), organisations]) {
      await client.invalidateQueries({ queryKey });
    }
  };
  return (
    <SendForm submit={organisationPage.save} work={work} done={organisationPage.saved} unsent={unsent}>
      <OrganisationFields unsent={unsent} />
    </SendForm>
  );
}
