"""Held or not: what each side and the desk say of a meeting, and what counts of it."""

import pytest
from people import told
from running_day import RunningDay

from matchmaker.events.phases import Phase


def shown(day: RunningDay, acting: int) -> list[str]:
    """The states of somebody's meetings, as their organisation sees them."""
    agendas = day.fair.get("/agenda/people", acting)
    return [entry["state"] for agenda in agendas for entry in agenda["entries"]]


def test_either_side_says_with_one_tap_that_a_meeting_was_held(day: RunningDay) -> None:
    day.begin()

    said = day.state("held", day.buyer).json()

    assert (said["state"], said["disputed"], [word["speaker"] for word in said["words"]]) == ("held", False, ["need"])
    assert (shown(day, day.buyer), shown(day, day.seller)) == (["held"], ["held"])


def test_what_did_not_take_place_says_who_was_missing(day: RunningDay) -> None:
    day.begin()

    said = day.state("not_held", day.seller, missing="need").json()

    assert (said["state"], said["words"][0]["missing"], shown(day, day.buyer)) == ("not_held", "need", ["not_held"])
    assert told(day.state("held", day.seller, missing="need")) == (400, "missing_without_reason")


def test_one_side_that_met_is_enough_until_the_desk_decides(day: RunningDay) -> None:
    day.begin()
    day.state("not_held", day.seller)

    disputed = day.state("held", day.buyer).json()
    decided = day.state("not_held", missing="both").json()

    assert [(one["state"], one["disputed"]) for one in (disputed, decided)] == [("held", True), ("not_held", False)]
    (meeting,) = day.fair.get("/day")["meetings"]
    assert (meeting["state"], len(meeting["words"])) == ("not_held", 3)


def test_of_each_side_the_last_word_counts_however_late_it_arrives(day: RunningDay) -> None:
    day.begin()
    day.state("held", day.buyer, minutes=1)

    late = day.state("not_held", day.buyer, minutes=5).json()

    assert (late["state"], late["words"][0]["held"]) == ("held", True)


def test_a_word_sent_twice_is_one_word_and_its_key_is_spent(day: RunningDay) -> None:
    day.begin()
    key = {"sent_key": "a-key-of-one-word-only"}
    day.state("held", day.buyer, **key)

    again = day.state("held", day.buyer, **key)
    others = [day.state("not_held", day.buyer, **key), day.state("held", day.seller, **key)]

    assert len(again.json()["words"]) == 1
    assert [told(answer) for answer in others] == [(409, "sent_key_taken")] * 2


def test_nobody_else_says_anything(day: RunningDay) -> None:
    day.begin()
    stranger = day.api.organisation(name_vi="Người ngoài")

    assert told(day.state("held", stranger)) == (404, "meeting_not_found")
    assert told(day.state("held", day.buyer, side="technology")) == (400, "side_of_others")
    assert told(day.state("running", day.buyer)) == (403, "organiser_only")
    assert day.state("held", side="technology").json()["words"][0]["speaker"] == "technology"


@pytest.mark.parametrize("state", ["held", "not_held"])
def test_nothing_is_held_before_it_begins(day: RunningDay, state: str) -> None:
    assert told(day.state(state, day.buyer)) == (409, "meeting_state_refused")


@pytest.mark.parametrize("state", ["planned", "cancelled"])
def test_meetings_are_not_taken_back_this_way(day: RunningDay, state: str) -> None:
    day.begin()

    assert told(day.state(state)) == (409, "meeting_state_refused")


def test_words_arrive_after_the_day_and_not_before_its_agenda(day: RunningDay) -> None:
    day.begin()
    day.fair.set(phase=Phase.CLOSED)
    late = day.state("held", day.buyer)
    day.fair.set(phase=Phase.PLANNING)

    assert late.json()["state"] == "held"
    assert told(day.state("held", day.buyer)) == (409, "phase_refuses")


def test_a_repair_keeps_what_was_said(own_day: RunningDay) -> None:
    day = own_day
    day.fair.move("running")
    day.begin(minutes_ago=10)
    day.state("not_held", day.buyer, missing="technology")

    mishap = {"what": "absent", "person_id": day.stage.hanh}
    found = day.fair.call("POST", "/agenda/repair", body={"mishaps": [mishap], "apply": True})

    assert (found["kept"], found["cancelled"], shown(day, day.buyer)) == (1, [], ["not_held"])
