"""Slots get other times and keep all that was said of them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from fair import DAY, NEXT_DAY, Fair
from support import PUBLIC, Api


@pytest.fixture
def fair(api: Api) -> Fair:
    made = Fair(api)
    made.slots()
    return made


def times(day: Any = DAY, start: str = "09:00", end: str = "09:25", offset: str = "+07:00") -> dict[str, str]:
    return {"starts_at": f"{day}T{start}:00{offset}", "ends_at": f"{day}T{end}:00{offset}"}


def test_all_slots_of_a_day_begin_later_at_once(fair: Fair, owner: int) -> None:
    fair.register(owner)
    before = fair.get("/slots")
    person = fair.get("/people")["items"][0]["id"]
    fair.call("PUT", f"/people/{person}/availability", owner, {"away": [before[1]["id"]]})

    def later(moment: str) -> str:
        return (datetime.fromisoformat(moment) + timedelta(minutes=30)).isoformat()

    moved = [
        {"id": slot["id"], **{name: later(slot[name]) for name in ("starts_at", "ends_at")}} for slot in before[:5]
    ]
    after = fair.call("POST", "/slots/move", body={"slots": moved})

    assert [slot["id"] for slot in after] == [slot["id"] for slot in before]
    assert [slot["starts_at"] for slot in after[:5]] == [later(slot["starts_at"]) for slot in before[:5]]
    assert after[5:] == before[5:]
    assert fair.get(f"/people/{person}/availability")["away"] == [before[1]["id"]]
    assert fair.get("/slots") == after


def test_two_slots_change_places(fair: Fair) -> None:
    first, second = fair.get("/slots")[:2]
    swapped = [
        {"id": one["id"], "starts_at": other["starts_at"], "ends_at": other["ends_at"]}
        for one, other in ((first, second), (second, first))
    ]

    after = fair.call("POST", "/slots/move", body={"slots": swapped})

    assert [slot["id"] for slot in after[:2]] == [second["id"], first["id"]]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        (times(start="08:40", end="09:05"), 400, "slots_overlap"),
        (times(start="09:25", end="09:25"), 400, "slot_of_zero_length"),
        (times(start="23:50", end="23:40"), 400, "slot_of_zero_length"),
        (times(day=NEXT_DAY + timedelta(days=1)), 400, "day_outside_event"),
        (times(offset="+09:00"), 400, "day_in_two_zones"),
        (times(start="23:50", end="23:59") | {"ends_at": f"{NEXT_DAY}T00:10:00+07:00"}, 400, "slot_over_midnight"),
        ({"id": 999, **times()}, 400, "slot_unknown"),
        ({"starts_at": "soon", "ends_at": "later"}, 422, "malformed"),
    ],
)
def test_times_that_cannot_be_move_nothing(fair: Fair, change: dict[str, Any], status: int, code: str) -> None:
    before = fair.get("/slots")
    body = {"slots": [{"id": before[1]["id"], **change}]}

    assert fair.refused("POST", "/slots/move", body=body) == (status, code)
    assert fair.get("/slots") == before


def test_a_slot_is_named_once_and_moved_by_organisers(fair: Fair, owner: int) -> None:
    one = {"id": fair.get("/slots")[1]["id"], **times()}

    assert fair.refused("POST", "/slots/move", body={"slots": [one, one]}) == (400, "slot_twice")
    for acting in (owner, PUBLIC):
        assert fair.refused("POST", "/slots/move", acting, {"slots": [one]}) == (403, "organiser_only")
