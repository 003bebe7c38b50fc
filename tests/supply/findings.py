"""Reads what the auditors say, and holds it against the exceptions; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Finding:
    """A vulnerability of a package, under all its names."""

    package: str
    version: str
    names: frozenset[str]
    fixed_in: str = ""


@dataclass(frozen=True)
class Accepted:
    """A vulnerability that somebody looked at and lets stand until a day."""

    id: str
    package: str
    reason: str
    until: date


@dataclass(frozen=True)
class Report:
    """What one source told: how many packages it knew, how many not, and what is wrong with them."""

    known: int
    unknown: int
    findings: tuple[Finding, ...] = ()


def read_pip_audit(told: dict[str, Any]) -> Report:
    """The report of ``pip-audit --format json``; what it skipped is unknown."""
    packages = told["dependencies"]
    known = [package for package in packages if "skip_reason" not in package]
    findings = tuple(
        Finding(
            package["name"],
            package["version"],
            frozenset({found["id"], *found.get("aliases", [])}),
            ", ".join(found.get("fix_versions", [])),
        )
        for package in known
        for found in package["vulns"]
    )
    return Report(len(known), len(packages) - len(known), findings)


def read_npm_audit(told: dict[str, Any], packages: int) -> Report:
    """The report of ``npm audit --json``; what only depends on something vulnerable is no finding of its own.

    Raises KeyError where it is no report: without the registry's answer npm writes an error in its place.
    """
    findings = {
        Finding(name, found["range"], frozenset({via["url"].rpartition("/")[2]}), _fix(found["fixAvailable"]))
        for name, found in told["vulnerabilities"].items()
        for via in found["via"]
        if isinstance(via, dict)
    }
    return Report(packages, 0, tuple(sorted(findings, key=lambda one: (one.package, sorted(one.names)))))


def _fix(available: Any) -> str:
    if isinstance(available, dict):
        return f"{available['name']} {available['version']}"
    return "an update within the range" if available else ""


def read_accepted(told: dict[str, Any]) -> list[Accepted]:
    """The exceptions of a file. Raises ValueError for one without a reason."""
    found = [Accepted(**entry) for entry in told.get("accepted", [])]
    if empty := [one.id for one in found if not one.reason.strip()]:
        raise ValueError(f"accepted without a reason: {', '.join(empty)}")
    return found


def is_accepted(finding: Finding, accepted: Iterable[Accepted], today: date) -> bool:
    """Whether somebody lets this one stand today."""
    return any(one.package == finding.package and one.id in finding.names and today <= one.until for one in accepted)


def standing(findings: Sequence[Finding], accepted: Sequence[Accepted], today: date) -> list[Finding]:
    """The findings that nobody lets stand."""
    return [finding for finding in findings if not is_accepted(finding, accepted, today)]
