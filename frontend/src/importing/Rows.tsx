import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Select } from "../kit/parts";
import { type Answer, PAGE, rows as rowsQuery } from "./requests";

/** What becomes of every row, cell by cell where something is wrong. */
export function Rows({ jobId, rejected }: { jobId: number; rejected: number }) {
  const { words, count } = useSpeech();
  const { imports } = words;
  const [only, setOnly] = useState(rejected > 0);
  const [offset, setOffset] = useState(0);
  const found = useQuery(rowsQuery(jobId, only ? "rejected" : undefined, offset));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const { items, total } = found.data;
  return (
    <>
      {rejected > 0 && (
        <div className="chooser">
          <Select
            label={imports.show}
            value={only ? "rejected" : ""}
            choices={[
              { value: "rejected", label: imports.onlyRejected },
              { value: "", label: imports.allRows },
            ]}
            onChange={(value) => {
              setOnly(value === "rejected");
              setOffset(0);
            }}
          />
        </div>
      )}
      <div className="scroll" tabIndex={0} role="region" aria-label={imports.result}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{imports.row}</th>
              <th scope="col">{imports.result}</th>
              <th scope="col">{imports.problems}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <Row key={row.number} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      {total > PAGE && (
        <p className="links pages">
          <button type="button" disabled={!offset} onClick={() => setOffset(offset - PAGE)}>
            ←
          </button>
          <span>
            {count(offset + 1)}–{count(offset + items.length)} / {count(total)}
          </span>
          <button type="button" disabled={offset + PAGE >= total} onClick={() => setOffset(offset + PAGE)}>
            →
          </button>
        </p>
      )}
    </>
  );
}

interface CellProblem {
  field?: string;
  code: string;
}

function Row({ row }: { row: Answer }) {
  const { words } = useSpeech();
  const errors = row.errors as unknown as CellProblem[];
  // A place in a list is told by the name of the list.
  const name = (field: string) => {
    const [first = "", ...rest] = field.split(".");
    const last = first === "translations" ? (rest[1] ?? first) : first;
    return words.posting.fieldNames[last] ?? words.fields[last] ?? field;
  };
  const problem = (field: string, code: string) =>
    (field.startsWith("sectors") && code === "string_pattern_mismatch" ? words.imports.codes.sector_unknown : undefined) ??
    words.imports.codes[code] ??
    words.posting.problems[code] ??
    words.errors[code] ??
    code;
  return (
    <tr className={row.status}>
      <th scope="row">{row.number}</th>
      <td>
        <span className={`badge row-${row.status}`}>{words.imports.statuses[row.status]}</span>
      </td>
      <td>
        <ul className="cell-problems">
          {errors.map(({ field = "", code }) => (
            <li key={field + code}>
              {field && <strong>{name(field)}: </strong>}
              {problem(field, code)}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
