import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { organisations } from "../accounts/queries";
import { api, ask, type Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, TextArea } from "../kit/parts";
import { SendButton, SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { verification } from "../organisation/queries";
import { TemplatePicks } from "../review/templates/TemplatePicks";
import "./waiting.css";

/** Organisations that somebody brought in and nobody has looked at. */
export function Waiting() {
  const { words } = useSpeech();
  const found = useQuery(organisations);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const waiting = found.data.filter((one) => one.verification === "pending");
  if (!waiting.length) return <p className="notice">{words.oversight.noneWaiting}</p>;
  return (
    <ul className="rows panel card-panel">
      {waiting.map((one) => (
        <One key={one.id} organisation={one} />
      ))}
    </ul>
  );
}

function One({ organisation }: { organisation: Schemas["OrganisationPublic"] }) {
  const { words, code } = useSpeech();
  const { oversight } = words;
  const client = useQueryClient();
  const unsent = useUnsent(`verification-${organisation.id}`, { reason: "" });
  const { reason } = unsent.value;
  const [begun] = useState(unsent.recalled);
  const stated = useQuery(verification(organisation.id));
  const decide = (state: Schemas["Verification"]) => async () => {
    const params = { path: { organisation_id: organisation.id } };
    await ask(api.PUT("/api/organisations/{organisation_id}/verification", { params, body: { state, reason } }));
    await client.invalidateQueries({ queryKey: organisations.queryKey });
  };
  return (
    <li>
      <span>
        <Link className="strong" to="/organisations/$id" params={{ id: String(organisation.id) }}>
          {nameIn(code, { vi: organisation.name_vi, en: organisation.name_en })}
        </Link>
        <span className="small">
          {words.administration.organisationKinds[organisation.kind]} · {words.joining.taxCode}:{" "}
          {stated.data?.tax_code || oversight.noTaxCode}
        </span>
      </span>
      <div className="actions">
        <SendButton className="primary" label={oversight.verify} work={decide("verified")} />
        <details className="reject" open={begun}>
          <summary>{oversight.reject}</summary>
          <SendForm submit={oversight.reject} work={decide("rejected")} danger unsent={unsent}>
            <TemplatePicks about="organisation" language={code} written={reason} write={(text) => unsent.write({ reason: text })} />
            <TextArea label={oversight.rejectReason} {...unsent.field("reason")} />
          </SendForm>
        </details>
      </div>
    </li>
  );
}
