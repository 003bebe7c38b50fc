import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ChooseOrganisation } from "../accounts/ChooseOrganisation";
import { organisations } from "../accounts/queries";
import { api, ask, type Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, TextField } from "../kit/parts";
import { SendButton, SendForm, SureButton } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { providers } from "./queries";
import "../accounts/sections.css";

/** Where people of an organisation sign in, entered by administrators. */
export function Providers() {
  const { words, code } = useSpeech();
  const { oversight } = words;
  const found = useQuery(providers);
  const names = useQuery(organisations).data;
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
            <Provider key={one.id} provider={one} organisation={nameOf(one.organisation_id)} />
          ))}
        </ul>
      </section>
      <AddProvider />
    </div>
  );
}

const PROVIDER = "/api/identity-providers/{provider_id}";

function Provider({ provider, organisation }: { provider: Schemas["ProviderPublic"]; organisation: string }) {
  const { words } = useSpeech();
  const { oversight } = words;
  const client = useQueryClient();
  const [name, setName] = useState(provider.name);
  const params = { path: { provider_id: provider.id } };
  const again = () => client.invalidateQueries({ queryKey: providers.queryKey });
  const change = (body: Schemas["ProviderUpdate"]) => async () => {
    await ask(api.PATCH(PROVIDER, { params, body }));
    await again();
  };
  const remove = async () => {
    await ask(api.DELETE(PROVIDER, { params }));
    await again();
  };
  const { active } = provider;
  return (
    <li>
      <span>
        <span className="strong">{provider.name || organisation}</span>
        {!active && <span className="badge">{oversight.providerOff}</span>}
        {provider.name && <span className="small">{organisation}</span>}
        <span className="small">{provider.issuer}</span>
        <span className="small">{provider.domains.join(", ")}</span>
      </span>
      <span className="actions">
        <SendButton label={active ? oversight.switchOff : oversight.switchOn} work={change({ active: !active })} />
        <SureButton label={oversight.removeProvider} sure={oversight.removeProviderSure} work={remove} />
      </span>
      <details>
        <summary>{oversight.rename}</summary>
        <SendForm submit={words.organisationPage.save} work={change({ name })} done={words.organisationPage.saved}>
          <ProviderName value={name} onChange={setName} />
        </SendForm>
      </details>
    </li>
  );
}

function ProviderName(given: { value: string; onChange: (value: string) => void }) {
  const { oversight } = useSpeech().words;
  return <TextField label={oversight.providerName} hint={oversight.providerNameHint} maxLength={300} {...given} />;
}

const NOTHING = {
  organisation_id: null as number | null,
  issuer: "",
  client_id: "",
  client_secret: "",
  domains: "",
  name: "",
};

function AddProvider() {
  const { words } = useSpeech();
  const { oversight } = words;
  const client = useQueryClient();
  const unsent = useUnsent("provider-new", NOTHING, ["client_secret"]);
  const { value: written, field } = unsent;
  const work = async () => {
    const domains = written.domains.split(/[,;\s]+/).filter(Boolean);
    const body = { ...written, domains, organisation_id: written.organisation_id ?? 0 };
    await ask(api.POST("/api/identity-providers", { body }));
    await client.invalidateQueries({ queryKey: providers.queryKey });
  };
  return (
    <section className="panel card-panel">
      <h2>{oversight.addProvider}</h2>
      <SendForm submit={oversight.addProvider} work={work} done={words.organisationPage.saved} unsent={unsent}>
        <ChooseOrganisation value={written.organisation_id} choose={field("organisation_id").onChange} />
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
        <ProviderName {...field("name")} />
      </SendForm>
    </section>
  );
}
