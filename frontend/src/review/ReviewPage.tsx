import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { organisation } from "../accounts/queries";
import { PostingView } from "../catalogue/PostingView";
import type { Posting } from "../catalogue/queries";
import { textFor } from "../catalogue/texts";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { contentOf } from "../posting/content";
import { findings as findingsQuery } from "../posting/requests";
import { Alike } from "./Alike";
import { Changes } from "./Changes";
import { Decision } from "./Decision";
import { History } from "./History";
import { changes as changesQuery, queue } from "./queries";
import { Templates } from "./templates/Templates";
import "./review.css";

const route = getRouteApi("/review");

export function ReviewPage() {
  const { words } = useSpeech();
  return (
    <Guarded action="matching.unmet_needs">
      <div className="page-head">
        <Title>{words.review.title}</Title>
        <p className="lead">{words.review.lead}</p>
      </div>
      <Queue />
      <Templates />
    </Guarded>
  );
}

function Queue() {
  const { words } = useSpeech();
  const { posting: chosen } = route.useSearch();
  const navigate = route.useNavigate();
  const found = useQuery(queue);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const shown = found.data.find((one) => one.id === chosen) ?? found.data[0];
  if (!shown) return <p className="notice">{words.review.empty}</p>;
  return (
    <div className="review">
      <nav aria-label={words.review.queue}>
        <h2>
          {words.review.queue} <span className="count">{found.data.length}</span>
        </h2>
        <ol className="queue">
          {found.data.map((one) => (
            <Waiting key={one.id} posting={one} shown={one.id === shown.id} />
          ))}
        </ol>
      </nav>
      <OnePosting
        key={shown.id}
        posting={shown}
        done={() => void navigate({ search: { posting: undefined }, replace: true })}
      />
    </div>
  );
}

function Waiting({ posting, shown }: { posting: Posting; shown: boolean }) {
  const { words, code, day } = useSpeech();
  const text = textFor(posting, code);
  return (
    <li className={posting.kind === "need" ? "need" : "offer"}>
      <Link to="/review" search={{ posting: posting.id }} aria-current={shown ? "true" : undefined}>
        <span className="strong" lang={text.language}>
          {text.title}
        </span>
        <span className="small">
          {words.oneOf[posting.kind]} · {words.review.since(day(posting.updated_at))}
        </span>
      </Link>
    </li>
  );
}

function OnePosting({ posting, done }: { posting: Posting; done: () => void }) {
  const { code } = useSpeech();
  const owner = useQuery(organisation(posting.organisation_id)).data;
  return (
    <article id="detail" className={`reviewed ${posting.kind === "need" ? "need" : "offer"}`}>
      <p className="hint">{owner && nameIn(code, { vi: owner.name_vi, en: owner.name_en })}</p>
      <WhatDiffers posting={posting} />
      <Alike posting={posting} />
      <Decision posting={posting} done={done} />
      <Suggestions posting={posting} />
      <div className="panel card-panel preview">
        <PostingView posting={posting} language={code} title={(text) => <h2>{text}</h2>} />
      </div>
      <History id={posting.id} />
    </article>
  );
}

function WhatDiffers({ posting }: { posting: Posting }) {
  const { words } = useSpeech();
  const found = useQuery(changesQuery(posting.id, posting.version));
  if (found.isPending) return <Loading />;
  if (!found.data) return <p className="ribbon">{words.review.firstTime}</p>;
  return (
    <section className="panel card-panel">
      <h2>{found.data.length ? words.review.changed(found.data.length) : words.review.unchanged}</h2>
      <Changes changes={found.data} />
    </section>
  );
}

function Suggestions({ posting }: { posting: Posting }) {
  const { words } = useSpeech();
  const found = useQuery(findingsQuery(posting.kind, contentOf(posting), posting.id)).data ?? [];
  if (!found.length) return null;
  return (
    <section>
      <h2>{words.review.quality}</h2>
      {found.map((one) => (
        <p key={one.code + one.field} className="advice">
          {words.posting.findings[one.code]?.(one.params) ?? one.code}
        </p>
      ))}
    </section>
  );
}
