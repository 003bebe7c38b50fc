import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../accounts/me";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Title } from "../kit/parts";
import { CandidateList } from "../matching/CandidateList";
import { PostingView } from "./PostingView";
import { type Posting, posting as postingQuery } from "./queries";

const CANDIDATES = 8;
const route = getRouteApi("/postings/$id");

export function PostingPage() {
  const { code } = useSpeech();
  const id = Number(route.useParams().id);
  const found = useQuery(postingQuery(id));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  const posting = found.data;
  if (!posting) return <Loading />;
  return (
    <article id="detail" className={posting.kind === "need" ? "need" : "offer"}>
      <TopLine posting={posting} />
      <PostingView posting={posting} language={code} title={(text) => <Title>{text}</Title>} />
      <Candidates posting={posting} />
    </article>
  );
}

function TopLine({ posting }: { posting: Posting }) {
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
      {posting.editing && (
        <Link className="button" to="/postings/$id/edit" params={{ id: String(posting.id) }}>
          {words.mine.edit}
        </Link>
      )}
      <button type="button" className="quiet" onClick={copy}>
        <span role="status">{copied ? words.shared : words.share}</span>
      </button>
    </p>
  );
}

/** Only its own organisation and organisers may know of candidates; the service decides it again. */
function Candidates({ posting }: { posting: Posting }) {
  const { words } = useSpeech();
  const may = useMay();
  const [open, setOpen] = useState(false);
  if (!may("matching.get_candidates")) return null;
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
