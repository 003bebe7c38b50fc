import { useState } from "react";
import { useSpeech } from "../kit/language";
import { Select, TextField } from "../kit/parts";
import { SendButton, SendForm } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { exactMoney } from "./naming";
import { type Case, confirmValue, evidenceValue, setValue, type Value, useTaken } from "./queries";

const CURRENCIES: Value["currency"][] = ["VND", "USD", "EUR", "JPY", "KRW", "CNY", "TWD"];

/** What the contract is worth, and who stands by it. */
export function ContractValue({ one }: { one: Case }) {
  const { words } = useSpeech();
  const { value: said } = words.following;
  const taken = useTaken();
  const [editing, setEditing] = useState(false);
  const { value, side } = one;
  const confirms = value && side && value.awaited.includes(side);
  return (
    <section className="panel card-panel" aria-labelledby="contract-value">
      <h2 id="contract-value">{said.title}</h2>
      {value ? <Backed value={value} /> : <p className="small">{said.none}</p>}
      {value && side === null && value.backing === "open" && <Evidence one={one} value={value} />}
      <div className="links">
        {confirms && (
          <SendButton className="primary" label={said.confirm} work={() => taken(confirmValue(one.id, value.version))} />
        )}
        {!editing && (
          <button type="button" className="quiet" onClick={() => setEditing(true)}>
            {value ? said.change : said.save}
          </button>
        )}
      </div>
      {editing && <ValueForm one={one} done={() => setEditing(false)} />}
    </section>
  );
}

function Backed({ value }: { value: Value }) {
  const { words } = useSpeech();
  const { value: said } = words.following;
  return (
    <>
      <p className="case-amount">{exactMoney(words.locale, value.amount, value.currency)}</p>
      <p className="badges">
        <span className={`badge ${value.backing === "open" ? "state-submitted" : "yes"}`}>{said.backings[value.backing]}</span>
      </p>
      {value.backing !== "confirmed" && value.awaited.map((side) => (
        <p key={side} className="small">
          {said.awaits[side]}
        </p>
      ))}
      {value.evidence && <p className="small">{said.basis(value.evidence)}</p>}
    </>
  );
}

function ValueForm({ one, done }: { one: Case; done: () => void }) {
  const { words } = useSpeech();
  const { value: said } = words.following;
  const taken = useTaken();
  const currencyNow: Value["currency"] = one.value?.currency ?? "VND";
  const unsent = useUnsent(`case-${one.id}-value`, { amount: one.value?.amount ?? "", currency: currencyNow });
  const { amount, currency } = unsent.value;
  const save = async () => {
    const version = one.value?.version ?? null;
    await taken(setValue(one.id, { amount: amount.trim(), currency, version, evidence: "" }));
    unsent.clear();
    done();
  };
  return (
    <SendForm submit={said.save} work={save} unsent={unsent}>
      <div className="pair">
        <TextField
          label={said.amount}
          hint={said.amountHint}
          required
          inputMode="decimal"
          pattern="\s*\d{1,15}(\.\d{1,2})?\s*"
          maxLength={20}
          {...unsent.field("amount")}
        />
        <Select
          label={said.currency}
          value={currency}
          choices={CURRENCIES.map((value) => ({ value, label: value }))}
          onChange={(chosen) => unsent.write({ currency: chosen as Value["currency"] })}
        />
      </div>
      {one.value && <p className="hint">{said.changeHint}</p>}
    </SendForm>
  );
}

function Evidence({ one, value }: { one: Case; value: Value }) {
  const { words } = useSpeech();
  const { value: said } = words.following;
  const taken = useTaken();
  const unsent = useUnsent(`case-${one.id}-evidence`, { evidence: "" });
  const work = () => taken(evidenceValue(one.id, unsent.value.evidence, value.version));
  return (
    <SendForm submit={said.byEvidence} work={work} unsent={unsent}>
      <TextField
        label={said.evidence}
        hint={said.evidenceHint}
        required
        maxLength={2000}
        {...unsent.field("evidence")}
      />
    </SendForm>
  );
}
