import { useSectorName } from "../../catalogue/PostingCard";
import { useSpeech } from "../../kit/language";
import type { Tried } from "./queries";

/** What a first page said: nothing of it was kept. */
export function TriedPage({ tried }: { tried: Tried }) {
  const { words, count } = useSpeech();
  const { feeds } = words;
  const nameOf = useSectorName();
  return (
    <div className="notice tried">
      <p>{feeds.tried(count(tried.read), count(tried.refused), tried.total ? count(tried.total) : "")}</p>
      <ul>
        {tried.sample.map((one) => (
          <li key={one.title + one.address}>
            <span lang={one.language}>{one.title}</span>
            <span className="small">{[one.holder, ...one.sectors.map(nameOf)].filter(Boolean).join(" · ") || feeds.noSector}</span>
          </li>
        ))}
      </ul>
      {tried.terms.length > 0 && (
        <p className="small">
          {feeds.unknownTerms} {tried.terms.map((one) => `${one.term} (${count(one.number)})`).join(", ")}
        </p>
      )}
    </div>
  );
}
