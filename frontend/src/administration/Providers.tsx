import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ChooseOrganisation } from "../accounts/ChooseOrganisation";
import { organisations } from "../accounts/queries";
import { api, ask } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, TextField } from "../kit/parts";
import { SendForm, SureButton } from "../kit/SendForm";
import { providers } from "./queries";

/** Where people of an organisation sign in, entered by administrators. */
export function Providers() {
  const { words, code } = useSpeech();
  const { oversight } = words;
  const client = useQueryClient();
  const found = useQuery(providers);
  const names = useQuery(organisations).data;
  const remove = (provider_id: number) => async () => {
    await ask(api.DELETE("/api/identity-providers/{provider_id}", { params: { path: { provider_id } } }));
    await client.invalidateQueries({ queryKey: providers.queryKey });
  };
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const nameOf = (id: number) => {
    const one = names?.find((organisation) => organisation.id === id);
    return nameIn(code, { vi: one?.name_vi, en: one?.name_en });
  };
  return (
    <div className="account-sections">
      <section className="panel card-panel">
        <h2>{oversight.sections.providers}</h2>
        {!found.data.length && <p className="hint">{oversight.noProviders}</p>}
        <ul className="rows">
          {found.data.map((one) => (
            <li key={one.id}>
              <span>
                <span className="strong">{nameOf(one.organisation_id)}</span>
                <span className="small">{one.issuer}</span>
                <span className="small">{one.domains.join(", ")}</span>
              </span>
              <SureButton label={oversight.removeProvider} sure={oversight.removeProviderSure} work={remove(one.id)} />
            </li>
          ))}
        </ul>
      </section>
      <AddProvider />
    </div>
  );
}

const NOTHING = { issuer: "", client_id: "", client_secret: "", domains: "" };

function AddProvider() {
  const { words } = useSpeech();
  const { oversight } = words;
  const client = useQueryClient();
  const [organisationId, setOrganisationId] = useState<number | null>(null);
  const [written, setWritten] = useState(NOTHING);
  const field = (name: keyof typeof NOTHING) => ({
    value: written[name],
    onChange: (value: string) => setWritten((before) => ({ ...before, [name]: value })),
  });
  const work = async () => {
    const domains = written.domains.split(/[,;\s]+/).filter(Boolean);
    const body = { ...written, domains, organisation_id: organisationId ?? 0 };
    await ask(api.POST("/api/identity-providers", { body }));
    setWritten(NOTHING);
    await client.invalidateQueries({ queryKey: providers.queryKey });
  };
  return (
    <section className="panel card-panel">
      <h2>{oversight.addProvider}</h2>
      <SendForm submit={oversight.addProvider} work={work} done={words.organisationPage.saved}>
        <ChooseOrganisation value={organisationId} choose={setOrganisationId} />
        <TextField label={oversight.issuer} hint={oversight.issuerHint} type="url" required {...field("issuer")} />
        <TextField label={oversight.clientId} required autoComplete="off" {...field("client_id")} />
        <TextField
          label={oversight.clientSecret}
          hint={oversight.clientSecretHint}
          type="password"
          autoComplete="off"
          {...field("client_secret")}
        />
        <TextField label={oversight.domains} hint={oversight.domainsHint} required {...field("domains")} />
      </SendForm>
    </section>
  );
}
