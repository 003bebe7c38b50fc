"""Codes that change every half minute (RFC 6238), as apps make them, and recovery codes; pure but for chance."""

import base64
import hmac
import secrets
from datetime import datetime

from matchmaker.accounts.second_factor.models import Enrolment
from matchmaker.kit.qr import as_data_uri
from matchmaker.kit.secrets import Secret

SECONDS = 30
ISSUER = "Matchmaker"
RECOVERY_CODES = 10
# Clocks of telephones are a little off.
_STEPS_AROUND = (0, -1, 1)
_SECRET_BYTES = 20
# 120 bits: nobody guesses them, also not from a stolen database, so a plain fingerprint may be stored.
_RECOVERY_BYTES = 15


def app_secret(secret: Secret, account_id: int, seed: str) -> str:
    """The secret that the app holds, in base 32."""
    made = bytes.fromhex(secret.mark("second_factor", f"{account_id} {seed}"))
    return base64.b32encode(made[:_SECRET_BYTES]).decode()


def step_of(app: str, code: str, now: datetime) -> int | None:
    """The half minute whose code this is, the present one or one beside it; None for no such code."""
    import pyotp

    present = int(now.timestamp()) // SECONDS
    made = pyotp.TOTP(app, interval=SECONDS)
    steps = (present + around for around in _STEPS_AROUND)
    return next((step for step in steps if _equal(made.generate_otp(step), code)), None)


def enrolment(app: str, email: str) -> Enrolment:
    """What an app reads, also as a picture."""
    import pyotp

    uri = pyotp.TOTP(app, interval=SECONDS).provisioning_uri(name=email, issuer_name=ISSUER)
    return Enrolment(secret=app, uri=uri, qr=as_data_uri(uri))


def new_recovery_codes() -> list[str]:
    """Fresh codes as people write them down: six groups of four letters and digits."""
    found = [base64.b32encode(secrets.token_bytes(_RECOVERY_BYTES)).decode() for _ in range(RECOVERY_CODES)]
    return ["-".join(code[place : place + 4] for place in range(0, 24, 4)) for code in found]


def plain(code: str) -> str:
    """A code without what people put between its letters."""
    return "".join(letter for letter in code.upper() if letter.isalnum())


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode("utf-8", "replace"))
