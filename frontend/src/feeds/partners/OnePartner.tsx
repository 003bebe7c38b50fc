import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { JobProgress } from "../../administration/Jobs";
import { api, ask, Refusal } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { sayRefusal } from "../../kit/parts";
import { SendButton, SureButton } from "../../kit/SendForm";
import { PartnerForm } from "./PartnerForm";
import { PartnerRecords } from "./PartnerRecords";
import { type Partner, partners, type Tried } from "./queries";
import { TriedPage } from "./TriedPage";

const TRY = "outcomes.try_partner";

/** A catalogue: what came of it, its last job, and what can be done with it. */
export function OnePartner({ partner }: { partner: Partner }) {
  const { words, count, instant } = useSpeech();
  const { feeds } = words;
  const client = useQueryClient();
  const params = { path: { partner_id: partner.id } };
  const again = () => client.invalidateQueries({ queryKey: partners.queryKey });
  const job = partner.job;
  const busy = job?.state === "queued" || job?.state === "running";
  const harvest = (whole: boolean) => async () => {
    await ask(api.POST("/api/partners/{partner_id}/harvest", { params, body: { whole } }));
    await again();
  };
  const tryIt = async () => {
    await ask(api.POST("/api/partners/{partner_id}/try", { params }));
    await again();
  };
  const remove = async () => {
    await ask(api.DELETE("/api/partners/{partner_id}", { params }));
    await again();
  };
  const numbers = { taken: count(partner.taken), refused: count(partner.refused), withdrawn: count(partner.withdrawn) };
  return (
    <li className="partner">
      <div className="feed-head">
        <span className="strong">{partner.name}</span>{" "}
        <span className="badge">{words.kinds[partner.kind ?? "technology"]}</span>
        {partner.unfinished && !busy && <span className="badge job-running">{feeds.unfinished}</span>}
        <span className="small partner-address">{partner.address}</span>
        <span className="small">
          {feeds.partnerForms[partner.form]} · {feeds.licenceOf(partner.licence)} ·{" "}
          {partner.harvested_at ? feeds.harvestedAt(instant(partner.harvested_at)) : feeds.neverHarvested}
          {partner.every_days ? ` · ${feeds.everyDays(partner.every_days)}` : ""}
        </span>
        <span className="small">{feeds.partnerNumbers(numbers)}</span>
        {partner.alike > 0 && <span className="badge job-running copies">{feeds.mayBeCopies(count(partner.alike))}</span>}
      </div>
      <div className="actions">
        <SendButton label={partner.unfinished ? feeds.goOn : feeds.harvestNow} className="primary" work={harvest(false)} />
        <SendButton label={feeds.tryIt} work={tryIt} />
        {partner.harvested_at && <SureButton label={feeds.harvestWhole} sure={feeds.harvestWholeSure} work={harvest(true)} />}
        <SureButton label={feeds.remove} sure={feeds.removePartnerSure} work={remove} />
        {partner.taken > 0 && <Link to="/review">{feeds.toReview}</Link>}
      </div>
      <div className="partner-job" aria-live="polite">
        {busy && job && <JobProgress job={job} />}
        {job?.state === "failed" && (
          <p className="problem">
            {sayRefusal(words, new Refusal(0, String(job.problem.code), (job.problem.params ?? {}) as Record<string, unknown>))}
          </p>
        )}
        {job?.state === "done" && job.kind === TRY && <TriedPage tried={job.result as unknown as Tried} />}
        {job?.state === "done" && job.kind !== TRY && <p className="hint">{feeds.harvested(job.result as Record<string, number>)}</p>}
      </div>
      {partner.taken + partner.refused + partner.withdrawn > 0 && (
        <details className="feed-details">
          <summary>{feeds.partnerRecords}</summary>
          <PartnerRecords partner={partner} />
        </details>
      )}
      <details className="feed-details">
        <summary>{feeds.changePartner}</summary>
        <PartnerForm partner={partner} />
      </details>
    </li>
  );
}
