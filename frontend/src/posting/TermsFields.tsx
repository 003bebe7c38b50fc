import { useSpeech } from "../kit/language";
import { Select, TextField, Told } from "../kit/parts";
import { amountFields, type Content, levelField } from "./content";
import type { Part } from "./part";

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const CURRENCIES = ["VND", "USD", "EUR", "JPY", "KRW", "CNY", "TWD"];

/** Readiness, money, dates, rights, ways of working together, and who may read it. */
export function TermsFields({ part }: { part: Part }) {
  const { words } = useSpeech();
  const { kind, content, change } = part;
  const level = levelField(kind);
  return (
    <>
      <div className="pair">
        <Select
          label={kind === "need" ? words.posting.levelLeast : words.posting.levelReached}
          value={String(content[level] ?? "")}
          choices={[{ value: "", label: words.posting.notSaid }, ...LEVELS.map((one) => ({ value: String(one), label: words.posting.levels[one] ?? String(one) }))]}
          onChange={(value) => change({ [level]: value ? Number(value) : null })}
          problem={part.problem(level)}
          advice={part.advice(level)}
        />
        {kind === "technology" && (
          <Select
            label={words.ip}
            value={content.ip_status ?? ""}
            choices={[{ value: "", label: words.posting.notSaid }, ...Object.entries(words.ipStatuses).map(([value, label]) => ({ value, label }))]}
            onChange={(value) => change({ ip_status: (value || null) as Content["ip_status"] })}
            advice={part.advice("ip_status")}
          />
        )}
        {kind === "need" && <DateField part={part} name="deadline" label={words.deadline} />}
      </div>
      <Money part={part} />
      <Cooperation part={part} />
      <div className="pair">
        <Select
          label={words.region}
          value={content.region ?? ""}
          choices={[{ value: "", label: words.posting.notSaid }, ...Object.entries(words.regions).map(([value, label]) => ({ value, label }))]}
          onChange={(value) => change({ region: value || null })}
          problem={part.problem("region")}
        />
        <DateField part={part} name="expires_on" label={words.expires} hint={words.posting.expiresHint} />
      </div>
      <Select
        label={words.posting.visibility}
        hint={words.posting.visibilityHint[kind]}
        value={content.visibility ?? "public"}
        choices={Object.entries(words.posting.visibilities).map(([value, label]) => ({ value, label }))}
        onChange={(value) => change({ visibility: value as Content["visibility"] })}
      />
    </>
  );
}

function DateField(given: { part: Part; name: "deadline" | "expires_on"; label: string; hint?: string }) {
  const { part, name, label, hint } = given;
  return (
    <TextField
      type="date"
      label={label}
      hint={hint}
      value={part.content[name] ?? ""}
      problem={part.problem(name)}
      advice={part.advice(name)}
      onChange={(value) => part.change({ [name]: value || null })}
    />
  );
}

function Money({ part }: { part: Part }) {
  const speech = useSpeech();
  const { words } = speech;
  const { kind, content, change } = part;
  const names = amountFields(kind);
  const [low, high] = names.map((name) => content[name]);
  return (
    <>
      <div className="pair money">
        {names.map((name, place) => (
          <TextField
            key={name}
            label={place ? words.posting.most[kind] : words.posting.least[kind]}
            inputMode="numeric"
            autoComplete="off"
            value={content[name] == null ? "" : speech.count(content[name])}
            problem={part.problem(name) ?? part.problem("amounts")}
            advice={part.advice(name)}
            onChange={(value) => {
              const digits = value.replace(/\D/g, "").slice(0, 15);
              change({ [name]: digits ? Number(digits) : null });
            }}
          />
        ))}
        <Select
          label={words.posting.currency}
          value={content.currency ?? ""}
          choices={["", ...CURRENCIES].map((value) => ({ value, label: value || words.posting.notSaid }))}
          onChange={(value) => change({ currency: (value || null) as Content["currency"] })}
          advice={part.advice("currency")}
        />
      </div>
      <p className="hint" role="status">
        {speech.moneyRange(low, high, content.currency)}
      </p>
    </>
  );
}

function Cooperation({ part }: { part: Part }) {
  const { words } = useSpeech();
  const chosen: string[] = part.content.cooperation ?? [];
  const toggle = (code: string) => {
    const next = chosen.includes(code) ? chosen.filter((one) => one !== code) : [...chosen, code];
    part.change({ cooperation: next as Content["cooperation"] });
  };
  return (
    <fieldset className="choices row">
      <legend>{words.cooperation}</legend>
      {Object.entries(words.cooperations).map(([code, name]) => (
        <label key={code}>
          <input type="checkbox" checked={chosen.includes(code)} onChange={() => toggle(code)} />
          <span>{name}</span>
        </label>
      ))}
      <Told advice={part.advice("cooperation")} />
    </fieldset>
  );
}
