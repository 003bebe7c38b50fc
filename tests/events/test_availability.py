"""When people and tables are there: absences, and fixed blocks that take slots."""

from typing import Any

import pytest
from fair import Fair
from support import PUBLIC, Api

from matchmaker.events.planning import read_planning


@pytest.fixture
def fair(api: Api, owner: int, other: int) -> Fair:
    """An event with seven slots, a delegate of each of two organisations and a guide."""
    made = Fair(api)
    made.slots()
    made.register(owner, "Hạnh")
    made.register(other, "Tuấn")
    made.call("POST", "/people", body={"role": "support", "name": "Lan"})
    return made


def people(fair: Fair) -> list[int]:
    return [person["id"] for person in fair.get("/people")["items"]]


def slots(fair: Fair) -> list[int]:
    return [slot["id"] for slot in fair.get("/slots")]


def free(fair: Fair) -> list[frozenset[int]]:
    """The slots in which each person can meet, as the planner reads it."""
    with fair.api.database.session(writes=False) as session:
        found = read_planning(session, fair.id).people
    return [found[person].slots for person in people(fair)]


def test_people_are_there_unless_they_say_otherwise(fair: Fair, owner: int) -> None:
    hanh, all_slots = people(fair)[0], slots(fair)

    before = fair.get(f"/people/{hanh}/availability", owner)
    said = fair.call("PUT", f"/people/{hanh}/availability", owner, {"away": [all_slots[1], all_slots[0], all_slots[0]]})
    changed = fair.call("PUT", f"/people/{hanh}/availability", owner, {"away": all_slots[2:3]})

    assert (before, said) == ({"away": [], "blocked": []}, {"away": all_slots[:2], "blocked": []})
    assert changed == {"away": all_slots[2:3], "blocked": []}
    assert free(fair) == [frozenset(all_slots) - {all_slots[2]}, frozenset(all_slots), frozenset(all_slots)]


def test_slots_must_be_those_of_the_event(fair: Fair, owner: int) -> None:
    elsewhere = Fair(fair.api).slots()[0]
    hanh = people(fair)[0]

    body = {"away": [slots(fair)[0], elsewhere]}
    assert fair.refused("PUT", f"/people/{hanh}/availability", owner, body) == (400, "slot_unknown")
    assert fair.get(f"/people/{hanh}/availability")["away"] == []


def test_organisers_speak_for_everybody(fair: Fair, owner: int) -> None:
    _, tuan, lan = people(fair)
    body = {"away": slots(fair)[:1]}

    for person in (tuan, lan):
        assert fair.refused("PUT", f"/people/{person}/availability", owner, body) == (404, "person_not_found")
        assert fair.call("PUT", f"/people/{person}/availability", body=body)["away"] == body["away"]


def test_a_visit_takes_slots_of_its_people_and_an_opening_of_all(fair: Fair, owner: int) -> None:
    (hanh, tuan, _), all_slots = people(fair), slots(fair)
    visit = {"name_vi": "Tham quan nhà máy", "person_ids": [tuan, hanh], "slot_ids": all_slots[5:]}
    opening = {"kind": "plenary", "name_vi": "Khai mạc", "everybody": True, "slot_ids": all_slots[:1]}

    shown = [fair.call("POST", "/blocks", body=body) for body in (visit, opening)]

    assert fair.get("/blocks") == shown
    assert (shown[0]["person_ids"], shown[0]["slot_ids"]) == ([hanh, tuan], all_slots[5:])
    assert free(fair) == [frozenset(all_slots[1:5])] * 2 + [frozenset(all_slots[1:])]
    assert fair.get(f"/people/{hanh}/availability", owner)["blocked"] == [all_slots[0], *all_slots[5:]]


def test_a_block_is_replaced_and_removed(fair: Fair) -> None:
    (hanh, tuan, _), all_slots = people(fair), slots(fair)
    body = {"name_en": "Visit", "person_ids": [hanh], "slot_ids": all_slots[:1]}
    block = fair.call("POST", "/blocks", body=body)["id"]

    changed = fair.call("PUT", f"/blocks/{block}", body=body | {"person_ids": [tuan], "slot_ids": all_slots[:2]})

    assert (changed["person_ids"], changed["slot_ids"]) == ([tuan], all_slots[:2])
    fair.call("DELETE", f"/blocks/{block}")
    assert (fair.get("/blocks"), free(fair)) == ([], [frozenset(all_slots)] * 3)
    assert fair.refused("DELETE", f"/blocks/{block}") == (404, "block_not_found")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"name_en": ""}, 400, "name_missing"),
        ({"everybody": True}, 400, "everybody_or_some"),
        ({"person_ids": []}, 400, "everybody_or_some"),
        ({"person_ids": [999]}, 400, "person_unknown"),
        ({"slot_ids": [999]}, 400, "slot_unknown"),
        ({"slot_ids": []}, 422, "malformed"),
    ],
)
def test_blocks_that_cannot_be(fair: Fair, change: dict[str, Any], status: int, code: str) -> None:
    body = {"name_en": "Visit", "person_ids": people(fair)[:1], "slot_ids": slots(fair)[:1]}
    block = fair.call("POST", "/blocks", body=body)

    assert fair.refused("POST", "/blocks", body=body | change) == (status, code)
    assert fair.refused("PUT", f"/blocks/{block['id']}", body=body | change) == (status, code)
    assert fair.get("/blocks") == [block]


def test_blocks_are_for_organisers(fair: Fair, owner: int) -> None:
    body = {"name_en": "Visit", "everybody": True, "slot_ids": slots(fair)[:1]}

    for acting in (owner, PUBLIC):
        assert fair.refused("GET", "/blocks", acting) == (403, "organiser_only")
        assert fair.refused("POST", "/blocks", acting, body) == (403, "organiser_only")
        assert fair.refused("PUT", "/blocks/1", acting, body) == (403, "organiser_only")
        assert fair.refused("DELETE", "/blocks/1", acting) == (403, "organiser_only")
