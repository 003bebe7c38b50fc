"""Planning a day of meetings on the command line."""

import csv
import json
import time
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from matchmaker.agenda.constraints import violations
from matchmaker.agenda.exact.explaining import explain
from matchmaker.agenda.exact.reading import read_problem
from matchmaker.agenda.problem import Problem
from matchmaker.agenda.search.annealing import prepare
from matchmaker.agenda.simulating import Scale, simulate
from matchmaker.agenda.solver import Progress, Solution, Status, solve
from matchmaker.commands import common
from matchmaker.commands.common import JsonOption
from matchmaker.events.phases import Phase

agenda = typer.Typer(help="Planning a day of meetings.", no_args_is_help=True)

ProblemFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A problem as JSON.")]
TimeLimit = Annotated[float, typer.Option(min=0.0, help="Seconds.")]
Workers = Annotated[int, typer.Option(min=1, max=64, help="Processes that search side by side.")]


class Until(StrEnum):
    """The phase in which a simulated event is left."""

    PLANNING = Phase.PLANNING.value
    PUBLISHED = Phase.PUBLISHED.value
    CLOSED = Phase.CLOSED.value


@agenda.command("solve")
def solve_problem(
    file: ProblemFile, time_limit: TimeLimit = 60.0, workers: Workers = 2, as_json: JsonOption = False
) -> None:
    """Plan all meetings with as few breaks as possible."""
    problem = read_problem(file)
    if as_json:
        common.print_json(_as_json(solve(problem, time_limit=time_limit, workers=workers)))
        return
    found = solve(problem, time_limit=time_limit, workers=workers, progress=_show)
    common.console.print(f"[bold]{found.status}[/] after {found.seconds:.2f} s: {_breaks(found)}")
    for reason in found.reasons:
        common.console.print(f"  {reason.code}: {escape(str(reason.params))}")
    if found.plan is not None:
        common.console.print(_timetable(problem, found))


@agenda.command("explain")
def explain_problem(file: ProblemFile, time_limit: TimeLimit = 10.0, as_json: JsonOption = False) -> None:
    """Say why a problem has no plan."""
    reasons = explain(read_problem(file), time_limit)
    if as_json:
        common.print_json([asdict(reason) for reason in reasons])
        return
    for reason in reasons:
        common.console.print(f"{reason.code}: {escape(str(reason.params))}")
    if not reasons:
        common.console.print("nothing found that forbids a plan")


@agenda.command("prepare")
def prepare_planner() -> None:
    """Compile the planner; otherwise the first plan of an event does it, and takes half a minute longer."""
    started = time.monotonic()
    prepare()
    common.console.print(f"the planner is compiled ({time.monotonic() - started:.0f} s)")


