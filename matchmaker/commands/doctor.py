"""The doctor on the command line."""

import os

import typer
from rich.markup import escape
from rich.table import Table

from matchmaker.commands import common
from matchmaker.commands.common import JsonOption
from matchmaker.kit.logging import configure_logging
from matchmaker.operating.doctor.finding import Level

COLOURS = {Level.OK: "green", Level.WARNING: "yellow", Level.PROBLEM: "bold red"}


def doctor(as_json: JsonOption = False) -> None:
    """Look at everything the service stands on and say what to do; ends with 1 where there is a problem."""
    from matchmaker.operating.doctor.examining import examine

    configure_logging("ERROR", "console")
    findings = examine(os.environ)
    if as_json:
        common.print_json([vars(one) for one in findings])
    else:
        table = Table("check", "", "found", "what to do")
        for one in findings:
            table.add_row(one.check, f"[{COLOURS[one.level]}]{one.level}", escape(one.says), escape(one.do))
        common.console.print(table)
    if any(one.level is Level.PROBLEM for one in findings):
        raise typer.Exit(1)
