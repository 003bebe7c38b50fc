import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { organisations as organisationsQuery } from "../../../accounts/queries";
import { Finder } from "../../../kit/finder/Finder";
import { matching } from "../../../kit/finder/matching";
import { nameIn, useSpeech } from "../../../kit/language";
import { useSettled } from "../../../kit/useSettled";
import type { Posting } from "../../../catalogue/queries";
import { postingsNamed } from "./requests";

const MOST_NAMES = 8;
const SETTLED_MS = 200;

interface Given {
  label: string;
  error?: string | undefined;
  /** An organisation, and the posting by which it was found. */
  choose: (organisation: number | null, posting?: Posting) => void;
}

/** One side of a pair: an organisation, found by its own name or by what it offers or needs. */
export function SideFinder({ label, error, choose }: Given) {
  const { words } = useSpeech();
  const [typed, setTyped] = useState("");
  const settled = useSettled(typed.trim(), SETTLED_MS);
  const { all, nameOf } = useOrganisationNames();
  const postings = useQuery(postingsNamed(settled)).data ?? [];
  const byName = matching(typed, all.map(({ id, name }) => ({ key: `o${id}`, name })), MOST_NAMES);
  const byPosting = postings.map((one) => ({
    key: `p${one.id}`,
    name: one.title,
    note: `${words.pairRules.kinds[one.kind]} · ${nameOf(one.organisation_id)}`,
  }));
  const named = matching(typed, byPosting, byPosting.length);
  const others = byPosting.filter((one) => !named.some((other) => other.key === one.key));
  const take = (key: string) => {
    const posting = postings.find((one) => key === `p${one.id}`);
    const organisation = posting?.organisation_id ?? Number(key.slice(1));
    setTyped(nameOf(organisation));
    choose(organisation, posting);
  };
  return (
    <Finder
      label={label}
      error={error}
      typed={typed}
      type={(text) => {
        setTyped(text);
        choose(null);
      }}
      options={settled ? [...byName, ...named, ...others] : byName}
      take={take}
    />
  );
}

/** All organisations by their names in the reader's language. */
export function useOrganisationNames() {
  const { code } = useSpeech();
  const found = useQuery(organisationsQuery).data ?? [];
  const all = found.map((one) => ({ id: one.id, name: nameIn(code, { vi: one.name_vi, en: one.name_en }) }));
  return { all, nameOf: (id: number) => all.find((one) => one.id === id)?.name ?? String(id) };
}
