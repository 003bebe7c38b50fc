import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useActing } from "../accounts/acting";
import { ActingChoice } from "../accounts/ActingChoice";
import { APPEARANCES, useAppearance } from "./appearance";
import { LANGUAGES, useChooseLanguage, useSpeech } from "./language";
import { Select } from "./parts";

export function Layout() {
  const { words } = useSpeech();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const first = useRef(path);
  useEffect(() => {
    // A reader of the screen hears that another page is there.
    if (first.current !== path) main.current?.focus({ preventScroll: true });
    first.current = path;
  }, [path]);
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
        <Link className="brand" to="/">
          <Mark />
          <span>Matchmaker</span>
        </Link>
        <nav aria-label={words.navigation}>
          <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
            {words.catalogue}
          </Link>
          <Link to="/matches">{words.matches}</Link>
          <Link to="/events">{words.events}</Link>
          <MapLink />
        </nav>
        <Settings />
      </header>
      <main id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <footer>
        <p>{words.footer}</p>
        <p>
          <a href="/api/openapi.json">{words.api}</a>
        </p>
      </footer>
    </>
  );
}

/** The map is drawn for organisers only. */
function MapLink() {
  const { words } = useSpeech();
  return useActing() === "organiser" ? <Link to="/landscape">{words.landscape.short}</Link> : null;
}

function Settings() {
  const speech = useSpeech();
  const chooseLanguage = useChooseLanguage();
  const [appearance, chooseAppearance] = useAppearance();
  const { words } = speech;
  return (
    <div className="settings">
      <ActingChoice />
      <Select
        hideLabel
        label={words.appearance}
        value={appearance}
        choices={APPEARANCES.map((value) => ({ value, label: words.appearances[value] }))}
        onChange={(value) => chooseAppearance(APPEARANCES.find((one) => one === value) ?? "system")}
      />
      <Select
        hideLabel
        label={words.language}
        value={speech.code}
        choices={Object.entries(LANGUAGES).map(([value, language]) => ({ value, label: language.ownName }))}
        onChange={chooseLanguage}
      />
    </div>
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
