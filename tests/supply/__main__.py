"""``python -m tests.supply audit|sbom TOOLS``: ``TOOLS`` is the folder of programs in which tools.txt is installed.

Auditing fails for a known vulnerability that is not among the exceptions. A source of advisories that cannot be
reached is told and fails nothing: what nobody could look up is not known to be wrong.
"""

import json
import subprocess
import sys
import tomllib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tests.supply.findings import Finding, Report, read_accepted, read_npm_audit, read_pip_audit, standing

LOCK, PAGE = Path("requirements.lock"), Path("frontend")
EXCEPTIONS = Path(__file__).with_name("exceptions.toml")
BILLS = Path("dist/sbom")
SECONDS = 40


def main() -> int:
    what, tools = sys.argv[1], Path(sys.argv[2])
    return audit(tools) if what == "audit" else write_bills(tools)


def audit(tools: Path) -> int:
    accepted = read_accepted(tomllib.loads(EXCEPTIONS.read_text("utf-8")))
    reports = {"Python": audit_python(tools), "page": audit_page()}
    wrong: list[Finding] = []
    for name, report in reports.items():
        if report is None or report.known == 0:
            print(f"audit of {name}: no source of advisories could be reached; nothing is known, nothing fails")
            continue
        left = standing(report.findings, accepted, date.today())
        wrong += left
        let = len(report.findings) - len(left)
        print(f"audit of {name}: {report.known} packages, {len(left)} vulnerable, {let} accepted", end="")
        print(f", {report.unknown} unknown to the source" if report.unknown else "")
    for finding in wrong:
        print(f"  {finding.package} {finding.version}: {', '.join(sorted(finding.names))}; fixed in {finding.fixed_in}")
    return 1 if wrong else 0


def audit_python(tools: Path) -> Report | None:
    """From the package index itself, or else from OSV."""
    common = ["--requirement", str(LOCK), "--no-deps", "--disable-pip", "--progress-spinner", "off", "--format", "json"]
    for service in ("pypi", "osv"):
        told = told_by([str(tools / "pip-audit"), *common, "--vulnerability-service", service])
        report = read_pip_audit(told) if told else None
        if report and report.known:
            return report
    return None


def audit_page() -> Report | None:
    told = told_by(["npm", "audit", "--package-lock-only", "--json"], PAGE)
    locked = json.loads((PAGE / "package-lock.json").read_text("utf-8"))["packages"]
    return read_npm_audit(told, len(locked) - 1) if told and "vulnerabilities" in told else None


def told_by(command: Sequence[str], folder: Path | None = None) -> dict[str, Any] | None:
    """The JSON that a program writes, whatever it returns; None where it writes none in time."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False)
        told = json.loads(done.stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    return told if isinstance(told, dict) else None


def write_bills(tools: Path) -> int:
    """The bills of materials in CycloneDX; each must name everything that is locked."""
    BILLS.mkdir(parents=True, exist_ok=True)
    # Without validation, which takes ten times as long as all the rest; the writer is tested for that itself.
    python = [str(tools / "cyclonedx-py"), "environment", sys.executable, "--pyproject", "pyproject.toml"]
    told = {
        "python.cdx.json": told_by([*python, "--output-reproducible", "--no-validate", "--output-format", "JSON"]),
        "page.cdx.json": told_by(["npm", "sbom", "--package-lock-only", "--sbom-format", "cyclonedx"], PAGE),
    }
    locked = {"python.cdx.json": locked_for_python(), "page.cdx.json": locked_for_page()}
    complete = True
    for name, bill in told.items():
        if bill is None:
            print(f"bill of materials {name}: its writer is not here or failed")
            continue
        (BILLS / name).write_text(json.dumps(bill, indent=1, sort_keys=True) + "\n", "utf-8")
        missing = sorted(locked[name] - {canonical(component["name"]) for component in bill["components"]})
        complete &= not missing
        print(
            f"bill of materials {name}: {len(bill['components'])} components; missing: {', '.join(missing) or 'none'}"
        )
    return 0 if complete else 1


def locked_for_python() -> set[str]:
    lines = [line for line in LOCK.read_text("utf-8").splitlines() if "==" in line and not line.startswith((" ", "#"))]
    return {canonical(line.partition("==")[0]) for line in lines}


def locked_for_page() -> set[str]:
    """What is installed wherever the page is built; a package for another system is left out by npm itself."""
    packages = json.loads((PAGE / "package-lock.json").read_text("utf-8"))["packages"]
    names = {name.rpartition("node_modules/")[2] for name, told in packages.items() if not told.get("optional")}
    return {canonical(name) for name in names if name}


def canonical(name: str) -> str:
    """A name without extras, in one spelling; npm's groups are told apart from names in bills."""
    return name.partition("[")[0].strip().lower().replace("_", "-").replace(".", "-")


if __name__ == "__main__":
    sys.exit(main())
