"""Why requests have no place, which pins cannot all stay, and what if there were more to meet with."""

from typing import Any

import pytest
from hands import Hands
from test_planning_job import solve


def unplaced(hands: Hands, **params: Any) -> dict[int, Any]:
    found = hands.fair.get("/agenda/unplaced", **params)
    return {hands.keys.index(item["key"]): item for item in found["items"]}


def test_a_request_that_could_be_placed_at_once_lacks_nothing(hands: Hands) -> None:
    hands.do("place", 0, slot=0)

    found = unplaced(hands)

    assert sorted(found) == [1, 2, 3]
    assert (found[1]["slot_id"], found[1]["change"]) == (hands.stage.slots[1], [])
    assert found[1]["need_organisation_id"] == hands.stage.market.buyer


def test_the_smallest_change_is_said_in_ids_of_rows(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hanh, slots = hands.stage.hanh, hands.stage.slots
    hands.fair.call("PUT", f"/people/{hanh}/availability", body={"away": slots[1:]})

    found = unplaced(hands)[1]

    # Lan could come where Tuấn is busy, but Hạnh is busy there herself.
    assert found["blocked_by"] == {"away": len(slots) - 1, "busy": 1}
    assert found["slot_id"] == slots[0]
    assert found["change"] == [
        {"code": "busy", "params": {"person_id": hanh, "slot_id": slots[0], "key": hands.keys[0]}}
    ]


def test_a_version_can_be_asked_too(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})
    hands.do("place", 1)

    assert (sorted(unplaced(hands)), sorted(unplaced(hands, version=1))) == ([2, 3], [1, 2, 3])


def test_pins_that_cannot_stay_are_explained(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("place", 1, slot=1)
    hands.do("pin", 0)
    hands.do("pin", 1)
    hands.fair.call("PUT", f"/people/{hands.stage.hanh}/availability", body={"away": [hands.stage.slots[0]]})
    person = {"key": hands.keys[0], "person_id": hands.stage.hanh, "slot_id": hands.stage.slots[0]}

    conflict = hands.fair.get("/agenda/unplaced")["pin_conflict"]
    job = solve(hands)

    assert conflict == {"keys": [hands.keys[0]], "broken": {"code": "person_away", "params": person}}
    assert (job["state"], job["problem"]["code"]) == ("failed", "agenda_pins_conflict")
    assert job["problem"]["params"] == {"requests": conflict["keys"], "broken": conflict["broken"]}


def test_of_many_pins_over_a_limit_only_so_many_are_named(hands: Hands) -> None:
    for number in range(4):
        hands.do("place", number, slot=number)
        hands.do("pin", number)
    hands.fair.call("PATCH", f"/people/{hands.stage.tuan}", body={"max_per_day": 2})

    conflict = hands.fair.get("/agenda/unplaced")["pin_conflict"]

    assert (len(conflict["keys"]), conflict["broken"]["code"]) == (3, "too_many_per_day")


def test_what_if_there_were_fewer_tables_and_slots(hands: Hands) -> None:
    found = hands.fair.call("POST", "/agenda/what-if", body={"tables": [1, 2], "slots": [1, 3, 4]})

    shown = [(one["tables"], one["slots"], one["fits"], one["bottleneck"]) for one in found]
    assert shown[:3] == [(1, 1, 1, "slots"), (1, 3, 3, "slots"), (1, 4, 4, None)]
    assert {one["asked"] for one in found} == {4}
    assert {one["interpreters"] for one in found} == {1}


def test_what_if_without_slots_and_tables_of_its_own(hands: Hands) -> None:
    hands.fair.move("answering", "open")
    hands.fair.call("PUT", "/slots?force=true", body={"slots": []})

    (none,) = hands.fair.call("POST", "/agenda/what-if", body={})
    (some,) = hands.fair.call("POST", "/agenda/what-if", body={"slots": 2})

    assert (none["fits"], some["fits"], some["bound"]) == (0, 2, 2)


def test_questions_are_for_organisers_and_bounded(hands: Hands) -> None:
    buyer = hands.stage.market.buyer
    many = {"tables": [1, 2, 3, 4, 5], "slots": [1, 2, 3, 4, 5]}

    refused = [
        hands.fair.refused("GET", "/agenda/unplaced", buyer),
        hands.fair.refused("POST", "/agenda/what-if", buyer, {}),
        hands.fair.refused("POST", "/agenda/what-if", body=many),
    ]

    assert refused == [(403, "organiser_only"), (403, "organiser_only"), (400, "too_many_answers")]


@pytest.mark.parametrize("said", ["forbidden", "vetoed"])
def test_a_pair_that_is_kept_apart_is_not_explained_to_anybody(hands: Hands, said: str) -> None:
    if said == "vetoed":
        need, technology = hands.stage.market.needs[0], hands.stage.market.technologies[0]
        hands.fair.answer((need, technology), "organiser", "veto", side="technology")
        assert sorted(unplaced(hands)) == [1, 2, 3]
    else:
        low, high = sorted((hands.stage.market.buyer, hands.stage.market.seller))
        hands.fair.call("PUT", f"/pairs/{low}/{high}", body={"rule": "forbid"})
        assert unplaced(hands) == {}


def test_what_became_wrong_since_a_draft_was_made_is_told(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    sound = hands.fair.get("/agenda/violations")
    hands.fair.call("PUT", f"/people/{hands.stage.hanh}/availability", body={"away": [hands.stage.slots[0]]})

    found = hands.fair.get("/agenda/violations")

    away = {"key": hands.keys[0], "person_id": hands.stage.hanh, "slot_id": hands.stage.slots[0]}
    assert (sound, found) == ([], [{"code": "person_away", "params": away}])
