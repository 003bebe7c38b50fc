"""A calendar as somebody has it who subscribed to a feed: fetched by vdirsyncer, shown by khal."""

import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import uvicorn
from fair import DAY
from stage import Stage

PROGRAMS = ("vdirsyncer", "khal")
pytestmark = pytest.mark.skipif(not all(map(shutil.which, PROGRAMS)), reason="vdirsyncer or khal is not installed")
KHAL = """
[calendars]
[[day]]
path = {folder}/calendar
[sqlite]
path = {folder}/khal.db
[locale]
local_timezone = Asia/Ho_Chi_Minh
default_timezone = Asia/Ho_Chi_Minh
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = day
"""
VDIRSYNCER = """
[general]
status_path = "{folder}/status"
[pair day]
a = "feed"
b = "calendar"
collections = null
conflict_resolution = "a wins"
partial_sync = "ignore"
[storage feed]
type = "http"
url = "{address}"
[storage calendar]
type = "filesystem"
path = "{folder}/calendar"
fileext = ".ics"
"""


@pytest.fixture
def address(stage: Stage) -> Iterator[str]:
    """Where the service answers over HTTP as long as the test runs."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        server = uvicorn.Server(uvicorn.Config(stage.fair.api.app, log_level="error", access_log=False))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [taken]})
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(20)


@dataclass
class Subscriber:
    """Somebody's own machine: its folder, and the two programs on it."""

    folder: Path

    def run(self, *command: str) -> str:
        environment = {"HOME": str(self.folder), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout

    def sees(self) -> list[str]:
        """Fetch the feed and list the event's first day."""
        self.run("vdirsyncer", "-c", str(self.folder / "vdirsyncer.conf"), "sync")
        form = "{start-time}-{end-time} {status}{title} @ {location}"
        command = ("khal", "-c", str(self.folder / "khal.conf"), "list", "--format", form, "--day-format", "")
        return [line.strip() for line in self.run(*command, str(DAY), "1d").splitlines() if line.strip()]


@pytest.fixture
def subscriber(stage: Stage, address: str, tmp_path: Path) -> Subscriber:
    """Subscribed to Tuấn's feed."""
    folder = tmp_path / "subscriber"
    (folder / "calendar").mkdir(parents=True)
    (folder / "khal.conf").write_text(KHAL.format(folder=folder))
    feed = address + stage.feed(stage.tuan)
    (folder / "vdirsyncer.conf").write_text(VDIRSYNCER.format(folder=folder, address=feed))
    made = Subscriber(folder)
    made.run("vdirsyncer", "-c", str(folder / "vdirsyncer.conf"), "discover")
    return made


def test_meetings_and_visits_move_and_go_in_a_subscribed_calendar(stage: Stage, subscriber: Subscriber) -> None:
    seller, place = "Viện Cơ khí Bến Bính", "Cung Văn hóa Hữu nghị Việt Tiệp"
    body = {"name_vi": "Thăm nhà máy", "place": "Đình Vũ", "person_ids": [stage.tuan], "slot_ids": stage.slots[3:5]}
    visit = stage.fair.call("POST", "/blocks", body=body)["id"]
    nothing_yet = subscriber.sees()

    stage.publish(stage.meeting())
    first = subscriber.sees()
    stage.publish(stage.meeting(slot=1, table=1))
    stage.fair.call("PATCH", f"/tables/{stage.tables[1]}", body={"name": "Bàn vàng"})
    moved = subscriber.sees()
    stage.later(stage.slots[1])
    stage.fair.call("DELETE", f"/blocks/{visit}")
    later = subscriber.sees()
    stage.publish()
    cancelled = subscriber.sees()

    visited = "10:30-11:25 CONFIRMED Thăm nhà máy @ Đình Vũ"
    assert nothing_yet == [visited]
    assert first == [f"08:30-08:55 CONFIRMED {seller} @ Bàn 1, {place}", visited]
    assert moved == [f"09:00-09:25 CONFIRMED {seller} @ Bàn vàng, {place}", visited]
    assert later == [f"09:05-09:30 CONFIRMED {seller} @ Bàn vàng, {place}"]
    assert cancelled == [f"09:05-09:30 CANCELLED Hủy / Cancelled: {seller} @ Bàn vàng, {place}"]