@agenda.command("bench")
def bench(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Problems and optima.csv.")],
    time_limit: TimeLimit = 60.0,
    workers: Workers = 2,
    plans: Annotated[
        Path | None, typer.Option(file_okay=False, help="Keep the plans here, as `solve` prints them.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Solve a folder of problems and compare with the known optima."""
    if plans is not None:
        plans.mkdir(parents=True, exist_ok=True)
    optima = _read_optima(folder / "optima.csv")
    rows = []
    for file in sorted(folder.glob("*.json")):
        found, row = _measure(file, optima.get(file.stem), time_limit, workers)
        rows.append(row)
        if plans is not None and found.plan is not None:
            (plans / file.name).write_text(json.dumps(_as_json(found)), encoding="utf-8")
        if not as_json:
            common.console.print(_line(rows[-1]))
    if as_json:
        common.print_json({"problems": rows, "totals": _totals(rows)})
        return
    table = Table("", "", title="totals")
    for name, value in _totals(rows).items():
        table.add_row(name, str(value))
    common.console.print(table)


@agenda.command("simulate")
def simulate_event(
    firms: Annotated[int, typer.Option(min=1, max=5000)] = 20,
    institutes: Annotated[int, typer.Option(min=1, max=5000)] = 10,
    days: Annotated[int, typer.Option(min=1, max=10)] = 1,
    tables: Annotated[int, typer.Option(min=1, max=2000)] = 12,
    interpreters: Annotated[int, typer.Option(min=0, max=200)] = 2,
    seconds: Annotated[float, typer.Option(min=0.1, max=600, help="For planning.")] = 20.0,
    seed: int = 0,
    until: Annotated[Until, typer.Option(help="Where to stop, for trying the rest by hand.")] = Until.CLOSED,
    as_json: JsonOption = False,
) -> None:
    """Make up a session day on the catalogue, with answers drawn by chance, and run it from interest to report."""
    scale = Scale(firms, institutes, days, tables, interpreters)
    made = common.services()
    with common.progress_bar() as report:
        told = simulate(made.database, made, scale, seed, seconds, report, Phase(until))
    if as_json:
        common.print_json(told)
        return
    common.console.print("[bold]Simulated:[/] answers, absences and delays are drawn by chance")
    plan = told["plan"]
    coming = f"{told['organisations']} organisations, " if "organisations" in told else ""
    common.console.print(f"event {told['event']}: {coming}answers {told['answers']}")
    judged = f", {told['violations']} violations" if "violations" in told else ""
    common.console.print(f"{plan['meetings']} of {plan['pairs']} agreed meetings placed{judged}")
    for name, level in plan["levels"].items():
        common.console.print(f"  {name}: {level['value']}, bound {level['bound']}")
    if "day" in told:
        common.console.print(f"the day: {told['day']}")


def _measure(file: Path, known: str | None, time_limit: float, workers: int) -> tuple[Solution, dict[str, Any]]:
    problem = read_problem(file)
    shown: list[Progress] = []
    found = solve(problem, time_limit=time_limit, workers=workers, progress=shown.append)
    first = next((round(one.seconds, 2) for one in shown if one.breaks is not None), None)
    return found, {
        "name": file.stem,
        "status": found.status.value,
        "breaks": found.breaks,
        "bound": found.bound,
        "known": known,
        "first_seconds": first,
        "seconds": round(found.seconds, 2),
        "violations": len(violations(problem, found.plan)) if found.plan else 0,
        "verdict": _verdict(found, known),
    }


def _line(row: dict[str, Any]) -> str:
    found = f"{row['status']:10} breaks {_shown(row['breaks']):>3}, at least {_shown(row['bound']):>3}"
    times = f"first plan {_shown(row['first_seconds']):>5} s, all {row['seconds']:6.2f} s"
    return f"{row['name']:32} {found}, known {_shown(row['known']):>3}; {times}: {row['verdict']}"


def _verdict(found: Solution, known: str | None) -> str:
    """``decided``, ``open`` or ``wrong``; ``-`` in the list of optima means that there is no plan."""
    if found.status in (Status.FEASIBLE, Status.UNKNOWN):
        return "open"
    answer = "-" if found.status is Status.INFEASIBLE else str(found.breaks)
    return "decided" if known in (None, answer) else "wrong"


def _totals(rows: list[dict[str, Any]]) -> dict[str, Any]:
    firsts = [row["first_seconds"] for row in rows if row["first_seconds"] is not None]
    return {
        "problems": len(rows),
        **{name: sum(row["verdict"] == name for row in rows) for name in ("decided", "open", "wrong")},
        "violations": sum(row["violations"] for row in rows),
        "seconds": round(sum(row["seconds"] for row in rows), 1),
        "slowest first plan, seconds": max(firsts, default=None),
        "slowest": [f"{row['name']} {row['seconds']}" for row in sorted(rows, key=lambda row: -row["seconds"])[:5]],
    }


def _read_optima(file: Path) -> dict[str, str]:
    if not file.exists():
        return {}
    with file.open(encoding="utf-8", newline="") as lines:
        return {row["name"]: row["optimal_breaks"] for row in csv.DictReader(lines)}


def _as_json(found: Solution) -> dict[str, Any]:
    assignments = found.plan.assignments if found.plan else {}
    return {
        "status": found.status.value,
        "breaks": found.breaks,
        "bound": found.bound,
        "seconds": round(found.seconds, 3),
        "assignments": {name: {"slot": at.slot, "table": at.table} for name, at in assignments.items()},
    }


def _timetable(problem: Problem, found: Solution) -> Table:
    table = Table("slot", "table", "meeting", "participants")
    places = found.plan.assignments if found.plan else {}
    for meeting in sorted(problem.meetings, key=lambda one: (places[one.id].slot, places[one.id].table)):
        at = places[meeting.id]
        table.add_row(str(at.slot), str(at.table), escape(meeting.id), escape(", ".join(meeting.participants)))
    return table


def _show(progress: Progress) -> None:
    common.errors.print(f"{progress.seconds:6.2f} s  breaks {_shown(progress.breaks)}, at least {progress.bound}")


def _breaks(found: Solution) -> str:
    return "no plan" if found.plan is None else f"{found.breaks} breaks, at least {found.bound}"


def _shown(value: object) -> str:
    return "-" if value is None else str(value)
