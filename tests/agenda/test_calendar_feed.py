"""Calendars that people subscribe to, read by a library and by a client that is not ours."""

import shutil
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from fair import DAY
from icalendar import Calendar
from stage import Stage

from matchmaker.agenda.handing_out.calendar_feed import make_calendar
from matchmaker.agenda.handing_out.handout import Entry, Head, Party, Told, Touched, appointments
from matchmaker.agenda.models import PlacementState
from matchmaker.events.models import Detail

HEAD = Head(1, "Ngày kết nối", "Connection day", "Hải Phòng", "Asia/Ho_Chi_Minh", DAY, DAY)
ME, OTHER = Party(1, "Tuấn", 1, "Công ty A", ""), Party(2, "Hạnh", 2, "Viện B", "Institute B")
START = datetime(2027, 5, 20, 1, 30, tzinfo=UTC)


def entry(**values: Any) -> Entry:
    made: dict[str, Any] = {
        "key": "p1-2",
        "state": PlacementState.PLANNED,
        "starts_at": START,
        "ends_at": START + timedelta(minutes=25),
        "table_id": 1,
        "table": "Bàn 1",
        "room": "Hội trường A",
        "video_link": None,
        "need_id": 1,
        "technology_id": 2,
        "need_side": ME,
        "technology_side": OTHER,
        "need_titles": {"vi": "Kho lạnh", "en": "Cold store"},
        "technology_titles": {"ko": "열펌프"},
    }
    return Entry(**(made | values))


def history(*versions: Entry | None) -> list[Any]:
    """What becomes of one meeting over versions, one each day."""
    moments = {number: START + timedelta(days=number) for number in range(1, len(versions) + 1)}
    told = [Told(number, moments[number], at) for number, at in enumerate(versions, 1) if at is not None]
    return appointments(moments, told)


def events(data: bytes) -> list[Any]:
    return list(Calendar.from_ical(data).walk("VEVENT"))


def test_every_change_raises_the_sequence() -> None:
    later = entry(starts_at=START + timedelta(hours=1))
    longest = [entry(), entry(), later, None, None, entry()]

    found = [history(*longest[:number])[0] for number in range(1, 7)]

    assert [(one.sequence, one.cancelled) for one in found] == [
        (0, False),
        (0, False),
        (1, False),
        (2, True),
        (2, True),
        (3, False),
    ]
    assert [(one.changed_at - START).days for one in found] == [1, 1, 3, 4, 4, 6]


def test_what_is_touched_while_it_is_shown_is_a_change() -> None:
    days = [START + timedelta(days=number) for number in range(6)]
    moments = {1: days[1], 2: days[3], 3: days[5]}
    told = [Told(1, days[1], entry()), Told(2, days[3], entry(table_id=2))]
    touched = [Touched(at + timedelta(hours=1), Detail.TABLE, 1) for at in days]

    found = []
    for number in range(1, 7):
        known = [one for one in touched if one.at < days[number - 1] + timedelta(days=1)]
        published = {version: at for version, at in moments.items() if at <= days[number - 1]}
        (one,) = appointments(published, told, known) if published else [None]
        found.append(one and (one.sequence, one.cancelled, one.changed_at - START))

    hour = timedelta(hours=1)
    assert found == [
        None,
        (1, False, timedelta(days=1) + hour),
        (2, False, timedelta(days=2) + hour),
        (3, False, timedelta(days=3)),
        (3, False, timedelta(days=3)),
        (4, True, timedelta(days=5)),
    ]


def test_a_meeting_that_begins_is_not_changed_and_one_called_off_is_cancelled() -> None:
    states = [PlacementState.PLANNED, PlacementState.RUNNING, PlacementState.HELD, PlacementState.CANCELLED]

    found = [history(*(entry(state=state) for state in states[:number]))[0] for number in range(1, 5)]

    assert [(one.sequence, one.cancelled) for one in found] == [(0, False), (0, False), (0, False), (1, True)]


def test_only_programs_read_the_zones_name_in_the_database() -> None:
    lines = make_calendar(HEAD, ME, history(entry())).decode().replace("\r\n ", "").splitlines()

    named = {line.replace(";", ":").split(":")[0] for line in lines if "Asia/Ho_Chi_Minh" in line}
    assert named == {"X-WR-TIMEZONE", "DTSTART", "DTEND", "TZID"}


