"""A few of the rounds of ``make soak``: the service is killed under load, and nothing that it promised is lost."""

from pathlib import Path

from tests.soak.crash import Place, Score, rounds, upgrades

ROUNDS = 2


def test_what_was_acknowledged_outlives_a_killed_service(tmp_path: Path) -> None:
    score = Score("SQLite")

    rounds(Place("SQLite", 1, lambda: tmp_path, sqlite_in), ROUNDS, score, print)

    assert (score.tried, score.passed, score.wrong) == (ROUNDS, ROUNDS, [])
    assert score.acknowledged > 0


def test_an_upgrade_that_was_killed_is_begun_again(tmp_path: Path) -> None:
    score = Score("SQLite")

    upgrades(Place("SQLite", 1, lambda: tmp_path, sqlite_in), 1, score, print)

    assert (score.tried, score.wrong) == (1, [])


def sqlite_in(folder: Path) -> str:
    return f"sqlite:///{folder}/matchmaker.db"
