"""Each thing that the doctor can find, well and ill."""

import socket
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from aiosmtpd.controller import Controller

from matchmaker.kit import clock
from matchmaker.operating.doctor import database_checks as of_database
from matchmaker.operating.doctor.finding import Finding, Level
from matchmaker.operating.doctor.machine_checks import check_fonts, check_model, check_threads, check_time_zone
from matchmaker.operating.doctor.network_checks import check_mail, check_reachable
from matchmaker.operating.doctor.settings_checks import check_address, check_open_doors, check_secret
from matchmaker.operating.doctor.storage_checks import (
    check_data_folder,
    check_disk,
    check_rights,
    judge_disk,
    judge_file_system,
)
from matchmaker.operating.figures import Figures, Waiting
from matchmaker.settings import Settings

NOTHING = Waiting()
LONG = 1e6


def level_of(findings: Iterator[Finding]) -> str:
    """The level of the one finding."""
    (found,) = findings
    return found.level.value


def of(folder: Path, **given: object) -> Settings:
    return Settings(**{"data_folder": folder, "acting_as_header": False, **given})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("address", "host", "level"),
    [
        ("", "127.0.0.1", "ok"),
        ("", "0.0.0.0", "problem"),
        ("http://localhost:8000", "0.0.0.0", "warning"),
        ("https://ketnoi.example", "0.0.0.0", "ok"),
        ("http://ketnoi.example", "127.0.0.1", "problem"),
        ("ketnoi.example", "127.0.0.1", "problem"),
    ],
)
def test_the_public_address(address: str, host: str, level: str, tmp_path: Path) -> None:
    assert level_of(check_address(of(tmp_path, address=address, host=host))) == level


@pytest.mark.parametrize("door", ["demonstration", "acting_as_header"])
def test_a_door_for_anybody_is_worse_where_others_reach_it(door: str, tmp_path: Path) -> None:
    assert level_of(check_open_doors(of(tmp_path))) == "ok"
    assert level_of(check_open_doors(of(tmp_path, **{door: True}))) == "warning"
    assert level_of(check_open_doors(of(tmp_path, address="https://ketnoi.example", **{door: True}))) == "problem"


