"""Events, registrations and answers on the command line."""

import json
import tomllib
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from pydantic import ValidationError
from rich.table import Table
from sqlmodel import SQLModel

from matchmaker.commands import common
from matchmaker.commands.common import ActingOption, JsonOption
from matchmaker.events import queries, service
from matchmaker.events.loading import EventFile, load_event
from matchmaker.events.models import PhaseChange
from matchmaker.events.people_models import RegistrationCreate
from matchmaker.events.people_service import register
from matchmaker.events.phases import Phase
from matchmaker.events.slot_service import show_slots
from matchmaker.interest import queries as interest
from matchmaker.interest.showing import reader, show_answer
from matchmaker.kit.errors import InvalidError

events = typer.Typer(help="Connection sessions: when and where, who comes, what they answer.", no_args_is_help=True)

EventId = Annotated[int, typer.Argument(help="The event's id.")]
InputFile = Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A JSON or TOML file.")]
Schema = TypeVar("Schema", bound=SQLModel)


@events.command("list")
def list_events(
    phase: Phase | None = None,
    limit: int = 20,
    offset: int = 0,
    acting_as: ActingOption = "organiser",
    as_json: JsonOption = False,
) -> None:
    """List events, the next one first."""
    with common.session() as session:
        actor = common.actor(acting_as)
        rows, total = queries.list_events(session, actor, phase, offset, limit)
    if as_json:
        common.print_json([service.show(row, actor).model_dump(mode="json") for row in rows])
        return
    table = Table("id", "days", "phase", "name", "place", title=f"{len(rows)} of {total}")
    for row in rows:
        days = str(row.first_day) if row.first_day == row.last_day else f"{row.first_day} – {row.last_day}"
        table.add_row(str(row.id), days, row.phase, row.name_vi or row.name_en, row.place)
    common.console.print(table)


@events.command("show")
def show_event(event_id: EventId, acting_as: ActingOption = "organiser") -> None:
    """Print an event as JSON, with its slots and how many tables, organisations and people it has."""
    with common.session() as session:
        actor = common.actor(acting_as)
        event = service.get_event(session, event_id, actor)
        shown: dict[str, Any] = service.show(event, actor).model_dump(mode="json")
        slots = show_slots(event, queries.slots_of(session, event_id))
        shown["slots"] = [slot.model_dump(mode="json") for slot in slots]
        shown["tables"] = queries.list_tables(session, event_id, 0, 1)[1]
        shown["organisations"] = len(queries.registered_ids(session, event_id))
        shown["people"] = queries.list_people(session, event_id, None, None, 0, 1)[1]
    common.print_json(shown)


@events.command("create")
def create_event(file: InputFile) -> None:
    """Save an event with rooms, tables, timetable and interpreters from a file; all of it or nothing."""
    data = _read(file, EventFile)
    with common.session(writes=True) as session:
        saved = load_event(session, data, common.actor("organiser"))
        slots = len(queries.slots_of(session, saved.id or 0))
        tables = queries.list_tables(session, saved.id or 0, 0, 1)[1]
    common.console.print(f"event {saved.id} saved with {slots} slots and {tables} tables")


@events.command("phase")
def change_phase(event_id: EventId, phase: Phase, reason: str = "") -> None:
    """Take an event to another phase."""
    with common.session(writes=True) as session:
        saved = service.change_phase(
            session, event_id, PhaseChange(phase=phase, reason=reason), common.actor("organiser")
        )
    common.console.print(f"event {saved.id} is {saved.phase.value}")


@events.command("register")
def register_organisation(event_id: EventId, file: InputFile, acting_as: ActingOption = "organiser") -> None:
    """Register an organisation with its delegates from a file."""
    data = _read(file, RegistrationCreate)
    with common.session(writes=True) as session:
        saved = register(session, event_id, data, common.actor(acting_as))
    common.console.print(f"organisation {saved.organisation_id} registered with {len(data.delegates)} delegates")


@events.command("answers")
def list_answers(
    event_id: EventId,
    organisation: int | None = None,
    limit: int = 50,
    offset: int = 0,
    acting_as: ActingOption = "organiser",
    as_json: JsonOption = False,
) -> None:
    """List answers, the latest first."""
    with common.session() as session:
        actor = common.actor(acting_as)
        service.get_event(session, event_id, actor)
        rows, total = interest.list_answers(session, event_id, reader(actor, organisation), offset, limit)
    if as_json:
        common.print_json([show_answer(row).model_dump(mode="json") for row in rows])
        return
    table = Table("organisation", "need", "technology", "answer", "reason", "at", title=f"{len(rows)} of {total}")
    for row in rows:
        ids = (str(row.organisation_id), str(row.need_id), str(row.technology_id))
        table.add_row(*ids, row.value, row.reason or "", row.at.isoformat(timespec="minutes"))
    common.console.print(table)


def _read(file: Path, schema: type[Schema]) -> Schema:
    """The content of a file as its schema. Raises InvalidError naming the wrong fields."""
    try:
        text = file.read_text("utf-8")
        values = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    except ValueError as error:
        raise InvalidError("file_invalid", reason=str(error)) from error
    try:
        return schema.model_validate(values)
    except ValidationError as error:
        fields = [{"field": ".".join(map(str, e["loc"])), "code": e["type"]} for e in error.errors()]
        raise InvalidError("content_invalid", fields=fields[:50]) from error
