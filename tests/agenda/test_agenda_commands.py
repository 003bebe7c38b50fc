"""The command line prints what is promised."""

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from matchmaker.cli import app

B2B = Path(os.environ.get("MATCHMAKER_B2B", Path(__file__).parents[2].parent / "shared" / "b2b"))
EASY = ["tic-12.original", "tic-12crafc.fixed020-Forb", "tic-13.fixed040-Forb", "forumt-14.forb0007", "forum-13.prec25"]

PROBLEM = {
    "slots": 3,
    "tables": 2,
    "participants": [{"id": "p1", "unavailable": [1]}, {"id": "p2"}, {"id": "p3"}],
    "meetings": [{"id": "m1", "a": "p1", "b": "p2"}, {"id": "m2", "a": "p1", "b": "p3", "after": ["m1"]}],
}


def _run(*words: object) -> Any:
    run = CliRunner().invoke(app, ["agenda", *map(str, words)])
    assert run.exit_code == 0, run.output
    return json.loads(run.stdout) if "--json" in words else run.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.json").write_text(json.dumps(PROBLEM), "utf-8")
    impossible = PROBLEM | {"slots": 2}
    (tmp_path / "impossible.json").write_text(json.dumps(impossible), "utf-8")
    (tmp_path / "optima.csv").write_text("name,optimal_breaks\nsmall,1\nimpossible,-\n", "utf-8")
    return tmp_path


def test_a_plan_as_json(folder: Path) -> None:
    found = _run("solve", folder / "small.json", "--json")

    seconds = found.pop("seconds")
    assert 0 < seconds < 30
    assert found == {
        "status": "optimal",
        "breaks": 1,
        "bound": 1,
        "assignments": {"m1": {"slot": 0, "table": 0}, "m2": {"slot": 2, "table": 0}},
    }


def test_no_plan_as_json(folder: Path) -> None:
    found = _run("solve", folder / "impossible.json", "--json")

    assert (found["status"], found["breaks"], found["assignments"]) == ("infeasible", None, {})


def test_a_plan_for_people(folder: Path) -> None:
    printed = _run("solve", folder / "small.json")

    assert "optimal" in printed
    assert "1 breaks, at least 1" in printed


def test_an_explanation(folder: Path) -> None:
    found = _run("explain", folder / "impossible.json", "--json")

    assert [reason["code"] for reason in found] == ["too_few_slots", "order_impossible"]


def test_a_folder_is_compared_with_its_optima(folder: Path) -> None:
    found = _run("bench", folder, "--json")

    assert [(row["name"], row["verdict"]) for row in found["problems"]] == [
        ("impossible", "decided"),
        ("small", "decided"),
    ]
    assert (found["totals"]["decided"], found["totals"]["violations"]) == (2, 0)


def test_a_file_that_is_no_problem_is_one_line(folder: Path) -> None:
    (folder / "broken.json").write_text('{"slots": 1, "tables": 0}', "utf-8")

    run = CliRunner().invoke(app, ["agenda", "solve", str(folder / "broken.json")])

    assert run.exit_code == 1
    assert "agenda_invalid" in run.output


@pytest.mark.skipif(not B2B.is_dir(), reason="the collection is not here")
@pytest.mark.parametrize("name", EASY)
def test_known_optima_are_met(name: str) -> None:
    with (B2B / "optima.csv").open(encoding="utf-8", newline="") as lines:
        known = {row["name"]: row["optimal_breaks"] for row in csv.DictReader(lines)}[name]

    found = _run("solve", B2B / f"{name}.json", "--json")

    assert found["status"] == ("infeasible" if known == "-" else "optimal")
    assert found["breaks"] == (None if known == "-" else int(known))
