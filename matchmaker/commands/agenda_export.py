"""Agendas as files on the command line."""

from pathlib import Path
from typing import Annotated

import typer

from matchmaker.agenda.handing_out.handing import Which, export_agenda
from matchmaker.agenda.models import Form, Language
from matchmaker.commands import common
from matchmaker.commands.common import ActingOption


def export(
    event_id: Annotated[int, typer.Argument(help="The event's id.")],
    form: Annotated[Form, typer.Option("--format", help="How it is written.")] = "csv",
    version: Annotated[int | None, typer.Option(help="Its number; the last published if left out.")] = None,
    person: Annotated[int | None, typer.Option(help="Only the meetings of this person.")] = None,
    table: Annotated[int | None, typer.Option(help="Only the meetings at this table.")] = None,
    language: Annotated[Language, typer.Option(help="Of headers and names.")] = "vi",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output if left out.")] = None,
    acting_as: ActingOption = "organiser",
) -> None:
    """Write the agenda of an event, of a person or at a table."""
    which, folder = Which(version, person, table), common.services().settings.fonts_folder
    with common.session() as session:
        file = export_agenda(session, event_id, common.actor(acting_as), form, language, folder, which)
    common.hand_out(file.data, output, file.missing_fonts)
