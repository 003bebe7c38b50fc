import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { organisation } from "../accounts/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Badges, Sectors } from "./PostingCard";
import { isTechnology, type Posting } from "./queries";
import { SourceOf } from "./SourceOf";
import { amountsOf, levelOf, type PostingText, sectionsOf, textFor } from "./texts";

interface Given {
  posting: Posting;
  language: string;
  title: (text: string) => ReactNode;
}

/** A posting as its readers see it, in one language where it has a text in it. */
export function PostingView({ posting, language, title }: Given) {
  const text = textFor(posting, language);
  return (
    <>
      <Badges posting={posting} />
      <div lang={text.language}>
        {title(text.title)}
      </div>
      <Sectors codes={posting.sectors ?? []} />
      <div className="columns">
        <Texts posting={posting} text={text} />
        <Facts posting={posting} />
      </div>
    </>
  );
}

function Texts({ posting, text }: { posting: Posting; text: PostingText }) {
  const { words, languageName } = useSpeech();
  const others = [posting as PostingText, ...(posting.translations ?? [])].filter((other) => other !== text);
  return (
    <div className="prose">
      {text !== posting && <p className="hint">{words.translated(languageName(text.language ?? "vi"))}</p>}
      {posting.teaser && <p className="notice">{words.teaserNotice}</p>}
      <Sections posting={posting} text={text} />
      {others.map((other) => {
        const name = languageName(other.language ?? "vi");
        return (
          <details key={other.language}>
            <summary>{other === posting ? words.original(name) : words.otherLanguage(name)}</summary>
            <p className="strong" lang={other.language}>
              {other.title}
            </p>
            <Sections posting={posting} text={other} />
          </details>
        );
      })}
    </div>
  );
}

function Sections({ posting, text }: { posting: Posting; text: PostingText }) {
  const { words } = useSpeech();
  return sectionsOf(posting, text).map(([name, value]) => (
    <section key={name}>
      <h2>{words.fields[name] ?? name}</h2>
      <div lang={text.language}>
        {value.split(/\n+/).map((line, place) => (
          <p key={place}>{line}</p>
        ))}
      </div>
    </section>
  ));
}

function Facts({ posting }: { posting: Posting }) {
  const speech = useSpeech();
  const { words, code } = speech;
  const owner = useQuery(organisation(posting.organisation_id)).data;
  const technology = isTechnology(posting);
  const level = levelOf(posting);
  const facts: [string, string | null | undefined][] = [
    [words.by, owner && nameIn(code, { vi: owner.name_vi, en: owner.name_en })],
    [words.region, posting.region && (words.regions[posting.region] ?? posting.region)],
    [words.trlLong, level ? (technology ? String(level) : `≥ ${level}`) : ""],
    [technology ? words.price : words.budget, speech.moneyRange(...amountsOf(posting), posting.currency)],
    [words.deadline, !technology && posting.deadline ? speech.day(posting.deadline) : ""],
    [words.expires, posting.expires_on && speech.day(posting.expires_on)],
    [words.ip, technology && posting.ip_status ? (words.ipStatuses[posting.ip_status] ?? posting.ip_status) : ""],
    [words.cooperation, speech.list((posting.cooperation ?? []).map((one) => words.cooperations[one] ?? one))],
    [words.keywords, (posting.keywords ?? []).join(", ")],
    [words.updated, speech.day(posting.updated_at)],
  ];
  return (
    <aside className="facts">
      <h2>{technology ? words.offered : words.asked}</h2>
      <dl>
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
        <SourceOf posting={posting} />
        {owner?.website && (
          <div>
            <dt>{words.website}</dt>
            <dd>
              <a href={owner.website} rel="noopener noreferrer nofollow" target="_blank">
                {owner.website.replace(/^https?:\/\/(www\.)?/, "")}
              </a>
            </dd>
          </div>
        )}
      </dl>
    </aside>
  );
}
