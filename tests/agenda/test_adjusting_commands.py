"""Drafts and the running day on the command line."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hands import Hands
from typer.testing import CliRunner

from matchmaker.cli import app
from matchmaker.commands import common
from matchmaker.settings import Settings, get_settings

Run = Callable[..., Any]


@pytest.fixture
def run(settings: Settings, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run a command on the database of the test; what it printed, or the value with --json."""
    monkeypatch.setenv("MATCHMAKER_DATA_FOLDER", str(settings.data_folder))
    monkeypatch.setenv("MATCHMAKER_ENCODER", "hash")
    get_settings.cache_clear()
    common.services.cache_clear()

    def call(*words: object) -> Any:
        event = str(hands.fair.id)
        done = CliRunner().invoke(app, ["agenda", str(words[0]), event, *map(str, words[1:])])
        assert done.exit_code == 0, done.output
        return json.loads(done.stdout) if "--json" in words else done.stdout

    yield call
    get_settings.cache_clear()
    common.services.cache_clear()


def test_a_draft_is_made_by_hand_and_taken_back(hands: Hands, run: Run) -> None:
    slots = hands.stage.slots
    placed = run("place", hands.keys[0], "--slot", slots[0])
    run("place", hands.keys[1], "--slot", slots[2])
    moved = run("move", hands.keys[1], "--slot", slots[1], "--json")
    run("swap", hands.keys[0], hands.keys[1])
    run("pin", hands.keys[0])
    run("unpin", hands.keys[0])
    run("unplace", hands.keys[1])
    for _ in range(2):
        run("undo")
    run("redo")

    assert placed.startswith("saved, revision 1: value +")
    assert (moved["breaks"], moved["changes"][0]["what"]) == (-2, ["slot"])
    assert hands.places() == {0: (1, 0), 1: (0, 0)}
    assert [step["undone"] for step in hands.fair.get("/agenda/draft/steps")] == [False] * 6 + [True]


def test_a_dry_run_tells_of_broken_rules(hands: Hands, run: Run) -> None:
    slots, tables = hands.stage.slots, hands.stage.tables
    run("place", hands.keys[0], "--slot", slots[0])

    printed = run("place", hands.keys[1], "--slot", slots[0], "--table", tables[0], "--dry-run")

    assert printed.splitlines()[0].startswith("not saved, revision 1: value +")
    assert f"  breaks table_twice: slot_id {slots[0]}, table_id {tables[0]}" in printed


def test_planning_here_and_questions_to_the_plan(hands: Hands, run: Run) -> None:
    tried = run("what-if", "--slots", "1", "--slots", "2", "--json")
    before = run("unplaced", "--json")
    planned = run("plan", "--seconds", "1")
    after = run("unplaced")

    assert [(one["slots"], one["fits"]) for one in tried] == [(1, 1), (2, 2)]
    assert sorted(item["key"] for item in before["items"]) == sorted(hands.keys)
    assert planned.splitlines()[:2] == ["4 of 4 agreed meetings placed", "  covered: 2, bound 2"]
    assert "0 not placed" in after


def test_the_day_is_repaired_and_somebody_stands_in(hands: Hands, run: Run) -> None:
    slots = hands.stage.slots
    run("place", hands.keys[0], "--slot", slots[0])
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})

    asked = run("repair", "late", "--person", hands.stage.hanh, "--until", slots[1], "--now", slots[0])
    applied = run("repair", "absent", "--person", hands.stage.hanh, "--now", slots[0], "--apply", "--json")
    standing_in = run("stand-ins", "--person", hands.stage.tuan, "--slot", slots[0], "--json")

    assert asked.splitlines()[0] == "0 kept, 1 moved, 0 cancelled: not published; would repair version 1"
    assert (applied["version"], applied["cancelled"], standing_in) == (2, [hands.keys[0]], [])
