import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import { api, ask } from "../kit/api";
import { nameIn, useSpeech } from "../kit/language";
import { Failure, Loading, Select, TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { Mapping } from "./Mapping";
import { Pages } from "../kit/Pages";
import { type NationalRecord, nationalRecords, RECORD_PAGE, type TakenState } from "./queries";

/** Published technologies, and what the national database has taken over. */
export function Records() {
  const { words, count } = useSpeech();
  const { feeds } = words;
  const [state, setState] = useState<TakenState | "">("");
  const [offset, setOffset] = useState(0);
  const found = useQuery(nationalRecords(state || undefined, offset));
  const only = state ? `&state=${state}` : "";
  const choose = (chosen: string) => {
    setState(chosen as TakenState | "");
    setOffset(0);
  };
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const choices = Object.entries(feeds.taken).map(([value, label]) => ({ value, label }));
  return (
    <div className="feed-sections">
      <section className="panel card-panel">
        <h2>{feeds.sections.records}</h2>
        <p className="hint">{feeds.recordsLead}</p>
        <p>
          <strong>{feeds.takenOver(count(found.data.taken_over))}</strong>
        </p>
        <div className="feed-tools">
          <Select label={feeds.show} value={state} choices={[{ value: "", label: feeds.all }, ...choices]} onChange={choose} />
          <a className="button" href={`/api/national-records/export?form=xlsx${only}`} download>
            {feeds.xlsx}
          </a>
          <a className="button" href={`/api/national-records/export?form=json${only}`} download>
            {feeds.json}
          </a>
        </div>
        <RecordList key={`${state} ${offset}`} records={found.data.items} />
        <Pages offset={offset} limit={RECORD_PAGE} total={found.data.total} go={setOffset} />
      </section>
      <Mapping />
      <section className="panel card-panel">
        <h2>{feeds.harvest}</h2>
        <p className="hint">{feeds.harvestLead}</p>
        <p className="feed-secret">
          <code>{`${location.origin}/oai`}</code>
        </p>
      </section>
    </div>
  );
}

/** The day it is where the service is at home, as a field of dates has it. */
const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Ho_Chi_Minh" }).format(new Date());

/** Marking several at once, with their numbers in the other database. */
function RecordList({ records }: { records: NationalRecord[] }) {
  const { feeds } = useSpeech().words;
  const client = useQueryClient();
  const [chosen, setChosen] = useState<string[]>([]);
  const [numbers, setNumbers] = useState<Record<string, string>>({});
  const [day, setDay] = useState(today);
  if (!records.length) return <p className="hint">{feeds.noRecords}</p>;
  const choose = (name: string, on: boolean) =>
    setChosen((before) => (on ? [...before, name] : before.filter((one) => one !== name)));
  const mark = async () => {
    const marked = chosen.map((name) => ({ name, number: numbers[name] ?? "" }));
    await ask(api.PUT("/api/national-records/marks", { body: { records: marked, taken_over_on: day || null } }));
    setChosen([]);
    await client.invalidateQueries({ queryKey: ["national-records"] });
  };
  return (
    <>
      <div className="links">
        <button type="button" className="small-button" onClick={() => setChosen(records.map((one) => one.name))}>
          {feeds.chooseAll}
        </button>
        <button type="button" className="small-button" onClick={() => setChosen([])}>
          {feeds.chooseNone}
        </button>
      </div>
      <ul className="rows feed-records">
        {records.map((one) => (
          <OneRecord
            key={one.name}
            record={one}
            chosen={chosen.includes(one.name)}
            choose={(on) => choose(one.name, on)}
            number={numbers[one.name] ?? one.number}
            write={(number) => setNumbers((before) => ({ ...before, [one.name]: number }))}
          />
        ))}
      </ul>
      {chosen.length ? (
        <SendForm submit={day ? feeds.mark(chosen.length) : feeds.unmark(chosen.length)} work={mark}>
          <TextField label={feeds.day} hint={feeds.dayHint} type="date" value={day} onChange={setDay} />
        </SendForm>
      ) : (
        <p className="hint">{feeds.chooseFirst}</p>
      )}
    </>
  );
}

function OneRecord(given: {
  record: NationalRecord;
  chosen: boolean;
  choose: (on: boolean) => void;
  number: string;
  write: (number: string) => void;
}) {
  const { words, code, day } = useSpeech();
  const { feeds } = words;
  const { record } = given;
  const id = useId();
  return (
    <li>
      <label className="check">
        <input type="checkbox" checked={given.chosen} onChange={(event) => given.choose(event.target.checked)} />
        <span>
          <span className="strong">{record.title}</span>
          <span className="small">{nameIn(code, { vi: record.organisation, en: record.organisation_en })}</span>
          <span className="small">
            {record.taken_over_on ? feeds.takenOverOn(day(record.taken_over_on)) : feeds.taken.waiting}
            {!record.published && ` · ${feeds.withdrawn}`}
          </span>
        </span>
      </label>
      <span className="feed-number">
        <label htmlFor={id}>
          {feeds.number}
          <span className="unseen"> {record.title}</span>
        </label>
        <input id={id} value={given.number} maxLength={100} onChange={(event) => given.write(event.target.value)} />
        {record.published && (
          <Link to="/postings/$id" params={{ id: String(record.posting_id) }}>
            {feeds.open}
            <span className="unseen"> {record.title}</span>
          </Link>
        )}
      </span>
    </li>
  );
}
