"""What auditors tell is read, and only what somebody looked at is let stand."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from .findings import Accepted, Finding, Report, read_accepted, read_npm_audit, read_pip_audit, standing

TODAY = date(2026, 12, 1)
PIP: dict[str, Any] = {
    "dependencies": [
        {"name": "left", "version": "1.0", "vulns": []},
        {
            "name": "right",
            "version": "2.0",
            "vulns": [{"id": "PYSEC-1", "aliases": ["CVE-1", "GHSA-1"], "fix_versions": ["2.1"], "description": "x"}],
        },
        {"name": "own", "skip_reason": "Dependency not found on PyPI and could not be audited: own (0.1)"},
    ],
    "fixes": [],
}
NPM: dict[str, Any] = {
    "auditReportVersion": 2,
    "vulnerabilities": {
        "deep": {
            "name": "deep",
            "via": [{"source": 1, "url": "https://github.com/advisories/GHSA-2", "severity": "high", "range": "<2"}],
            "range": "<2",
            "fixAvailable": {"name": "top", "version": "3.0.0", "isSemVerMajor": True},
        },
        "top": {"name": "top", "via": ["deep"], "range": "<=2", "fixAvailable": True},
    },
}
RIGHT = Finding("right", "2.0", frozenset({"PYSEC-1", "CVE-1", "GHSA-1"}), "2.1")


def test_the_report_on_python() -> None:
    assert read_pip_audit(PIP) == Report(known=2, unknown=1, findings=(RIGHT,))


def test_the_report_on_the_page() -> None:
    finding = Finding("deep", "<2", frozenset({"GHSA-2"}), "top 3.0.0")

    assert read_npm_audit(NPM, 7) == Report(known=7, unknown=0, findings=(finding,))


def test_an_error_in_place_of_a_report_is_no_report() -> None:
    with pytest.raises(KeyError):
        read_npm_audit({"message": "405 Method Not Allowed", "statusCode": 405}, 7)


@pytest.mark.parametrize(
    ("accepted", "left"),
    [
        (Accepted("CVE-1", "right", "no such call here", date(2026, 12, 1)), []),
        (Accepted("CVE-1", "right", "no such call here", date(2026, 11, 30)), [RIGHT]),
        (Accepted("CVE-1", "left", "no such call here", date(2026, 12, 31)), [RIGHT]),
        (Accepted("CVE-9", "right", "no such call here", date(2026, 12, 31)), [RIGHT]),
    ],
)
def test_what_is_accepted_stands_until_its_day(accepted: Accepted, left: list[Finding]) -> None:
    assert standing([RIGHT], [accepted], TODAY) == left


def test_nothing_is_accepted_without_a_reason() -> None:
    entry = {"id": "CVE-1", "package": "right", "reason": " ", "until": TODAY}

    with pytest.raises(ValueError, match="accepted without a reason: CVE-1"):
        read_accepted({"accepted": [entry]})


def test_the_exceptions_of_this_project_can_be_read() -> None:
    import tomllib

    told = tomllib.loads(Path(__file__).with_name("exceptions.toml").read_text("utf-8"))

    assert [one.package for one in read_accepted(told) if not one.package] == []
