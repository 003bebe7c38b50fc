import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { organisation as organisationQuery, organisations } from "../accounts/queries";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading, TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
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
          <Details key={found.data.tax_code} organisation={organisation} taxCode={found.data.tax_code} />
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
  const { words } = useSpeech();
  const { joining, organisationPage } = words;
  const client = useQueryClient();
  const { id } = organisation;
  const [written, setWritten] = useState({
    name_vi: organisation.name_vi ?? "",
    name_en: organisation.name_en ?? "",
    tax_code: taxCode,
  });
  const field = (name: keyof typeof written) => ({
    value: written[name],
    maxLength: 300,
    onChange: (value: string) => setWritten((before) => ({ ...before, [name]: value })),
  });
  const work = async () => {
    const params = { path: { organisation_id: id } };
    await ask(api.PATCH("/api/organisations/{organisation_id}", { params, body: written }));
    for (const { queryKey } of [verification(id), organisationQuery(id), organisations]) {
      await client.invalidateQueries({ queryKey });
    }
  };
  return (
    <SendForm submit={organisationPage.save} work={work} done={organisationPage.saved}>
      <TextField label={joining.nameVi} required={!written.name_en} {...field("name_vi")} />
      <TextField label={joining.nameEn} required={!written.name_vi} {...field("name_en")} />
      <TextField label={joining.taxCode} hint={joining.taxCodeHint} inputMode="numeric" {...field("tax_code")} />
    </SendForm>
  );
}
