"""What events file under a sector: their topics, and what people who come speak about."""

from sqlmodel import Session

from matchmaker.catalogue.sectors.uses import counts, is_in, number_of
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson


@counts("events")
def _events(session: Session, code: str) -> int:
    return number_of(session, is_in(Event.sectors, code))


@counts("people")
def _people(session: Session, code: str) -> int:
    return number_of(session, is_in(EventPerson.subjects, code))
