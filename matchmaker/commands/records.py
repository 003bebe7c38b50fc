"""The audit log, and what is kept of people, on the command line."""

from datetime import datetime
from typing import Annotated

import typer
from rich.table import Table

from matchmaker.accounts.acting import ORGANISER
from matchmaker.accounts.records.audit import AuditEntryPublic, AuditFilter, find_entries
from matchmaker.commands import common
from matchmaker.kit.auditing.models import as_text
from matchmaker.kit.jobs.service import enqueue, run_job
from matchmaker.outcomes.retention.jobs import RETENTION
from matchmaker.outcomes.retention.register import as_document

LOCAL = "In the time zone of this machine."
privacy = typer.Typer(help="What is kept of people, and letting go of it.", no_args_is_help=True)


def audit(
    account: Annotated[int | None, typer.Option(help="The id of the account that acted.")] = None,
    organisation: Annotated[int | None, typer.Option(help="The id of the organisation that acted.")] = None,
    entity: Annotated[str | None, typer.Option(help="`posting`, `event`, `account` …")] = None,
    entity_id: Annotated[str | None, typer.Option("--id", help="The id of the entity.")] = None,
    action: Annotated[str | None, typer.Option(help="`catalogue.update_posting` …")] = None,
    since: Annotated[datetime | None, typer.Option("--from", help=LOCAL)] = None,
    until: Annotated[datetime | None, typer.Option(help=LOCAL)] = None,
    text: Annotated[str | None, typer.Option(help="Somewhere in what was before or after.")] = None,
    before: Annotated[int | None, typer.Option(help="Entries older than this one.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 50,
    as_json: common.JsonOption = False,
) -> None:
    """Who changed what and when, the latest first."""
    wanted = AuditFilter(
        account_id=account,
        organisation_id=organisation,
        entity=entity,
        entity_id=entity_id,
        action=action,
        since=since.astimezone() if since else None,
        until=until.astimezone() if until else None,
        text=text,
    )
    with common.session() as session:
        found = find_entries(session, ORGANISER, wanted, before, limit)
    if as_json:
        common.print_json(found.model_dump(mode="json"))
        return
    table = Table("id", "when", "who", "action", "what", "before", "after")
    for entry in found.items:
        common.add_row(table, *_cells(entry))
    common.console.print(table)


def _cells(entry: AuditEntryPublic) -> tuple[object, ...]:
    who = f"{entry.account_name or ''} {entry.actor} {entry.door} {entry.door_id or ''}".strip()
    what = f"{entry.entity} {entry.entity_id}" + (
        f" {entry.part} {entry.part_id}" if entry.part != entry.entity else ""
    )
    when = entry.at.astimezone().isoformat(" ", "seconds")
    return entry.id, when, who, entry.action, what, as_text(entry.before), as_text(entry.after)


@privacy.command("register")
def print_register() -> None:
    """Print the register of personal data, as docs/security/privacy_register.md shows it."""
    typer.echo(as_document(), nl=False)


@privacy.command("let-go")
def let_go() -> None:
    """Let go now of what is over, as the service does once a day; how many rows of each term."""
    services = common.services()
    with services.database.session() as session:
        job_id = enqueue(session, RETENTION, "command_line").id or 0
    common.print_json(run_job(services.database, services, job_id).result)
