import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { organisations } from "../accounts/queries";
import { eventList } from "../events/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Select, TextField } from "../kit/parts";
import { STAGES, type Stage, type Wanted } from "./queries";
import "../kit/small-check.css";

interface Given {
  wanted: Wanted;
  choose: (changed: Wanted) => void;
  organises: boolean;
}

/** What is looked for; the address keeps it, so that a list can be sent to somebody. */
export function CaseFilters({ wanted, choose, organises }: Given) {
  const { words } = useSpeech();
  const { following } = words;
  return (
    <section className="panel card-panel case-filters" aria-label={following.filters}>
      <Search key={wanted.search} typed={wanted.search ?? ""} choose={(search) => choose({ search })} />
      <div className="pair">
        <EventChoice wanted={wanted} choose={choose} />
        <Select
          label={following.stage}
          value={wanted.stage ?? ""}
          choices={[
            { value: "", label: following.anyStage },
            ...STAGES.map((value) => ({ value, label: following.stages[value] })),
          ]}
          onChange={(stage) => choose({ stage: (stage || undefined) as Stage | undefined })}
        />
        {organises && <OrganisationChoice wanted={wanted} choose={choose} />}
      </div>
      <label className="small-check">
        <input
          type="checkbox"
          checked={wanted.overdue ?? false}
          onChange={(event) => choose({ overdue: event.target.checked || undefined })}
        />
        {following.onlyOverdue}
      </label>
    </section>
  );
}

function Search({ typed, choose }: { typed: string; choose: (search: string | undefined) => void }) {
  const { words } = useSpeech();
  const [text, setText] = useState(typed);
  const send = (event: FormEvent) => {
    event.preventDefault();
    choose(text.trim() || undefined);
  };
  return (
    <form role="search" onSubmit={send}>
      <TextField
        label={words.following.search}
        type="search"
        maxLength={200}
        enterKeyHint="search"
        value={text}
        onChange={setText}
        onBlur={() => choose(text.trim() || undefined)}
      />
    </form>
  );
}

type Chooser = Pick<Given, "wanted" | "choose">;

function EventChoice({ wanted, choose }: Chooser) {
  const { words, code, day } = useSpeech();
  const events = useQuery(eventList).data ?? [];
  return (
    <Select
      label={words.following.event}
      value={String(wanted.event ?? "")}
      choices={[
        { value: "", label: words.following.anyEvent },
        ...events.map((one) => ({
          value: String(one.id),
          label: `${day(one.first_day)} · ${nameIn(code, { vi: one.name_vi, en: one.name_en })}`,
        })),
      ]}
      onChange={(id) => choose({ event: Number(id) || undefined })}
    />
  );
}

function OrganisationChoice({ wanted, choose }: Chooser) {
  const { words, code } = useSpeech();
  const found = useQuery(organisations).data ?? [];
  return (
    <Select
      label={words.following.organisation}
      value={String(wanted.organisation ?? "")}
      choices={[
        { value: "", label: words.following.anyOrganisation },
        ...found.map((one) => ({
          value: String(one.id),
          label: nameIn(code, { vi: one.name_vi, en: one.name_en }),
        })),
      ]}
      onChange={(id) => choose({ organisation: Number(id) || undefined })}
    />
  );
}
