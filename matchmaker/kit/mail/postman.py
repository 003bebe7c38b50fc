"""The postman: takes what lies in the outbox, again and again."""

from collections.abc import Callable

import structlog

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.mail import outbox
from matchmaker.kit.mail.carriers import Carrier, CarryingError, carrier_of
from matchmaker.kit.mail.message import AddressError, make_message
from matchmaker.kit.mail.models import OutgoingMail
from matchmaker.kit.rounds import GoingRound
from matchmaker.kit.telemetry.spans import span
from matchmaker.settings import Settings

log = structlog.get_logger(__name__)
ROUND_SECONDS = 3.0
MOST_AT_ONCE = 100


def deliver_due(
    database: Database,
    settings: Settings,
    carrier: Carrier | None = None,
    stops: Callable[[], bool] = lambda: False,
) -> int:
    """Send what is due, each mail once; how many went out. Several processes may do this at the same time.

    Once ``stops`` says so, the mail under way is the last one.
    """
    carrier = carrier or carrier_of(settings)
    with database.session(writes=False) as session:
        due = outbox.due_ids(session, clock.now(), MOST_AT_ONCE)
    return sum(_deliver(database, settings, carrier, mail_id) for mail_id in due if not stops())


def _deliver(database: Database, settings: Settings, carrier: Carrier, mail_id: int) -> bool:
    with database.session() as session:
        mail = outbox.take(session, mail_id, clock.now())
    if mail is None:
        return False
    try:
        _carry(settings, carrier, mail)
    except (CarryingError, AddressError) as error:
        final = isinstance(error, AddressError) or error.final
        log.warning("mail_not_sent", mail=mail_id, attempts=mail.attempts, final=final, error=str(error))
        with database.session() as session:
            outbox.note_failure(session, mail, str(error), final=final)
        return False
    with database.session() as session:
        outbox.note_sent(session, mail_id)
    return True


@span("letter")
def _carry(settings: Settings, carrier: Carrier, mail: OutgoingMail) -> None:
    own = settings.public_address
    message = make_message(
        settings.mail_sender,
        mail.recipient,
        mail.language,
        mail.subject,
        mail.text.replace(outbox.OWN_ADDRESS, own),
        mark=mail.mark,
        at=mail.created_at,
        own=own,
        unsubscribe=mail.unsubscribe.replace(outbox.OWN_ADDRESS, own),
    )
    carrier.carry(message, mail.mark)


class Postman(GoingRound):
    """The thread that delivers, in each process that serves."""

    def __init__(self, database: Database, settings: Settings) -> None:
        super().__init__("postman", ROUND_SECONDS)
        self._database, self._settings = database, settings

    def go(self) -> None:
        """Deliver until nothing is due."""
        while deliver_due(self._database, self._settings, stops=self.stops) and not self.stops():
            pass
