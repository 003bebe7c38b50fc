"""Slots of an event: proposed, generated, set by hand, and what is kept when they change."""

from typing import Any

import pytest
from fair import DAY, NEXT_DAY, TIMETABLE, Fair
from support import PUBLIC, Api


def shown(slots: Any) -> list[tuple[str, str, str]]:
    return [(slot["starts_at"], slot["ends_at"], slot["part"]) for slot in slots]


EXPECTED = [
    (f"{DAY}T08:30:00+07:00", f"{DAY}T08:55:00+07:00", "morning"),
    (f"{DAY}T09:00:00+07:00", f"{DAY}T09:25:00+07:00", "morning"),
    (f"{DAY}T10:00:00+07:00", f"{DAY}T10:25:00+07:00", "morning"),
    (f"{DAY}T10:30:00+07:00", f"{DAY}T10:55:00+07:00", "morning"),
    (f"{DAY}T11:00:00+07:00", f"{DAY}T11:25:00+07:00", "morning"),
    (f"{NEXT_DAY}T13:30:00+07:00", f"{NEXT_DAY}T13:55:00+07:00", "afternoon"),
    (f"{NEXT_DAY}T14:00:00+07:00", f"{NEXT_DAY}T14:25:00+07:00", "afternoon"),
]


def test_a_timetable_is_proposed_and_then_taken(api: Api) -> None:
    fair = Fair(api)

    proposed = fair.call("POST", "/slots/propose", body=TIMETABLE)
    before = fair.get("/slots")
    fair.slots()

    assert (shown(proposed), [slot["id"] for slot in proposed], before) == (EXPECTED, [None] * 7, [])
    assert shown(fair.get("/slots", PUBLIC)) == EXPECTED


def test_slots_are_shown_on_the_clocks_of_the_place(api: Api) -> None:
    fair = Fair(api, zone="Asia/Seoul")

    sent = {"starts_at": f"{DAY}T00:00:00Z", "ends_at": f"{DAY}T00:30:00Z"}
    found = fair.call("PUT", "/slots", body={"slots": [sent]})

    assert shown(found) == [(f"{DAY}T09:00:00+09:00", f"{DAY}T09:30:00+09:00", "morning")]


def test_what_stays_keeps_its_id_and_what_was_said_of_it(api: Api, owner: int) -> None:
    fair = Fair(api)
    ids = fair.slots()
    fair.register(owner)
    person = fair.get("/people")["items"][0]["id"]
    fair.call("PUT", f"/people/{person}/availability", body={"away": ids[:2]})

    shorter = TIMETABLE | {"days": TIMETABLE["days"][:1]}  # type: ignore[index]

    assert fair.slots(shorter) == ids[:5]
    assert fair.get(f"/people/{person}/availability")["away"] == ids[:2]


def test_slots_of_which_somebody_said_something_go_only_by_force(api: Api, owner: int) -> None:
    fair = Fair(api)
    ids = fair.slots()
    (table, *_) = fair.tables()
    fair.call("PUT", f"/tables/{table}/availability", body={"away": [ids[0]]})
    fair.call("POST", "/blocks", body={"name_vi": "x", "everybody": True, "slot_ids": [ids[6]]})
    hand = {"slots": [{"starts_at": EXPECTED[1][0], "ends_at": EXPECTED[1][1]}]}

    refused = fair.api.call("PUT", fair.path("/slots"), json=hand)
    kept = [slot["id"] for slot in fair.get("/slots")]
    forced = fair.call("PUT", "/slots", body=hand, params={"force": True})

    assert (refused.status_code, refused.json()["code"]) == (409, "slots_in_use")
    block = {"id": refused.json()["params"]["blocks"][0]["id"], "name_vi": "x", "name_en": ""}
    assert refused.json()["params"] == {"slots": [ids[0], ids[6]], "blocks": [block]}
    assert fair.get("/blocks") == []
    assert (kept, [slot["id"] for slot in forced]) == (ids, [ids[1]])
    assert fair.get(f"/tables/{table}/availability")["away"] == []


