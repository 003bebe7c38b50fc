"""The record of who was told of a published version."""

from sqlmodel import Session, col, select

from matchmaker.accounts.acting import Actor
from matchmaker.agenda import queries
from matchmaker.agenda.models import CalendarFeed
from matchmaker.agenda.notice_models import AgendaNotice, Channel, NoticePublic
from matchmaker.agenda.service import get_version
from matchmaker.kit.mail.models import MailState, OutgoingMail


def list_notices(session: Session, event_id: int, number: int, actor: Actor) -> list[NoticePublic]:
    """Who was told of a version (organisers), those whom no letter reached first, then by name."""
    actor.require_organiser()
    version = get_version(session, event_id, number, actor)
    query = (
        select(AgendaNotice, OutgoingMail.state)
        .join(OutgoingMail, col(OutgoingMail.id) == col(AgendaNotice.mail_id), isouter=True)
        .where(AgendaNotice.version_id == version.id)
    )
    rows: list[tuple[AgendaNotice, MailState | None]] = [(row[0], row[1]) for row in session.execute(query)]
    people = [notice.person_id for notice, _ in rows]
    parties = queries.parties_of(session, event_id, people)
    known = queries.told_numbers(session, event_id)
    subscribed = set(session.exec(select(CalendarFeed.person_id).where(col(CalendarFeed.person_id).in_(people))))
    shown = [
        NoticePublic(
            **notice.model_dump(include={"person_id", "changes", "channel", "at"}),
            person=parties[notice.person_id].person,
            organisation_vi=parties[notice.person_id].organisation_vi,
            organisation_en=parties[notice.person_id].organisation_en,
            letter=letter,
            calendar=notice.person_id in subscribed,
            told=known.get(notice.person_id, 0) >= number,
        )
        for notice, letter in rows
    ]
    return sorted(shown, key=lambda one: (_reached(one), one.person, one.person_id))


def _reached(notice: NoticePublic) -> bool:
    return notice.channel is Channel.LETTER and notice.letter is not MailState.FAILED
