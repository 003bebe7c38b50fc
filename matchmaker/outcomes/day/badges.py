"""Badges on paper, several on a sheet, and the code that somebody shows on a phone."""

from pathlib import Path
from typing import Any

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.records.views import Seen, SeenKind, note_views
from matchmaker.agenda import queries as agenda_queries
from matchmaker.agenda.handing_out.handing import File
from matchmaker.agenda.handing_out.handout import Party
from matchmaker.agenda.handing_out.handout_tables import in_language, organisation_name
from matchmaker.agenda.handing_out.printing import line, missing_fonts, typeset
from matchmaker.agenda.models import Language
from matchmaker.events import queries as events
from matchmaker.events.models import Event
from matchmaker.events.people_models import EventPerson
from matchmaker.events.people_service import person_of
from matchmaker.events.service import get_event
from matchmaker.kit.errors import NotFoundError
from matchmaker.kit.qr import as_data_uri, as_svg
from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.day.codes import badge_code
from matchmaker.outcomes.day.models import CodePublic

TEMPLATE = Path(__file__).with_name("badges.typ")
ROLES: dict[str, dict[str, str]] = {
    "vi": {"delegate": "Đại biểu", "interpreter": "Phiên dịch", "expert": "Chuyên gia", "support": "Ban tổ chức"},
    "en": {"delegate": "Delegate", "interpreter": "Interpreter", "expert": "Expert", "support": "Organiser"},
}
WORDS: dict[str, dict[str, str]] = {
    "vi": {"title": "Thẻ tham dự", "languages": "Ngôn ngữ"},
    "en": {"title": "Badges", "languages": "Languages"},
}


def own_code(session: Session, secret: Secret, event_id: int, person_id: int, actor: Actor) -> CodePublic:
    """The code of one's own people (organisers: of anybody). Raises NotFoundError for others'."""
    person, _ = person_of(session, event_id, person_id, actor, changing=True)
    code = badge_code(secret, event_id, person_id)
    return CodePublic(person_id=person_id, name=person.name, code=code, picture=as_data_uri(code))


def print_badges(
    session: Session,
    secret: Secret,
    event_id: int,
    actor: Actor,
    language: Language,
    fonts_folder: Path,
    person_id: int | None = None,
) -> File:
    """The badges of everybody who comes in person, or of one of them, as PDF (organisers)."""
    actor.require_organiser()
    event = get_event(session, event_id, actor)
    parties = agenda_queries.parties_of(session, event_id)
    coming = [one for one in events.coming_people(session, event_id) if not one.remote]
    chosen = [one for one in coming if person_id in (None, one.id)]
    if person_id is not None and not chosen:
        raise NotFoundError("person_not_found", id=person_id)
    owners = {owner for one in chosen if (owner := parties[one.id or 0].organisation_id) is not None}
    note_views(session, actor, [Seen(SeenKind.AGENDA_EXPORT, event_id, owner) for owner in sorted(owners)])
    badges = [_badge(secret, one, parties[one.id or 0], language) for one in chosen]
    badges.sort(key=lambda one: (one["organisation"]["text"].casefold(), one["name"]["text"].casefold()))
    data = sheet(event, badges, language)
    return File(f"badges-{event_id}.pdf", typeset(TEMPLATE, data, fonts_folder), missing_fonts(data, fonts_folder))


def sheet(event: Event, badges: list[dict[str, Any]], language: Language) -> dict[str, Any]:
    """What stands on the paper, as plain text."""
    return {
        "language": language,
        "words": WORDS[language],
        "event": line(in_language(event.name_vi, event.name_en, language)),
        "place": line(event.place),
        "badges": badges,
    }


def _badge(secret: Secret, person: EventPerson, party: Party, language: Language) -> dict[str, Any]:
    code = badge_code(secret, person.event_id, person.id or 0)
    return {
        "name": line(person.name),
        "organisation": line(organisation_name(party, language)),
        "role": ROLES[language][person.role],
        "languages": line(" · ".join(code.upper() for code in person.languages)),
        "qr": as_svg(code),
    }
