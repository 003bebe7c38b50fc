"""The people of an event who can be written to."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from matchmaker.accounts.letters.readers import Reader, languages_of
from matchmaker.events.people_models import EventPerson, Registration
from matchmaker.kit.mail.models import Language


def readers_at(session: Session, event_id: int) -> dict[int, Reader]:
    """Everybody who comes and gave an address, by the person's id."""
    coming = select(EventPerson).where(EventPerson.event_id == event_id, col(EventPerson.coming).is_(True))
    people = [(person, person.email.lower()) for person in session.exec(coming) if person.email]
    known = languages_of(session, [email for _, email in people])
    return {person.id or 0: Reader(email, known.get(email) or spoken(person.languages)) for person, email in people}


def delegates_at(session: Session, event_id: int) -> dict[int, list[int]]:
    """The ids of the people whom each organisation sends, by organisation."""
    sent = (
        select(Registration.organisation_id, EventPerson.id)
        .join(EventPerson, col(EventPerson.registration_id) == Registration.id)
        .where(Registration.event_id == event_id)
        .order_by(col(EventPerson.id))
    )
    found: dict[int, list[int]] = {}
    for organisation_id, person_id in session.exec(sent):
        found.setdefault(organisation_id, []).append(person_id or 0)
    return found


def spoken(languages: Sequence[str]) -> Language:
    """The first of somebody's languages that letters are written in; English for whoever speaks others only."""
    ours = [Language(code) for code in languages if code in list(Language)]
    if ours:
        return ours[0]
    return Language.ENGLISH if languages else Language.VIETNAMESE