def test_an_entry_in_both_languages_and_the_events_zone() -> None:
    (found,) = events(make_calendar(HEAD, ME, history(entry(video_link="https://video.example.org/1"))))

    assert (found["SUMMARY"], found["LOCATION"]) == ("Viện B / Institute B", "Bàn 1, Hội trường A, Hải Phòng")
    assert found["DESCRIPTION"] == (
        "Ngày kết nối / Connection day\nGặp / Meeting: Hạnh (Viện B / Institute B)\n"
        "Nhu cầu / Need: Kho lạnh / Cold store\nCông nghệ / Technology: 열펌프\n"
        "Cuộc gọi hình / Video call: https://video.example.org/1"
    )
    assert (found["URL"], found["STATUS"], found["SEQUENCE"]) == ("https://video.example.org/1", "CONFIRMED", 0)
    assert found["DTSTART"].to_ical() == b"20270520T083000"
    assert found["DTSTART"].params["TZID"] == "Asia/Ho_Chi_Minh"


@pytest.mark.parametrize("name", ["A\r\nEND:VEVENT\r\nX:", "a;b,c\\n:d", "Đỗ\u2028Sơn\x07", "株式会社 " * 40])
def test_names_cannot_break_out_of_their_line(name: str) -> None:
    hostile = Party(2, name, 2, name, name)

    data = make_calendar(HEAD, ME, history(entry(technology_side=hostile, room=name, table=name)))

    (found,) = events(data)
    assert [len(events(data)), set(found)] == [1, set(events(make_calendar(HEAD, ME, history(entry())))[0])]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_subscribed_calendar_moves_and_removes_meetings(stage: Stage) -> None:
    found = []
    for meetings in ([stage.meeting()], [stage.meeting(slot=2)], [], [stage.meeting(table=1)]):
        stage.publish(*meetings)
        found += events(stage.calendar(stage.tuan))

    assert len({str(one["UID"]) for one in found}) == 1
    assert [(one["SEQUENCE"], one["STATUS"]) for one in found] == [
        (0, "CONFIRMED"),
        (1, "CONFIRMED"),
        (2, "CANCELLED"),
        (3, "CONFIRMED"),
    ]
    assert [one["DTSTART"].dt.strftime("%H:%M") for one in found] == ["08:30", "10:00", "10:00", "08:30"]


TOUCHES: dict[str, Any] = {
    "a table's name": lambda stage: stage.fair.call("PATCH", f"/tables/{stage.tables[0]}", body={"name": "Bàn vàng"}),
    "a video link": lambda stage: stage.fair.call(
        "PATCH", f"/tables/{stage.tables[0]}", body={"video_link": "https://video.example.org/2"}
    ),
    "the venue": lambda stage: stage.move_venue("Nhà hát lớn"),
    "a room's name": lambda stage: stage.fair.call("PATCH", f"/rooms/{stage.room}", body={"name": "Hội trường B"}),
    "a person's name": lambda stage: stage.fair.call("PATCH", f"/people/{stage.hanh}", body={"name": "Hạnh Nguyên"}),
    "a slot's times": lambda stage: stage.later(stage.slots[0]),
}
UNTOUCHED: dict[str, Any] = {
    "the same name": lambda stage: stage.fair.call("PATCH", f"/tables/{stage.tables[0]}", body={"name": "Bàn 1"}),
    "another table": lambda stage: stage.fair.call("PATCH", f"/tables/{stage.tables[1]}", body={"name": "Bàn bạc"}),
    "seats": lambda stage: stage.fair.call("PATCH", f"/tables/{stage.tables[0]}", body={"seats": 6}),
    "another person": lambda stage: stage.fair.call("PATCH", f"/people/{stage.lan}", body={"name": "Lan Anh"}),
    "another slot": lambda stage: stage.later(stage.slots[4]),
}


@pytest.mark.parametrize("what", [*TOUCHES, *UNTOUCHED])
def test_what_a_calendar_shows_raises_the_sequence_when_it_changes(stage: Stage, what: str) -> None:
    stage.fair.call("PATCH", f"/tables/{stage.tables[0]}", body={"room_id": stage.room})
    stage.publish(stage.meeting())
    (before,) = events(stage.calendar(stage.tuan))

    (TOUCHES | UNTOUCHED)[what](stage)

    (after,) = events(stage.calendar(stage.tuan))
    raised = what in TOUCHES
    assert (before["SEQUENCE"], after["SEQUENCE"], before["UID"] == after["UID"]) == (0, int(raised), True)
    assert (after != before) == raised


def test_changes_of_details_and_of_versions_are_counted_together(stage: Stage) -> None:
    found = []
    for step in (
        lambda: stage.publish(stage.meeting()),
        lambda: TOUCHES["a table's name"](stage),
        lambda: stage.publish(stage.meeting(table=1)),
        lambda: TOUCHES["a video link"](stage),
        lambda: TOUCHES["the venue"](stage),
        lambda: stage.publish(),
        lambda: TOUCHES["a slot's times"](stage),
    ):
        step()
        (event,) = events(stage.calendar(stage.tuan))
        found.append((event["SEQUENCE"], event["STATUS"]))

    confirmed, cancelled = "CONFIRMED", "CANCELLED"
    assert found == [
        (0, confirmed),
        (1, confirmed),
        (2, confirmed),
        (2, confirmed),
        (3, confirmed),
        (4, cancelled),
        (4, cancelled),
    ]


