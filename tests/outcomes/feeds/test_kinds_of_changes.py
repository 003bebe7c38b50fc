"""Which entries of the audit log are told to others, and how long a delivery waits."""

from datetime import timedelta
from typing import Any

import pytest

from matchmaker.outcomes.feeds.webhooks.kinds import change_of
from matchmaker.outcomes.feeds.webhooks.waiting import LONGEST, MOST_ATTEMPTS, wait_after


def entry(part: str, before: dict[str, Any], after: dict[str, Any], entity: str = "") -> dict[str, Any]:
    return {"entity": entity or part, "entity_id": "7", "part": part, "part_id": "9", "before": before, "after": after}


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (entry("posting", {"state": "submitted"}, {"state": "published"}), ("posting.published", "posting:7")),
        (entry("posting", {}, {"state": "published", "kind": "need"}), ("posting.published", "posting:7")),
        (entry("posting", {"state": "published"}, {"state": "closed"}), ("posting.withdrawn", "posting:7")),
        (entry("posting", {"state": "draft"}, {"state": "submitted"}), None),
        (entry("posting", {"trl": 5}, {"trl": 6}), ("posting.changed", "posting:7")),
        (entry("posting", {"version": 5}, {"version": 6}), None),
        (entry("posting_text", {"body": {}}, {"body": {"title": "x"}}, "posting"), ("posting.changed", "posting:7")),
        (entry("event", {"phase": "open"}, {"phase": "answering"}), ("event.changed", "event:7")),
        (entry("event", {"name_vi": "x"}, {}), None),
        (entry("agenda_version", {"state": "draft"}, {"state": "published"}, "event"), ("agenda.published", "event:7")),
        (entry("agenda_version", {}, {"state": "draft"}, "event"), None),
        (entry("meeting_request", {"state": "open"}, {"state": "accepted"}, "event"), ("request.accepted", "event:7")),
        (entry("followed_case", {"stage": "talking"}, {"stage": "nda"}), ("case.moved", "case:7")),
        (entry("account", {"name": "a"}, {"name": "b"}), None),
    ],
)
def test_an_entry_tells_one_change_or_none(given: dict[str, Any], told: tuple[str, str] | None) -> None:
    found = change_of(given)

    assert (found and (found.kind, found.subject)) == told


def test_waits_grow_up_to_the_longest_and_last_for_two_days() -> None:
    waits = [wait_after(attempts, 0.5) for attempts in range(1, MOST_ATTEMPTS)]

    assert waits[:3] == [timedelta(seconds=10), timedelta(seconds=20), timedelta(seconds=40)]
    assert max(waits) == LONGEST
    assert timedelta(days=1.5) < sum(waits, timedelta()) < timedelta(days=3)


def test_chance_spreads_a_wait_by_a_fifth() -> None:
    assert (wait_after(1, 0.0), wait_after(1, 1.0)) == (timedelta(seconds=8), timedelta(seconds=12))
