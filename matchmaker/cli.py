"""The command line: ``matchmaker --help``."""

import typer
from typer.core import TyperGroup

from matchmaker.commands import (
    accounts,
    agenda,
    agenda_editing,
    agenda_export,
    agenda_live,
    catalogue,
    common,
    events,
    matching,
    operations,
)


class RefusingGroup(TyperGroup):
    """Shows refusals of the service as one line instead of a traceback, for every command."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        with common.refusals():
            return super().invoke(ctx)


app = typer.Typer(
    cls=RefusingGroup,
    help="Matches technologies with needs across languages.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
app.add_typer(operations.model, name="model")
app.add_typer(operations.database, name="db")
app.add_typer(operations.jobs, name="jobs")
app.add_typer(accounts.accounts, name="accounts")
app.add_typer(catalogue.organisations, name="organisations")
app.add_typer(catalogue.postings, name="postings")
app.add_typer(matching.matching, name="matching")
app.add_typer(events.events, name="events")
app.add_typer(agenda.agenda, name="agenda")
agenda.agenda.command("export")(agenda_export.export)
agenda.agenda.command("plan")(agenda_editing.plan)
agenda.agenda.command("place")(agenda_editing.place)
agenda.agenda.command("move")(agenda_editing.move)
agenda.agenda.command("swap")(agenda_editing.swap)
agenda.agenda.command("unplace")(agenda_editing.unplace)
agenda.agenda.command("pin")(agenda_editing.pin)
agenda.agenda.command("unpin")(agenda_editing.unpin)
agenda.agenda.command("undo")(agenda_editing.undo)
agenda.agenda.command("redo")(agenda_editing.redo)
agenda.agenda.command("take")(agenda_editing.take)
agenda.agenda.command("unplaced")(agenda_editing.list_unplaced)
agenda.agenda.command("what-if")(agenda_editing.try_what_if)
agenda.agenda.command("repair")(agenda_live.repair)
agenda.agenda.command("stand-ins")(agenda_live.stand_ins)
app.command("serve")(operations.serve)
app.command("describe")(operations.describe)
app.command("permissions")(operations.print_permissions)
app.command("seed")(operations.seed)
app.command("search")(matching.search)
app.command("candidates")(matching.candidates)
app.command("sectors")(matching.suggest_sectors)
app.command("check")(matching.check)
app.command("unmet")(matching.unmet)
app.command("themes")(matching.list_themes)
app.command("map")(matching.draw_map)
app.command("evaluate")(matching.evaluate)
app.command("train")(matching.train)
