"""How long somebody must wait who failed to sign in, or has many letters sent; pure."""

from datetime import datetime, timedelta

from matchmaker.kit.secrets import Secret

# Failures in a row that cost nothing: of one client with one account, and of one client with any.
FREE_WITH_ACCOUNT = 5
FREE_OF_CLIENT = 50
# Wrong codes of one account, of any client: whoever tries them knows the password.
FREE_CODES_OF_ACCOUNT = 20
# Letters that one client has sent: to one address, and to any. Whoever shares their address waits minutes, not days.
FREE_MAILS_TO_ADDRESS = 3
FREE_MAILS_OF_CLIENT = 30
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(minutes=15)
FORGOTTEN_AFTER = timedelta(days=1)
_MOST_DOUBLINGS = 10


def seconds_to_wait(count: int, free: int, last: datetime, now: datetime) -> int:
    """Whole seconds until the next attempt is heard, 0 for at once; each failure beyond ``free`` doubles the wait."""
    if count < free or now - last > FORGOTTEN_AFTER:
        return 0
    wait = min(FIRST_WAIT * 2 ** min(count - free, _MOST_DOUBLINGS), LONGEST_WAIT)
    left = (last + wait - now).total_seconds()
    return max(0, int(left + 0.999))


def mail_allowances(secret: Secret, purpose: str, email: str, client: str) -> dict[str, int]:
    """How many letters a client may have sent before it waits; no client spends what is another's."""
    return {
        secret.mark(purpose, f"{email} {client}"): FREE_MAILS_TO_ADDRESS,
        secret.mark("mail", client): FREE_MAILS_OF_CLIENT,
    }
