"""What the planner reads: accepted pairs, organisers' own pairs, what is kept apart, and who is reminded."""

from typing import Any

import pytest
from fair import Market
from support import Api, counted_statements

from matchmaker.interest.pairs import AcceptedPair, Interest, accepted_pairs


def read(market: Market) -> Interest:
    with market.fair.api.database.session(writes=False) as session:
        return accepted_pairs(session, market.fair.id)


def both(market: Market, pair: tuple[int, int], need: str, technology: str) -> None:
    market.fair.answer(pair, market.buyer, need)
    market.fair.answer(pair, market.seller, technology)


def rule(market: Market, **values: Any) -> Any:
    return market.fair.call("PUT", f"/pairs/{market.buyer}/{market.seller}", body={"rule": "add", **values})


def test_one_meeting_for_two_organisations_on_their_best_pair(market: Market) -> None:
    (first, second), (a, b) = market.needs, market.technologies
    both(market, (first, a), "would_meet", "would_meet")
    both(market, (second, b), "would_meet", "must_meet")
    both(market, (first, b), "would_meet", "would_meet")

    (pair,) = read(market).pairs

    assert pair == AcceptedPair(
        need_organisation_id=market.buyer,
        technology_organisation_id=market.seller,
        need_id=second,
        technology_id=b,
        priority=3,
        value=456,
        must=True,
        also=((first, a), (first, b)),
    )
    assert pair.organisations == tuple(sorted((market.buyer, market.seller)))


def test_two_who_both_want_to_meet_repeatedly(market: Market) -> None:
    (first, second), (a, b) = market.needs, market.technologies
    both(market, (first, a), "would_meet", "would_meet")
    both(market, (second, b), "would_meet", "must_meet")

    market.fair.call("PATCH", f"/registrations/{market.buyer}", body={"repeat_meetings": True})
    one_asks = len(read(market).pairs)
    market.fair.call("PATCH", f"/registrations/{market.seller}", body={"repeat_meetings": True})
    both_ask = [(pair.need_id, pair.technology_id) for pair in read(market).pairs]

    assert (one_asks, both_ask) == (1, [(second, b), (first, a)])


def test_at_an_event_of_repeated_meetings_everybody_does(market: Market) -> None:
    both(market, (market.needs[0], market.technologies[0]), "would_meet", "would_meet")
    both(market, (market.needs[1], market.technologies[0]), "would_meet", "would_meet")

    market.fair.set(repeat_meetings=True)

    assert len(read(market).pairs) == 2


