import { useQuery } from "@tanstack/react-query";
import { useSpeech } from "../kit/language";
import { Select } from "../kit/parts";
import { useSectorName } from "./PostingCard";
import { facets, sectors } from "./queries";
import { isFiltered, type Search } from "./search";

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What the catalogue can be narrowed by; every choice says how many postings it would leave. */
export function Filters({ search, change }: { search: Search; change: (changes: Partial<Search>) => void }) {
  const { words, languageName, count } = useSpeech();
  const nameOf = useSectorName();
  const found = useQuery(facets(search)).data;
  const codes = useQuery(sectors).data ?? [];
  const open = isFiltered(search);
  const unfolded = open || matchMedia?.("(min-width: 60rem)").matches;
  if (!found) {
    return (
      <details className="filters" open={unfolded}>
        <summary>{words.filters}</summary>
      </details>
    );
  }
  return (
    <details className="filters" open={unfolded}>
      <summary>{words.filters}</summary>
      <Choices
        title={words.sector}
        counts={found.sectors}
        order={codes.map((sector) => sector.code)}
        chosen={search.sector}
        nameOf={nameOf}
        under={(code) => code.includes(".")}
        hidden={(code) => code.includes(".") && !search.sector?.some((one) => one.split(".")[0] === code.split(".")[0])}
        choose={(sector) => change({ sector })}
      />
      <Choices
        title={words.region}
        counts={found.regions}
        chosen={search.region}
        nameOf={(code) => words.regions[code] ?? code}
        choose={(region) => change({ region })}
      />
      <Choices
        title={words.postingLanguage}
        counts={found.languages}
        chosen={search.language}
        nameOf={languageName}
        choose={(language) => change({ language })}
      />
      <Select
        label={words.leastLevel}
        value={String(search.trl ?? "")}
        choices={[
          { value: "", label: words.any },
          ...LEVELS.filter((level) => found.levels[level] || level === search.trl).map((level) => ({
            value: String(level),
            label: words.atLeast(level, found.levels[level] ?? 0),
          })),
        ]}
        onChange={(value) => change({ trl: value ? Number(value) : undefined })}
      />
      {open && (
        <button
          type="button"
          className="quiet"
          onClick={() => change({ sector: undefined, region: undefined, language: undefined, trl: undefined })}
        >
          {words.clearFilters}
        </button>
      )}
      <p className="unseen" role="status">
        {count(found.total)}
      </p>
    </details>
  );
}

function Choices(given: {
  title: string;
  counts: Record<string, number>;
  order?: string[];
  chosen: string[] | undefined;
  nameOf: (code: string) => string;
  under?: (code: string) => boolean;
  hidden?: (code: string) => boolean;
  choose: (codes: string[] | undefined) => void;
}) {
  const { count } = useSpeech();
  const chosen = given.chosen ?? [];
  const byCount = Object.keys(given.counts).sort((a, b) => (given.counts[b] ?? 0) - (given.counts[a] ?? 0));
  const listed = (given.order ?? byCount).filter((code) => given.counts[code] || chosen.includes(code));
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    given.choose(next.length ? next : undefined);
  };
  return (
    <fieldset className="choices">
      <legend>{given.title}</legend>
      {listed
        .filter((code) => !given.hidden?.(code) || chosen.includes(code))
        .map((code) => (
          <label key={code} className={given.under?.(code) ? "under" : undefined}>
            <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
            <span>{given.nameOf(code)}</span>
            <span className="count">{count(given.counts[code] ?? 0)}</span>
          </label>
        ))}
    </fieldset>
  );
}
