"""Catalogues of partners on the command line."""

from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.table import Table

from matchmaker.accounts.acting import ORGANISER
from matchmaker.commands import common
from matchmaker.commands.common import JsonOption
from matchmaker.kit.errors import InvalidError
from matchmaker.outcomes.feeds.partners import service
from matchmaker.outcomes.feeds.partners.models import PartnerSent, RecordState

partners = typer.Typer(help="Catalogues of partners, harvested for review.", no_args_is_help=True)


@partners.command("list")
def list_all(as_json: JsonOption = False) -> None:
    """List catalogues with the numbers of their records."""
    with common.session() as session:
        found = service.list_partners(session, ORGANISER)
    if as_json:
        common.print_json([one.model_dump(mode="json") for one in found])
        return
    table = Table("id", "name", "kind", "form", "taken", "may be copies", "refused", "withdrawn", "harvested")
    for one in found:
        numbers = (one.taken, one.alike, one.refused, one.withdrawn)
        common.add_row(table, one.id, one.name, one.kind, one.form, *numbers, one.harvested_at or "")
    common.console.print(table)


@partners.command("add")
def add(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Enter a catalogue from a JSON file with the fields of `POST /api/partners`."""
    try:
        sent = PartnerSent.model_validate_json(common.read_text(file))
    except ValidationError as error:
        fields = [{"field": ".".join(map(str, one["loc"])), "code": one["type"]} for one in error.errors()]
        raise InvalidError("content_invalid", fields=fields[:50]) from error
    with common.session(writes=True) as session:
        made = service.add_partner(session, common.services().settings, sent, ORGANISER)
    common.say(f"partner {made.id}: {made.name}")


@partners.command("try")
def try_reading(partner_id: int) -> None:
    """Read a first page, keep nothing, and print what it says as JSON."""
    with common.session(writes=True) as session:
        job = service.start(session, partner_id, ORGANISER, service.TRY)
    common.print_json(common.run_here(job).result)


@partners.command("harvest")
def harvest(
    partner_id: int,
    whole: Annotated[bool, typer.Option("--whole", help="Everything again instead of what has changed.")] = False,
) -> None:
    """Take over what has changed; new and changed records wait for review."""
    with common.session(writes=True) as session:
        job = service.start(session, partner_id, ORGANISER, service.HARVEST, whole=whole)
    result = common.run_here(job).result
    common.say(", ".join(f"{name}: {number}" for name, number in result.items()))


@partners.command("records")
def list_records(
    partner_id: int,
    state: Annotated[RecordState | None, typer.Option(help="Only in this state.")] = None,
    alike: Annotated[bool, typer.Option("--alike", help="Only what may be copies.")] = False,
    limit: int = 20,
    offset: int = 0,
) -> None:
    """List a catalogue's records, the latest change first."""
    with common.session() as session:
        rows, total = service.list_partner_records(
            session, partner_id, ORGANISER, state, alike=alike, offset=offset, limit=limit
        )
    table = Table("record", "state", "posting", "title", "may be a copy of")
    table.title = f"{len(rows)} of {total}"
    for row in rows:
        why = row.title or ", ".join(f"{one['field']} {one['code']}" for one in row.errors)
        like = f"{row.alike_id} ({row.alike:.2f})" if row.alike_id and row.alike else ""
        common.add_row(table, row.identifier, row.posting_state or row.state, row.posting_id or "", why, like)
    common.console.print(table)


@partners.command("remove")
def remove(partner_id: int) -> None:
    """Forget a catalogue; the postings that came from it stay."""
    with common.session(writes=True) as session:
        service.remove_partner(session, partner_id, ORGANISER)
    common.say(f"partner {partner_id} removed")
