import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { organisations } from "../accounts/queries";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { NEW_ORGANISATION, organisationContent, OrganisationFields } from "../organisation/OrganisationFields";

/** An organisation that nobody brings in themselves. */
export function AddOrganisation() {
  const { administering } = useSpeech().words;
  const client = useQueryClient();
  const unsent = useUnsent("organisation-new", NEW_ORGANISATION);
  const [begun] = useState(unsent.recalled);
  const work = async () => {
    await ask(api.POST("/api/organisations", { body: organisationContent(unsent.value) }));
    await client.invalidateQueries({ queryKey: organisations.queryKey });
  };
  return (
    <details className="panel card-panel add-organisation" open={begun}>
      <summary>{administering.addOrganisation}</summary>
      <p className="hint">{administering.addOrganisationLead}</p>
      <SendForm submit={administering.addOrganisation} work={work} done={administering.added} unsent={unsent}>
        <OrganisationFields unsent={unsent} />
      </SendForm>
    </details>
  );
}
