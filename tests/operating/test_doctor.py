"""The doctor as a command: what it prints, how it ends, and that it changes nothing."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from matchmaker.cli import app
from matchmaker.commands import common
from matchmaker.operating.doctor.examining import CHECKS, run
from matchmaker.operating.doctor.finding import Level
from matchmaker.settings import Settings, get_settings


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, no header that lets anybody in, and a port where nobody answers."""
    monkeypatch.delenv("MATCHMAKER_ACTING_AS_HEADER")
    monkeypatch.setenv("MATCHMAKER_DATA_FOLDER", str(tmp_path / "var"))
    monkeypatch.setenv("MATCHMAKER_PORT", "9")
    get_settings.cache_clear()


def examined(*words: str) -> tuple[int, dict[str, list[str]]]:
    """How the command ended, and the levels of its findings by check."""
    ended = CliRunner().invoke(app, ["doctor", "--json", *words])
    levels: dict[str, list[str]] = {}
    for finding in json.loads(ended.stdout):
        assert set(finding) == {"check", "level", "says", "do"}
        assert bool(finding["do"]) == (finding["level"] != "ok")
        levels.setdefault(finding["check"], []).append(finding["level"])
    return ended.exit_code, levels


def test_an_empty_folder_is_told_what_is_missing_and_stays_empty(tmp_path: Path) -> None:
    code, levels = examined()

    assert code == 1
    assert (levels["database"], levels["data folder"], levels["settings"]) == (["problem"], ["warning"], ["ok"])
    assert list(tmp_path.iterdir()) == []


def test_a_migrated_database_is_found_well(tmp_path: Path, migrated_file: Path) -> None:
    (tmp_path / "var").mkdir(mode=0o700)
    shutil.copy(migrated_file, tmp_path / "var" / "matchmaker.db")

    _, levels = examined()

    well = ("database", "migrations", "time", "index", "jobs", "letters", "file rights", "open doors", "secret")
    assert {check: levels[check] for check in well} == {check: ["ok"] for check in well}
    assert levels["reachability"] == ["problem"]


def test_people_read_a_table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(common.console, "width", 200)

    ended = CliRunner().invoke(app, ["doctor"])

    assert ended.exit_code == 1
    assert "Run: matchmaker db upgrade" in ended.stdout


def test_wrong_and_misspelt_settings_are_named_without_their_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MATCHMAKER_PROT", "8000")
    monkeypatch.setenv("MATCHMAKER_MAIL_SERVER", "imap://user:geheim@host")

    ended = CliRunner().invoke(app, ["doctor", "--json"])

    said = [(one["level"], one["says"].split(":")[0], one["do"]) for one in json.loads(ended.stdout)]
    assert said[0] == ("warning", "MATCHMAKER_PROT is no setting", "Set MATCHMAKER_PORT instead.")
    assert said[1][:2] == ("problem", "MATCHMAKER_MAIL_SERVER")
    assert (len(said), ended.exit_code, "geheim" in ended.stdout) == (2, 1, False)


def test_a_check_that_fails_is_a_finding_and_not_the_end(tmp_path: Path) -> None:
    def check_the_moon(_: Settings) -> list[object]:
        raise RuntimeError("too far away")

    found = run(check_the_moon, Settings())  # type: ignore[arg-type]

    assert [(one.check, one.level, one.says) for one in found] == [
        ("the moon", Level.PROBLEM, "cannot be checked: RuntimeError: too far away")
    ]
    assert len(CHECKS) == len(set(CHECKS))
