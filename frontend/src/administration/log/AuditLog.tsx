import { useInfiniteQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useSpeech } from "../../kit/language";
import { Failure, Loading, Select, TextField } from "../../kit/parts";
import { audit, type AuditFilter } from "../queries";
import { dayBoundary } from "./changed";
import { Entry } from "./Entry";
import "./audit.css";

const NOTHING = { account: "", organisation: "", entity: "", entityId: "", action: "", from: "", to: "", text: "" };

const asFilter = (typed: typeof NOTHING): AuditFilter => ({
  account_id: typed.account ? Number(typed.account) : undefined,
  organisation_id: typed.organisation ? Number(typed.organisation) : undefined,
  entity: typed.entity.trim() || undefined,
  entity_id: typed.entityId.trim() || undefined,
  action: typed.action.trim() || undefined,
  from: dayBoundary(typed.from, false),
  until: dayBoundary(typed.to, true),
  text: typed.text.trim() || undefined,
});

/** Who changed what and when. */
export function AuditLog() {
  const { words } = useSpeech();
  const { oversight } = words;
  const [filter, setFilter] = useState<AuditFilter>({});
  const found = useInfiniteQuery(audit(filter));
  const entries = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <Filters choose={setFilter} />
      {found.error && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && !entries.length && <p className="notice">{oversight.noEntries}</p>}
      <ul className="audit">
        {entries.map((one) => (
          <Entry key={one.id} entry={one} />
        ))}
      </ul>
      {found.hasNextPage && (
        <p className="center">
          <button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {oversight.more}
          </button>
        </p>
      )}
    </>
  );
}

function Filters({ choose }: { choose: (filter: AuditFilter) => void }) {
  const { words } = useSpeech();
  const { oversight, audit } = words;
  const order = new Intl.Collator(words.locale);
  const byName = (names: Record<string, string>, any: string) => [
    { value: "", label: any },
    ...Object.entries(names)
      .map(([value, label]) => ({ value, label }))
      .sort((one, other) => order.compare(one.label, other.label)),
  ];
  const [typed, setTyped] = useState(NOTHING);
  const send = (event: FormEvent) => {
    event.preventDefault();
    choose(asFilter(typed));
  };
  const field = (name: keyof typeof NOTHING) => ({
    value: typed[name],
    onChange: (value: string) => setTyped((before) => ({ ...before, [name]: value })),
  });
  return (
    <form className="form panel" role="search" aria-label={oversight.filters} onSubmit={send}>
      <div className="pair">
        <TextField label={oversight.text} type="search" maxLength={200} {...field("text")} />
        <TextField label={oversight.from} type="date" {...field("from")} />
        <TextField label={oversight.to} type="date" {...field("to")} />
      </div>
      <div className="pair">
        <TextField label={oversight.account} type="number" min={1} {...field("account")} />
        <TextField label={oversight.organisation} type="number" min={1} {...field("organisation")} />
        <Select label={oversight.entity} choices={byName(audit.entities, oversight.anyEntity)} {...field("entity")} />
        <TextField label={oversight.entityId} pattern="[a-z0-9_.:\-]+" maxLength={100} {...field("entityId")} />
        <Select label={oversight.action} choices={byName(audit.actions, audit.anyAction)} {...field("action")} />
      </div>
      <button type="submit" className="primary">
        {oversight.show}
      </button>
    </form>
  );
}
