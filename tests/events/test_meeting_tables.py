"""Rooms and tables."""

from typing import Any

import pytest
from fair import DAY, Fair
from support import PUBLIC, Api, counted_statements

from matchmaker.events.planning import read_planning


def hours(tables: list[int], away: list[int] | None = None, **used: str) -> dict[str, Any]:
    return {"table_ids": tables, "used_from": None, "used_until": None, "away": away or []} | used


LINK = "https://video.example.org/room-7"


def test_rooms_and_tables_are_shown_as_sent(api: Api) -> None:
    fair = Fair(api)
    room = fair.call("POST", "/rooms", body={"name": "Hội trường A", "note": "Tầng 2"})
    sent = {
        "name": "Bàn 1",
        "room_id": room["id"],
        "seats": 6,
        "mode": "video",
        "video_link": LINK,
        "used_from": f"{DAY}T08:30:00+07:00",
        "used_until": f"{DAY}T11:30:00+07:00",
    }

    (table,) = fair.call("POST", "/tables", body=[sent])

    assert room == {"id": room["id"], "name": "Hội trường A", "note": "Tầng 2"}
    assert table == sent | {"id": table["id"], "away": []}
    assert fair.get("/tables")["items"] == [table]
    assert fair.get("/tables", PUBLIC)["items"] == [table | {"video_link": None}]


def test_rooms_change_and_go_when_they_are_empty(api: Api) -> None:
    fair = Fair(api)
    first, second = (fair.call("POST", "/rooms", body={"name": name})["id"] for name in "AB")
    fair.tables(1, room_id=first)

    assert fair.refused("POST", "/rooms", body={"name": "A"}) == (409, "name_taken")
    assert fair.refused("PATCH", f"/rooms/{second}", body={"name": "A"}) == (409, "name_taken")
    assert fair.refused("PATCH", f"/rooms/{second}", body={"name": None}) == (400, "field_required")
    assert fair.call("PATCH", f"/rooms/{first}", body={"note": "x"})["note"] == "x"
    assert fair.refused("DELETE", f"/rooms/{first}") == (409, "room_in_use")
    fair.call("DELETE", f"/rooms/{second}")
    assert [room["id"] for room in fair.get("/rooms", PUBLIC)] == [first]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"room_id": 999}, 400, "room_unknown"),
        ({"mode": "video"}, 400, "video_link_missing"),
        ({"used_from": f"{DAY}T09:00:00Z", "used_until": f"{DAY}T09:00:00Z"}, 400, "use_of_zero_length"),
        ({"seats": 1}, 422, "malformed"),
        ({"video_link": "javascript:alert(1)"}, 422, "malformed"),
        ({"name": " "}, 422, "malformed"),
    ],
)
def test_tables_that_cannot_be(api: Api, change: dict[str, Any], status: int, code: str) -> None:
    fair = Fair(api)
    (table,) = fair.tables(1)

    assert fair.refused("POST", "/tables", body=[{"name": "ok"}, {"name": "Bàn 9"} | change]) == (status, code)
    assert fair.refused("PATCH", f"/tables/{table}", body=change) == (status, code)
    assert fair.get("/tables")["total"] == 1


def test_names_of_tables_are_used_once(api: Api) -> None:
    fair = Fair(api)
    first, _ = fair.tables(2)

    assert fair.refused("POST", "/tables", body=[{"name": "Bàn 2"}]) == (409, "name_taken")
    assert fair.refused("POST", "/tables", body=[{"name": "x"}, {"name": "x"}]) == (409, "name_taken")
    assert fair.refused("PATCH", f"/tables/{first}", body={"name": "Bàn 2"}) == (409, "name_taken")
    assert fair.call("PATCH", f"/tables/{first}", body={"name": "Bàn 1", "seats": 8})["seats"] == 8


def test_a_table_goes_when_nobody_stays_at_it(api: Api) -> None:
    fair = Fair(api)
    first, second = fair.tables(2)
    fair.call("POST", "/people", body={"role": "support", "name": "Lan", "table_id": first})

    assert fair.refused("DELETE", f"/tables/{first}") == (409, "table_has_hosts")
    fair.call("DELETE", f"/tables/{second}")
    assert fair.get("/tables")["total"] == 1


def test_a_table_is_used_between_two_moments_and_not_while_it_is_away(api: Api) -> None:
    fair = Fair(api)
    slots = fair.slots()
    always, part = fair.tables(2)
    use = {"used_from": f"{DAY}T09:00:00+07:00", "used_until": f"{DAY}T10:55:00+07:00"}
    fair.call("PATCH", f"/tables/{part}", body=use)
    fair.call("PUT", f"/tables/{part}/availability", body={"away": [slots[2], slots[2]]})

    with api.database.session(writes=False) as session:
        tables = read_planning(session, fair.id).tables

    assert (tables[always].slots, tables[part].slots) == (frozenset(slots), frozenset({slots[1], slots[3]}))


