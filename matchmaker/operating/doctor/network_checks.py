"""What is reached over the network: the mail server, and the service itself under its public address."""

from collections.abc import Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import httpx

from matchmaker.kit.mail.carriers import CarryingError, SmtpCarrier, carrier_of
from matchmaker.operating.doctor.database_checks import judge_clock
from matchmaker.operating.doctor.finding import Finding, Level, ok, problem, warning
from matchmaker.settings import Settings

SECONDS = 5.0


def check_mail(settings: Settings) -> Iterator[Finding]:
    """Whether the mail server takes us; nothing is sent."""
    carrier = carrier_of(settings)
    if not isinstance(carrier, SmtpCarrier):
        do = "Set MATCHMAKER_MAIL_SERVER (and leave MATCHMAKER_DEMONSTRATION off)."
        yield warning("mail", f"letters are written to {settings.data_folder / 'mail'}, nobody gets them", do)
        return
    try:
        carrier.try_out()
    except CarryingError as error:
        do = "Look at host, port, name and password in MATCHMAKER_MAIL_SERVER, and at firewalls between."
        yield problem("mail", f"{carrier.host}: {error}", do)
        return
    if settings.mail_sender.endswith("@localhost") or "@127." in settings.mail_sender:
        do = "Set MATCHMAKER_MAIL_FROM to an address that the mail server may send for."
        yield warning("mail", f"{carrier.host} answers, but mail comes from {settings.mail_sender}", do)
    else:
        yield ok("mail", f"{carrier.host} answers")


def check_reachable(settings: Settings) -> Iterator[Finding]:
    """Whether the public address leads to this service, and whether that is ready."""
    address = settings.public_address
    try:
        with httpx.Client(base_url=address, timeout=SECONDS) as client:
            health, ready = client.get("/health"), client.get("/ready")
    except httpx.HTTPError as error:
        yield problem("reachability", f"{address}: {error or type(error).__name__}", _what_to_do(settings))
        return
    if not _is_ours(health):
        do = "Look at the proxy's target, and at the name in DNS."
        yield problem("reachability", f"{address}/health is answered by something else ({health.status_code})", do)
        return
    yield ok("reachability", f"{address} answers")
    if ready.status_code != 200:
        reason = (ready.json().get("problem") or {}).get("code", "still starting")
        yield problem("readiness", f"the service is not ready: {reason}", "See the other findings, or wait a minute.")
    if told := health.headers.get("date"):
        apart = judge_clock(parsedate_to_datetime(told).astimezone(UTC), urlsplit(address).hostname or address)
        if apart.level is not Level.OK:
            yield apart


def _is_ours(answer: httpx.Response) -> bool:
    try:
        return answer.status_code == 200 and answer.json() == {"status": "ok"}
    except ValueError:
        return False


def _what_to_do(settings: Settings) -> str:
    if not settings.address:
        return "Start the service (matchmaker serve), or set MATCHMAKER_ADDRESS if people reach it elsewhere."
    return "Look whether the service and its proxy run, and whether name and certificate are right."