def test_the_secret(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    postgres = "postgresql+psycopg:///m"

    assert level_of(check_secret(of(tmp_path))) == "ok"
    assert level_of(check_secret(of(tmp_path, secret="short"))) == "problem"
    assert level_of(check_secret(of(tmp_path, secret="x" * 32, database_url=postgres))) == "ok"
    assert level_of(check_secret(of(tmp_path, database_url=postgres))) == "warning"
    file.touch(0o600)
    assert level_of(check_secret(of(tmp_path))) == "ok"
    file.chmod(0o644)
    assert level_of(check_secret(of(tmp_path))) == "problem"


def test_the_data_folder_and_its_rights(tmp_path: Path) -> None:
    folder = tmp_path / "var"
    assert (level_of(check_data_folder(of(folder))), list(check_rights(of(folder)))) == ("warning", [])
    (tmp_path / "file").touch()
    assert level_of(check_data_folder(of(tmp_path / "file" / "var"))) == "problem"

    levels = []
    folder.mkdir()
    for mode in (0o700, 0o755, 0o777):
        folder.chmod(mode)
        levels.append(level_of(check_rights(of(folder))))

    assert level_of(check_data_folder(of(folder))) == "ok"
    assert levels == ["ok", "warning", "problem"]


def test_disk_space_and_file_system(tmp_path: Path) -> None:
    assert [judge_disk(free).level for free in (10**12, 10**9, 10**8)] == [Level.OK, Level.WARNING, Level.PROBLEM]
    assert check_disk(of(tmp_path / "not" / "there")).__next__().check == "disk space"
    assert [judge_file_system(kind).level for kind in ("ext4", "", "nfs4")] == [Level.OK, Level.OK, Level.PROBLEM]


def test_migrations_are_due_or_of_a_newer_version() -> None:
    found = [of_database.judge_revision(revision, "0120") for revision in ("0120", "0119", "0121", "", "0001", "0220")]

    assert [one.level for one in found] == [Level.OK, *2 * [Level.WARNING], *3 * [Level.PROBLEM]]
    assert ["db upgrade" in one.do for one in found] == [False, True, False, True, True, False]


def test_the_vector_extension() -> None:
    found = [of_database.judge_extension(*versions) for versions in (("0.8.1", "0.8.1"), ("", ""), ("", "0.8.0"))]
    old = of_database.judge_extension("0.7.4", "0.8.0")

    assert [one.level for one in found] == [Level.OK, Level.PROBLEM, Level.PROBLEM]
    assert (found[2].do.split(": ")[1], old.level) == ("CREATE EXTENSION vector;", Level.PROBLEM)


def test_clocks_apart_and_a_clock_gone_back() -> None:
    now = clock.now()
    apart = [of_database.judge_clock(now - timedelta(seconds=s), "the database").level for s in (0, 20, -300)]
    back = [of_database.judge_last_change(now + timedelta(minutes=minutes)).level for minutes in (-1, 5)]

    assert apart == [Level.OK, Level.WARNING, Level.PROBLEM]
    assert (back, of_database.judge_last_change(None).level) == ([Level.OK, Level.PROBLEM], Level.OK)


def test_an_index_that_is_missing_or_behind() -> None:
    found = [of_database.judge_index(*numbers).level for numbers in ((0, None), (9, None), (300, 290), (300, 10))]

    assert found == [Level.OK, Level.WARNING, Level.OK, Level.WARNING]


@pytest.mark.parametrize(
    ("figures", "levels"),
    [
        (Figures(NOTHING, 0, 0, NOTHING, 0, NOTHING, 0), ["ok", "ok"]),
        (Figures(Waiting(2, LONG), 0, 1, NOTHING, 0, NOTHING, 0), ["warning", "problem", "ok"]),
        (Figures(NOTHING, 0, 0, Waiting(3, LONG), 2, NOTHING, 4), ["ok", "warning", "problem", "warning"]),
    ],
)
def test_work_that_waits_or_was_given_up(figures: Figures, levels: list[str]) -> None:
    assert [one.level.value for one in of_database.judge_work(figures)] == levels


def test_a_database_that_does_not_answer(tmp_path: Path) -> None:
    away = of(tmp_path, database_url="postgresql+psycopg://nobody@127.0.0.1:9/none")
    damaged = tmp_path / "matchmaker.db"
    damaged.write_bytes(b"no database" * 100)

    assert level_of(of_database.check_database(away)) == "problem"
    assert [one.level for one in of_database.check_database(of(tmp_path))][-1] == Level.PROBLEM


def test_the_model(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "manifest.toml").write_text("damaged [")

    assert level_of(check_model(of(tmp_path, encoder="hash"))) == "problem"
    assert level_of(check_model(of(tmp_path, models_folder=tmp_path / "models"))) == "problem"
    assert level_of(check_model(of(tmp_path, models_folder=own))) == "problem"
    assert level_of(check_model(of(tmp_path, model="some/model"))) == "ok"


def test_threads_time_zone_and_fonts(tmp_path: Path) -> None:
    assert [level_of(check_threads(of(tmp_path, threads=threads))) for threads in (1, 4000)] == ["ok", "warning"]
    assert level_of(check_time_zone(of(tmp_path))) == "ok"
    assert level_of(check_time_zone(of(tmp_path), ZoneInfo("Europe/Berlin"))) == "problem"
    assert level_of(check_fonts(of(tmp_path, fonts_folder=tmp_path))) == "warning"


def test_a_mail_server_that_answers_and_one_that_does_not(tmp_path: Path) -> None:
    class Silent:
        """Takes everything; nothing should come."""

        messages = 0

        async def handle_DATA(self, *_: object) -> str:  # noqa: N802
            self.messages += 1
            return "250 OK"

    silent = Silent()
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        port = tried.getsockname()[1]
    url = f"smtp://127.0.0.1:{port}"
    server = Controller(silent, hostname="127.0.0.1", port=port)
    server.start()
    try:
        named = level_of(check_mail(of(tmp_path, mail_server=url, mail_from="ketnoi@haiphong.example")))
        nameless = level_of(check_mail(of(tmp_path, mail_server=url, address="http://localhost")))
    finally:
        server.stop()

    assert (named, nameless, silent.messages) == ("ok", "warning", 0)
    assert level_of(check_mail(of(tmp_path, mail_server="smtp://127.0.0.1:9"))) == "problem"
    assert level_of(check_mail(of(tmp_path))) == "warning"


@pytest.fixture
def answering() -> Iterator[tuple[str, dict[str, tuple[int, str]]]]:
    """A web server with the answers that a test puts into the dictionary."""
    answers: dict[str, tuple[int, str]] = {}

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body = answers.get(self.path, (404, ""))
            self.send_response_only(status)
            self.send_header("Date", answers.get("date", (0, self.date_time_string()))[1])
            self.end_headers()
            self.wfile.write(body.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", answers
    server.shutdown()
    server.server_close()


def test_the_public_address_is_answered_by_us_by_others_or_by_nobody(
    answering: tuple[str, dict[str, tuple[int, str]]], tmp_path: Path
) -> None:
    address, answers = answering
    settings = of(tmp_path, address=address)
    others = level_of(check_reachable(settings))
    answers |= {"/health": (200, '{"status": "ok"}'), "/ready": (200, "{}")}
    ours = level_of(check_reachable(settings))
    answers["/ready"] = (503, '{"problem": {"code": "model_not_built"}}')
    starting = [(one.check, one.says) for one in check_reachable(settings)]
    answers |= {"/ready": (200, "{}"), "date": (0, "Tue, 01 Jan 2019 00:00:00 GMT")}
    late = [one.check for one in check_reachable(settings)]

    assert (others, ours) == ("problem", "ok")
    assert starting[1] == ("readiness", "the service is not ready: model_not_built")
    assert late == ["reachability", "time"]
    assert level_of(check_reachable(of(tmp_path, address="http://127.0.0.1:9"))) == "problem"
