"""Resumption tokens: they say by themselves where to go on, so nothing is kept and none of them ends."""

import base64
import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.feeds.harvesting.protocol import ProtocolError

_PURPOSE = "oai-resumption"


@dataclass(frozen=True)
class Place:
    """Where a list goes on: behind the record with this stamp (microseconds since 1970) and number.

    ``done`` records were given out of ``total`` that there were at the beginning.
    """

    verb: str
    prefix: str
    since: str | None
    until: str | None
    sector: str | None
    stamp: int
    number: int
    done: int
    total: int

    @property
    def moment(self) -> datetime:
        seconds, microseconds = divmod(self.stamp, 1_000_000)
        return datetime.fromtimestamp(seconds, UTC).replace(microsecond=microseconds)


def stamp_of(moment: datetime) -> int:
    """A moment in microseconds since 1970, without any rounding."""
    return int(moment.replace(microsecond=0).timestamp()) * 1_000_000 + moment.microsecond


def write_token(secret: Secret, place: Place) -> str:
    """The token of a place, signed, so that nobody makes up one of their own."""
    return secret.sign(_PURPOSE, base64.urlsafe_b64encode(json.dumps(asdict(place)).encode()).decode())


def read_token(secret: Secret, verb: str, token: str) -> Place:
    """The place of a token. Raises ProtocolError ``badResumptionToken``."""
    text = secret.signed_text(_PURPOSE, token)
    place = Place(**json.loads(base64.urlsafe_b64decode(text))) if text else None
    if place is None or place.verb != verb:
        raise ProtocolError("badResumptionToken", "This resumption token is not one of ours for this verb.")
    return place
