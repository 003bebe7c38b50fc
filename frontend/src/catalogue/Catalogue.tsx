import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { eventList } from "../events/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading } from "../kit/parts";
import { Filters } from "./Filters";
import { PostingCard } from "./PostingCard";
import { postings } from "./queries";
import { isFiltered, type Kind, type Search } from "./search";
import "./catalogue.css";

const TYPING_MS = 250;
const KINDS: Kind[] = ["technology", "need"];
const route = getRouteApi("/");

export function Catalogue() {
  const { words } = useSpeech();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (changes: Partial<Search>) =>
    void navigate({ search: (before) => ({ ...before, ...changes }), replace: true, resetScroll: false });
  useEffect(() => {
    document.title = "Matchmaker";
  }, []);
  return (
    <>
      <div className="hero">
        <div>
          <h1>{words.heading}</h1>
          <p className="lead">{words.lead}</p>
        </div>
        <NextDays />
      </div>
      <SearchForm search={search} change={change} />
      <div className="with-filters">
        <Filters search={search} change={change} />
        <Results search={search} change={change} />
      </div>
    </>
  );
}

function NextDays() {
  const { words, code, day } = useSpeech();
  const found = useQuery(eventList);
  const days = (found.data ?? []).filter((event) => event.phase !== "closed").slice(0, 3);
  return (
    <section className="next-days">
      <h2>{words.nextDays}</h2>
      {found.data && !days.length && <p className="hint">{words.noDays}</p>}
      <ul>
        {days.map((event) => (
          <li key={event.id}>
            <Link to="/events/$id" params={{ id: String(event.id) }}>
              {nameIn(code, { vi: event.name_vi, en: event.name_en })}
            </Link>
            <span className="hint">
              {[day(event.first_day), event.place].filter(Boolean).join(" · ")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Given {
  search: Search;
  change: (changes: Partial<Search>) => void;
}

function SearchForm({ search, change }: Given) {
  const { words } = useSpeech();
  const kind = search.kind ?? "technology";
  const [typed, setTyped] = useState(search.q ?? "");
  const timer = useRef(0);
  const sent = useRef(search.q ?? "");
  useEffect(() => {
    // The address changed by itself, as by going back.
    if ((search.q ?? "") !== sent.current) {
      sent.current = search.q ?? "";
      setTyped(sent.current);
    }
  }, [search.q]);
  const send = (text: string) => {
    clearTimeout(timer.current);
    sent.current = text.trim();
    change({ q: sent.current || undefined });
  };
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => send(text), TYPING_MS);
  };
  return (
    <form
      id="search"
      role="search"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send(typed);
      }}
    >
      <fieldset className="kinds">
        <legend>{words.lookFor}</legend>
        {KINDS.map((one) => (
          <label key={one} className={`kind ${one === "need" ? "need" : "offer"}`}>
            <input
              type="radio"
              name="kind"
              checked={kind === one}
              onChange={() => change({ kind: one === "need" ? one : undefined })}
            />
            <span>{words.kinds[one]}</span>
          </label>
        ))}
      </fieldset>
      <div className="field grow">
        <label htmlFor="q">{words.queryLabel}</label>
        <input
          id="q"
          type="search"
          maxLength={2000}
          enterKeyHint="search"
          aria-describedby="q-hint"
          placeholder={words.examples[kind]}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <p className="hint" id="q-hint">
          {words.queryHint}
        </p>
      </div>
    </form>
  );
}

function Results({ search, change }: Given) {
  const { words, languageName } = useSpeech();
  const kind = search.kind ?? "technology";
  const found = useInfiniteQuery(postings(search));
  const pages = found.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const [total, read] = [pages[0]?.total ?? 0, pages[0]?.language ?? ""];
  const told = search.q
    ? words.shownRanked(items.length, total, read ? languageName(read) : "")
    : words.shown(items.length, total);
  return (
    <section aria-busy={found.isFetching} aria-labelledby="results-title">
      <div className="results-head">
        <h2 id="results-title">{(search.q ? words.found : words.latest)[kind]}</h2>
        <p role="status">{found.isPlaceholderData ? words.searching : items.length ? told : ""}</p>
      </div>
      {found.isPending && !found.failureReason && <Loading />}
      {(found.failureReason ?? found.error) && (
        <Failure error={found.error ?? found.failureReason} again={() => void found.refetch()} />
      )}
      {found.data && !items.length && <Nothing filtered={isFiltered(search)} change={change} />}
      <ol className="cards">
        {items.map((posting) => (
          <PostingCard key={posting.id} posting={posting} />
        ))}
      </ol>
      {found.hasNextPage && (
        <p className="center">
          <button
            type="button"
            className="quiet"
            disabled={found.isFetchingNextPage}
            onClick={() => void found.fetchNextPage()}
          >
            {words.more}
          </button>
        </p>
      )}
    </section>
  );
}

function Nothing({ filtered, change }: { filtered: boolean; change: Given["change"] }) {
  const { words } = useSpeech();
  return (
    <div className="notice">
      <h3>{words.emptyTitle}</h3>
      <p>{filtered ? words.emptyFiltered : words.emptyAll}</p>
      {filtered && (
        <button
          type="button"
          className="quiet"
          onClick={() => change({ sector: undefined, region: undefined, language: undefined, trl: undefined })}
        >
          {words.clearFilters}
        </button>
      )}
    </div>
  );
}
