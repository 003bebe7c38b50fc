import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { nameIn, useSpeech } from "../kit/language";
import { isTechnology, type Posting, sectors } from "./queries";
import { leadOf, levelOf, textFor } from "./texts";

export function PostingCard({ posting }: { posting: Posting }) {
  const { code } = useSpeech();
  const text = textFor(posting, code);
  const lead = leadOf(posting, code);
  return (
    <li className={`card ${posting.kind === "need" ? "need" : "offer"}`}>
      <Badges posting={posting} />
      <h3>
        <Link to="/postings/$id" params={{ id: String(posting.id) }} lang={text.language}>
          {text.title}
        </Link>
      </h3>
      {lead && (
        <p className="clamp" lang={text.language}>
          {lead}
        </p>
      )}
      <Sectors codes={posting.sectors ?? []} />
    </li>
  );
}

export function Badges({ posting }: { posting: Posting }) {
  const { words, languageName } = useSpeech();
  const level = levelOf(posting);
  return (
    <p className="badges">
      <span className="badge side">{words.oneOf[posting.kind]}</span>
      <span className="badge">{languageName(posting.language ?? "vi")}</span>
      {level && (
        <span className="badge" title={words.trlLong}>
          {isTechnology(posting) ? words.trl(level) : words.trlLeast(level)}
        </span>
      )}
      {posting.teaser && <span className="badge">{words.teaser}</span>}
    </p>
  );
}

/** Names of sectors by code, empty until they are known; a code without a name is shown as it is. */
export function useSectorName(): (code: string) => string {
  const { code: language } = useSpeech();
  const found = useQuery(sectors);
  const byCode = new Map((found.data ?? []).map((sector) => [sector.code, sector]));
  return (code) => {
    if (!found.data) return "";
    const sector = byCode.get(code);
    return sector ? nameIn(language, { vi: sector.name_vi, en: sector.name_en }) : code;
  };
}

export function Sectors({ codes }: { codes: string[] }) {
  const nameOf = useSectorName();
  if (!codes.length) return null;
  return (
    <ul className="sectors">
      {codes.map((code) => (
        <li key={code}>{nameOf(code)}</li>
      ))}
    </ul>
  );
}
