"""A draft changed by hand: what a move makes of it, what is refused, and steps back and forth."""

from typing import Any

import pytest
from hands import Hands
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.agenda.editing_models import MOST_STEPS


def test_a_request_is_placed_where_it_is_free(hands: Hands) -> None:
    first = hands.do("place", 0)
    second = hands.do("place", 1)

    assert hands.places() == {0: (0, 0), 1: (1, 0)}
    assert (first["revision"], second["revision"], first["violations"], second["breaks"]) == (1, 2, [], 0)
    assert first["value"] > 0
    assert [(change["key"], change["kind"]) for change in second["changes"]] == [(hands.keys[1], "new")]


def test_a_move_says_what_it_changes(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("place", 1, slot=2)

    moved = hands.do("move", 1, slot=4)
    gone = hands.do("unplace", 0)

    assert (moved["value"], moved["breaks"], moved["changes"][0]["what"]) == (0, 0, ["slot"])
    assert (gone["value"] < 0, gone["breaks"], hands.places()) == (True, -2, {1: (4, 0)})


def test_two_meetings_change_places(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("place", 1, slot=2, table_id=hands.stage.tables[1])

    hands.do("swap", 0, other=hands.keys[1])

    assert hands.places() == {0: (2, 1), 1: (0, 0)}


def test_a_move_that_breaks_rules_is_refused_with_all_of_them(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("place", 1, slot=1)

    refused = hands.post("move", key=hands.keys[1], slot_id=hands.stage.slots[0], table_id=hands.stage.tables[0])

    keys = sorted(hands.keys[:2])
    both = {"slot_id": hands.stage.slots[0], "keys": keys}
    people = sorted((hands.stage.tuan, hands.stage.hanh))
    assert (refused.status_code, refused.json()["code"]) == (400, "draft_breaks_rules")
    assert refused.json()["params"]["violations"] == [
        *({"code": "person_twice", "params": {**both, "person_id": person}} for person in people),
        {"code": "table_twice", "params": {**both, "table_id": hands.stage.tables[0]}},
    ]
    assert hands.places() == {0: (0, 0), 1: (1, 0)}


def test_a_dry_run_says_what_would_be_and_saves_nothing(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("place", 1, slot=1)
    before = hands.revision

    tried = hands.post("move", key=hands.keys[1], slot_id=hands.stage.slots[0], dry_run=True).json()

    assert (tried["saved"], tried["revision"], hands.revision) == (False, before, before)
    assert {one["code"] for one in tried["violations"]} == {"person_twice", "table_twice"}
    assert hands.places() == {0: (0, 0), 1: (1, 0)}


def test_somebody_elses_change_is_not_overwritten(hands: Hands) -> None:
    hands.do("place", 0)

    refused = hands.post("place", key=hands.keys[1], revision=0)

    assert (refused.status_code, refused.json()["code"]) == (409, "version_stale")


def test_what_is_wrong_already_can_be_put_right_one_by_one(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("place", 1, slot=1)
    away = hands.stage.slots[:2]
    hands.fair.call("PUT", f"/people/{hands.stage.hanh}/availability", body={"away": away})

    first = hands.do("move", 0, slot=2)
    second = hands.do("move", 1, slot=3)

    assert [one["code"] for one in first["violations"]] == ["person_away"]
    assert second["violations"] == []


def test_a_meeting_that_nobody_asks_for_any_more_can_be_moved_and_taken_off(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.fair.call("DELETE", "/answers/{}/{}?side=technology".format(*hands.stage.market.pair))

    moved = hands.do("move", 0, slot=1)
    gone = hands.do("unplace", 0)
    again = hands.post("place", key=hands.keys[0])

    assert [one["code"] for one in moved["violations"]] == ["pair_not_accepted"]
    assert (gone["violations"], gone["value"]) == ([], 0)
    assert (again.status_code, again.json()["code"]) == (404, "agenda_request_not_found")


def test_a_cancelled_meeting_can_be_placed_again(hands: Hands) -> None:
    hands.stage.publish(hands.stage.meeting())
    hands.stage.draft(hands.stage.meeting(state="cancelled"))

    refused = hands.post("move", key=hands.keys[0], slot_id=hands.stage.slots[1])
    hands.do("place", 0, slot=3)

    assert (refused.status_code, refused.json()["code"]) == (409, "agenda_not_placed")
    assert [(row["state"], row["slot_id"]) for row in hands.stored()] == [("planned", hands.stage.slots[3])]


def test_a_pinned_meeting_stays_until_it_is_unpinned(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("pin", 0)

    refused = hands.post("move", key=hands.keys[0], slot_id=hands.stage.slots[1])
    hands.do("unpin", 0)
    hands.do("move", 0, slot=1)

    assert [one["code"] for one in refused.json()["params"]["violations"]] == ["meeting_pinned"]
    assert hands.places() == {0: (1, 0)}


def test_who_comes_and_who_interprets_can_be_chosen(hands: Hands) -> None:
    hands.do("place", 0, need_person_id=hands.stage.lan)

    (row,) = hands.stored()

    assert (row["need_person_id"], row["interpreter_id"]) == (hands.stage.lan, hands.stage.kim)


@pytest.mark.parametrize(
    ("doing", "body", "refusal"),
    [
        ("place", {"key": "p9-9"}, (404, "agenda_request_not_found")),
        ("move", {"key": "p9-9", "slot_id": 1}, (404, "agenda_request_not_found")),
        ("unplace", {"key": "first"}, (409, "agenda_not_placed")),
        ("place", {"key": "first", "slot_id": 999}, (400, "slot_unknown")),
        ("place", {"key": "first", "table_id": 999}, (400, "table_unknown")),
        ("place", {"key": "first", "need_person_id": 999}, (400, "person_unknown")),
        ("undo", {}, (409, "nothing_to_undo")),
        ("redo", {}, (409, "nothing_to_redo")),
        ("take", {"job_id": 9}, (404, "found_plan_not_found")),
    ],
)
def test_what_cannot_be_done(hands: Hands, doing: str, body: Any, refusal: tuple[int, str]) -> None:
    key = {"key": hands.keys[0]} if body.get("key") == "first" else {}

    answer = hands.post(doing, **{**body, **key})

    assert (answer.status_code, answer.json()["code"]) == refusal


def test_a_meeting_that_has_begun_is_not_moved(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})
    hands.fair.move("running")
    hands.fair.call("POST", f"/agenda/meetings/{hands.keys[0]}/state", body={"state": "running"})

    refused = hands.post("move", key=hands.keys[0], slot_id=hands.stage.slots[1])

    assert [one["code"] for one in refused.json()["params"]["violations"]] == ["meeting_has_begun"]


def test_a_told_meeting_is_moved_and_shows_in_changes(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})
    hands.fair.call("POST", "/agenda/told", body={"number": 1})

    hands.do("move", 0, slot=1)
    hands.fair.call("POST", "/agenda/publish", body={"number": 2})

    assert hands.stage.changes(hands.stage.tuan) == [("moved", ["slot"])]


def test_undo_and_redo_go_back_and_forth(hands: Hands) -> None:
    states = [hands.stored()]
    for doing, key, slot in (("place", 0, 0), ("place", 1, 2), ("pin", 0, None), ("move", 1, 4), ("unplace", 1, None)):
        hands.do(doing, key, slot)
        states.append(hands.stored())

    back = []
    for _ in range(5):
        hands.do("undo")
        back.append(hands.stored())
    again = []
    for _ in range(5):
        hands.do("redo")
        again.append(hands.stored())

    assert back == states[-2::-1]
    assert again == states[1:]


def test_one_goes_back_to_a_step_and_forth_again_in_one_change(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    after_first = hands.stored()
    for slot in (1, 2):
        hands.do("move", 0, slot=slot)
    after_all = hands.stored()

    looked = hands.post("go", number=1, dry_run=True).json()
    back = hands.post("go", number=1).json()
    states = [hands.stored()]
    hands.post("go", number=3)
    states.append(hands.stored())
    hands.post("go", number=0)
    states.append(hands.stored())

    assert (looked["saved"], back["saved"]) == (False, True)
    assert (looked["changes"], back["revision"]) == (back["changes"], 4)
    assert states == [after_first, after_all, []]
    assert [step["undone"] for step in hands.fair.get("/agenda/draft/steps")] == [True] * 3


def test_going_to_where_the_draft_is_changes_nothing_and_to_no_step_is_refused(hands: Hands) -> None:
    hands.do("place", 0, slot=0)

    stayed = hands.post("go", number=1).json()
    answer = hands.post("go", number=2)

    assert (stayed["saved"], stayed["changes"], stayed["revision"]) == (True, [], 1)
    assert (answer.status_code, answer.json()["code"]) == (404, "agenda_step_not_found")


def test_a_new_move_drops_what_was_undone(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("move", 0, slot=1)
    hands.do("undo")

    hands.do("move", 0, slot=2)

    answer = hands.post("redo")
    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_redo")
    steps = [(step["number"], step["doing"], step["undone"]) for step in hands.fair.get("/agenda/draft/steps")]
    assert steps == [(1, "place", False), (2, "move", False)]


def test_publishing_ends_the_history(hands: Hands) -> None:
    hands.do("place", 0)
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})

    answer = hands.post("undo")

    assert (answer.status_code, answer.json()["code"]) == (409, "nothing_to_undo")


def test_only_so_many_steps_are_kept(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    for number in range(MOST_STEPS):
        hands.do("pin" if number % 2 == 0 else "unpin", 0)

    steps = hands.fair.get("/agenda/draft/steps")

    assert (len(steps), steps[0]["number"], steps[-1]["number"]) == (MOST_STEPS, 2, MOST_STEPS + 1)


def test_an_undo_that_would_break_rules_is_refused(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("move", 0, slot=1)
    hands.fair.call("PUT", f"/people/{hands.stage.hanh}/availability", body={"away": hands.stage.slots[:1]})

    refused = hands.post("undo")

    assert [one["code"] for one in refused.json()["params"]["violations"]] == ["person_away"]
    assert hands.places() == {0: (1, 0)}


def test_a_written_draft_can_be_undone_with_its_figures(hands: Hands) -> None:
    figures = {"value": {"value": 1, "bound": 1, "proven": True}}
    hands.stage.draft(hands.stage.meeting(), figures=figures)
    hands.do("move", 0, slot=1)
    moved = hands.fair.get("/agenda/versions")["items"][0]["figures"]

    hands.do("undo")

    assert (moved, hands.fair.get("/agenda/versions")["items"][0]["figures"]) == ({"meetings": 1}, figures)


def test_moves_are_for_organisers(hands: Hands) -> None:
    path = hands.fair.path("/agenda/draft/place")
    body = {"revision": 0, "key": hands.keys[0]}

    refused = hands.fair.api.refused("POST", path, hands.stage.market.buyer, json=body)

    assert refused == (403, "organiser_only")
    assert hands.fair.refused("GET", "/agenda/draft/steps", hands.stage.market.buyer) == (403, "organiser_only")


MOVES = st.tuples(
    st.sampled_from(["place", "move", "swap", "unplace", "pin", "unpin", "write"]),
    st.integers(0, 3),
    st.integers(0, 3),
    st.integers(0, 6),
)


@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(moves=st.lists(MOVES, min_size=4, max_size=14))
def test_random_moves_are_undone_and_redone_exactly(hands: Hands, moves: list[Any]) -> None:
    hands.stage.draft(hands.stage.meeting(), hands.stage.meeting(2, need_id=hands.stage.market.needs[1]))
    states = [hands.stored()]
    for doing, key, other, slot in moves:
        if doing == "write":
            hands.stage.draft(hands.stage.meeting(slot))
        else:
            body = {"key": hands.keys[key]}
            body |= {"slot_id": hands.stage.slots[slot]} if doing in ("place", "move") else {}
            body |= {"other": hands.keys[other]} if doing == "swap" else {}
            before = hands.stored()
            answer = hands.post(doing, **body)
            if answer.status_code != 200:
                assert hands.stored() == before
                continue
            assert answer.json()["violations"] == []
        if hands.stored() != states[-1] or doing == "write":
            states.append(hands.stored())

    back = [(hands.do("undo"), hands.stored())[1] for _ in range(len(states) - 1)]
    forth = [(hands.do("redo"), hands.stored())[1] for _ in range(len(states) - 1)]

    assert (back, forth) == (states[-2::-1], states[1:])


def test_room_is_made_for_a_request_by_moving_what_is_in_its_way(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    _leave_slots(hands, 0, 1)

    tried = hands.post("place", **hands.named(1, 0), make_room=True, dry_run=True).json()
    made = hands.do("place", 1, slot=0, make_room=True)
    hands.do("undo")

    kinds = {change["key"]: change["kind"] for change in made["changes"]}
    assert kinds == {hands.keys[0]: "moved", hands.keys[1]: "new"}
    assert (tried["saved"], tried["violations"], tried["changes"]) == (False, [], made["changes"])
    assert hands.places() == {0: (0, 0)}


def test_room_is_looked_for_where_the_least_is_in_the_way(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    _leave_slots(hands, 0, 1)

    made = hands.do("place", 1, make_room=True)

    assert hands.places() == {0: (0, 0), 1: (1, 0)}
    assert len(made["changes"]) == 1


def test_what_is_pinned_makes_no_room(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    hands.do("pin", 0)
    _leave_slots(hands, 0)

    refused = hands.post("place", **hands.named(1, 0), make_room=True)

    assert (refused.status_code, refused.json()["code"]) == (409, "agenda_no_place")
    assert hands.places() == {0: (0, 0)}


def test_nobody_loses_a_meeting_so_that_there_is_room(hands: Hands) -> None:
    hands.do("place", 0, slot=0)
    _leave_slots(hands, 0)

    refused = hands.post("place", **hands.named(1, 0), make_room=True)

    assert (refused.status_code, refused.json()["code"]) == (409, "agenda_no_place")


def _leave_slots(hands: Hands, *slots: int) -> None:
    """Hạnh, who comes to requests 0 and 1, is there in these slots only."""
    away = [slot for place, slot in enumerate(hands.stage.slots) if place not in slots]
    hands.fair.call("PUT", f"/people/{hands.stage.hanh}/availability", body={"away": away})
