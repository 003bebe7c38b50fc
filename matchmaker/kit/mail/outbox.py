"""The outbox: mails written with what they speak of, taken by one postman each, tried again with growing waits."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, select, update

from matchmaker.kit import clock
from matchmaker.kit.mail.message import one_line
from matchmaker.kit.mail.models import Language, MailState, OutgoingMail
from matchmaker.kit.secrets import new_token

# For so long a mail that somebody carries is theirs; longer than any server is waited for.
CARRIED_FOR = timedelta(minutes=10)
FIRST_WAIT = timedelta(minutes=1)
LONGEST_WAIT = timedelta(hours=1)
GIVEN_UP_AFTER = timedelta(days=5)
KEPT_FOR = timedelta(days=30)
# Stands in a text for the service's own address, which only whoever sends the mail must know.
OWN_ADDRESS = "{own-address}"


def write_mail(
    session: Session, recipient: str, language: Language, subject: str, text: str, unsubscribe: str = ""
) -> OutgoingMail:
    """A mail that goes out after the transaction; links in the text begin with ``OWN_ADDRESS``.

    ``unsubscribe`` is such a link too: a POST there ends mail of this kind.
    """
    mail = OutgoingMail(
        recipient=recipient,
        language=language,
        subject=one_line(subject),
        text=text,
        mark=new_token(),
        unsubscribe=unsubscribe,
    )
    session.add(mail)
    session.flush()
    return mail


def due_ids(session: Session, now: datetime, most: int) -> list[int]:
    """The mails to be sent now, the oldest first."""
    due = select(OutgoingMail.id).where(OutgoingMail.state == MailState.WAITING, col(OutgoingMail.next_at) <= now)
    return [row for row in session.exec(due.order_by(col(OutgoingMail.id)).limit(most)) if row is not None]


def take(session: Session, mail_id: int, now: datetime) -> OutgoingMail | None:
    """Take a mail away to carry it; None where somebody else was quicker."""
    taken = session.execute(
        update(OutgoingMail)
        .where(
            col(OutgoingMail.id) == mail_id,
            col(OutgoingMail.state) == MailState.WAITING,
            col(OutgoingMail.next_at) <= now,
        )
        .values(attempts=OutgoingMail.attempts + 1, next_at=now + CARRIED_FOR)
    )
    return session.get(OutgoingMail, mail_id) if taken.rowcount else None  # type: ignore[attr-defined]


def note_sent(session: Session, mail_id: int) -> None:
    _end(session, mail_id, MailState.SENT)


def note_failure(session: Session, mail: OutgoingMail, problem: str, *, final: bool) -> None:
    """Try again later, unless the failure is final or has lasted for days."""
    now = clock.now()
    if final or now - mail.created_at > GIVEN_UP_AFTER:
        _end(session, mail.id or 0, MailState.FAILED, problem)
        return
    later = now + wait_after(mail.attempts)
    values = {"next_at": later, "problem": problem[:300]}
    session.execute(update(OutgoingMail).where(col(OutgoingMail.id) == mail.id).values(**values))


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many attempts in vain: twice as long each time, an hour at most."""
    doubled: int = 2 ** min(max(attempts - 1, 0), 10)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def forget_old(session: Session) -> None:
    """Remove mails that went out, or were given up, some weeks ago."""
    session.exec(delete(OutgoingMail).where(col(OutgoingMail.ended_at) < clock.now() - KEPT_FOR))


def _end(session: Session, mail_id: int, state: MailState, problem: str = "") -> None:
    values = {"state": state, "ended_at": clock.now(), "problem": problem[:300], "text": "", "unsubscribe": ""}
    session.execute(update(OutgoingMail).where(col(OutgoingMail.id) == mail_id).values(**values))
