import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { organisations } from "../accounts/queries";
import type { Schemas } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Loading, Segments, Select, TextField } from "../kit/parts";
import { found } from "../kit/plain";
import { beginning } from "../kit/plain";

export type Wish = "own" | "join" | "none";
export interface Wanted {
  wish: Wish;
  own: Required<Schemas["OwnOrganisation"]>;
  joined: number | null;
}
export const NOTHING_WANTED: Wanted = {
  wish: "own",
  own: { name_vi: "", name_en: "", kind: "enterprise", tax_code: "" },
  joined: null,
};
const KINDS: Schemas["OrganisationKind"][] = ["enterprise", "institute", "university", "agency", "foreign_supplier"];

/** One's own organisation, one to join, or none for now. */
export function OrganisationChoice(given: {
  value: Wanted;
  onChange: (value: Wanted) => void;
  wishes?: Wish[];
  known?: number[];
}) {
  const { words } = useSpeech();
  const { value, onChange, wishes = ["own", "join", "none"] } = given;
  return (
    <div className="form">
      <Segments
        label={words.joining.organisation}
        value={value.wish}
        choices={wishes.map((wish) => ({ value: wish, label: words.joining.wishes[wish] }))}
        onChange={(wish) => onChange({ ...value, wish })}
      />
      {value.wish === "own" && <OwnFields value={value.own} onChange={(own) => onChange({ ...value, own })} />}
      {value.wish === "join" && (
        <ToJoin value={value.joined} known={given.known ?? []} onChange={(joined) => onChange({ ...value, joined })} />
      )}
      {value.wish === "none" && <p className="hint">{words.joining.noneHint}</p>}
    </div>
  );
}

function OwnFields({ value, onChange }: { value: Wanted["own"]; onChange: (value: Wanted["own"]) => void }) {
  const { words } = useSpeech();
  const { joining } = words;
  const name = (field: "name_vi" | "name_en", other: "name_vi" | "name_en") => ({
    value: value[field],
    required: !value[other],
    maxLength: 300,
    onChange: (text: string) => onChange({ ...value, [field]: text }),
  });
  return (
    <>
      <TextField label={joining.nameVi} autoComplete="organization" {...name("name_vi", "name_en")} />
      <TextField label={joining.nameEn} {...name("name_en", "name_vi")} />
      <Select
        label={words.administration.kind}
        value={value.kind}
        choices={KINDS.map((kind) => ({ value: kind, label: beginning(words.administration.organisationKinds[kind] ?? kind) }))}
        onChange={(kind) => onChange({ ...value, kind: kind as Schemas["OrganisationKind"] })}
      />
      <TextField
        label={joining.taxCode}
        hint={joining.taxCodeHint}
        inputMode="numeric"
        maxLength={40}
        value={value.tax_code}
        onChange={(tax_code) => onChange({ ...value, tax_code })}
      />
    </>
  );
}

function ToJoin(given: { value: number | null; known: number[]; onChange: (id: number | null) => void }) {
  const { words, code } = useSpeech();
  const { joining } = words;
  const all = useQuery(organisations).data;
  const [typed, setTyped] = useState("");
  if (!all) return <Loading />;
  const open = all.filter((one) => !given.known.includes(one.id) && found(typed, `${one.name_vi} ${one.name_en}`));
  const choices = open.map((one) => ({
    value: String(one.id),
    label: nameIn(code, { vi: one.name_vi, en: one.name_en }),
  }));
  const value = choices.some((one) => one.value === String(given.value)) ? String(given.value) : "";
  return (
    <>
      <TextField
        label={words.administration.find}
        type="search"
        value={typed}
        onChange={(text) => {
          setTyped(text);
          given.onChange(null);
        }}
      />
      <Select
        label={joining.toJoin}
        hint={joining.toJoinHint}
        value={value}
        choices={[{ value: "", label: joining.choose(choices.length) }, ...choices]}
        onChange={(id) => given.onChange(id ? Number(id) : null)}
      />
    </>
  );
}

/** The two fields of a sign-up that say it. */
export const wantedFields = ({ wish, own, joined }: Wanted) => ({
  organisation: wish === "own" ? own : null,
  join_organisation_id: wish === "join" ? joined : null,
});
