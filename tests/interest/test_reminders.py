"""Who is reminded of a must-meet, and when there is nothing to remind of."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fair import Market
from sqlmodel import update

from matchmaker.interest.models import MeetingRequest


def expire(market: Market) -> None:
    with market.fair.api.database.session() as session:
        session.execute(update(MeetingRequest).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))


def listed(market: Market) -> list[tuple[int, int]]:
    return [(entry["organisation_id"], entry["asked_by_id"]) for entry in market.fair.get("/nudges")["items"]]


@pytest.mark.parametrize(("asker", "asked"), [("buyer", "seller"), ("seller", "buyer")])
def test_either_side_is_reminded_of_the_other(market: Market, asker: str, asked: str) -> None:
    market.fair.answer(market.pair, getattr(market, asker), "must_meet")

    assert listed(market) == [(getattr(market, asked), getattr(market, asker))]


CHANGES: dict[str, Any] = {
    "it expired": expire,
    "it was softened": lambda market: market.fair.answer(market.pair, market.buyer, "would_meet"),
    "it was taken back": lambda market: market.fair.call("DELETE", "/answers/{}/{}".format(*market.pair), market.buyer),
    "the asked one withdrew": lambda market: market.fair.call("DELETE", f"/registrations/{market.seller}"),
    "the asker withdrew": lambda market: market.fair.call("DELETE", f"/registrations/{market.buyer}"),
    "the pair is kept apart": lambda market: market.fair.call(
        "PUT", f"/pairs/{market.buyer}/{market.seller}", body={"rule": "forbid"}
    ),
    "the posting was closed": lambda market: market.fair.api.move(market.pair[0], "closed"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_nobody_is_reminded_of_what_waits_no_more(market: Market, change: str) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    before = len(listed(market))

    CHANGES[change](market)

    assert (before, listed(market), market.fair.call("POST", "/nudges")) == (1, [], [])


def test_who_asks_again_is_worth_another_reminder(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.call("POST", "/nudges")
    expire(market)

    market.fair.answer(market.pair, market.buyer, "must_meet")

    assert listed(market) == [(market.seller, market.buyer)]
    assert (len(market.fair.call("POST", "/nudges")), market.fair.call("POST", "/nudges")) == (1, [])


def test_what_cannot_be_met_any_more_takes_no_place_among_requests(market: Market) -> None:
    market.fair.set(open_requests_limit=1)
    market.fair.answer(market.pair, market.buyer, "must_meet")
    second = (market.needs[1], market.technologies[0])
    full = market.fair.answer_refused(second, market.buyer, "must_meet")

    CHANGES["the posting was closed"](market)

    assert full == (409, "too_many_requests_sent")
    assert market.fair.answer(second, market.buyer, "must_meet")["value"] == "must_meet"


def test_evidence_stays_when_organisations_and_postings_go(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.answer(market.pair, market.seller, "rather_not", reason="competitor")
    before = market.fair.get("/answers/records")

    market.fair.call("DELETE", f"/registrations/{market.seller}")
    market.fair.api.move(market.pair[0], "closed")

    assert (before["total"], market.fair.get("/answers/records")) == (2, before)


def test_a_request_that_waits_or_expired_is_no_meeting(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    waiting = market.fair.get("/accepted-pairs")["pairs"]
    expire(market)

    assert (waiting, market.fair.get("/accepted-pairs")["pairs"]) == ([], [])
