"""Logs: one line an event, and of an exception where it happened without what the variables held."""

import pytest
import structlog

from matchmaker.kit.logging import configure_logging, ensure_logging


def fail() -> None:
    secret = "-".join(("not", "to", "be", "read"))
    raise ValueError(f"{len(secret)} letters")


@pytest.mark.parametrize("form", ["console", "json"])
def test_an_exception_is_told_without_the_values_of_variables(capsys: pytest.CaptureFixture[str], form: str) -> None:
    configure_logging("INFO", form)

    try:
        fail()
    except ValueError:
        structlog.get_logger().exception("failed")

    written = capsys.readouterr().err
    assert ("14 letters" in written, "in fail" in written) == (True, True)
    assert "not-to-be-read" not in written


def test_a_process_that_configured_nothing_is_as_careful(capsys: pytest.CaptureFixture[str]) -> None:
    ensure_logging("INFO", "console")

    try:
        fail()
    except ValueError:
        structlog.get_logger().exception("failed")

    written = capsys.readouterr().err
    assert "14 letters" in written
    assert "not-to-be-read" not in written


def test_what_a_process_configured_stays(capsys: pytest.CaptureFixture[str]) -> None:
    configure_logging("WARNING", "json")

    ensure_logging("INFO", "console")

    structlog.get_logger().info("quiet")
    structlog.get_logger().warning("loud")
    assert [line[0] for line in capsys.readouterr().err.splitlines()] == ["{"]
