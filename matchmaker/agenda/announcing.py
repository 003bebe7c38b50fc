"""Letters about a published agenda: to each person with an address their own changes, in their own language.

Who was told by what is kept with the version.
"""

from collections.abc import Mapping, Sequence

from sqlmodel import Session

from matchmaker.accounts.letters.readers import Reader
from matchmaker.accounts.letters.writing import Letter, phrases_of, write_letter
from matchmaker.agenda import queries
from matchmaker.agenda.changes import Change, by_person
from matchmaker.agenda.handing_out.handout import Entry, Party
from matchmaker.agenda.models import AgendaVersion
from matchmaker.agenda.notice_models import AgendaNotice, Channel
from matchmaker.events.models import Event
from matchmaker.events.queries import coming_people
from matchmaker.events.readers import readers_at
from matchmaker.kit.mail.models import Language, OutgoingMail

# More than these are only counted: the page shows them all.
MOST_LINES = 30


def announce(session: Session, event: Event, former: AgendaVersion | None, version: AgendaVersion) -> None:
    """Write to everybody for whom a version that was just published is news, compared with the one before it.

    Whoever has no address is written down all the same, so that organisers know whom to tell.
    """
    before, after = queries.seats_of(session, former), queries.seats_of(session, version)
    coming = [person.id or 0 for person in coming_people(session, event.id or 0)]
    readers = readers_at(session, event.id or 0)
    own = {
        person: changes for person, changes in by_person(before, after, sorted({*coming, *readers})).items() if changes
    }
    if not own:
        return
    keys = {change.key for person in own.keys() & readers.keys() for change in own[person]}
    was, now = (_entries(session, event, one, keys) for one in (former, version))
    parties = queries.parties_of(session, event.id or 0, list(own))
    for person, changes in own.items():
        reader = readers.get(person)
        mail = None
        if reader is not None:
            mail = _write(session, event, reader, parties[person], _lines(changes, was, now, reader, person))
        notice = AgendaNotice(
            version_id=version.id or 0,
            person_id=person,
            channel=Channel.NONE if mail is None else Channel.LETTER,
            mail_id=None if mail is None else mail.id,
            changes=len(changes),
        )
        session.add(notice)
    session.flush()


def _entries(session: Session, event: Event, version: AgendaVersion | None, keys: set[str]) -> dict[str, Entry]:
    rows = queries.placements_of(session, version) if version is not None else []
    return {entry.key: entry for entry in queries.read_entries(session, event, [r for r in rows if r.key in keys])}


def _lines(
    changes: Sequence[Change], was: Mapping[str, Entry], now: Mapping[str, Entry], reader: Reader, person: int
) -> str:
    """One line for each change, in order of time."""
    phrases = phrases_of(reader.language)
    told = [(change, now[change.key] if change.after is not None else was[change.key]) for change in changes]
    told.sort(key=lambda one: (one[1].starts_at, one[0].key))
    lines = [
        f"- {phrases[change.kind]}: {entry.starts_at.strftime(phrases['moment'])}, {entry.table}, "
        + ", ".join(_name(party, reader.language) for party in entry.others(person))
        for change, entry in told[:MOST_LINES]
    ]
    if len(told) > MOST_LINES:
        lines.append(f"- {phrases['more'].format(number=len(told) - MOST_LINES)}")
    return "\n".join(" ".join(line.split()) for line in lines)


def _write(session: Session, event: Event, reader: Reader, party: Party, lines: str) -> OutgoingMail | None:
    return write_letter(
        session,
        reader.email,
        reader.language,
        Letter.AGENDA_CHANGED,
        f"/events/{event.id}",
        event=reader.language.choose(event.name_vi, event.name_en),
        person=party.person,
        lines=lines,
    )


def _name(party: Party, language: Language) -> str:
    return language.choose(party.organisation_vi, party.organisation_en) or party.person
