"""What a plan was made from, as a digest: another one says that the event or its answers changed since."""

import hashlib
import json
from collections.abc import Set
from typing import Any

from sqlmodel import Session

from matchmaker.agenda.models import AgendaVersion, VersionState
from matchmaker.events.planning import PlanningData, read_planning
from matchmaker.interest.pairs import Interest, accepted_pairs

# What can change without making another plan a better one.
NO_MATTER = frozenset({"name", "name_vi", "name_en", "video_link", "version"})


def digest_of(planning: PlanningData, interest: Interest) -> str:
    """32 hexadecimal digits of all that planning reads but names, links and vetoes, which are no wishes."""
    read = (planning, interest.pairs, interest.forbidden)
    return hashlib.sha256(json.dumps(_plain(read)).encode()).hexdigest()[:32]


def is_outdated(session: Session, version: AgendaVersion) -> bool | None:
    """Whether a draft was made from something else than what is there now; None for what is published."""
    if version.state is not VersionState.DRAFT:
        return None
    event_id = version.event_id
    return version.inputs.get("digest") != digest_of(
        read_planning(session, event_id), accepted_pairs(session, event_id)
    )


def _plain(value: Any) -> Any:
    if isinstance(value, Set):
        return sorted(map(_plain, value))
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return [[key, _plain(item)] for key, item in sorted(value.items())]
    if hasattr(value, "__dataclass_fields__"):
        return {name: _plain(item) for name, item in vars(value).items() if name not in NO_MATTER}
    return value if isinstance(value, (int, str, type(None))) else str(value)
