import { useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useSectorName } from "../../catalogue/PostingCard";
import { sectors as sectorsQuery } from "../../catalogue/queries";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { Recalled } from "../../kit/unsent/Recalled";
import { useUnsent } from "../../kit/unsent/useUnsent";
import { LANGUAGES } from "../people/fields";
import type { Event } from "../queries";
import { Check, Input, isOfField, Many, useSaid } from "./fields";
import { localOf, momentIn } from "./moments";
import type { EventSent } from "./saving";

const HOME_ZONE = "Asia/Ho_Chi_Minh";

interface Given {
  event?: Event;
  start?: Partial<EventSent>;
  error: unknown;
  pending: boolean;
  label: string;
  save: (sent: EventSent) => Promise<unknown>;
}

type Texts = Record<"name_vi" | "name_en" | "place" | "first_day" | "last_day" | "registration_until" | "answers_until", string>;

/** Name, theme, place, days and deadlines of a session day. */
export function EventForm({ event, start, error, pending, label, save }: Given) {
  const { words, languageName, zoneName } = useSpeech();
  const said = useSaid(error);
  const nameOf = useSectorName();
  const zone = event?.zone ?? HOME_ZONE;
  // A day begun from a theme is a form of its own.
  const unsent = useUnsent(event ? `event-${event.id}` : `event-new ${start?.name_vi ?? ""}`, {
    ...textsOf(event, start),
    sectors: event?.sectors ?? start?.sectors ?? [],
    languages: event?.languages ?? ["vi"],
    announced: event?.announced ?? false,
  });
  const { sectors, languages, announced, ...texts } = unsent.value;
  const all = useQuery(sectorsQuery).data ?? [];
  const topics = all.filter((one) => !one.parent && (!one.retired || sectors.includes(one.code))).map((one) => one.code);
  const field = (name: keyof Texts, text: string, type?: "date" | "datetime-local") => (
    <Input
      label={text}
      type={type ?? "text"}
      value={texts[name]}
      error={said(name)}
      set={unsent.field(name).onChange}
    />
  );
  const send = (submitted: FormEvent) => {
    submitted.preventDefault();
    const deadlines = {
      registration_until: momentIn(zone, texts.registration_until),
      answers_until: momentIn(zone, texts.answers_until),
    };
    save({ ...texts, ...deadlines, sectors, languages, announced } as EventSent).then(unsent.clear, () => undefined);
  };
  return (
    <form className="step" onSubmit={send} noValidate>
      <Recalled unsent={unsent} />
      <div className="pair">
        {field("name_vi", words.setup.nameVi)}
        {field("name_en", words.setup.nameEn)}
      </div>
      {field("place", words.place)}
      <Many
        label={words.setup.sectors}
        choices={topics.map((value) => ({ value, label: nameOf(value) }))}
        chosen={sectors}
        set={unsent.field("sectors").onChange}
        error={said("sectors")}
      />
      <Many
        label={words.setup.languages}
        choices={LANGUAGES.map((value) => ({ value, label: languageName(value) }))}
        chosen={languages}
        set={unsent.field("languages").onChange}
        error={said("languages")}
      />
      <div className="pair four">
        {field("first_day", words.setup.firstDay, "date")}
        {field("last_day", words.setup.lastDay, "date")}
        {field("registration_until", words.registrationUntil, "datetime-local")}
        {field("answers_until", words.answersUntil, "datetime-local")}
      </div>
      <p className="hint">{words.setup.zone(zoneName(zone))}</p>
      <Check label={words.setup.announced} checked={announced} set={unsent.field("announced").onChange} />
      {Boolean(error) && !isOfField(error) && <Failure error={error} />}
      <p className="links">
        <button type="submit" className="primary" disabled={pending}>
          {label}
        </button>
      </p>
    </form>
  );
}

function textsOf(event: Event | undefined, start: Partial<EventSent> | undefined): Texts {
  return {
    name_vi: event?.name_vi ?? start?.name_vi ?? "",
    name_en: event?.name_en ?? start?.name_en ?? "",
    place: event?.place ?? "",
    first_day: event?.first_day ?? "",
    last_day: event?.last_day ?? "",
    registration_until: event ? localOf(event.registration_until) : "",
    answers_until: event ? localOf(event.answers_until) : "",
  };
}
