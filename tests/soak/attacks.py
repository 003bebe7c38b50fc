"""``python -m tests.soak attacks``: every attack that is tried on the service, as a table: tried, passed.

An attack is a set of tests, each of which tries a way in; it passes where the way is closed.
"""

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import typer
from rich.console import Console
from rich.table import Table

ACCOUNTS, FOLLOWING, FEEDS = "tests/accounts", "tests/outcomes/following", "tests/outcomes/feeds"
ATTACKS: dict[str, tuple[str, ...]] = {
    "guessing passwords, codes and letters": (
        f"{ACCOUNTS}/test_throttling.py",
        f"{ACCOUNTS}/test_password_strength.py",
        f"{ACCOUNTS}/second_factor/test_second_factor.py",
        f"{ACCOUNTS}/regaining/test_regaining.py",
    ),
    "planted, stolen, old and forged sign-ins": (f"{ACCOUNTS}/test_signing_in.py", f"{ACCOUNTS}/test_keeping_out.py"),
    "learning who has an account, by words or time": (
        f"{ACCOUNTS}/test_sign_in_timing.py",
        f"{ACCOUNTS}/joining/test_sign_up.py",
    ),
    "false answers of identity providers": (f"{ACCOUNTS}/test_oidc.py",),
    "tokens beyond their scopes": (f"{ACCOUNTS}/test_api_tokens.py",),
    "every route as every role": (f"{ACCOUNTS}/test_permissions.py",),
    "rows of others": (f"{ACCOUNTS}/test_out_of_reach.py",),
    "fields that nobody offered, statements, headers, methods": ("tests/test_attacks.py", "tests/test_bad_input.py"),
    "other sites, framing, caches": ("tests/kit/test_guarding.py",),
    "our own network by webhooks and partners": (f"{FEEDS}/test_calling.py", f"{FEEDS}/test_partners.py"),
    "bombs, disguises, paths and macros in files": (
        "tests/catalogue/test_tables.py",
        "tests/catalogue/test_uploads.py",
        f"{FOLLOWING}/test_case_files.py",
    ),
    "formulas, markup, mail headers": (
        "tests/agenda/test_handout.py",
        "tests/outcomes/reports/test_reports.py",
        "tests/kit/test_mail.py",
    ),
    "damaged bytes for every parser": ("tests/fuzz/test_fuzzing.py", "tests/embedding/test_model_file.py"),
    "secrets in logs and answers": (f"{ACCOUNTS}/test_secrets_in_logs.py", "tests/kit/test_configuration.py"),
    "hostile text on every screen": ("tests/browser/test_hostile_text.py",),
}


def main(names: list[str] = typer.Argument(None, help="Parts of names; all without.")) -> None:
    """Try every attack, or those whose name has one of the words."""
    table = Table("attack", "tried", "passed", "left out")
    got_in = False
    for attack, tests in ATTACKS.items():
        if not names or any(name in attack for name in names):
            tried, passed, left_out = outcome([test for test in tests if Path(test).exists()])
            got_in |= passed < tried
            table.add_row(attack, str(tried), str(passed), str(left_out))
    Console().print(table)
    raise typer.Exit(1 if got_in else 0)


def outcome(tests: Sequence[str]) -> tuple[int, int, int]:
    """How many cases of some tests were tried, passed, and left out because something is not installed here."""
    with tempfile.NamedTemporaryFile(suffix=".xml") as report:
        options = ["-q", "-p", "no:cacheprovider", f"--junit-xml={report.name}"]
        subprocess.run([sys.executable, "-m", "pytest", *options, *tests], capture_output=True, check=False)
        suites = list(ElementTree.parse(report.name).getroot().iter("testsuite"))
    total, skipped = (sum(int(suite.get(name, "0")) for suite in suites) for name in ("tests", "skipped"))
    broken = sum(int(suite.get(name, "0")) for suite in suites for name in ("failures", "errors"))
    return total - skipped, total - skipped - broken, skipped


if __name__ == "__main__":
    typer.run(main)
