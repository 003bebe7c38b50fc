import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Select, TextField } from "../kit/parts";
import { SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { recordMapping } from "./queries";

type Column = Schemas["MappedColumn"];
type Field = Schemas["RecordField"];

/** The columns of files for the national database, in the order in which they stand there. */
export function Mapping() {
  const { feeds } = useSpeech().words;
  const found = useQuery(recordMapping);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return (
    <section className="panel card-panel">
      <h2>{feeds.mapping}</h2>
      <p className="hint">{feeds.mappingLead}</p>
      <details>
        <summary>{feeds.changeMapping(found.data.columns.length)}</summary>
        <Columns {...found.data} />
      </details>
    </section>
  );
}

function Columns({ version, columns: known }: Schemas["MappingPublic"]) {
  const { words } = useSpeech();
  const { feeds } = words;
  const client = useQueryClient();
  // A list is one field: what was typed over an earlier version would undo what others have changed since.
  const unsent = useUnsent(`record-mapping-${version}`, { columns: known.map((column, key) => ({ key, column })) });
  const { columns } = unsent.value;
  const setColumns = (change: (all: typeof columns) => typeof columns) =>
    unsent.write((before) => ({ columns: change(before.columns) }));
  const save = async () => {
    const body = { version, columns: columns.map((one) => one.column) };
    await ask(api.PUT("/api/national-records/mapping", { body }));
    await client.invalidateQueries({ queryKey: recordMapping.queryKey });
  };
  const change = (key: number, part: Partial<Column>) =>
    setColumns((all) => all.map((one) => (one.key === key ? { key, column: { ...one.column, ...part } } : one)));
  const move = (place: number, by: number) =>
    setColumns((all) => {
      const moved = [...all];
      const [taken] = moved.splice(place, 1);
      if (taken) moved.splice(place + by, 0, taken);
      return moved;
    });
  const add = () =>
    setColumns((all) => [
      ...all,
      { key: Math.max(0, ...all.map((one) => one.key)) + 1, column: { header: "", field: null, fixed: "" } },
    ]);
  return (
    <SendForm submit={words.organisationPage.save} work={save} done={words.organisationPage.saved} unsent={unsent}>
      <ol className="feed-columns">
        {columns.map(({ key, column }, place) => (
          <li key={key}>
            <OneColumn column={column} change={(part) => change(key, part)} />
            <div className="actions">
              <button type="button" className="quiet" disabled={!place} onClick={() => move(place, -1)}>
                {feeds.up}
                <span className="unseen"> {column.header}</span>
              </button>
              <button
                type="button"
                className="quiet"
                disabled={place === columns.length - 1}
                onClick={() => move(place, 1)}
              >
                {feeds.down}
                <span className="unseen"> {column.header}</span>
              </button>
              <button
                type="button"
                className="quiet"
                onClick={() => setColumns((all) => all.filter((one) => one.key !== key))}
              >
                {feeds.removeColumn}
                <span className="unseen"> {column.header}</span>
              </button>
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className="quiet" onClick={add}>
        {feeds.addColumn}
      </button>
    </SendForm>
  );
}

function OneColumn({ column, change }: { column: Column; change: (part: Partial<Column>) => void }) {
  const { feeds } = useSpeech().words;
  const fields = Object.entries(feeds.fields).map(([value, label]) => ({ value, label }));
  const choose = (value: string) => change({ field: (value || null) as Field | null, fixed: "" });
  return (
    <div className="pair">
      <TextField
        label={feeds.header}
        required
        maxLength={100}
        value={column.header}
        onChange={(header) => change({ header })}
      />
      <Select
        label={feeds.filledFrom}
        value={column.field ?? ""}
        choices={[{ value: "", label: feeds.fixed }, ...fields]}
        onChange={choose}
      />
      {!column.field && (
        <TextField
          label={feeds.fixed}
          maxLength={300}
          value={column.fixed ?? ""}
          onChange={(fixed) => change({ fixed })}
        />
      )}
    </div>
  );
}
