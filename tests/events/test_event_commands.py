"""Events on the command line: a file in, a table or JSON out."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fair import DAY, EVENT, TIMETABLE
from support import Api

from matchmaker.events.loading import EventFile, dated
from matchmaker.settings import Settings

WHOLE = EVENT | {
    "key": "k-1",
    "rooms": [{"name": "Hội trường A", "tables": [{"name": "A1"}, {"name": "A2", "seats": 6}]}],
    "tables": [{"name": "V1", "mode": "video", "video_link": "https://video.example.org/1"}],
    "timetable": TIMETABLE,
    "people": [{"role": "interpreter", "name": "Kim", "languages": ["vi", "ko"], "max_per_day": 8}],
}
TOML = f"""
name_en = "Green day"
first_day = {DAY}
last_day = {DAY}
registration_until = {DAY}T08:00:00+07:00
answers_until = {DAY}T08:00:00+07:00

[[timetable.days]]
day = {DAY}
starts = "09:00"
ends = "10:00"
"""


@pytest.fixture
def run(settings: Settings, api: Api) -> Any:
    """Run a command on the database of the test; what it printed."""

    def command(*arguments: Any) -> str:
        environment = os.environ | {
            "MATCHMAKER_DATA_FOLDER": str(settings.data_folder),
            "MATCHMAKER_ENCODER": "hash",
            "COLUMNS": "200",
        }
        ended = subprocess.run(
            [sys.executable, "-m", "matchmaker", "events", *map(str, arguments)],
            env=environment,
            capture_output=True,
            text=True,
        )
        return ended.stdout + ended.stderr

    return command


def written(folder: Path, name: str, content: Any) -> Path:
    file = folder / name
    file.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return file


def test_an_event_from_a_file_to_its_registrations(run: Any, api: Api, owner: int, tmp_path: Path) -> None:
    created = run("create", written(tmp_path, "event.json", WHOLE))
    (event,) = json.loads(run("list", "--json"))
    body = {"organisation_id": owner, "delegates": [{"name": "Hạnh"}]}
    registered = run("register", event["id"], written(tmp_path, "registration.json", body))
    shown = json.loads(run("show", event["id"]))

    assert created == f"event {event['id']} saved with 7 slots and 3 tables\n"
    assert registered == f"organisation {owner} registered with 1 delegates\n"
    assert (shown["tables"], shown["organisations"], shown["people"], len(shown["slots"])) == (3, 1, 2, 7)
    assert run("answers", event["id"], "--json") == "[]\n"
    assert run("phase", event["id"], "answering") == f"event {event['id']} is answering\n"


def test_an_event_from_toml(run: Any, api: Api, tmp_path: Path) -> None:
    assert "saved with 2 slots and 0 tables" in run("create", written(tmp_path, "event.toml", TOML))


def test_an_event_with_registrations_and_a_visit(run: Any, api: Api, owner: int, tmp_path: Path) -> None:
    visit = {"name_vi": "Thăm nhà máy", "slots": [5, 6], "people": ["Hạnh", "Kim"]}
    registration = {"organisation": "ben-binh", "delegates": [{"name": "Hạnh", "remote": True}]}
    content = WHOLE | {"registrations": [registration], "blocks": [visit]}

    run("create", written(tmp_path, "event.json", content))

    (event,) = json.loads(run("list", "--json"))
    slots = [slot["id"] for slot in api.get(f"/events/{event['id']}/slots")]
    people = {person["name"]: person for person in api.get(f"/events/{event['id']}/people")["items"]}
    (block,) = api.get(f"/events/{event['id']}/blocks")
    assert (people["Hạnh"]["organisation_id"], people["Hạnh"]["remote"]) == (owner, True)
    assert (block["slot_ids"], block["person_ids"]) == (slots[5:], [people["Kim"]["id"], people["Hạnh"]["id"]])


def test_the_sample_day_can_be_loaded() -> None:
    text = (Path(__file__).parents[2] / "seed_data" / "session_day.json").read_text("utf-8")

    data = EventFile.model_validate_json(dated(text, date(2027, 1, 31)))

    assert (data.first_day, data.registration_until.isoformat()) == (date(2027, 4, 1), "2027-03-02T10:00:00+00:00")
    assert (len(data.registrations), [block.kind for block in data.blocks]) == (16, ["plenary", "company_visit"])


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("{", "file_invalid"),
        (WHOLE | {"first_day": "soon"}, "content_invalid"),
        (WHOLE | {"people": [{"name": "Hạnh"}]}, "not_a_delegate"),
        (WHOLE | {"registrations": [{"organisation": "x", "delegates": [{"name": "y"}]}]}, "organisation_unknown"),
        (WHOLE | {"blocks": [{"name_vi": "x", "everybody": True, "slots": [7]}]}, "slot_unknown"),
        (WHOLE | {"blocks": [{"name_vi": "x", "people": ["Hạnh"], "slots": [0]}]}, "person_unknown"),
    ],
)
def test_a_file_that_cannot_be_read_saves_nothing(run: Any, api: Api, tmp_path: Path, content: Any, code: str) -> None:
    told = run("create", written(tmp_path, "event.json", content))

    assert told.startswith(f"error: {code}")
    assert api.get("/events")["total"] == 0
