"""Whose people somebody read of in an agenda, for the record of views."""

from collections.abc import Iterable

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.records.views import Seen, SeenKind, note_views
from matchmaker.agenda.handing_out.handout import Entry, Party


def note_people(session: Session, actor: Actor, entries: Iterable[Entry]) -> None:
    """Names of other organisations' people; what organisers read all day is not noted, only what they take away."""
    if not actor.organiser:
        note_views(session, actor, [Seen(SeenKind.PERSON, party.person_id, whose) for party, whose in _of(entries)])


def note_export(session: Session, actor: Actor, event_id: int, entries: Iterable[Entry]) -> None:
    """A file with names of people, once for each of their organisations."""
    owners = {whose for _, whose in _of(entries)}
    note_views(session, actor, [Seen(SeenKind.AGENDA_EXPORT, event_id, whose) for whose in sorted(owners)])


def _of(entries: Iterable[Entry]) -> Iterable[tuple[Party, int]]:
    for entry in entries:
        for party in entry.parties:
            if party.organisation_id is not None:
                yield party, party.organisation_id
