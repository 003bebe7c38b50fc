"""A teaser opens to the organisation with which there is mutual interest, everywhere, and who saw it is kept."""

from typing import Any

import pytest
from fair import Market, keep_candidates
from support import PUBLIC, Api, counted_statements

SECRET = "Lớp phủ gốm dày hai mươi micrômét nằm ở mặt trong của ống."
HIDDEN = {"visibility": "teaser", "keywords": ["lớp phủ"], "cooperation": ["licence"]}


@pytest.fixture
def teaser(api: Api, market: Market) -> tuple[int, int]:
    """A need of the buyer and a teaser of the seller, ranked for each other."""
    values = dict.fromkeys(("description", "advantages", "requirements", "references"), SECRET)
    technology = api.published("technology", market.seller, title="Ống nhiệt phủ gốm", **values, **HIDDEN)["id"]
    need = market.needs[0]
    keep_candidates(api, (need, technology), probability=0.9)
    return need, technology


def agree(market: Market, pair: tuple[int, int]) -> None:
    market.fair.answer(pair, market.buyer, "would_meet")
    market.fair.answer(pair, market.seller, "would_meet")


def doors(api: Api, market: Market, pair: tuple[int, int], acting: Any) -> dict[str, str]:
    """What everybody's doors say to a reader, each as text."""
    said = {
        "posting": api.get(f"/postings/{pair[1]}", acting),
        "list": api.get("/postings", acting, kind="technology"),
        "search": api.get("/search", acting, q=SECRET),
        "export": api.call("GET", "/exports/technology", acting, params={"form": "jsonl"}).text,
        "facets": api.get("/postings/facets", acting, kind="technology"),
        "page": api.client.get(f"/postings/{pair[1]}").text,
    }
    if acting != PUBLIC:
        said["candidates"] = api.get(f"/postings/{market.needs[0]}/candidates", market.buyer)
        said["event"] = market.fair.get("/candidates", market.buyer)
        said["changes"] = api.call("GET", f"/postings/{pair[1]}/history", acting).text
    return {name: str(text) for name, text in said.items()}


def leaks(said: dict[str, str]) -> list[str]:
    return [name for name, text in said.items() if "micrômét" in text or "lớp phủ" in text]


def test_without_mutual_interest_no_door_tells_details(api: Api, market: Market, teaser: tuple[int, int]) -> None:
    market.fair.answer(teaser, market.buyer, "must_meet")

    assert leaks(doors(api, market, teaser, market.buyer)) == []
    assert leaks(doors(api, market, teaser, PUBLIC)) == []


def test_mutual_interest_opens_the_posting_to_its_side_alone(api: Api, market: Market, teaser: tuple[int, int]) -> None:
    stranger = api.organisation(key="stranger")
    agree(market, teaser)

    shown = api.get(f"/postings/{teaser[1]}", market.buyer)

    assert (shown["teaser"], shown["description"], shown["keywords"]) == (False, SECRET, ["lớp phủ"])
    assert leaks(doors(api, market, teaser, market.buyer)) == ["posting", "list", "search", "candidates", "event"]
    assert [api.get(f"/postings/{teaser[1]}", other)["teaser"] for other in (stranger, PUBLIC)] == [True, True]


def test_a_need_opens_to_the_other_side_as_well(api: Api, market: Market) -> None:
    need = api.published("need", market.buyer, problem=SECRET, **HIDDEN)["id"]
    pair = (need, market.technologies[0])
    keep_candidates(api, pair)
    before = api.get(f"/postings/{need}", market.seller)["problem"]
    agree(market, pair)

    assert (before, api.get(f"/postings/{need}", market.seller)["problem"]) == ("", SECRET)


def test_other_teasers_of_the_same_organisation_stay_closed(api: Api, market: Market, teaser: tuple[int, int]) -> None:
    other = api.published("technology", market.seller, **HIDDEN)["id"]
    agree(market, teaser)

    assert api.get(f"/postings/{other}", market.buyer)["teaser"] is True


@pytest.mark.parametrize("value", ["veto", "rather_not", None])
def test_interest_that_ends_closes_the_teaser(
    api: Api, market: Market, teaser: tuple[int, int], value: str | None
) -> None:
    agree(market, teaser)
    if value:
        market.fair.answer(teaser, market.seller, value)
    else:
        market.fair.call("DELETE", "/answers/{}/{}".format(*teaser), market.seller)

    assert api.get(f"/postings/{teaser[1]}", market.buyer)["teaser"] is True


def test_a_list_asks_for_interest_once(api: Api, market: Market, teaser: tuple[int, int]) -> None:
    counts = []
    for _ in range(2):
        with counted_statements(api.database) as sent:
            api.get("/postings", market.buyer)
        counts.append(len([one for one in sent if "meeting_request" in one]))
        api.published("technology", market.seller, **HIDDEN)

    assert counts == [1, 1]


# --- who saw what ------------------------------------------------------------------------------------


def views(api: Api, owner: int) -> list[tuple[Any, ...]]:
    items = api.get(f"/organisations/{owner}/views", owner)["items"]
    return sorted((view["what"], view["item_id"], view["viewer"], view["organisation_id"]) for view in items)


def test_who_saw_a_teasers_details_is_told_once_a_day(api: Api, market: Market, teaser: tuple[int, int]) -> None:
    api.get(f"/postings/{teaser[1]}", market.buyer)
    agree(market, teaser)
    for acting in (market.buyer, market.buyer, market.seller, "organiser", PUBLIC):
        api.get(f"/postings/{teaser[1]}", acting)
        api.get("/postings", acting)

    assert views(api, market.seller) == [("posting", teaser[1], f"organisation:{market.buyer}", market.buyer)]
    assert views(api, market.buyer) == []


def test_a_file_that_organisers_take_away_is_told(api: Api, market: Market, teaser: tuple[int, int]) -> None:
    api.call("GET", "/exports/technology", market.seller)
    api.call("GET", "/exports/technology", "organiser")

    assert views(api, market.seller) == [("posting_export", 0, "organiser", None)]


def test_views_are_for_the_own_organisation_and_organisers(api: Api, market: Market) -> None:
    path = f"/organisations/{market.seller}/views"

    assert api.refused("GET", path, market.buyer) == (403, "not_your_organisation")
    assert api.refused("GET", path, PUBLIC) == (403, "not_your_organisation")
    assert api.refused("GET", "/organisations/999/views") == (404, "organisation_not_found")
    assert api.get(path)["total"] == 0
