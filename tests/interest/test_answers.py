"""Answers: who gives them, until when, and what they make of a request."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from fair import Fair, Market
from sqlmodel import update
from support import PUBLIC, Api, counted_statements

from matchmaker.events.planning import read_planning
from matchmaker.interest.models import MeetingRequest
from matchmaker.interest.service import expire_requests


def requests(market: Market, acting: Any = "organiser") -> list[tuple[str, str | None, bool]]:
    """State, direction and urgency of the requests that somebody sees."""
    found = market.fair.get("/requests", acting)
    assert found["total"] == len(found["items"])
    return [(item["state"], item["direction"], item["urgent"]) for item in found["items"]]


def test_a_request_is_sent_and_accepted(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    waiting = requests(market, market.buyer), requests(market, market.seller)

    market.fair.answer(market.pair, market.seller, "would_meet")

    assert waiting == ([("open", "sent", False)], [("open", "received", True)])
    assert requests(market, market.buyer) == [("accepted", "sent", False)]
    assert requests(market, market.seller) == [("accepted", "received", False)]
    (shown,) = market.fair.get("/requests")["items"]
    assert (shown["priority"], shown["direction"]) == (2, None)
    (own,) = market.fair.get("/requests", market.seller)["items"]
    assert own["priority"] is None


def test_who_would_meet_does_not_press(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "would_meet")

    assert requests(market, market.seller) == [("open", "received", False)]


def test_a_request_is_declined(market: Market) -> None:
    market.fair.answer(market.pair, market.seller, "would_meet")
    market.fair.answer(market.pair, market.buyer, "rather_not")

    assert requests(market, market.seller) == [("declined", "sent", False)]


def test_two_who_decline_ask_for_nothing(market: Market) -> None:
    market.fair.answer(market.pair, market.seller, "rather_not")
    market.fair.answer(market.pair, market.buyer, "rather_not")

    assert requests(market) == []


def test_answers_can_be_changed_and_taken_back(market: Market) -> None:
    path = f"/answers/{market.pair[0]}/{market.pair[1]}"
    market.fair.answer(market.pair, market.seller, "must_meet")
    market.fair.answer(market.pair, market.buyer, "rather_not")

    states = []
    for value in ("would_meet", "rather_not", "must_meet"):
        changed = market.fair.answer(market.pair, market.buyer, value)
        states.append(requests(market)[0][0])
    market.fair.call("DELETE", path, market.buyer)
    states.append(requests(market)[0][0])
    market.fair.call("DELETE", path, market.seller)

    assert states == ["accepted", "declined", "accepted", "open"]
    assert (changed["value"], changed["reason"], changed["version"]) == ("must_meet", None, 4)
    assert (requests(market), market.fair.get("/answers")["items"]) == ([], [])
    assert market.fair.refused("DELETE", path, market.seller) == (404, "answer_not_found")


def test_of_two_colleagues_the_second_must_have_seen_the_first_answer(market: Market) -> None:
    market.fair.answer(market.pair, market.seller, "must_meet")

    stale = market.fair.answer_refused(market.pair, market.seller, "would_meet", version=2)
    changed = market.fair.answer(market.pair, market.seller, "would_meet", version=1)
    unseen = market.fair.answer_refused((market.needs[1], market.pair[1]), market.seller, "would_meet", version=1)

    assert (stale, unseen, changed["version"]) == ((409, "version_stale"), (409, "version_stale"), 2)


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"value": "rather_not"}, 400, "reason_missing"),
        ({"value": "veto"}, 400, "reason_missing"),
        ({"value": "must_meet", "reason": "price"}, 400, "reason_not_needed"),
        ({"value": "rather_not", "reason": "ugly"}, 422, "malformed"),
        ({"value": "perhaps"}, 422, "malformed"),
        ({"value": "must_meet", "side": "technology"}, 403, "not_your_side"),
        ({}, 422, "malformed"),
    ],
)
def test_answers_that_cannot_be(market: Market, body: dict[str, Any], status: int, code: str) -> None:
    path = f"/answers/{market.pair[0]}/{market.pair[1]}"

    assert market.fair.refused("PUT", path, market.buyer, body) == (status, code)


REASONS = [
    "too_early",
    "advantage_unclear",
    "route_unclear",
    "price",
    "already_solved",
    "competitor",
    "not_our_field",
    "other",
]


@pytest.mark.parametrize("reason", REASONS)
def test_each_reason_is_kept(market: Market, reason: str) -> None:
    market.fair.answer(market.pair, market.buyer, "rather_not", reason=reason)

    assert market.fair.get("/answers", market.buyer)["items"][0]["reason"] == reason


# --- who and about what ---


def test_one_answers_for_the_own_side_only(api: Api, market: Market) -> None:
    stranger = api.organisation(key="stranger")
    market.fair.register(stranger)

    assert market.fair.answer_refused(market.pair, stranger, "must_meet") == (403, "not_your_organisation")
    assert market.fair.answer_refused(market.pair, PUBLIC, "must_meet") == (403, "not_your_organisation")
    assert market.fair.answer_refused(market.pair, "organiser", "must_meet") == (400, "side_missing")
    told = market.fair.answer(market.pair, "organiser", "must_meet", side="need")
    assert (told["organisation_id"], told["side"]) == (market.buyer, "need")


def test_only_those_who_come_answer_and_are_answered(api: Api, market: Market) -> None:
    absent = api.organisation(key="absent")
    need = api.published("need", absent)["id"]
    pair = (need, market.pair[1])

    assert market.fair.answer_refused(pair, absent, "must_meet") == (403, "participants_only")
    assert market.fair.answer_refused(pair, market.seller, "must_meet") == (404, "candidate_not_found")


def test_only_what_is_published_is_answered_to(api: Api, market: Market) -> None:
    draft = api.need(market.buyer)["id"]
    own = api.published("need", market.seller)["id"]
    need, technology = market.pair

    assert market.fair.answer_refused((draft, technology), market.seller, "must_meet") == (404, "posting_not_found")
    assert market.fair.answer_refused((technology, need), market.seller, "must_meet") == (404, "posting_not_found")
    assert market.fair.answer_refused((need, 999), market.seller, "must_meet") == (404, "posting_not_found")
    assert market.fair.answer_refused((own, technology), market.seller, "must_meet") == (
        400,
        "pair_of_one_organisation",
    )


def test_one_reads_the_own_answers_and_requests(api: Api, market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.answer(market.pair, market.seller, "rather_not")
    stranger = api.organisation(key="stranger")

    def sides(acting: Any, **params: Any) -> list[str]:
        return sorted(item["side"] for item in market.fair.get("/answers", acting, **params)["items"])

    assert (sides(market.buyer), sides(market.seller)) == (["need"], ["technology"])
    assert sides("organiser") == ["need", "technology"]
    assert sides("organiser", organisation_id=market.buyer) == ["need"]
    for path in ("/answers", "/requests", "/candidates"):
        assert market.fair.refused("GET", path, PUBLIC) == (403, "not_your_organisation")
        assert market.fair.refused("GET", f"{path}?organisation_id={market.buyer}", market.seller) == (
            403,
            "not_your_organisation",
        )
    assert market.fair.get("/requests", stranger)["items"] == []
    for path in ("/answers/records", "/nudges", "/pairs", "/accepted-pairs"):
        for acting in (market.seller, PUBLIC):
            assert market.fair.refused("GET", path, acting) == (403, "organiser_only")


# --- time ---


def test_answers_are_given_in_their_phase_and_until_their_deadline(market: Market) -> None:
    market.fair.set(answers_until=datetime.now(UTC) - timedelta(seconds=1))
    late = market.fair.answer_refused(market.pair, market.buyer, "must_meet")
    told = market.fair.answer(market.pair, "organiser", "must_meet", side="need")
    market.fair.move("planning")
    later = market.fair.answer_refused(market.pair, market.buyer, "must_meet")

    assert (late, later) == ((409, "deadline_passed"), (409, "phase_refuses"))
    assert told["value"] == "must_meet"


def test_before_answering_began_nobody_answers(api: Api, market: Market) -> None:
    market.fair.move("open")

    assert market.fair.answer_refused(market.pair, market.buyer, "must_meet") == (409, "phase_refuses")
    assert market.fair.answer_refused(market.pair, "organiser", "must_meet", side="need") == (409, "phase_refuses")


def test_requests_expire_at_the_deadline_at_the_latest(market: Market) -> None:
    until = datetime.now(UTC) + timedelta(hours=2)
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.set(answers_until=until)
    market.fair.answer((market.needs[1], market.pair[1]), market.buyer, "must_meet")

    second, first = (
        datetime.fromisoformat(item["expires_at"]) for item in market.fair.get("/requests", market.buyer)["items"]
    )
    assert second == until
    assert timedelta(hours=119) < first - datetime.now(UTC) <= timedelta(hours=120)


def expire(market: Market) -> None:
    """Let the time of all requests pass."""
    with market.fair.api.database.session() as session:
        session.execute(update(MeetingRequest).values(expires_at=datetime.now(UTC) - timedelta(seconds=1)))


def test_a_request_that_expired_says_so_whether_or_not_it_was_written_down(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    expire(market)

    before = requests(market, market.buyer)
    with market.fair.api.database.session() as session:
        counts = [expire_requests(session), expire_requests(session)]

    assert before == requests(market, market.buyer) == [("expired", "sent", False)]
    assert requests(market, market.seller) == [("expired", "received", False)]
    assert counts == [1, 0]


def test_a_late_yes_still_makes_a_meeting(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    expire(market)

    market.fair.answer(market.pair, market.seller, "would_meet")

    assert requests(market, market.buyer) == [("accepted", "sent", False)]


def test_its_sender_may_ask_again(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    expire(market)

    market.fair.answer(market.pair, market.buyer, "must_meet")

    assert requests(market, market.buyer) == [("open", "sent", False)]
    assert market.fair.get("/answers/records")["total"] == 1


# --- limits ---


@pytest.fixture
def many(api: Api, market: Market) -> tuple[Market, list[tuple[int, int]]]:
    """The market with a limit of two, and a third organisation that needs the same; pairs that it may answer to."""
    third = api.organisation(key="third")
    needs = [api.published("need", third, title=f"Lò hơi {i}")["id"] for i in range(2)]
    market.fair.register(third)
    market.fair.set(open_requests_limit=2)
    return market, [(need, technology) for need in needs for technology in market.technologies]


def test_a_sender_asks_for_no_more_than_the_limit(many: tuple[Market, Any]) -> None:
    market, _ = many
    pairs = [(need, technology) for need in market.needs for technology in market.technologies]
    for pair in pairs[:2]:
        market.fair.answer(pair, market.buyer, "must_meet")

    refused = market.fair.answer_refused(pairs[2], market.buyer, "must_meet")
    market.fair.answer(pairs[0], market.seller, "would_meet")
    then = market.fair.answer(pairs[2], market.buyer, "must_meet")

    assert refused == (409, "too_many_requests_sent")
    assert then["value"] == "must_meet"
    assert market.fair.answer_refused(pairs[3], market.buyer, "would_meet") == (409, "too_many_requests_sent")
    assert market.fair.answer(pairs[3], market.buyer, "veto")["value"] == "veto"


def test_a_receiver_is_not_flooded(many: tuple[Market, Any]) -> None:
    market, pairs = many
    third = market.fair.api.get(f"/postings/{pairs[0][0]}")["organisation_id"]
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.answer(pairs[0], third, "must_meet")

    refused = market.fair.answer_refused(pairs[1], third, "must_meet")
    market.fair.answer(market.pair, market.seller, "rather_not")

    assert refused == (409, "too_many_requests_received")
    assert market.fair.answer(pairs[1], third, "must_meet")["value"] == "must_meet"


def test_a_forbidden_pair_frees_its_place_in_the_limit(many: tuple[Market, Any]) -> None:
    market, pairs = many
    third = market.fair.api.get(f"/postings/{pairs[0][0]}")["organisation_id"]
    market.fair.set(open_requests_limit=1)
    market.fair.answer(market.pair, market.buyer, "must_meet")

    refused = market.fair.answer_refused(pairs[0], third, "must_meet")
    market.fair.call("PUT", f"/pairs/{market.buyer}/{market.seller}", body={"rule": "forbid"})

    assert refused == (409, "too_many_requests_received")
    assert market.fair.answer(pairs[0], third, "must_meet")["value"] == "must_meet"


def test_what_expired_or_went_counts_no_more(many: tuple[Market, Any]) -> None:
    market, pairs = many
    third = market.fair.api.get(f"/postings/{pairs[0][0]}")["organisation_id"]
    for pair in pairs[:2]:
        market.fair.answer(pair, third, "must_meet")
    full = market.fair.answer_refused(market.pair, market.buyer, "must_meet")

    market.fair.call("DELETE", f"/registrations/{third}")
    market.fair.answer(market.pair, market.buyer, "must_meet")
    expire(market)

    assert full == (409, "too_many_requests_received")
    for technology in market.technologies:
        market.fair.answer((market.needs[1], technology), market.buyer, "must_meet")


def test_saying_yes_to_a_request_is_never_refused(many: tuple[Market, Any]) -> None:
    market, _ = many
    pairs = [(need, technology) for need in market.needs for technology in market.technologies]
    market.fair.answer(pairs[3], market.seller, "must_meet")
    for pair in pairs[:2]:
        market.fair.answer(pair, market.buyer, "must_meet")

    assert market.fair.answer(pairs[3], market.buyer, "would_meet")["value"] == "would_meet"


# --- evidence ---


def test_every_answer_is_kept_with_what_the_ranking_had_said(market: Market) -> None:
    need, technology = market.needs[1], market.technologies[0]
    market.fair.answer((need, technology), market.buyer, "would_meet")
    market.fair.answer((need, technology), market.seller, "rather_not", reason="too_early")
    market.fair.answer((need, technology), market.buyer, "must_meet")
    market.fair.call("DELETE", f"/answers/{need}/{technology}", market.buyer)

    found = market.fair.get("/answers/records")["items"]

    told = [(r["side"], r["value"], r["reason"], r["rank"], r["probability"], r["weights"]) for r in found]
    assert told == [
        ("need", "would_meet", None, 3, 0.58, "shipped"),
        ("technology", "rather_not", "too_early", 2, 0.58, "shipped"),
        ("need", "must_meet", None, 3, 0.58, "shipped"),
        ("need", None, None, 3, 0.58, "shipped"),
    ]


def test_a_pair_that_was_never_ranked_is_kept_too(api: Api, market: Market) -> None:
    need = api.published("need", market.buyer, title="Mới")["id"]
    market.fair.answer((need, market.technologies[0]), market.buyer, "must_meet")

    (record,) = market.fair.get("/answers/records")["items"]
    assert (record["value"], record["rank"], record["probability"]) == ("must_meet", None, None)


def test_an_answer_blocks_no_slot(market: Market) -> None:
    def read() -> Any:
        with market.fair.api.database.session(writes=False) as session:
            return read_planning(session, market.fair.id)

    before = read()
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.answer(market.pair, market.seller, "must_meet")

    assert read() == before


def test_lists_come_in_pages_for_as_many_queries(market: Market) -> None:
    fair: Fair = market.fair
    for need in market.needs:
        for technology in market.technologies:
            fair.answer((need, technology), market.buyer, "must_meet")

    for path in ("/answers", "/requests", "/candidates"):
        counts = []
        for limit in (1, 4):
            with counted_statements(fair.api.database) as sent:
                page = fair.get(path, market.buyer, limit=limit)
            assert (len(page["items"]), page["total"]) == (limit, 4)
            counts.append(len(sent))
        assert counts[0] == counts[1]