def test_a_visit_in_a_calendar_moves_and_goes(stage: Stage) -> None:
    body = {"name_vi": "Thăm nhà máy", "person_ids": [stage.tuan], "slot_ids": stage.slots[2:4]}
    block = stage.fair.call("POST", "/blocks", body=body)["id"]
    steps = [
        lambda: None,
        lambda: stage.fair.call("PUT", f"/blocks/{block}", body=body | {"slot_ids": stage.slots[2:5]}),
        lambda: stage.later(stage.slots[4]),
        lambda: stage.move_venue("Nhà hát lớn"),
        lambda: stage.fair.call("PUT", f"/blocks/{block}", body=body | {"person_ids": [stage.hanh]}),
    ]

    found = []
    for step in steps:
        step()
        shown = events(stage.calendar(stage.tuan))
        found.append([(one["SEQUENCE"], one["DTEND"].dt.strftime("%H:%M"), str(one["UID"])) for one in shown])

    uid = f"event-{stage.fair.id}-block{block}-{stage.slots[2]}-person-{stage.tuan}@matchmaker"
    assert found == [[(0, "10:55", uid)], [(1, "11:25", uid)], [(2, "11:30", uid)], [(3, "11:30", uid)], []]


def test_a_drafted_meeting_is_in_no_calendar(stage: Stage) -> None:
    stage.draft(stage.meeting())

    assert events(stage.calendar(stage.tuan)) == []


def test_a_calendar_that_did_not_change_is_not_sent_again(stage: Stage) -> None:
    stage.publish(stage.meeting())
    path, client = stage.feed(stage.tuan), stage.fair.api.client
    first = client.get(path)

    again = client.get(path, headers={"If-None-Match": first.headers["ETag"]})
    stage.publish()
    changed = client.get(path, headers={"If-None-Match": first.headers["ETag"]})

    assert (first.headers["Cache-Control"], first.headers["Content-Type"]) == (
        "private, no-cache",
        "text/calendar; charset=utf-8",
    )
    assert [(again.status_code, again.content), changed.status_code] == [(304, b""), 200]


def test_the_address_is_a_secret_that_can_be_renewed(stage: Stage) -> None:
    path = stage.feed(stage.tuan)
    others = stage.fair.refused("POST", f"/agenda/people/{stage.tuan}/feed", stage.market.seller, {})

    same, renewed = stage.feed(stage.tuan), stage.feed(stage.tuan, renew=True)

    assert (len(path), same == path, renewed == path) == (len("/api/calendars/.ics") + 43, True, False)
    assert others == (404, "person_not_found")
    statuses = [stage.fair.api.client.get(one).status_code for one in (path, renewed, "/api/calendars/x.ics")]
    assert statuses == [404, 200, 404]


@pytest.mark.skipif(shutil.which("khal") is None, reason="khal is not installed")
def test_khal_reads_the_feed(stage: Stage, tmp_path: Path) -> None:
    """khal imports the feed twice: the meeting is moved, not doubled, and shown at the local time."""
    config = tmp_path / "config"
    folder = tmp_path / "calendar"
    folder.mkdir()
    config.write_text(
        f"[calendars]\n[[day]]\npath = {folder}\n[sqlite]\npath = {tmp_path / 'khal.db'}\n"
        "[locale]\nlocal_timezone = Asia/Ho_Chi_Minh\ndefault_timezone = Asia/Ho_Chi_Minh\n"
        "timeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n[default]\ndefault_calendar = day\n"
    )

    def khal(*arguments: str) -> str:
        command = ["khal", "-c", str(config), *arguments]
        environment = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    shown = []
    for meetings in ([stage.meeting()], [stage.meeting(slot=2)], []):
        stage.publish(*meetings)
        file = tmp_path / "feed.ics"
        file.write_bytes(stage.calendar(stage.tuan))
        khal("import", "--batch", "-a", "day", str(file))
        shown.append(khal("list", "--format", "{start-time} {status}{title}", "--day-format", "", str(DAY), "1d"))

    title = "Viện Cơ khí Bến Bính"
    assert [line.strip() for line in shown] == [
        f"08:30 CONFIRMED {title}",
        f"10:00 CONFIRMED {title}",
        f"10:00 CANCELLED Hủy / Cancelled: {title}",
    ]
