"""The command line: ``matchmaker --help``."""

from typing import Any

import typer
from typer.core import TyperGroup

from matchmaker.commands import (
    accounts,
    agenda,
    agenda_editing,
    agenda_export,
    agenda_live,
    cases,
    catalogue,
    common,
    doctor,
    events,
    matching,
    operations,
    outcomes,
    partners,
    records,
)
from matchmaker.kit import auditing


class RefusingGroup(TyperGroup):
    """Shows refusals of the service as one line instead of a traceback, and tells the audit log what is done."""

    def invoke(self, ctx: typer.Context) -> object:  # type: ignore[override]
        acting = auditing.Acting("command_line", self._named(ctx), auditing.Door.COMMAND)
        with common.refusals(), auditing.around(acting):
            return super().invoke(ctx)

    def _named(self, ctx: typer.Context) -> str:
        """The command that was called without what follows its name: ``postings import``."""
        words: list[str] = []
        commands: Any = self.commands
        for word in (*ctx._protected_args, *ctx.args):
            if word not in commands:
                break
            words.append(word)
            commands = getattr(commands[word], "commands", {})
        return " ".join(words)


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
app.add_typer(cases.cases, name="cases")
app.add_typer(outcomes.plans, name="plans")
app.add_typer(records.privacy, name="privacy")
app.add_typer(partners.partners, name="partners")
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
app.command("doctor")(doctor.doctor)
app.command("backup")(operations.back_up)
app.command("restore")(operations.restore)
app.command("worker")(operations.work)
app.command("describe")(operations.describe)
app.command("permissions")(operations.print_permissions)
app.command("seed")(operations.seed)
app.command("audit")(records.audit)
app.command("indicators")(outcomes.show_indicators)
app.command("report")(outcomes.write_report)
app.command("search")(matching.search)
app.command("candidates")(matching.candidates)
app.command("sectors")(matching.suggest_sectors)
app.command("check")(matching.check)
app.command("unmet")(matching.unmet)
app.command("themes")(matching.list_themes)
app.command("map")(matching.draw_map)
app.command("evaluate")(matching.evaluate)
app.command("train")(matching.train)