def test_organisers_see_with_all_tables_when_each_is_away(api: Api) -> None:
    fair = Fair(api)
    slots = fair.slots()
    first, _ = fair.tables(2)
    fair.call("PUT", f"/tables/{first}/availability", body={"away": [slots[3], slots[1]]})

    shown = fair.get("/tables")["items"]
    changed = fair.call("PATCH", f"/tables/{first}", body={"seats": 6})

    assert [table["away"] for table in shown] == [[slots[1], slots[3]], []]
    assert changed["away"] == [slots[1], slots[3]]
    assert [table["away"] for table in fair.get("/tables", PUBLIC)["items"]] == [[], []]


def test_tables_are_for_organisers_to_change(api: Api, owner: int) -> None:
    fair = Fair(api)
    (table,) = fair.tables(1)

    for acting in (owner, PUBLIC):
        refusals = [
            fair.refused("POST", "/rooms", acting, {"name": "x"}),
            fair.refused("PATCH", "/rooms/1", acting, {"name": "x"}),
            fair.refused("DELETE", "/rooms/1", acting),
            fair.refused("POST", "/tables", acting, [{"name": "x"}]),
            fair.refused("PATCH", f"/tables/{table}", acting, {"seats": 5}),
            fair.refused("DELETE", f"/tables/{table}", acting),
            fair.refused("GET", f"/tables/{table}/availability", acting),
            fair.refused("PUT", f"/tables/{table}/availability", acting, {"away": []}),
            fair.refused("PUT", "/tables/hours", acting, hours([table])),
        ]
        assert refusals == [(403, "organiser_only")] * 9


def test_what_belongs_to_another_event_is_not_there(api: Api) -> None:
    here, there = Fair(api), Fair(api)
    slot = there.slots()[0]
    (table,) = there.tables(1)
    room = there.call("POST", "/rooms", body={"name": "A"})["id"]
    (own,) = here.tables(1)

    assert here.refused("PATCH", f"/tables/{table}", body={}) == (404, "table_not_found")
    assert here.refused("GET", f"/tables/{table}/availability") == (404, "table_not_found")
    assert here.refused("DELETE", f"/rooms/{room}") == (404, "room_not_found")
    assert here.refused("PATCH", f"/tables/{own}", body={"room_id": room}) == (400, "room_unknown")
    assert here.refused("PUT", f"/tables/{own}/availability", body={"away": [slot]}) == (400, "slot_unknown")


def test_tables_come_in_pages_for_as_many_queries(api: Api) -> None:
    fair = Fair(api)
    ids = fair.tables(3)

    counts = []
    for limit in (1, 3):
        with counted_statements(api.database) as sent:
            page = fair.get("/tables", PUBLIC, limit=limit)
        assert ([item["id"] for item in page["items"]], page["total"]) == (ids[:limit], 3)
        counts.append(len(sent))
    assert counts[0] == counts[1]


def test_tables_get_the_same_hours_at_once(api: Api) -> None:
    fair = Fair(api)
    slots = fair.slots()
    first, second, third = fair.tables(3)
    fair.call("PUT", f"/tables/{first}/availability", body={"away": [slots[0], slots[2]]})
    used = {"used_from": f"{DAY}T09:00:00+07:00", "used_until": f"{DAY}T10:55:00+07:00"}

    shown = fair.call("PUT", "/tables/hours", body=hours([second, first, first], [slots[3], slots[2]], **used))

    told = [(table["id"], table["used_from"], table["used_until"], table["away"]) for table in shown]
    assert told == [(table, *used.values(), [slots[2], slots[3]]) for table in (first, second)]
    by_id = {table["id"]: table for table in fair.get("/tables")["items"]}
    assert [by_id[first], by_id[second]] == shown
    assert (by_id[third]["used_from"], by_id[third]["away"]) == (None, [])


def test_hours_that_one_table_cannot_have_change_none(api: Api) -> None:
    fair, elsewhere = Fair(api), Fair(api)
    slots = fair.slots()
    tables = fair.tables(2)
    (foreign,) = elsewhere.tables(1)
    before = fair.get("/tables")["items"]
    nine = f"{DAY}T09:00:00+07:00"

    refusals = [
        fair.refused("PUT", "/tables/hours", body=hours([*tables, foreign], slots[:1], used_from=nine)),
        fair.refused("PUT", "/tables/hours", body=hours(tables, [max(slots) + 99], used_from=nine)),
        fair.refused("PUT", "/tables/hours", body=hours(tables, used_from=nine, used_until=nine)),
        fair.refused("PUT", "/tables/hours", body=hours([])),
    ]

    assert refusals == [
        (404, "table_not_found"),
        (400, "slot_unknown"),
        (400, "use_of_zero_length"),
        (422, "malformed"),
    ]
    assert fair.get("/tables")["items"] == before
