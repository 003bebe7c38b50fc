import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useSpeech } from "../../kit/language";
import { Failure, Loading, Select } from "../../kit/parts";
import { StateBadge } from "../../review/StateBadge";
import { Pages } from "../../kit/Pages";
import { type Partner, partnerRecords, type PartnerRecord, RECORD_PAGE, type RecordState } from "./queries";

type Shown = RecordState | "alike" | "";

/** A catalogue's records, the latest change first. */
export function PartnerRecords({ partner }: { partner: Partner }) {
  const { feeds } = useSpeech().words;
  const [shown, setShown] = useState<Shown>("");
  const [offset, setOffset] = useState(0);
  const state = shown === "" || shown === "alike" ? undefined : shown;
  const seen = partner.taken + partner.refused + partner.withdrawn + partner.alike;
  const found = useQuery(partnerRecords(partner.id, state, shown === "alike", offset, seen));
  const choices = Object.entries(feeds.recordStates).map(([value, label]) => ({ value, label }));
  const choose = (value: string) => {
    setShown(value as Shown);
    setOffset(0);
  };
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return (
    <div className="feed-log">
      <Select label={feeds.show} value={shown} choices={[{ value: "", label: feeds.all }, ...choices]} onChange={choose} />
      {!found.data.items.length && <p className="hint">{feeds.noRecords}</p>}
      <ul className="rows">
        {found.data.items.map((one) => (
          <OneRecord key={one.identifier} record={one} />
        ))}
      </ul>
      <Pages offset={offset} limit={RECORD_PAGE} total={found.data.total} go={setOffset} />
    </div>
  );
}

function OneRecord({ record }: { record: PartnerRecord }) {
  const { words } = useSpeech();
  const { feeds } = words;
  return (
    <li>
      <span className="partner-record">
        <span className="strong">{record.title || feeds.noTitle}</span>{" "}
        {record.posting_state && record.state === "taken" ? (
          <StateBadge state={record.posting_state as Parameters<typeof StateBadge>[0]["state"]} />
        ) : (
          <span className="badge">{feeds.recordStates[record.state]}</span>
        )}
        <span className="small partner-address">{record.identifier}</span>
        {record.errors.map((one) => (
          <span className="small problem" key={`${one.field}${one.code}`}>
            {words.fields[String(one.field)] ?? String(one.field)}: {feeds.recordErrors[String(one.code)] ?? String(one.code)}
          </span>
        ))}
        {record.alike !== null && <span className="small">{feeds.alike(record.alike)}</span>}
      </span>
      <span className="actions">
        {record.posting_id && record.posting_state === "submitted" && record.state === "taken" ? (
          <Link to="/review" search={{ posting: record.posting_id }}>
            {feeds.reviewIt}
            <span className="unseen"> {record.title}</span>
          </Link>
        ) : record.posting_id && (
          <Link to="/postings/$id" params={{ id: String(record.posting_id) }}>
            {feeds.open}
            <span className="unseen"> {record.title}</span>
          </Link>
        )}
        {record.alike_id && (
          <Link to="/postings/$id" params={{ id: String(record.alike_id) }}>
            {feeds.openAlike}
            <span className="unseen"> {record.title}</span>
          </Link>
        )}
      </span>
    </li>
  );
}
