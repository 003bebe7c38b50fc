/** What a case is called. */
import { nameIn, type Speech } from "../kit/language";
import type { CaseRow } from "./queries";

export type Partner = CaseRow["need"];

export const partnerName = (code: string, partner: Partner): string =>
  nameIn(code, { vi: partner.name_vi, en: partner.name_en });

/** The title of a side's posting in the reader's language, or in its own. */
export const postingTitle = (code: string, partner: Partner): string =>
  partner.titles[code] ?? Object.values(partner.titles)[0] ?? "";

export const caseName = ({ code, words }: Pick<Speech, "code" | "words">, one: CaseRow): string =>
  words.following.caseTitle(partnerName(code, one.need), partnerName(code, one.technology));

/** A whole amount as the reader writes it; nothing of it is rounded. */
export function exactMoney(locale: string, amount: string, currency: string): string {
  const [whole = "0", decimals] = amount.split(".");
  const grouped = new Intl.NumberFormat(locale).format(BigInt(whole));
  const point = new Intl.NumberFormat(locale).formatToParts(1.5).find((part) => part.type === "decimal")?.value ?? ".";
  return `${decimals ? `${grouped}${point}${decimals}` : grouped} ${currency}`;
}
