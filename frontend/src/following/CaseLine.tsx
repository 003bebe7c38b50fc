import { Link } from "@tanstack/react-router";
import { nameIn, useSpeech } from "../kit/language";
import { caseName, exactMoney, postingTitle } from "./naming";
import type { CaseRow } from "./queries";

/** A case in a list: who with whom about what, how far, and what is late. */
export function CaseLine({ one }: { one: CaseRow }) {
  const speech = useSpeech();
  const { words, code, day } = speech;
  const titles = [postingTitle(code, one.need), postingTitle(code, one.technology)].filter(Boolean);
  return (
    <li>
      <div className="case-line">
        <CaseBadges one={one} />
        <Link className="strong" to="/cases/$id" params={{ id: String(one.id) }}>
          {caseName(speech, one)}
        </Link>
        <span className="small">{titles.join(" ↔ ")}</span>
        <span className="small">
          {nameIn(code, { vi: one.event_vi, en: one.event_en })} · {words.following.began(day(one.began_at))}
        </span>
      </div>
      <CaseWork one={one} />
    </li>
  );
}

export function CaseBadges({ one, withStage = true }: { one: CaseRow; withStage?: boolean }) {
  const { words } = useSpeech();
  const { following } = words;
  return (
    <p className="badges">
      {one.overdue > 0 && <span className="badge state-returned">{following.overdue(one.overdue)}</span>}
      {withStage && <span className={`badge stage-${one.stage}`}>{following.stages[one.stage]}</span>}
      {one.waits_for && one.stage !== "closed" && (
        <span className="badge state-submitted">{following.waitsFor[one.waits_for]}</span>
      )}
    </p>
  );
}

/** What is still to do, and what the contract is worth. */
export function CaseWork({ one }: { one: CaseRow }) {
  const { words, day } = useSpeech();
  const { following } = words;
  return (
    <p className="small case-work">
      <span>{one.open_tasks ? following.openTasks(one.open_tasks) : following.noTasks}</span>
      {one.next_due && <span>{following.nextDue(day(one.next_due))}</span>}
      {one.value && (
        <span className="strong">{exactMoney(words.locale, one.value.amount, one.value.currency)}</span>
      )}
    </p>
  );
}
