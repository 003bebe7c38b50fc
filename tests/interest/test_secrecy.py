"""A veto is never told: whoever was vetoed sees exactly what they would see had nobody answered."""

import json
import re
from collections.abc import Sequence
from typing import Any

from fair import Market
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete
from support import PUBLIC, Api

from matchmaker.interest.models import Answer, AnswerRecord, MeetingRequest, Nudge

CHANGING = re.compile(r'"(?:opened_at|expires_at|created_at|updated_at|at)": "[^"]*"')
READ = ("", "/slots", "/tables", "/rooms", "/registrations", "/people", "/candidates", "/answers", "/requests")
ORGANISERS = ("/history", "/blocks", "/answers/records", "/nudges", "/pairs", "/accepted-pairs")


def seen(market: Market, acting: Any, paths: Sequence[str] = ()) -> str:
    """All that somebody can read of the event, or some of it, without moments."""
    paths = paths or [
        *READ,
        *ORGANISERS,
        f"/registrations/{market.buyer}",
        f"/candidates?posting_id={market.technologies[0]}",
    ]
    found = [market.fair.api.call("GET", market.fair.path(path), acting).json() for path in paths]
    return CHANGING.sub("", json.dumps(found))


def tried(market: Market, acting: int) -> list[Any]:
    """The answers to whatever somebody may try with a pair; nothing is kept of it."""
    need, technology = market.pair
    body = {"value": "would_meet", "version": 99}
    path = market.fair.path(f"/answers/{need}/{technology}")
    answers = [
        market.fair.api.call("PUT", path, acting, json=body),
        market.fair.api.call("PUT", path, acting, json={"value": "veto"}),
        market.fair.api.call("DELETE", f"{path}?side=need", acting),
    ]
    return [(answer.status_code, answer.text) for answer in answers]


def test_a_veto_leaves_no_trace_for_the_other_side(market: Market) -> None:
    before = seen(market, market.seller), tried(market, market.seller)

    market.fair.answer(market.pair, market.buyer, "veto")

    assert (seen(market, market.seller), tried(market, market.seller)) == before
    assert '"veto"' not in seen(market, market.seller)


def test_a_veto_after_a_request_looks_like_waiting(market: Market) -> None:
    market.fair.answer(market.pair, market.seller, "must_meet")
    before = seen(market, market.seller), market.fair.get("/requests", market.seller)

    market.fair.answer(market.pair, market.buyer, "veto")

    assert (seen(market, market.seller), market.fair.get("/requests", market.seller)) == before
    (request,) = market.fair.get("/requests", market.seller)["items"]
    assert (request["state"], request["direction"]) == ("open", "sent")


def test_whoever_vetoed_sees_no_request(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "veto")
    market.fair.answer(market.pair, market.seller, "must_meet")

    assert market.fair.get("/requests", market.buyer)["total"] == 0
    assert market.fair.get("/nudges")["items"] == []


def test_a_request_to_somebody_who_vetoed_counts_like_any_other(market: Market) -> None:
    """Otherwise a third organisation could tell by how many requests the receiver still takes."""
    market.fair.set(open_requests_limit=1)
    market.fair.answer(market.pair, market.buyer, "veto")
    market.fair.answer(market.pair, market.seller, "must_meet")

    second = (market.needs[1], market.technologies[0])
    assert market.fair.answer_refused(second, market.seller, "must_meet") == (409, "too_many_requests_sent")


def test_the_public_and_strangers_see_nothing_of_interest(api: Api, market: Market) -> None:
    stranger = api.organisation(key="stranger")
    before = [seen(market, acting) for acting in (stranger, PUBLIC)]

    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.answer(market.pair, market.seller, "veto")

    assert [seen(market, acting) for acting in (stranger, PUBLIC)] == before


STEPS = st.lists(
    st.tuples(st.booleans(), st.sampled_from(["must_meet", "would_meet", "rather_not", "veto", None])), max_size=7
)


def run(market: Market, steps: list[tuple[bool, str | None]]) -> list[str]:
    """Give answers one after the other, None takes one back; what the seller sees after each."""
    with market.fair.api.database.session() as session:
        for table in (Nudge, MeetingRequest, AnswerRecord, Answer):
            session.execute(delete(table))
    path = market.fair.path(f"/answers/{market.pair[0]}/{market.pair[1]}")
    found = []
    for of_buyer, value in steps:
        acting = market.buyer if of_buyer else market.seller
        if value is None:
            market.fair.api.call("DELETE", path, acting)
        else:
            market.fair.answer(market.pair, acting, value)
        found.append(seen(market, market.seller, ("/candidates", "/requests", "/answers")))
    return found


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_in_any_order_a_veto_looks_like_an_answer_taken_back(market: Market, steps: list[Any]) -> None:
    hidden = [(of_buyer, None if of_buyer and value == "veto" else value) for of_buyer, value in steps]

    assert run(market, steps) == run(market, hidden)
