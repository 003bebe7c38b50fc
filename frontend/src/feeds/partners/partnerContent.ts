import type { Partner, PartnerSent } from "./queries";

/** A catalogue as it stands in the form: lists and maps as lines of text. */
export interface Written {
  name: string;
  kind: "technology" | "need";
  form: "oai_pmh" | "json";
  address: string;
  prefix: string;
  set_name: string;
  fields: string;
  language: string;
  licence: string;
  licence_address: string;
  organisation_id: number | null;
  terms: string;
  every_days: string;
}

const lines = (map: Record<string, string>) =>
  Object.entries(map)
    .map(([name, value]) => `${name} = ${value}`)
    .join("\n");

/** The pairs of lines like `name = value`; a line without one of both is left out. */
export function pairsOf(text: string): Record<string, string> {
  const said = text.split("\n").filter((line) => line.includes("="));
  const pairs = said.map((line) => {
    const place = line.lastIndexOf("=");
    return [line.slice(0, place).trim(), line.slice(place + 1).trim()] as const;
  });
  return Object.fromEntries(pairs.filter(([name, value]) => name && value));
}

export const written = (partner?: Partner): Written => ({
  name: partner?.name ?? "",
  kind: partner?.kind ?? "technology",
  form: partner?.form ?? "oai_pmh",
  address: partner?.address ?? "",
  prefix: partner?.prefix ?? "oai_dc",
  set_name: partner?.set_name ?? "",
  fields: lines((partner?.fields ?? {}) as Record<string, string>),
  language: partner?.language ?? "vi",
  licence: partner?.licence ?? "",
  licence_address: partner?.licence_address ?? "",
  organisation_id: partner?.organisation_id ?? null,
  terms: lines(partner?.terms ?? {}),
  every_days: String(partner?.every_days ?? 7),
});

export const sentOf = (form: Written, sectors: string[]): PartnerSent => ({
  ...form,
  organisation_id: form.organisation_id ?? 0,
  fields: form.form === "json" ? pairsOf(form.fields) : {},
  terms: pairsOf(form.terms),
  sectors,
  every_days: Number(form.every_days) || 0,
});
