"""What the words of two sides after a meeting make of a case; pure.

| need's side | technology's side | case |
| --- | --- | --- |
| yes | yes | of both |
| yes | none yet | waits for the technology's side |
| none yet | yes | waits for the need's side |
| yes | no, or no | yes | declined: closed, if there is one |
| no | no | declined |
| no | none yet, or none yet | no | declined |
| none yet | none yet | none |

One yes is enough for the organiser to see a case and to ask the other side; that side sees it with its own yes, or
when the organiser opens it for both.
"""

from dataclasses import dataclass
from enum import StrEnum

from matchmaker.catalogue.models import Kind


class Standing(StrEnum):
    NONE = "none"
    WAITS = "waits"
    BOTH = "both"
    DECLINED = "declined"


@dataclass(frozen=True)
class Outcome:
    """``waits_for`` is the side that has not spoken yet, where one does."""

    standing: Standing
    waits_for: Kind | None = None


def settle(need: bool | None, technology: bool | None) -> Outcome:
    """What two words make; None is a side that has said nothing."""
    if need and technology:
        return Outcome(Standing.BOTH)
    if need is False or technology is False:
        return Outcome(Standing.DECLINED)
    if need:
        return Outcome(Standing.WAITS, Kind.TECHNOLOGY)
    if technology:
        return Outcome(Standing.WAITS, Kind.NEED)
    return Outcome(Standing.NONE)
