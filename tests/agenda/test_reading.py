"""Problems are read as they are meant, and refused with the place and the reason."""

import json
from pathlib import Path
from typing import Any

import pytest

from matchmaker.agenda.exact.reading import parse_problem, read_problem
from matchmaker.agenda.problem import Meeting, Participant, Period
from matchmaker.kit.errors import InvalidError, TooLargeError


def _data(**changed: Any) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "name": "forum",
        "slots": 4,
        "tables": 2,
        "morning_slots": 2,
        "max_break_difference": 2,
        "participants": [{"id": "p1", "unavailable": [3]}, {"id": "p2", "unavailable": []}, {"id": "p3"}],
        "meetings": [
            {"id": "m1", "a": "p1", "b": "p2", "period": "morning", "slot": None, "after": []},
            {"id": "m2", "a": "p1", "b": "p3", "period": "any", "slot": 2, "after": ["m1"]},
        ],
    }
    return plain | changed


def _with_meeting(**changed: Any) -> dict[str, Any]:
    first, second = _data()["meetings"]
    return _data(meetings=[first | changed, second])


def test_a_file_is_read_as_it_is_meant(tmp_path: Path) -> None:
    file = tmp_path / "day.json"
    file.write_text(json.dumps(_data()), "utf-8")

    problem = read_problem(file)

    assert (problem.name, problem.slots, problem.tables, problem.morning_slots) == ("forum", 4, 2, 2)
    assert problem.participants[0] == Participant("p1", frozenset({3}))
    assert problem.meetings == (
        Meeting("m1", ("p1", "p2"), Period.MORNING),
        Meeting("m2", ("p1", "p3"), Period.ANY, slot=2, after=("m1",)),
    )


def test_a_meeting_of_three_at_certain_tables() -> None:
    row = {"id": "m1", "participants": ["p1", "p2", "p3"], "tables": [1]}

    problem = parse_problem(_data(meetings=[row]))

    assert problem.meetings == (Meeting("m1", ("p1", "p2", "p3"), tables=frozenset({1})),)


@pytest.mark.parametrize(
    ("data", "at", "reason"),
    [
        ([], "problem", "wrong_type"),
        (_data(slots="4"), "problem.slots", "wrong_type"),
        (_data(slots=True), "problem.slots", "wrong_type"),
        (_data(slots=4.0), "problem.slots", "wrong_type"),
        (_data(slots=-1), "problem.slots", "out_of_range"),
        (_data(slots=10**30), "problem.slots", "out_of_range"),
        (_data(tables=0), "problem.tables", "out_of_range"),
        (_data(morning_slots=5), "problem.morning_slots", "out_of_range"),
        (_data(max_break_difference=-1), "problem.max_break_difference", "out_of_range"),
        (_data(participants={}), "problem.participants", "wrong_type"),
        (_data(participants=["p1"]), "participants[0]", "wrong_type"),
        (_data(participants=[{}]), "participants[0].id", "missing"),
        (_data(participants=[{"id": ""}]), "participants[0].id", "out_of_range"),
        (_data(participants=[{"id": "p1", "unavailable": [4]}]), "participants[0].unavailable", "out_of_range"),
        (_data(participants=[{"id": "p1"}, {"id": "p1"}]), "participants", "duplicate_id"),
        (_data(meetings=[_data()["meetings"][0]] * 2), "meetings", "duplicate_id"),
        (_with_meeting(a="p9"), "meetings[0].participants", "unknown_id"),
        (_with_meeting(a="p2"), "meetings[0]", "same_participant_twice"),
        (_with_meeting(participants=[]), "meetings[0].participants", "nobody"),
        (_with_meeting(period="night"), "meetings[0].period", "unknown_period"),
        (_with_meeting(slot=4), "meetings[0].slot", "out_of_range"),
        (_with_meeting(slot=-1), "meetings[0].slot", "out_of_range"),
        (_with_meeting(tables=[2]), "meetings[0].tables", "out_of_range"),
        (_with_meeting(after=["m9"]), "meetings[0].after", "unknown_id"),
        (_with_meeting(after=[1]), "meetings[0].after", "wrong_type"),
        (_with_meeting(after=["m2"]), "meetings.after", "cycle"),
        (_with_meeting(after=["m1"]), "meetings.after", "cycle"),
    ],
)
def test_what_is_not_a_problem_is_refused(data: Any, at: str, reason: str) -> None:
    with pytest.raises(InvalidError) as refused:
        parse_problem(data)

    assert refused.value.code == "agenda_invalid"
    assert (refused.value.params["at"], refused.value.params["reason"]) == (at, reason)


def test_more_fixed_meetings_than_slots_are_refused() -> None:
    participants = [{"id": name} for name in "abc"]
    meetings = [{"id": f"m{number}", "a": "a", "b": "bc"[number % 2], "slot": 0} for number in range(3)]

    with pytest.raises(InvalidError) as refused:
        parse_problem({"slots": 2, "tables": 1, "participants": participants, "meetings": meetings})

    assert refused.value.params["reason"] == "more_fixed_than_slots"


def test_more_meetings_than_this_service_plans_are_refused() -> None:
    with pytest.raises(TooLargeError):
        parse_problem(_data(meetings=[{}] * 20_001))


@pytest.mark.parametrize("text", ["", "{", "\x00", "[" * 100_000, '{"slots": 1' + "0" * 5_000 + "}"])
def test_what_is_not_json_is_refused(text: str, tmp_path: Path) -> None:
    file = tmp_path / "day.json"
    file.write_text(text, "utf-8")

    with pytest.raises(InvalidError) as refused:
        read_problem(file)

    assert refused.value.code == "agenda_not_json"
