/** What the log holds, in words of the reader; what has no words is said as it stands there. */
import type { Speech } from "../../kit/language";
import type { Words } from "../../languages/vi";

type Names = Record<string, string>;

/** The words for a code, or the code. */
export const said = (names: Names, code: string): string => names[code] ?? code;

/** Who acted, where the log knows no name: a role, or an organisation by its number. */
export function sayActor(words: Words, actor: string): string {
  const [, organisation] = /^organisation:(\d+)$/.exec(actor) ?? [];
  return organisation ? `${words.audit.entities.organisation} ${organisation}` : said(words.audit.actors, actor);
}

/** The words for the values of a field; a field with the same name means another thing in another table. */
function namesOf(words: Words, part: string, field: string): Names | undefined {
  const names: Record<string, Names> = {
    "posting.kind": words.kinds,
    "posting.state": words.mine.states,
    "posting.visibility": words.posting.visibilities,
    "posting.ip_status": words.ipStatuses,
    "posting.cooperation": words.cooperations,
    "organisation.kind": words.administration.organisationKinds,
    "organisation.size": words.administration.sizes,
    "organisation.verification": words.organisationPage.verifications,
    "membership.role": words.organisationPage.roles,
    "invitation.role": words.organisationPage.roles,
    "api_token.scopes": words.audit.scopes,
    "event.phase": words.phases,
    "event_person.role": words.setup.roles,
    "meeting_request.state": words.requestStates,
    "answer.value": words.answers,
    "answer.reason": words.reasons,
    "answer.side": words.audit.sides,
    "agenda_offer.state": words.day.offerStates,
    "agenda_version.state": words.audit.states,
    "registration.state": words.audit.states,
    "meeting_table.mode": words.audit.modes,
    "job.state": words.administration.jobStates,
    "job.kind": words.audit.actions,
  };
  return field === "region" ? words.regions : names[`${part}.${field}`];
}

/** A value of a field as one line; days and moments in the reader's form, moments on the reader's clock. */
export function sayValue(speech: Speech, part: string, field: string, value: unknown, sectorName: (code: string) => string): string {
  const { words, list, day, instant, languageName } = speech;
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? words.oversight.yes : words.oversight.no;
  if (Array.isArray(value)) return list(value.map((one) => sayValue(speech, part, field, one, sectorName))) || "–";
  if (typeof value === "object") return JSON.stringify(value, null, 1);
  const text = String(value);
  if (field === "language" || field === "languages") return languageName(text);
  if (field === "sectors" || field === "subjects") return sectorName(text);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return day(text);
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d[^ ]*$/.test(text)) return instant(text);
  return said(namesOf(words, part, field) ?? {}, text);
}
