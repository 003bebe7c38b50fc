import { useState } from "react";
import { nameIn, useSpeech } from "../kit/language";
import { Segments, Select } from "../kit/parts";
import { Bars } from "./Bars";
import { BYS, type By } from "./cut";
import type { Definition, Indicators } from "./queries";
import { sayFigure } from "./Sections";

const COMPARED = ["technologies", "needs", "requests_accepted", "meetings_planned", "meetings_held", "meetings_with_next_step", "contracts"];

/** The same figures for each month, sector, kind, region or event: one of them drawn, the others in a table. */
export function Groups(given: { definitions: Definition[]; found: Indicators; by: By; choose: (by: By) => void }) {
  const { words, code } = useSpeech();
  const { figures } = words;
  const [drawn, setDrawn] = useState("technologies");
  const whole = given.definitions.filter((one) => COMPARED.includes(one.code));
  const nameOf = (one: Definition) => nameIn(code, { vi: one.name_vi, en: one.name_en });
  const groups = given.found.groups.map((group) => ({
    ...group,
    name: groupName(words.regions, given.by, code, group),
    values: new Map(group.figures.map((figure) => [figure.code, figure.value])),
  }));
  return (
    <section className="panel card-panel figures-section">
      <h2>{figures.groups}</h2>
      <Segments
        label={figures.by}
        value={given.by}
        choices={BYS.map((value) => ({ value, label: figures.bys[value] ?? value }))}
        onChange={given.choose}
      />
      {!groups.length && <p className="hint">{figures.noGroups}</p>}
      {groups.length > 0 && (
        <>
          <Select
            label={figures.drawn}
            value={drawn}
            choices={whole.map((one) => ({ value: one.code, label: nameOf(one) }))}
            onChange={setDrawn}
          />
          <Bars
            title={whole.filter((one) => one.code === drawn).map(nameOf)}
            head={figures.bys[given.by] ?? given.by}
            bars={groups.map((group) => ({ key: group.key, name: group.name, value: group.values.get(drawn) ?? 0 }))}
          />
          <div className="scroll" tabIndex={0} role="region" aria-label={figures.groups}>
            <GroupTable head={figures.bys[given.by] ?? given.by} columns={whole} groups={groups} />
          </div>
          {given.by !== "month" && <p className="hint">{figures.overlap}</p>}
        </>
      )}
    </section>
  );
}

interface Group {
  key: string;
  name: string;
  values: Map<string, number | null>;
}

function GroupTable({ head, columns, groups }: { head: string; columns: Definition[]; groups: Group[] }) {
  const speech = useSpeech();
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {columns.map((one) => (
            <th key={one.code} scope="col">
              {nameIn(speech.code, { vi: one.name_vi, en: one.name_en })}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={group.key}>
            <th scope="row">{group.name}</th>
            {columns.map((one) => (
              <td key={one.code}>{sayFigure(speech, one.unit, group.values.get(one.code) ?? null)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A month as ``11/2026``, a region in the reader's words, all else by the names that the service gives. */
function groupName(regions: Record<string, string>, by: By, code: string, group: { key: string; name_vi: string; name_en: string }) {
  if (by === "month") return group.key.split("-").reverse().join("/");
  if (by === "region") return regions[group.key] ?? group.key;
  return nameIn(code, { vi: group.name_vi, en: group.name_en });
}