def test_what_is_not_accepted_by_both_is_no_pair(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    both(market, (market.needs[1], market.technologies[0]), "must_meet", "rather_not")
    both(market, (market.needs[1], market.technologies[1]), "must_meet", "veto")

    found = read(market)

    assert (found.pairs, found.vetoed) == ((), {(market.needs[1], market.technologies[1])})


@pytest.mark.parametrize("change", ["closed", "withdrawn", "forbidden"])
def test_what_can_no_longer_be_met_on_is_no_pair(market: Market, change: str) -> None:
    both(market, market.pair, "must_meet", "must_meet")
    before = len(read(market).pairs)

    if change == "closed":
        market.fair.api.move(market.needs[0], "closed")
    elif change == "withdrawn":
        market.fair.call("DELETE", f"/registrations/{market.seller}")
    else:
        rule(market, rule="forbid")

    assert (before, read(market).pairs) == (1, ())


# --- organisers' pairs ---


def test_an_added_pair_needs_no_answer(market: Market) -> None:
    rule(market, must=True, need_id=market.needs[1], technology_id=market.technologies[0], note="Sở đề nghị")

    assert read(market).pairs == (
        AcceptedPair(
            need_organisation_id=market.buyer,
            technology_organisation_id=market.seller,
            need_id=market.needs[1],
            technology_id=market.technologies[0],
            priority=1,
            value=899,
            must=True,
            by_organiser=True,
        ),
    )


def test_an_added_pair_may_need_an_expert(market: Market) -> None:
    expert = market.fair.call("POST", "/people", body={"role": "expert", "name": "Trần"})["id"]
    both(market, market.pair, "would_meet", "would_meet")

    rule(market, expert_id=expert)

    (pair,) = read(market).pairs
    assert (pair.expert_id, pair.by_organiser, pair.priority, pair.must) == (expert, True, 4, False)


def test_an_added_pair_without_postings_is_no_must(market: Market) -> None:
    rule(market)

    (pair,) = read(market).pairs
    assert (pair.need_id, pair.technology_id, pair.must, pair.value) == (None, None, False, 299)


def test_a_forbidden_pair_is_told_to_the_planner(market: Market) -> None:
    rule(market, must=True)
    shown = rule(market, rule="forbid")

    found = read(market)

    first, second = sorted((market.buyer, market.seller))
    assert (found.pairs, found.forbidden) == ((), {(first, second)})
    assert (shown["first_id"], shown["second_id"], shown["rule"]) == (first, second, "forbid")
    market.fair.call("DELETE", f"/pairs/{second}/{first}")
    assert read(market).forbidden == frozenset()
    assert market.fair.refused("DELETE", f"/pairs/{first}/{second}") == (404, "pair_rule_not_found")


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"rule": "add", "expert_id": 999}, 400, "expert_unknown"),
        ({"rule": "add", "need_id": 999}, 400, "posting_unknown"),
        ({"rule": "marry"}, 422, "malformed"),
    ],
)
def test_rules_that_cannot_be(market: Market, body: Any, status: int, code: str) -> None:
    assert market.fair.refused("PUT", f"/pairs/{market.buyer}/{market.seller}", body=body) == (status, code)
    assert market.fair.get("/pairs")["items"] == []


def test_a_rule_is_about_two_organisations_and_their_postings(api: Api, market: Market) -> None:
    stranger = api.organisation(key="stranger")
    path, add = f"/pairs/{market.buyer}", {"rule": "add"}

    assert market.fair.refused("PUT", f"{path}/{market.buyer}", body=add) == (400, "pair_of_one_organisation")
    assert market.fair.refused("PUT", f"{path}/999", body=add) == (404, "organisation_not_found")
    body = add | {"technology_id": market.technologies[0]}
    assert market.fair.refused("PUT", f"{path}/{stranger}", body=body) == (400, "posting_unknown")
    for acting in (market.buyer, "public"):
        assert market.fair.refused("PUT", f"{path}/{stranger}", acting, add) == (403, "organiser_only")
        assert market.fair.refused("DELETE", f"{path}/{stranger}", acting) == (403, "organiser_only")


# --- reminders ---


def test_who_does_not_answer_a_must_is_reminded_once(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.answer((market.needs[1], market.technologies[0]), market.buyer, "would_meet")
    listed = market.fair.get("/nudges")["items"]

    first, second = market.fair.call("POST", "/nudges"), market.fair.call("POST", "/nudges")

    assert [(entry["organisation_id"], entry["asked_by_id"]) for entry in listed] == [(market.seller, market.buyer)]
    assert (first, second, market.fair.get("/nudges")["items"]) == (listed, [], [])
    for acting in (market.buyer, "public"):
        assert market.fair.refused("POST", "/nudges", acting) == (403, "organiser_only")


@pytest.mark.parametrize("answer", ["would_meet", "rather_not", "veto"])
def test_who_answered_is_not_reminded(market: Market, answer: str) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.answer(market.pair, market.seller, answer)

    assert market.fair.get("/nudges")["items"] == []


# --- reading ---


def test_the_route_shows_what_the_planner_reads(market: Market) -> None:
    both(market, market.pair, "must_meet", "would_meet")

    shown = market.fair.get("/accepted-pairs")

    assert (len(shown["pairs"]), shown["pairs"][0]["priority"], shown["forbidden"]) == (1, 2, [])


def test_pairs_are_read_with_as_many_queries_however_many(market: Market) -> None:
    counts = []
    for need in market.needs:
        both(market, (need, market.technologies[0]), "must_meet", "must_meet")
        with counted_statements(market.fair.api.database) as sent:
            read(market)
        counts.append(len(sent))

    assert counts[0] == counts[1]
