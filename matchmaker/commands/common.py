"""What all commands share: the services of this process, output for people or machines, errors as one line."""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from sqlmodel import Session

from matchmaker import migrate
from matchmaker.accounts.acting import ORGANISER, PUBLIC, Actor
from matchmaker.kit.database import Database
from matchmaker.kit.errors import InvalidError, MatchmakerError, UnavailableError
from matchmaker.kit.faults import fault_of
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.jobs.service import get_job_alone, run_job
from matchmaker.kit.logging import configure_logging
from matchmaker.matching.service import Matcher
from matchmaker.services import Services, open_matcher
from matchmaker.settings import get_settings

console = Console()
errors = Console(stderr=True)
POLL_SECONDS = 0.5

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON value.")]
ActingOption = Annotated[str, typer.Option("--acting-as", help="`organiser`, `public` or an organisation's id.")]


@lru_cache
def services() -> Services:
    """The services of this process. Raises UnavailableError when the database is not set up."""
    settings = get_settings()
    configure_logging("WARNING", "console")
    made = Services(settings, Database(settings.database))
    if not migrate.state(made.database).served:
        raise UnavailableError("database_not_current", command="matchmaker db upgrade")
    return made


def matcher() -> Matcher:
    """The matcher of this process, loaded at the first call."""
    made = services()
    return made.matcher or open_matcher(made)


@contextmanager
def session(*, writes: bool = False) -> Iterator[Session]:
    """One transaction."""
    with services().database.session(writes=writes) as opened:
        yield opened


def actor(name: str) -> Actor:
    """Who acts, from an option."""
    if name == "organiser":
        return ORGANISER
    if name == "public":
        return PUBLIC
    if not name.isdigit():
        raise typer.BadParameter("`organiser`, `public` or an organisation's id")
    return Actor(organisation_id=int(name))


def read_object(text: str) -> dict[str, Any]:
    """A JSON object. Raises InvalidError for anything else."""
    try:
        found = json.loads(text)
    except ValueError as error:
        raise InvalidError("json_invalid", reason=str(error)) from error
    if not isinstance(found, dict):
        raise InvalidError("json_invalid", reason="not an object")
    return found


def read_text(file: Path) -> str:
    """The text of a UTF-8 file. Raises InvalidError for one in another encoding."""
    try:
        return file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidError("encoding_unknown", file=file.name) from error


def add_row(table: Table, *cells: object) -> None:
    """A row of plain text: brackets in titles are no markup."""
    table.add_row(*(escape(str(cell)) for cell in cells))


def say(text: str) -> None:
    """One line on standard output, as it is and however long."""
    console.print(text, markup=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """One JSON value on standard output, nothing else."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def hand_out(data: bytes, output: Path | None, missing_fonts: str | None) -> None:
    """Write a file where it is wanted, or else to standard output; say which fonts its names would need."""
    if missing_fonts:
        errors.print(f"some names need fonts that are not here: install {missing_fonts}", markup=False)
    if output is None:
        typer.get_binary_stream("stdout").write(data)
    else:
        output.write_bytes(data)


@contextmanager
def progress_bar() -> Iterator[Any]:
    """``report(stage, done, total)`` that moves a bar on standard error, where somebody sees it."""
    if not errors.is_terminal:
        yield lambda stage, done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as bar:
        tasks: dict[str, Any] = {}

        def report(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield report


def run_here(job: Job) -> Job:
    """Run a committed job in this process with a progress bar; ends the command with 1 when it fails."""
    with progress_bar() as report:
        ended = run_job(services().database, services(), job.id or 0, report)
        while not ended.state.ended:
            # A service that runs on the same database was quicker to take it up.
            time.sleep(POLL_SECONDS)
            ended = get_job_alone(services().database, job.id or 0)
            report(ended.stage or "waiting", ended.done, ended.total)
    if ended.state is not JobState.DONE:
        code = ended.problem.get("code", ended.state.value)
        params = ended.problem.get("params") or ""
        errors.print(f"job {ended.id} {ended.state.value}: {code} {params}".strip(), markup=False, soft_wrap=True)
        raise typer.Exit(1)
    return ended


@contextmanager
def refusals() -> Iterator[None]:
    """Refusals of the service as one line on standard error and exit code 1."""
    try:
        yield
    except MatchmakerError as error:
        hint = f" Run: {error.params['command']}" if "command" in error.params else ""
        errors.print(f"error: {error}{hint}", markup=False, soft_wrap=True)
        raise typer.Exit(1) from error
    except Exception as error:
        fault = fault_of(error)
        if fault is None:
            raise
        errors.print(f"error: {fault}: {getattr(error, 'orig', error)}", markup=False, soft_wrap=True)
        raise typer.Exit(1) from error
