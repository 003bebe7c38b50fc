import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMay, useMe } from "../accounts/me";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Select } from "../kit/parts";
import { SureButton, useSending } from "../kit/SendForm";
import { members } from "./queries";
import "./members.css";

type Role = Schemas["MemberRole"];
const ROLES: Role[] = ["owner", "member"];

export function Members({ organisationId }: { organisationId: number }) {
  const { words } = useSpeech();
  const found = useQuery(members(organisationId));
  return (
    <section className="panel card-panel">
      <h2>{words.organisationPage.members}</h2>
      {found.error && <Failure error={found.error} />}
      {found.isPending && <Loading />}
      <ul className="rows">
        {found.data?.map((one) => (
          <Member key={one.account_id} organisationId={organisationId} member={one} />
        ))}
      </ul>
    </section>
  );
}

function Member({ organisationId, member }: { organisationId: number; member: Schemas["MemberPublic"] }) {
  const { words } = useSpeech();
  const { organisationPage } = words;
  const may = useMay();
  const me = useMe();
  const client = useQueryClient();
  const { error, send } = useSending();
  const params = { path: { organisation_id: organisationId, account_id: member.account_id } };
  // One's own rights may have changed with it.
  const again = () => client.invalidateQueries();
  const change = async (role: Role) => {
    await ask(api.PUT("/api/organisations/{organisation_id}/members/{account_id}", { params, body: { role } }));
    await again();
  };
  const remove = async () => {
    await ask(api.DELETE("/api/organisations/{organisation_id}/members/{account_id}", { params }));
    await again();
  };
  return (
    <li>
      <span>
        <span className="strong">{member.name}</span>
        {member.account_id === me?.account?.id && <span> ({organisationPage.you})</span>}
        <span className="small">{member.email}</span>
      </span>
      {may("accounts.change_member") ? (
        <span className="member-tools">
          <Select
            label={organisationPage.role}
            value={member.role}
            choices={ROLES.map((role) => ({ value: role, label: organisationPage.roles[role] }))}
            onChange={(role) => void send(() => change(role as Role))}
          />
          <SureButton label={organisationPage.remove} sure={organisationPage.removeSure} work={remove} />
        </span>
      ) : (
        <span className="badge">{organisationPage.roles[member.role]}</span>
      )}
      {error !== null && <Failure error={error} />}
    </li>
  );
}
