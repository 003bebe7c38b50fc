import { nameIn, type Speech, useSpeech } from "../kit/language";
import { Bars } from "./Bars";
import type { Definition, Figure } from "./queries";

/** All figures in the order of a report, each with its definition. */
export function Sections({ definitions, figures }: { definitions: Definition[]; figures: Figure[] }) {
  const { code } = useSpeech();
  const byCode = new Map(figures.map((figure) => [figure.code, figure]));
  const sections = [...new Set(definitions.map((one) => one.section))];
  return sections.map((section) => {
    const own = definitions.filter((one) => one.section === section);
    const first = own[0] as Definition;
    const told = own.flatMap((definition) => {
      const figure = byCode.get(definition.code);
      return figure ? [{ definition, figure }] : [];
    });
    return (
      <section key={section} className="panel card-panel figures-section">
        <h2>{nameIn(code, { vi: first.section_vi, en: first.section_en })}</h2>
        <Numbers told={told.filter(({ definition, figure }) => !isInParts(definition, figure))} />
        {told
          .filter(({ definition, figure }) => isInParts(definition, figure))
          .map(({ definition, figure }) => (
            <Parts key={definition.code} definition={definition} figure={figure} />
          ))}
        <HowCounted definitions={own} />
      </section>
    );
  });
}

interface Told {
  definition: Definition;
  figure: Figure;
}

const isInParts = (definition: Definition, figure: Figure) =>
  figure.parts.length > 0 || definition.unit === "money" || definition.code.includes("_by_");

function Numbers({ told }: { told: Told[] }) {
  const speech = useSpeech();
  if (!told.length) return null;
  return (
    <dl className="figures">
      {told.map(({ definition, figure }) => (
        <div key={definition.code}>
          <dt>{nameIn(speech.code, { vi: definition.name_vi, en: definition.name_en })}</dt>
          <dd className={figure.value === null ? "hint" : undefined}>
            <Value said={sayFigure(speech, definition.unit, figure.value)} number={speech.count(figure.value ?? 0)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The number large and its unit small, so that both stand in one line. */
function Value({ said, number }: { said: string; number: string }) {
  if (said === number || !said.startsWith(`${number} `)) return said;
  return (
    <>
      {number} <small>{said.slice(number.length + 1)}</small>
    </>
  );
}

/** A figure with its unit, or that there is none. */
export function sayFigure({ words, count, percent }: Speech, unit: Definition["unit"], value: number | null): string {
  if (value === null) return words.figures.none;
  if (unit === "share") return percent(value);
  if (unit === "days" || unit === "slots") return words.figures.units[unit](count(value));
  return count(value);
}

function Parts({ definition, figure }: Told) {
  const { words, code } = useSpeech();
  return (
    <Bars
      title={nameIn(code, { vi: definition.name_vi, en: definition.name_en })}
      head={words.figures.part}
      drawn={definition.unit !== "money"}
      bars={figure.parts.map((part) => ({
        key: part.key,
        name: nameIn(code, { vi: part.name_vi, en: part.name_en }),
        value: part.value,
      }))}
    />
  );
}

function HowCounted({ definitions }: { definitions: Definition[] }) {
  const { words, code } = useSpeech();
  return (
    <details>
      <summary>{words.figures.howCounted}</summary>
      <dl className="definitions">
        {definitions.map((one) => (
          <div key={one.code}>
            <dt>{nameIn(code, { vi: one.name_vi, en: one.name_en })}</dt>
            <dd>{nameIn(code, { vi: one.definition_vi, en: one.definition_en })}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
