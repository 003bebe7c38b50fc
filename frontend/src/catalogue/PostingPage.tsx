import { useQuery } from "@tanstack/react-query";
import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useActing } from "../accounts/acting";
import { organisation } from "../accounts/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { CandidateList } from "../matching/CandidateList";
import { Badges, Sectors } from "./PostingCard";
import { isTechnology, type Posting, posting as postingQuery } from "./queries";
import { amountsOf, levelOf, type PostingText, sectionsOf, textFor } from "./texts";

const CANDIDATES = 8;
const route = getRouteApi("/postings/$id");

export function PostingPage() {
  const { code } = useSpeech();
  const id = Number(route.useParams().id);
  const found = useQuery(postingQuery(id));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  const posting = found.data;
  if (!posting) return <Loading />;
  const text = textFor(posting, code);
  return (
    <article id="detail" className={posting.kind === "need" ? "need" : "offer"}>
      <TopLine />
      <Badges posting={posting} />
      <div lang={text.language}>
        <Title>{text.title}</Title>
      </div>
      <Sectors codes={posting.sectors ?? []} />
      <div className="columns">
        <Texts posting={posting} text={text} />
        <Facts posting={posting} />
      </div>
      <Candidates posting={posting} />
    </article>
  );
}

function TopLine() {
  const { words } = useSpeech();
  const { history } = useRouter();
  const [copied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(location.href).then(() => setCopied(true));
  return (
    <p className="top-line">
      <a
        className="back"
        href="/"
        onClick={(event) => {
          if (!history.canGoBack()) return;
          event.preventDefault();
          history.back();
        }}
      >
        ← {words.back}
      </a>
      <button type="button" className="quiet" onClick={copy}>
        <span role="status">{copied ? words.shared : words.share}</span>
      </button>
    </p>
  );
}

function Texts({ posting, text }: { posting: Posting; text: PostingText }) {
  const { words, languageName, code } = useSpeech();
  const others = [posting as PostingText, ...(posting.translations ?? [])].filter((other) => other !== text);
  return (
    <div className="prose">
      {text !== posting && <p className="hint">{words.translated(languageName(code))}</p>}
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

/** Only its own organisation and organisers may know of candidates; the service decides it again. */
function Candidates({ posting }: { posting: Posting }) {
  const { words } = useSpeech();
  const acting = useActing();
  const [open, setOpen] = useState(false);
  if (acting === "public") return null;
  return (
    <section className="panel" aria-labelledby="panel-title">
      <h2 id="panel-title">{words.candidatesOf[posting.kind]}</h2>
      <p className="hint">{words.candidatesFor}</p>
      {open ? (
        <CandidateList posting={posting} limit={CANDIDATES} />
      ) : (
        <button type="button" className="primary" onClick={() => setOpen(true)}>
          {words.matches}
        </button>
      )}
    </section>
  );
}
