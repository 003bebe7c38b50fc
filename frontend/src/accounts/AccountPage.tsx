import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { NewPasswordField } from "../joining/PersonFields";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading, TextField, Title } from "../kit/parts";
import { browserOf } from "./browserOf";
import { useMe } from "./me";
import { Guarded } from "./Guarded";
import { NewsChoices } from "../feeds/NewsChoices";
import { Consents } from "./own/Consents";
import { EmailChange } from "./own/EmailChange";
import { Memberships } from "./own/Memberships";
import { OwnData } from "./own/OwnData";
import { SecondFactor } from "./own/SecondFactor";
import { Tokens } from "./own/Tokens";
import "./sections.css";

const devices = queryOptions({ queryKey: ["devices"], queryFn: () => ask(api.GET("/api/me/devices")) });

/** One's own account: where one is signed in, and the password. */
export function AccountPage() {
  const { words } = useSpeech();
  const me = useMe();
  return (
    <Guarded action="accounts.list_devices">
      <div className="page-head">
        <Title>{words.accounts.myAccount}</Title>
        <p className="lead">
          {me?.account?.name} · {me?.account?.email}
        </p>
      </div>
      <div className="account-sections">
        <Memberships />
        <SecondFactor />
        <PasswordForm />
        <EmailChange />
        <Devices />
        <Tokens />
        <Consents />
        <NewsChoices />
        <OwnData />
      </div>
    </Guarded>
  );
}

function Devices() {
  const { words } = useSpeech();
  const found = useQuery(devices);
  return (
    <section className="panel card-panel">
      <h2>{words.accounts.devices}</h2>
      <p className="hint">{words.accounts.devicesLead}</p>
      {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      <ul className="rows">
        {found.data?.map((one) => (
          <Device key={one.id} device={one} />
        ))}
      </ul>
    </section>
  );
}

function Device({ device }: { device: Schemas["DevicePublic"] }) {
  const { words, instant } = useSpeech();
  const client = useQueryClient();
  const end = async () => {
    const path = { device_id: device.id };
    await ask(api.DELETE("/api/me/devices/{device_id}", { params: { path } })).catch(() => undefined);
    await client.invalidateQueries({ queryKey: devices.queryKey });
  };
  const { browser, system } = browserOf(device.device);
  return (
    <li>
      <span>
        <span className="strong">
          {browser && system ? words.accounts.on(browser, system) : browser || device.device || words.accounts.unknownDevice}
        </span>
        <span className="small">{device.this ? words.accounts.thisDevice : words.accounts.lastSeen(instant(device.seen_at))}</span>
      </span>
      {!device.this && (
        <button type="button" className="quiet" onClick={() => void end()}>
          {words.accounts.signOutHere}
        </button>
      )}
    </li>
  );
}

function PasswordForm() {
  const { words } = useSpeech();
  const client = useQueryClient();
  const me = useMe();
  const [sent, setSent] = useState({ current: "", new: "" });
  const [error, setError] = useState<unknown>(null);
  const [changed, setChanged] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    setError(null);
    setChanged(false);
    try {
      await ask(api.PUT("/api/me/password", { body: sent }));
      setSent({ current: "", new: "" });
      setChanged(true);
      await client.invalidateQueries({ queryKey: devices.queryKey });
    } catch (refused) {
      setError(refused);
    }
  };
  const { accounts } = words;
  return (
    <section className="panel card-panel">
      <h2>{accounts.changePassword}</h2>
      {me?.account?.email.endsWith("@demonstration.invalid") ? (
        <p className="hint">{accounts.noPassword}</p>
      ) : (
        <form className="form" onSubmit={send}>
          <input type="hidden" autoComplete="username" value={me?.account?.email ?? ""} readOnly />
          <TextField
            label={accounts.currentPassword}
            type="password"
            autoComplete="current-password"
            required
            value={sent.current}
            onChange={(current) => setSent({ ...sent, current })}
          />
          <NewPasswordField value={sent.new} onChange={(password) => setSent({ ...sent, new: password })} />
          {error !== null && <Failure error={error} />}
          <p role="status">{changed ? accounts.passwordChanged : ""}</p>
          <button type="submit" className="primary">
            {accounts.changePassword}
          </button>
        </form>
      )}
    </section>
  );
}