@pytest.mark.parametrize(
    ("slots", "code"),
    [
        ([("09:00:00+07:00", "09:30:00+07:00"), ("09:29:00+07:00", "10:00:00+07:00")], "slots_overlap"),
        ([("09:00:00+07:00", "09:30:00+07:00"), ("12:00:00+09:00", "12:30:00+09:00")], "day_in_two_zones"),
        ([("09:00:00+07:00", "09:00:00+07:00")], "slot_of_zero_length"),
        ([("22:00:00Z", "22:30:00Z"), ("16:59:00Z", "17:10:00Z")], "slot_over_midnight"),
    ],
)
def test_slots_that_cannot_be_change_nothing(api: Api, slots: list[tuple[str, str]], code: str) -> None:
    fair = Fair(api)
    ids = fair.slots()
    body = {"slots": [{"starts_at": f"{DAY}T{start}", "ends_at": f"{DAY}T{end}"} for start, end in slots]}

    assert fair.refused("PUT", "/slots", body=body) == (400, code)
    assert [slot["id"] for slot in fair.get("/slots")] == ids


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"days": [{"day": str(DAY), "starts": "09:00", "ends": "08:00"}]}, 400, "day_of_zero_length"),
        ({"days": [{"day": "2026-01-01", "starts": "09:00", "ends": "10:00"}]}, 400, "day_outside_event"),
        ({"days": [{"day": str(DAY), "starts": "09:00+09:00", "ends": "10:00"}]}, 422, "malformed"),
        ({"meeting_minutes": 0}, 422, "malformed"),
        ({"days": []}, 422, "malformed"),
    ],
)
def test_timetables_that_cannot_be(api: Api, change: dict[str, Any], status: int, code: str) -> None:
    assert Fair(api).refused("POST", "/slots/generate", body=TIMETABLE | change) == (status, code)


def test_slots_are_set_by_organisers_and_before_agendas_are_out(api: Api, owner: int) -> None:
    fair = Fair(api)
    fair.slots()
    fair.tables()

    for acting in (owner, PUBLIC):
        for path in ("/slots/propose", "/slots/generate"):
            assert fair.refused("POST", path, acting, TIMETABLE) == (403, "organiser_only")
        assert fair.refused("PUT", "/slots", acting, {"slots": []}) == (403, "organiser_only")
    fair.move("answering", "planning")
    fair.publish()
    assert fair.refused("POST", "/slots/generate", body=TIMETABLE) == (409, "phase_refuses")


def test_one_slot_is_added_among_the_others(api: Api, owner: int) -> None:
    fair = Fair(api)
    ids = fair.slots()
    version = fair.get()["version"]
    lunch = {"starts_at": f"{DAY}T12:00:00+07:00", "ends_at": f"{DAY}T12:25:00+07:00"}

    added = fair.call("POST", "/slots", body=lunch)

    assert shown([added]) == [(lunch["starts_at"], lunch["ends_at"], "afternoon")]
    assert [slot["id"] for slot in fair.get("/slots")] == [*ids[:5], added["id"], *ids[5:]]
    assert fair.get()["version"] == version + 1
    for acting in (owner, PUBLIC):
        assert fair.refused("POST", "/slots", acting, lunch) == (403, "organiser_only")


@pytest.mark.parametrize(
    ("starts", "ends", "status", "code"),
    [
        (f"{DAY}T08:50:00+07:00", f"{DAY}T09:00:00+07:00", 400, "slots_overlap"),
        (f"{DAY}T08:30:00+07:00", f"{DAY}T08:55:00+07:00", 400, "slots_overlap"),
        (f"{DAY}T12:30:00+07:00", f"{DAY}T12:00:00+07:00", 400, "slot_of_zero_length"),
        (f"{DAY}T23:30:00+07:00", f"{NEXT_DAY}T00:30:00+07:00", 400, "slot_over_midnight"),
        ("2026-01-01T09:00:00+07:00", "2026-01-01T09:30:00+07:00", 400, "day_outside_event"),
        ("", f"{DAY}T12:00:00+07:00", 422, "malformed"),
    ],
)
def test_one_slot_that_cannot_be_changes_nothing(api: Api, starts: str, ends: str, status: int, code: str) -> None:
    fair = Fair(api)
    ids = fair.slots()

    assert fair.refused("POST", "/slots", body={"starts_at": starts, "ends_at": ends}) == (status, code)
    assert [slot["id"] for slot in fair.get("/slots")] == ids


def test_no_slot_is_added_once_agendas_are_out(api: Api) -> None:
    fair = Fair(api)
    fair.slots()
    fair.tables()
    fair.move("answering", "planning")
    fair.publish()

    late = {"starts_at": f"{DAY}T12:00:00+07:00", "ends_at": f"{DAY}T12:25:00+07:00"}
    assert fair.refused("POST", "/slots", body=late) == (409, "phase_refuses")
