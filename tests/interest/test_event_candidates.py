"""Whom an organisation may answer to at an event."""

from typing import Any

from fair import Market, keep_candidates
from support import Api


def listed(market: Market, acting: Any, **params: Any) -> list[tuple[int, int]]:
    return [
        (item["need_id"], item["technology_id"]) for item in market.fair.get("/candidates", acting, **params)["items"]
    ]


def pairs(market: Market) -> list[tuple[int, int]]:
    return [(need, technology) for need in market.needs for technology in market.technologies]


def test_both_sides_see_the_kept_ranking_the_most_probable_first(market: Market) -> None:
    (item, *_) = market.fair.get("/candidates", market.seller)["items"]

    assert listed(market, market.buyer) == listed(market, market.seller) == pairs(market)
    assert listed(market, "organiser", organisation_id=market.buyer) == pairs(market)
    assert (item["side"], item["posting"]["id"], item["organisation_id"]) == (
        "technology",
        market.needs[0],
        market.buyer,
    )
    assert (item["rank"], item["probability"], item["answer"], item["request"]) == (1, 0.6, None, None)
    assert market.fair.refused("GET", "/candidates") == (400, "organisation_missing")


def test_the_rank_is_that_in_the_list_of_the_own_posting(market: Market) -> None:
    ranks = {
        acting: [item["rank"] for item in market.fair.get("/candidates", acting)["items"]]
        for acting in (market.buyer, market.seller)
    }

    assert ranks == {market.buyer: [1, 2, 3, 4], market.seller: [1, 1, 2, 2]}


def test_candidates_of_one_posting(market: Market) -> None:
    assert listed(market, market.buyer, posting_id=market.needs[1]) == pairs(market)[2:]
    assert listed(market, market.seller, posting_id=market.needs[1]) == []


def test_only_those_who_come_are_candidates(api: Api, market: Market) -> None:
    absent = api.organisation(key="absent")
    need = api.published("need", absent)["id"]
    keep_candidates(api, (need, market.technologies[0]), probability=0.9)

    before = listed(market, market.seller)
    market.fair.register(absent)
    during = listed(market, market.seller)
    market.fair.call("DELETE", f"/registrations/{absent}")

    assert (before, during) == (pairs(market), [(need, market.technologies[0]), *pairs(market)])
    assert listed(market, market.seller) == before
    assert market.fair.refused("GET", "/candidates", absent) == (404, "registration_not_found")


def test_ones_own_and_what_is_closed_are_no_candidates(api: Api, market: Market) -> None:
    own = api.published("need", market.seller)["id"]
    keep_candidates(api, (own, market.technologies[0]))
    api.move(market.needs[1], "closed")

    assert listed(market, market.seller) == pairs(market)[:2]


def test_what_one_vetoed_is_gone(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "veto")
    market.fair.answer(pairs(market)[1], market.buyer, "rather_not")

    assert listed(market, market.buyer) == pairs(market)[1:]
    assert listed(market, market.seller) == pairs(market)


def test_what_organisers_forbid_is_gone_for_both(market: Market) -> None:
    market.fair.call("PUT", f"/pairs/{market.buyer}/{market.seller}", body={"rule": "forbid"})

    assert (listed(market, market.buyer), listed(market, market.seller)) == ([], [])
    assert market.fair.answer_refused(market.pair, market.buyer, "must_meet") == (404, "candidate_not_found")


def test_a_candidate_shows_the_own_answer_and_the_request(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")

    asked, asks = (market.fair.get("/candidates", acting)["items"][0] for acting in (market.seller, market.buyer))

    assert (asked["answer"], asked["request"]["direction"], asked["request"]["urgent"]) == (None, "received", True)
    assert (asks["answer"], asks["request"]["direction"], asks["request"]["urgent"]) == (
        {"value": "must_meet", "reason": None, "version": 1},
        "sent",
        False,
    )


def test_a_teaser_stays_one(api: Api, market: Market) -> None:
    teaser = api.published("technology", market.seller, visibility="teaser", description="Bí mật")["id"]
    keep_candidates(api, (market.needs[0], teaser), probability=0.9)

    shown = market.fair.get("/candidates", market.buyer)["items"][0]["posting"]

    assert (shown["id"], shown["teaser"], shown["description"]) == (teaser, True, "")
