"""Events and interest on both databases, and when several people act at the same time."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from fair import Market, open_market
from support import Api
from test_migrations import empty, server, service  # noqa: F401

from matchmaker.events.planning import read_planning
from matchmaker.interest.pairs import accepted_pairs


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """The results of calls that begin at the same moment, in the order of the calls."""
    barrier, found = threading.Barrier(len(calls)), [None] * len(calls)

    def run(place: int) -> None:
        barrier.wait()
        found[place] = calls[place]()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(calls))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


def market_of(service: Api) -> Market:  # noqa: F811
    return open_market(service, service.organisation(), service.organisation())


def say(market: Market, pair: tuple[int, int], acting: Any, value: str, **values: Any) -> Callable[[], int]:
    path = market.fair.path(f"/answers/{pair[0]}/{pair[1]}")
    body = {"value": value, **values}
    return lambda: int(market.fair.api.call("PUT", path, acting, json=body).status_code)


def test_from_candidates_to_pairs(service: Api) -> None:  # noqa: F811
    market = market_of(service)
    slots = [slot["id"] for slot in market.fair.get("/slots")]
    person = market.fair.get("/people")["items"][0]["id"]
    market.fair.call("PUT", f"/people/{person}/availability", body={"away": slots[:1]})
    market.fair.call("POST", "/blocks", body={"name_vi": "x", "everybody": True, "slot_ids": slots[1:2]})

    listed = market.fair.get("/candidates", market.seller)
    market.fair.answer(market.pair, market.buyer, "must_meet")
    nudged = market.fair.call("POST", "/nudges")
    market.fair.answer(market.pair, market.seller, "would_meet")
    market.fair.call("PUT", f"/pairs/{market.seller}/{market.buyer}", body={"rule": "add", "must": True})

    with service.database.session(writes=False) as session:
        (pair,) = accepted_pairs(session, market.fair.id).pairs
        planning = read_planning(session, market.fair.id)
    assert (listed["total"], len(nudged), pair.priority, pair.by_organiser) == (4, 1, 1, True)
    assert planning.people[person].slots == frozenset(slots[2:])
    assert market.fair.get("/answers/records")["total"] == 2
    market.fair.move("planning")
    market.fair.publish()
    market.fair.move("running", "closed")


def test_both_sides_say_yes_at_once(service: Api) -> None:  # noqa: F811
    market = market_of(service)

    found = at_once(
        say(market, market.pair, market.buyer, "must_meet"), say(market, market.pair, market.seller, "must_meet")
    )

    (request,) = market.fair.get("/requests")["items"]
    assert (found, request["state"], request["priority"]) == ([200, 200], "accepted", 1)


def test_of_two_colleagues_at_once_one_is_told(service: Api) -> None:  # noqa: F811
    market = market_of(service)
    market.fair.answer(market.pair, market.buyer, "must_meet")

    found = at_once(
        say(market, market.pair, market.buyer, "would_meet", version=1),
        say(market, market.pair, market.buyer, "rather_not", reason="price", version=1),
    )

    assert sorted(found) == [200, 409]
    assert market.fair.get("/answers/records")["total"] == 2


def test_a_limit_holds_when_all_ask_at_once(service: Api) -> None:  # noqa: F811
    market = market_of(service)
    market.fair.set(open_requests_limit=2)
    pairs = [(need, technology) for need in market.needs for technology in market.technologies]

    found = at_once(*(say(market, pair, market.buyer, "must_meet") for pair in pairs))

    assert sorted(found) == [200, 200, 409, 409]
    assert market.fair.get("/requests")["total"] == 2


def test_an_organisation_registers_once_though_two_try(service: Api) -> None:  # noqa: F811
    market = market_of(service)
    third = service.organisation()
    body = {"delegates": [{"name": "Lan"}]}

    def register() -> int:
        return int(service.call("POST", market.fair.path("/registrations"), third, json=body).status_code)

    found = at_once(register, register, register)

    assert sorted(found) == [201, 409, 409]
    assert market.fair.get("/registrations")["total"] == 3


def test_an_answer_and_the_end_of_answering_come_one_after_the_other(service: Api) -> None:  # noqa: F811
    market = market_of(service)
    body = {"phase": "planning"}

    answered, moved = at_once(
        say(market, market.pair, market.buyer, "must_meet"),
        lambda: service.call("POST", market.fair.path("/phase"), json=body).status_code,
    )

    kept = market.fair.get("/answers")["total"]
    assert (moved, answered, kept) in {(200, 200, 1), (200, 409, 0)}


def test_a_deadline_passes_between_two_answers(service: Api) -> None:  # noqa: F811
    market = market_of(service)
    first = say(market, market.pair, market.buyer, "must_meet")()
    market.fair.set(answers_until=datetime.now(UTC) - timedelta(milliseconds=1))

    second = say(market, market.pair, market.seller, "must_meet")()

    assert (first, second) == (200, 409)
    assert market.fair.get("/requests")["items"][0]["state"] in ("open", "expired")


def test_of_two_organisers_at_once_one_reminds(service: Api) -> None:  # noqa: F811
    market = market_of(service)
    market.fair.answer(market.pair, market.buyer, "must_meet")

    found = at_once(*(lambda: len(market.fair.call("POST", "/nudges")) for _ in range(3)))

    assert sorted(found) == [0, 0, 1]
