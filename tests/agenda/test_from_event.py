"""From what an event and its answers say to a plan of meetings in the rows' ids."""

from typing import Any

import pytest
from fair import Market, open_market
from support import Api

from matchmaker.agenda.event_checking import check_event
from matchmaker.agenda.event_constraints import event_violations
from matchmaker.agenda.event_problem import Pin
from matchmaker.agenda.from_event import Meeting, key_of, meetings_of, problem_of
from matchmaker.agenda.planning import plan_event
from matchmaker.events.planning import PlanningData, read_planning
from matchmaker.interest.pairs import Interest, accepted_pairs


def read(api: Api, market: Market) -> tuple[PlanningData, Interest]:
    with api.database.session(writes=False) as session:
        return read_planning(session, market.fair.id), accepted_pairs(session, market.fair.id)


def agreed(api: Api, owner: int, other: int) -> Market:
    """A market in which both sides want their first pair."""
    market = open_market(api, owner, other)
    market.fair.answer(market.pair, market.buyer, "must_meet")
    market.fair.answer(market.pair, market.seller, "would_meet")
    return market


def planned(api: Api, market: Market) -> list[Meeting]:
    planning, interest = read(api, market)
    problem = problem_of(planning, interest)
    check_event(problem)
    plan = plan_event(problem, time_limit=1.0, workers=1).plan
    assert event_violations(problem, plan) == []
    return meetings_of(planning, interest, plan)


def test_two_answers_become_a_meeting(api: Api, owner: int, other: int) -> None:
    market = agreed(api, owner, other)
    planning, interest = read(api, market)

    (meeting,) = planned(api, market)

    assert (meeting.pair.need_id, meeting.pair.technology_id) == market.pair
    assert meeting.pair.must
    assert planning.people[meeting.need_person_id].organisation_id == market.buyer
    assert planning.people[meeting.technology_person_id].organisation_id == market.seller
    assert meeting.slot_id in {slot.id for slot in planning.slots}
    assert meeting.table_id in planning.tables
    assert key_of(interest.pairs[0]) == f"p{market.pair[0]}-{market.pair[1]}"


def test_one_sided_interest_is_no_meeting(api: Api, owner: int, other: int) -> None:
    market = open_market(api, owner, other)
    market.fair.answer(market.pair, market.buyer, "must_meet")

    assert planned(api, market) == []


def test_a_pair_kept_apart_is_no_meeting(api: Api, owner: int, other: int) -> None:
    market = agreed(api, owner, other)
    low, high = sorted((market.buyer, market.seller))
    market.fair.call("PUT", f"/pairs/{low}/{high}", body={"rule": "forbid"})

    assert planned(api, market) == []


def a_screen(market: Market, **values: Any) -> int:
    """A table for video meetings; its id."""
    link = {"mode": "video", "video_link": "https://video.example.org/1"}
    return int(market.fair.call("POST", "/tables", body=[{"name": "V1", **link, **values}])[0]["id"])


def delegate(api: Api, market: Market, organisation: int) -> int:
    planning, _ = read(api, market)
    return planning.organisations[organisation].delegates[0]


@pytest.mark.parametrize("remote", [["buyer"], ["seller"], ["buyer", "seller"]])
def test_who_comes_by_video_is_met_at_a_screen(api: Api, owner: int, other: int, remote: list[str]) -> None:
    market = agreed(api, owner, other)
    screen = a_screen(market)
    for side in remote:
        person = delegate(api, market, getattr(market, side))
        market.fair.call("PATCH", f"/people/{person}", body={"remote": True})

    (meeting,) = planned(api, market)

    assert meeting.table_id == screen


def test_without_a_screen_nobody_is_met_by_video(api: Api, owner: int, other: int) -> None:
    market = agreed(api, owner, other)
    person = delegate(api, market, market.buyer)

    market.fair.call("PATCH", f"/people/{person}", body={"remote": True})

    assert planned(api, market) == []


def test_a_colleague_who_is_there_goes_before_one_by_video(api: Api, owner: int, other: int) -> None:
    market = agreed(api, owner, other)
    away = delegate(api, market, market.buyer)
    screen = a_screen(market)
    there = market.fair.call("POST", "/people", body={"organisation_id": market.buyer, "name": "Lan"})["id"]
    market.fair.call("PATCH", f"/people/{away}", body={"remote": True})

    (meeting,) = planned(api, market)

    assert (meeting.need_person_id, meeting.table_id == screen) == (there, False)


def test_a_host_at_a_screen_is_met_by_video(api: Api, owner: int, other: int) -> None:
    market = agreed(api, owner, other)
    screen = a_screen(market)

    market.fair.call("PATCH", f"/people/{delegate(api, market, market.seller)}", body={"table_id": screen})

    assert [meeting.table_id for meeting in planned(api, market)] == [screen]


def test_an_expert_by_video_brings_the_meeting_to_a_screen(api: Api, owner: int, other: int) -> None:
    market = agreed(api, owner, other)
    screen = a_screen(market)
    expert = market.fair.call("POST", "/people", body={"role": "expert", "name": "Trần", "remote": True})["id"]

    market.fair.call("PUT", f"/pairs/{market.buyer}/{market.seller}", body={"rule": "add", "expert_id": expert})

    assert [meeting.table_id for meeting in planned(api, market)] == [screen]


def test_a_meeting_pinned_to_a_screen_may_be_held_by_whoever_is_there(api: Api, owner: int, other: int) -> None:
    market = agreed(api, owner, other)
    screen = a_screen(market)
    away = delegate(api, market, market.buyer)
    market.fair.call("POST", "/people", body={"organisation_id": market.buyer, "name": "Lan"})
    market.fair.call("PATCH", f"/people/{away}", body={"remote": True})
    planning, interest = read(api, market)
    seats = (f"p{away}", f"p{planning.organisations[market.seller].delegates[0]}")
    pin = {key_of(interest.pairs[0]): Pin(slot=0, table=f"t{screen}", people=seats)}

    problem = problem_of(planning, interest, pins=pin)

    assert len(plan_event(problem, time_limit=1.0, workers=1).plan.placements) == 1


def test_absences_are_kept_free(api: Api, owner: int, other: int) -> None:
    market = agreed(api, owner, other)
    planning, _ = read(api, market)
    seller = planning.organisations[market.seller].delegates[0]
    kept = planning.slots[-1].id
    away = [slot.id for slot in planning.slots if slot.id != kept]
    market.fair.call("PUT", f"/people/{seller}/availability", body={"away": away})

    (meeting,) = planned(api, market)

    assert meeting.slot_id == kept
