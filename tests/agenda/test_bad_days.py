"""Days that cannot be are refused with a code, over HTTP and on the command line, and nothing is written."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fair import DAY, EVENT, NEXT_DAY, TIMETABLE
from sqlmodel import SQLModel
from stage import Stage

from matchmaker.kit.auditing import AuditEntry
from matchmaker.kit.jobs.models import Job

Call = tuple[str, str, Any]


def everything(stage: Stage) -> dict[str, list[Any]]:
    """All rows of all tables but jobs and the audit log, which tell what was tried."""
    with stage.fair.api.database.session(writes=False) as session:
        return {
            table.name: sorted(map(repr, session.execute(table.select())))
            for table in SQLModel.metadata.sorted_tables
            if table.name not in (Job.__tablename__, AuditEntry.__tablename__)
        }


def slot(start: str, end: str, day: Any = DAY, offset: str = "+07:00") -> dict[str, str]:
    return {"starts_at": f"{day}T{start}:00{offset}", "ends_at": f"{day}T{end}:00{offset}"}


def draft(*meetings: Any) -> Call:
    return "PUT", "/agenda/draft", {"placements": list(meetings)}


REFUSED: dict[str, tuple[Callable[[Stage], Call], int, str]] = {
    "slots that overlap": (
        lambda _: ("PUT", "/slots", {"slots": [slot("09:00", "09:25"), slot("09:20", "09:45")]}),
        400,
        "slots_overlap",
    ),
    "a day in two zones": (
        lambda _: ("PUT", "/slots", {"slots": [slot("09:00", "09:25"), slot("12:00", "12:25", offset="+09:00")]}),
        400,
        "day_in_two_zones",
    ),
    "a slot outside the event": (
        lambda _: ("PUT", "/slots", {"slots": [slot("09:00", "09:25", "2031-01-01")]}),
        400,
        "day_outside_event",
    ),
    "a day twice": (
        lambda _: ("POST", "/slots/generate", TIMETABLE | {"days": TIMETABLE["days"][:1] * 2}),  # type: ignore[index]
        400,
        "day_twice",
    ),
    "a meeting in an unknown slot": (lambda stage: draft(stage.meeting(slot_id=999)), 400, "draft_breaks_rules"),
    "a meeting at an unknown table": (lambda stage: draft(stage.meeting(table_id=999)), 400, "draft_breaks_rules"),
    "a meeting of an unknown person": (
        lambda stage: draft(stage.meeting(need_person_id=999)),
        400,
        "draft_breaks_rules",
    ),
    "a meeting of nobody": (lambda stage: draft(stage.meeting(need_person_id=None)), 422, "malformed"),
    "two meetings at once": (
        lambda stage: draft(stage.meeting(), stage.meeting(table=1, key="other")),
        400,
        "draft_breaks_rules",
    ),
    "an unknown draft": (lambda _: ("POST", "/agenda/publish", {"number": 9}), 409, "version_stale"),
    "an absence in an unknown slot": (
        lambda stage: ("PUT", f"/people/{stage.tuan}/availability", {"away": [999]}),
        400,
        "slot_unknown",
    ),
    "a visit of an unknown person": (
        lambda stage: ("POST", "/blocks", {"name_en": "Visit", "person_ids": [999], "slot_ids": stage.slots[:1]}),
        400,
        "person_unknown",
    ),
    "a table without a chair": (lambda _: ("POST", "/tables", [{"name": "T", "seats": 0}]), 422, "malformed"),
    "tables of which one has no link": (
        lambda _: ("POST", "/tables", [{"name": "T"}, {"name": "V", "mode": "video"}]),
        400,
        "video_link_missing",
    ),
    "no seconds to plan in": (lambda _: ("POST", "/agenda/solve", {"seconds": 0}), 422, "malformed"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_is_refused_and_writes_nothing(stage: Stage, what: str) -> None:
    make, status, code = REFUSED[what]
    stage.draft(stage.meeting(slot=1))
    method, path, body = make(stage)
    before = everything(stage)

    refused = stage.fair.refused(method, path, body=body)

    assert (refused, everything(stage) == before) == ((status, code), True)


def no_tables(stage: Stage) -> None:
    for table in stage.tables:
        stage.fair.call("DELETE", f"/tables/{table}")


def no_slots(stage: Stage) -> None:
    stage.fair.call("PUT", "/slots", body={"slots": []})


def pinned_but_away(stage: Stage) -> None:
    stage.draft(stage.meeting(pinned=True))
    stage.fair.call("PUT", f"/people/{stage.tuan}/availability", body={"away": stage.slots})
    stage.fair.call("DELETE", f"/people/{stage.lan}")


def pinned_at_another_time(stage: Stage) -> None:
    stage.draft(stage.meeting(pinned=True))
    stage.fair.call("PUT", f"/people/{stage.tuan}/availability", body={"away": stage.slots[:1]})


@pytest.mark.parametrize(
    ("change", "code", "reason"),
    [
        (no_tables, "agenda_invalid", "missing"),
        (no_slots, "agenda_invalid", "missing"),
        (pinned_but_away, "agenda_invalid", "too_few_slots"),
        (pinned_at_another_time, "agenda_pins_conflict", None),
    ],
)
def test_an_event_that_cannot_be_planned_says_why(stage: Stage, change: Any, code: str, reason: str | None) -> None:
    change(stage)
    before = everything(stage)

    job = stage.fair.api.run(stage.fair.call("POST", "/agenda/solve", body={"seconds": 1})["id"])

    told = job["problem"]["code"], job["problem"]["params"].get("reason")
    assert (job["state"], told, everything(stage) == before) == ("failed", (code, reason), True)


# --- on the command line ---

PROBLEM: dict[str, Any] = {
    "slots": 2,
    "tables": 1,
    "participants": [{"id": "p1"}, {"id": "p2"}],
    "meetings": [{"id": "m1", "a": "p1", "b": "p2"}, {"id": "m2", "a": "p1", "b": "p2"}],
}
FIXED = [{"id": f"m{number}", "a": "p1", "b": "p2", "slot": 0} for number in range(3)]
CYCLE = [{"id": "m1", "a": "p1", "b": "p2", "after": ["m2"]}, {"id": "m2", "a": "p1", "b": "p2", "after": ["m1"]}]


def run(folder: Path, *words: object) -> tuple[int, str, str]:
    """Exit code, standard output and error of a command on an empty data folder."""
    environment = os.environ | {"MATCHMAKER_DATA_FOLDER": str(folder), "MATCHMAKER_ENCODER": "hash", "COLUMNS": "300"}
    command = [sys.executable, "-m", "matchmaker", *map(str, words)]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True)
    return ended.returncode, ended.stdout, ended.stderr


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"tables": 0}, "out_of_range"),
        ({"slots": 0}, "out_of_range"),
        ({"meetings": CYCLE}, "cycle"),
        ({"meetings": FIXED}, "more_fixed_than_slots"),
        ({"meetings": [{"id": "m1", "a": "p1", "b": "p9"}]}, "unknown_id"),
        ({"meetings": [{"id": "m1", "a": "p1", "b": "p2", "slot": 7}]}, "out_of_range"),
    ],
)
@pytest.mark.parametrize("command", ["solve", "explain"])
def test_a_problem_that_cannot_be_is_one_line_with_its_reason(
    tmp_path: Path, command: str, change: dict[str, Any], reason: str
) -> None:
    file = tmp_path / "day.json"
    file.write_text(json.dumps(PROBLEM | change), "utf-8")

    code, printed, told = run(tmp_path / "var", "agenda", command, file)

    assert (code, printed, told.count("\n")) == (1, "", 1)
    assert told.startswith("error: agenda_invalid(")
    assert f"reason='{reason}'" in told
    assert [entry.name for entry in tmp_path.iterdir()] == ["day.json"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"timetable": {"days": []}}, "content_invalid"),
        ({"timetable": {"days": [{"day": str(DAY), "starts": "09:00+09:00", "ends": "10:00"}]}}, "content_invalid"),
        ({"timetable": {"days": [{"day": str(DAY), "starts": "10:00", "ends": "09:00"}]}}, "day_of_zero_length"),
        ({"timetable": {"days": [{"day": "2031-01-01", "starts": "09:00", "ends": "10:00"}]}}, "day_outside_event"),
        ({"tables": [{"name": "A"}, {"name": "A"}]}, "name_taken"),
        ({"people": [{"role": "support", "name": "Lan", "table_id": 99}]}, "table_not_found"),
        ({"last_day": str(NEXT_DAY), "first_day": "2031-01-01"}, "days_reversed"),
    ],
)
def test_an_event_file_that_cannot_be_saves_nothing(
    stage: Stage, tmp_path: Path, settings: Any, change: dict[str, Any], code: str
) -> None:
    file = tmp_path / "event.json"
    file.write_text(json.dumps(EVENT | change), "utf-8")
    before = everything(stage)

    ended, printed, told = run(settings.data_folder, "events", "create", file)

    assert (ended, printed, told.split("(")[0]) == (1, "", f"error: {code}")
    assert everything(stage) == before
