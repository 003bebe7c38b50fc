import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef } from "react";
import { DemonstrationNotice } from "../accounts/Demonstration";
import { useMay, useMe, useWaitsForMe } from "../accounts/me";
import { SignInAgain } from "../accounts/SignInAgain";
import { WhoIAm } from "../accounts/WhoIAm";
import { APPEARANCES, useAppearance } from "./appearance";
import { LANGUAGES, useChooseLanguage, useSpeech } from "./language";
import { Segments, Select } from "./parts";
import { useInView } from "./useInView";

const EnrolmentRequired = lazy(async () => ({
  default: (await import("../accounts/second_factor/EnrolmentRequired")).EnrolmentRequired,
}));

const Waiting = lazy(async () => ({ default: (await import("../day/outbox/Waiting")).Waiting }));

export function Layout() {
  const { words } = useSpeech();
  const main = useRef<HTMLElement>(null);
  const waits = useWaitsForMe();
  const required = useMe()?.second_factor === "required";
  const path = useRouterState({ select: (state) => state.location.pathname });
  const first = useRef(path);
  useEffect(() => {
    // A reader of the screen hears that another page is there.
    if (first.current !== path) main.current?.focus({ preventScroll: true });
    first.current = path;
  }, [path]);
  if (waits) return null;
  // What hangs on a wall is all of the screen.
  if (path.startsWith("/display/")) return <Outlet />;
  return (
    <>
      <a
        className="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {words.skip}
      </a>
      <header className="bar">
        <Link className="brand" to="/" aria-label="Matchmaker">
          <Mark />
          <span>Matchmaker</span>
        </Link>
        <Navigation />
        <Settings />
        <WhoIAm />
      </header>
      <DemonstrationNotice />
      <Suspense>
        <Waiting />
      </Suspense>
      <main id="main" tabIndex={-1} ref={main}>
        {required ? (
          <Suspense>
            <EnrolmentRequired />
          </Suspense>
        ) : (
          <Outlet />
        )}
      </main>
      <footer>
        <p>{words.footer}</p>
        <Appearance />
        <p>
          <a href="/api/openapi.json">{words.api}</a>
        </p>
      </footer>
      <SignInAgain />
    </>
  );
}

/** What one may not do is not shown; the service decides it again. */
function Navigation() {
  const { words } = useSpeech();
  const may = useMay();
  const places = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  useInView(places, `${path} ${may("catalogue.create_need")}`);
  return (
    <nav aria-label={words.navigation} ref={places}>
      <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
        {words.catalogue}
      </Link>
      {may("catalogue.create_need") && <Link to="/desk">{words.desk.title}</Link>}
      {may("matching.unmet_needs") ? (
        <Link to="/review">{words.review.title}</Link>
      ) : (
        may("catalogue.create_need") && <Link to="/mine">{words.mine.title}</Link>
      )}
      {may("matching.get_candidates") && <Link to="/matches">{words.matches}</Link>}
      <Link to="/events">{words.events}</Link>
      {may("outcomes.list_cases") && <Link to="/cases">{words.following.short}</Link>}
      {may("matching.get_map") && <Link to="/landscape">{words.landscape.short}</Link>}
      {may("outcomes.get_indicators") && <Link to="/figures">{words.figures.title}</Link>}
      {may("outcomes.list_receivers") && <Link to="/feeds">{words.feeds.title}</Link>}
      {may("matching.rebuild") && <Link to="/administration">{words.administration.title}</Link>}
    </nav>
  );
}

function Settings() {
  const speech = useSpeech();
  const chooseLanguage = useChooseLanguage();
  const { words } = speech;
  return (
    <div className="settings">
      <Select
        hideLabel
        label={words.language}
        value={speech.code}
        choices={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
        onChange={chooseLanguage}
      />
    </div>
  );
}

function Appearance() {
  const { words } = useSpeech();
  const [appearance, choose] = useAppearance();
  return (
    <Segments
      label={words.appearance}
      value={appearance}
      choices={APPEARANCES.map((value) => ({ value, label: words.appearances[value] }))}
      onChange={choose}
    />
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
      <circle className="mark-offer" cx="12" cy="16" r="9" />
      <circle className="mark-need" cx="20" cy="16" r="9" />
      <path className="mark-match" d="M16 7.94a9 9 0 0 1 0 16.12a9 9 0 0 1 0-16.12z" />
    </svg>
  );
}

export function NotFound() {
  return <p className="notice">{useSpeech().words.notFound}</p>;
}
