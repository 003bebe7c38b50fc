"""Why what is pinned cannot all stay: the smallest set of pins and of one rule that are in conflict.

A pin says everything of its meeting, so each conflict is one of some pins with one rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from matchmaker.agenda.draft_rules import HAPPENED, Broken, Draft, broken_rules, is_no_worse, seat_of
from matchmaker.agenda.models import PlacementSent


@dataclass(frozen=True)
class PinConflict:
    """Without any one of ``keys`` the rule ``broken`` would be kept."""

    keys: tuple[str, ...]
    broken: Broken


def pin_conflict(draft: Draft) -> PinConflict | None:
    """The conflict with the fewest pins, None if everything pinned can stay. What has begun is as good as pinned."""
    pinned = replace(draft, meetings=[(key, at) for key, at in draft.meetings if at.pinned or at.state in HAPPENED])
    found = [_smallest(pinned, broken) for broken in broken_rules(pinned)]
    return min(found, key=lambda conflict: len(conflict.keys), default=None)


def _smallest(draft: Draft, broken: Broken) -> PinConflict:
    """Leave out pin after pin, as long as the same rule stays broken for the same person, table or meeting."""
    meetings = dict(draft.meetings)
    kept = [key for key in meetings if _concerns(broken, key, meetings[key])]
    found = broken
    for key in list(kept):
        fewer = [one for one in kept if one != key]
        others = broken_rules(replace(draft, meetings=_only(meetings, fewer)))
        still = next((other for other in others if is_no_worse(other, broken)), None)
        if fewer and still is not None:
            kept, found = fewer, still
    return PinConflict(tuple(kept), found)


def _concerns(broken: Broken, key: str, at: PlacementSent) -> bool:
    if "key" in broken.params:
        return bool(key == broken.params["key"])
    if "keys" in broken.params:
        return key in broken.params["keys"]
    return broken.params.get("person_id") in seat_of(at).people


def _only(meetings: Mapping[str, PlacementSent], keys: Sequence[str]) -> list[tuple[str, PlacementSent]]:
    return [(key, meetings[key]) for key in keys]
