"""Reads a problem from JSON and refuses what is not one, with a code and the place.

    {"name": "forum", "slots": 21, "tables": 14, "morning_slots": 13, "max_break_difference": 2,
     "participants": [{"id": "p1", "unavailable": [3]}, ...],
     "meetings": [{"id": "m1", "a": "p1", "b": "p2", "period": "any", "slot": null, "after": ["m2"]}, ...]}

Instead of ``a`` and ``b`` a meeting may name any number of ``participants``, and it may name ``tables``. Names that
are not known here are left alone.
"""

import json
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from matchmaker.agenda.problem import Meeting, Participant, Period, Problem
from matchmaker.kit.errors import InvalidError, TooLargeError

MOST = {"slots": 200, "tables": 2_000, "participants": 20_000, "meetings": 20_000, "bytes": 50_000_000}
MOST_LETTERS = 200


def read_problem(file: Path) -> Problem:
    """The problem in a file. Raises InvalidError or TooLargeError."""
    try:
        size = file.stat().st_size
        if size > MOST["bytes"]:
            raise TooLargeError("agenda_too_large", what="bytes", most=MOST["bytes"], found=size)
        data = json.loads(file.read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise InvalidError("agenda_not_json", file=file.name, reason=str(error)[:200]) from error
    return parse_problem(data, file.stem)


def parse_problem(data: Any, name: str = "") -> Problem:
    """The problem in a JSON value. Raises InvalidError or TooLargeError."""
    if not isinstance(data, dict):
        raise _refused("problem", "wrong_type", found=type(data).__name__)
    slots = _number(data, "slots", "problem", 1, MOST["slots"])
    tables = _number(data, "tables", "problem", 1, MOST["tables"])
    problem = Problem(
        slots=slots,
        tables=tables,
        participants=tuple(_participant(row, at, slots) for row, at in _rows(data, "participants")),
        meetings=tuple(_meeting(row, at, slots, tables) for row, at in _rows(data, "meetings")),
        morning_slots=_optional_number(data, "morning_slots", "problem", slots),
        max_break_difference=_optional_number(data, "max_break_difference", "problem", MOST["slots"]),
        name=_text(data, "name", "problem") if data.get("name") is not None else name,
    )
    _check_ids(problem)
    _check_order(problem)
    _check_fixed(problem)
    return problem


def _participant(row: Any, at: str, slots: int) -> Participant:
    unavailable = frozenset(_numbers(row, "unavailable", at, slots))
    return Participant(_text(row, "id", at), unavailable)


def _meeting(row: Any, at: str, slots: int, tables: int) -> Meeting:
    period = row.get("period") if row.get("period") is not None else Period.ANY
    if not isinstance(period, str) or period not in set(Period):
        raise _refused(f"{at}.period", "unknown_period", found=period)
    allowed = row.get("tables")
    return Meeting(
        id=_text(row, "id", at),
        participants=tuple(_members(row, at)),
        period=Period(period),
        slot=_optional_number(row, "slot", at, slots - 1),
        after=tuple(dict.fromkeys(_texts(row, "after", at))),
        tables=None if allowed is None else frozenset(_numbers(row, "tables", at, tables)),
    )


def _members(row: dict[str, Any], at: str) -> list[str]:
    members = _texts(row, "participants", at) if "participants" in row else [_text(row, "a", at), _text(row, "b", at)]
    if not members:
        raise _refused(f"{at}.participants", "nobody")
    if len(set(members)) < len(members):
        raise _refused(at, "same_participant_twice", participants=members)
    return members


def _check_ids(problem: Problem) -> None:
    participants = _unique("participants", (participant.id for participant in problem.participants))
    meetings = _unique("meetings", (meeting.id for meeting in problem.meetings))
    for number, meeting in enumerate(problem.meetings):
        for what, named, known in (
            ("participants", meeting.participants, participants),
            ("after", meeting.after, meetings),
        ):
            unknown = [name for name in named if name not in known]
            if unknown:
                raise _refused(f"meetings[{number}].{what}", "unknown_id", id=unknown[0], meeting=meeting.id)


def _check_order(problem: Problem) -> None:
    try:
        TopologicalSorter({meeting.id: meeting.after for meeting in problem.meetings}).prepare()
    except CycleError as error:
        raise _refused("meetings.after", "cycle", meetings=error.args[1][:20]) from error


def _check_fixed(problem: Problem) -> None:
    for participant, meetings in problem.meetings_of.items():
        fixed = [meeting.id for meeting in meetings if meeting.slot is not None]
        if len(fixed) > problem.slots:
            raise _refused(
                "meetings.slot", "more_fixed_than_slots", participant=participant, fixed=len(fixed), slots=problem.slots
            )


def _unique(what: str, ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise _refused(what, "duplicate_id", id=name)
        seen.add(name)
    return seen


def _rows(data: dict[str, Any], name: str) -> Iterator[tuple[dict[str, Any], str]]:
    for number, row in enumerate(_list(data, name, "problem", MOST[name])):
        if not isinstance(row, dict):
            raise _refused(f"{name}[{number}]", "wrong_type", found=type(row).__name__)
        yield row, f"{name}[{number}]"


def _list(data: dict[str, Any], name: str, at: str, most: int) -> list[Any]:
    value = data.get(name) if data.get(name) is not None else []
    if not isinstance(value, list):
        raise _refused(f"{at}.{name}", "wrong_type", found=type(value).__name__)
    if len(value) > most:
        raise TooLargeError("agenda_too_large", what=f"{at}.{name}", most=most, found=len(value))
    return value


def _numbers(data: dict[str, Any], name: str, at: str, end: int) -> list[int]:
    values = _list(data, name, at, MOST["tables"])
    return [_checked(value, f"{at}.{name}", 0, end - 1) for value in values]


def _texts(data: dict[str, Any], name: str, at: str) -> list[str]:
    values = _list(data, name, at, MOST["meetings"])
    return [_checked_text(value, f"{at}.{name}") for value in values]


def _number(data: dict[str, Any], name: str, at: str, least: int, most: int) -> int:
    if name not in data:
        raise _refused(f"{at}.{name}", "missing")
    return _checked(data[name], f"{at}.{name}", least, most)


def _optional_number(data: dict[str, Any], name: str, at: str, most: int) -> int | None:
    return None if data.get(name) is None else _checked(data[name], f"{at}.{name}", 0, most)


def _checked(value: Any, at: str, least: int, most: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _refused(at, "wrong_type", found=type(value).__name__)
    if not least <= value <= most:
        shown = value if abs(value) < 1 << 53 else "huge"
        raise _refused(at, "out_of_range", least=least, most=most, found=shown)
    return value


def _text(data: dict[str, Any], name: str, at: str) -> str:
    if name not in data:
        raise _refused(f"{at}.{name}", "missing")
    return _checked_text(data[name], f"{at}.{name}")


def _checked_text(value: Any, at: str) -> str:
    if not isinstance(value, str):
        raise _refused(at, "wrong_type", found=type(value).__name__)
    if not 0 < len(value) <= MOST_LETTERS:
        raise _refused(at, "out_of_range", least=1, most=MOST_LETTERS, found=len(value))
    return value


def _refused(at: str, reason: str, **params: Any) -> InvalidError:
    return InvalidError("agenda_invalid", at=at, reason=reason, **params)
