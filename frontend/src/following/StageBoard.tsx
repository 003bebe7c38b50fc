import { Link } from "@tanstack/react-router";
import { useSpeech } from "../kit/language";
import { CaseBadges, CaseWork } from "./CaseLine";
import { MoveStage } from "./MoveStage";
import { caseName } from "./naming";
import { type CaseRow, STAGES } from "./queries";

/** Cases under their stages; each is moved by the choice on its card. */
export function StageBoard({ cases }: { cases: CaseRow[] }) {
  const speech = useSpeech();
  const { words, count } = speech;
  return (
    <div className="stage-board" tabIndex={0} role="region" aria-label={words.following.views.board}>
      {STAGES.map((stage) => {
        const here = cases.filter((one) => one.stage === stage);
        return (
          <section key={stage} aria-labelledby={`stage-${stage}`}>
            <h2 id={`stage-${stage}`}>
              {words.following.stages[stage]} <span className="count">{count(here.length)}</span>
            </h2>
            {here.length ? (
              <ul>
                {here.map((one) => (
                  <li key={one.id} className="stage-card">
                    <CaseBadges one={one} withStage={false} />
                    <Link className="strong" to="/cases/$id" params={{ id: String(one.id) }}>
                      {caseName(speech, one)}
                    </Link>
                    <CaseWork one={one} />
                    <MoveStage one={one} short />
                  </li>
                ))}
              </ul>
            ) : (
              <p className="small">{words.following.noneHere}</p>
            )}
          </section>
        );
      })}
    </div>
  );
}
