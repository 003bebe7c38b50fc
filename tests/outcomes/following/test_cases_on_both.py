"""Cases on both databases, also where two speak, move or confirm at the same moment."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from held import Held, hold
from support import Api
from test_migrations import empty, server, service  # noqa: F401

from matchmaker.outcomes.following.cases.stages import Stage


@pytest.fixture
def both(service: Api) -> Held:  # noqa: F811
    """A meeting under way, on each database."""
    meeting = hold(service)
    meeting.reset()
    return meeting


def at_once(*works: Callable[[], Any]) -> list[Any]:
    """The answers of works that begin together."""
    answers: list[Any] = [None] * len(works)
    gate = threading.Barrier(len(works))

    def run(place: int, work: Callable[[], Any]) -> None:
        gate.wait()
        answers[place] = work()

    threads = [threading.Thread(target=run, args=one) for one in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def test_two_words_at_once_make_one_case_of_both(both: Held) -> None:
    at_once(lambda: both.say(both.buyer), lambda: both.say(both.seller))

    (case,) = both.rows()
    assert (case.stage, case.waits_for) == (Stage.TALKING, None)


def test_of_two_who_move_a_case_at_once_one_is_told_that_it_was_moved(both: Held) -> None:
    both.say(both.buyer)
    case = both.api.get(f"/cases/{both.say(both.seller)['case_id']}")

    def move(stage: str) -> int:
        body = {"stage": stage, "version": case["version"]}
        return int(both.api.call("PUT", f"/cases/{case['id']}/stage", json=body).status_code)

    assert sorted(at_once(lambda: move("nda"), lambda: move("trial"))) == [200, 409]


def test_lists_and_searches_work_on_both(both: Held) -> None:
    both.say(both.buyer, steps=[{"what": "Gửi bản vẽ", "side": "need", "due": "2020-01-31"}])

    found = both.api.get("/cases", search="do son", overdue=True, stage="talking", event_id=both.stage.fair.id)

    assert [(row["overdue"], row["next_due"]) for row in found["items"]] == [(1, "2020-01-31")]
    assert both.api.get("/cases", both.seller)["total"] == 0
