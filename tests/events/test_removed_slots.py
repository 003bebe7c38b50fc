"""Single slots and whole days go where nothing stands in them."""

from datetime import timedelta

import pytest
from fair import DAY, NEXT_DAY, SOON, Fair
from support import PUBLIC, Api


@pytest.fixture
def fair(api: Api) -> Fair:
    made = Fair(api)
    made.slots()
    return made


def ids(fair: Fair) -> list[int]:
    return [slot["id"] for slot in fair.get("/slots")]


def test_one_slot_goes_and_all_others_stay(fair: Fair) -> None:
    before = ids(fair)

    fair.call("DELETE", f"/slots/{before[2]}")

    assert ids(fair) == before[:2] + before[3:]
    assert fair.refused("DELETE", f"/slots/{before[2]}") == (404, "slot_not_found")


def test_a_slot_of_which_somebody_said_something_goes_only_by_force(fair: Fair) -> None:
    first, *others = ids(fair)
    (table,) = fair.tables(1)
    fair.call("PUT", f"/tables/{table}/availability", body={"away": [first]})

    refused = fair.refused("DELETE", f"/slots/{first}")
    fair.call("DELETE", f"/slots/{first}", params={"force": True})

    assert refused == (409, "slots_in_use")
    assert ids(fair) == others


def test_the_last_and_the_first_day_leave_a_shorter_event(fair: Fair) -> None:
    slots = ids(fair)

    event = fair.call("DELETE", f"/days/{NEXT_DAY}")

    assert (event["first_day"], event["last_day"]) == (str(DAY), str(DAY))
    assert ids(fair) == slots[:5]
    assert fair.refused("DELETE", f"/days/{DAY}") == (409, "only_day")
    assert fair.refused("DELETE", f"/days/{NEXT_DAY}") == (404, "day_not_found")


def test_the_first_day_goes_with_its_slots(fair: Fair) -> None:
    slots = ids(fair)

    event = fair.call("DELETE", f"/days/{DAY}")

    assert (event["first_day"], event["last_day"]) == (str(NEXT_DAY), str(NEXT_DAY))
    assert ids(fair) == slots[5:]


def test_a_day_between_others_only_loses_its_slots(api: Api) -> None:
    fair = Fair(api, last_day=str(NEXT_DAY + timedelta(days=1)))
    slots = fair.slots()

    event = fair.call("DELETE", f"/days/{NEXT_DAY}")

    assert (event["first_day"], event["last_day"]) == (str(DAY), str(NEXT_DAY + timedelta(days=1)))
    assert ids(fair) == slots[:5]


def test_a_day_stays_where_a_deadline_would_come_after_the_event(api: Api) -> None:
    soon = SOON.date()
    late = {"first_day": str(soon - timedelta(days=1)), "last_day": str(soon + timedelta(days=1))}
    fair = Fair(api, **late)

    fair.call("DELETE", f"/days/{soon + timedelta(days=1)}")

    assert fair.refused("DELETE", f"/days/{soon}") == (400, "deadline_after_event")
    assert fair.get()["last_day"] == str(soon)


def test_slots_and_days_go_by_organisers_before_agendas_are_out(fair: Fair, owner: int) -> None:
    slot = ids(fair)[0]
    fair.tables()

    for acting in (owner, PUBLIC):
        assert fair.refused("DELETE", f"/slots/{slot}", acting) == (403, "organiser_only")
        assert fair.refused("DELETE", f"/days/{DAY}", acting) == (403, "organiser_only")
    fair.move("answering", "planning")
    fair.publish()
    assert fair.refused("DELETE", f"/slots/{slot}") == (409, "phase_refuses")
    assert fair.refused("DELETE", f"/days/{DAY}") == (409, "phase_refuses")


def test_a_slot_of_another_event_is_not_there(fair: Fair) -> None:
    elsewhere = Fair(fair.api).slots()[0]

    assert fair.refused("DELETE", f"/slots/{elsewhere}") == (404, "slot_not_found")


def test_what_is_fixed_goes_with_its_last_slot(fair: Fair) -> None:
    first, second, *others = ids(fair)
    for name, slots in (("visit", [first]), ("lunch", [first, second]), ("opening", others[:1])):
        fair.call("POST", "/blocks", body={"name_en": name, "everybody": True, "slot_ids": slots})
    visit = fair.get("/blocks")[0]

    refused = fair.api.call("DELETE", fair.path(f"/slots/{first}"))
    kept = [block["name_en"] for block in fair.get("/blocks")]
    fair.call("DELETE", f"/slots/{first}", params={"force": True})
    left = [(block["name_en"], block["slot_ids"]) for block in fair.get("/blocks")]
    fair.call("DELETE", f"/days/{DAY}", params={"force": True})

    assert refused.json()["params"] == {
        "slots": [first],
        "blocks": [{"id": visit["id"], "name_vi": "", "name_en": "visit"}],
    }
    assert kept == ["visit", "lunch", "opening"]
    assert left == [("lunch", [second]), ("opening", others[:1])]
    assert fair.get("/blocks") == []
