"""Reminding organisations of those who must meet them and wait for an answer."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session, col, select

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.letters.readers import Reader, members_of
from matchmaker.accounts.letters.writing import Letter, phrases_of, write_letter
from matchmaker.accounts.models import Organisation
from matchmaker.events.models import Event
from matchmaker.events.readers import delegates_at, readers_at
from matchmaker.events.service import event_for_organiser
from matchmaker.interest import queries
from matchmaker.interest.models import Nudge, NudgePublic
from matchmaker.interest.showing import show_nudge
from matchmaker.kit import clock


@dataclass
class _Reminder:
    """What one organisation is reminded of: who waits, and until when at first."""

    until: datetime
    asked_by: list[int] = field(default_factory=list)


def nudge(session: Session, event_id: int, actor: Actor) -> list[NudgePublic]:
    """Write to everybody who should be reminded, and return what of; the second time there is nobody.

    A request that was opened again is worth another reminder.
    """
    event = event_for_organiser(session, event_id, actor)
    found = queries.to_nudge(session, event_id, clock.now())
    shown = [show_nudge(event, request) for request in found]
    former = queries.nudges_of(session, found)
    for request, told in zip(found, shown, strict=True):
        known = former.get(request.id or 0) or Nudge(request_id=request.id or 0, organisation_id=told.organisation_id)
        known.organisation_id, known.at = told.organisation_id, clock.now()
        session.add(known)
    session.flush()
    _write(session, event, _by_organisation(shown))
    return shown


def _by_organisation(nudges: Iterable[NudgePublic]) -> dict[int, _Reminder]:
    """One reminder for each organisation, whatever the number of those who wait."""
    found: dict[int, _Reminder] = {}
    for one in nudges:
        reminder = found.setdefault(one.organisation_id, _Reminder(one.expires_at))
        reminder.until = min(reminder.until, one.expires_at)
        if one.asked_by_id not in reminder.asked_by:
            reminder.asked_by.append(one.asked_by_id)
    return found


def _write(session: Session, event: Event, reminders: dict[int, _Reminder]) -> None:
    """A letter to each member of the organisations and each of their delegates, in their own language."""
    if not reminders:
        return
    wanted = {*reminders, *(asker for one in reminders.values() for asker in one.asked_by)}
    rows = session.exec(select(Organisation).where(col(Organisation.id).in_(wanted)))
    organisations = {row.id or 0: row for row in rows}
    for organisation_id, readers in _readers(session, event.id or 0, list(reminders)).items():
        reminder = reminders[organisation_id]
        for reader in readers:
            askers = [organisations[asker].name_in(reader.language) for asker in reminder.asked_by]
            write_letter(
                session,
                reader.email,
                reader.language,
                Letter.NUDGE,
                f"/events/{event.id}",
                event=reader.language.choose(event.name_vi, event.name_en),
                organisation=organisations[organisation_id].name_in(reader.language),
                lines="\n".join(f"- {' '.join(asker.split())}" for asker in askers),
                until=reminder.until.strftime(phrases_of(reader.language)["moment"]),
            )


def _readers(session: Session, event_id: int, organisation_ids: list[int]) -> dict[int, list[Reader]]:
    members = members_of(session, organisation_ids)
    here, delegates = readers_at(session, event_id), delegates_at(session, event_id)
    found = {}
    for organisation_id in organisation_ids:
        sent = [here[person] for person in delegates.get(organisation_id, []) if person in here]
        found[organisation_id] = list({one.email: one for one in (*members[organisation_id], *sent)}.values())
    return found
