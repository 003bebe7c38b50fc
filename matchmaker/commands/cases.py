"""Cases on the command line."""

from typing import Annotated

import typer
from rich.table import Table

from matchmaker.commands import common
from matchmaker.commands.common import ActingOption, JsonOption
from matchmaker.interest.showing import reader
from matchmaker.outcomes.following.cases.queries import Wanted
from matchmaker.outcomes.following.cases.service import list_cases as find_cases
from matchmaker.outcomes.following.cases.stages import Stage

cases = typer.Typer(help="What came of meetings: cases with stages, tasks and contracts.", no_args_is_help=True)


@cases.command("list")
def list_cases(
    event: Annotated[int | None, typer.Option(help="Only of this event.")] = None,
    stage: Annotated[Stage | None, typer.Option(help="Only at this stage.")] = None,
    organisation: Annotated[int | None, typer.Option(help="Only of this organisation.")] = None,
    overdue: Annotated[bool, typer.Option("--overdue", help="Only with tasks past their date.")] = False,
    search: Annotated[str, typer.Option(help="Words in names and titles.")] = "",
    limit: int = 20,
    offset: int = 0,
    acting_as: ActingOption = "organiser",
    as_json: JsonOption = False,
) -> None:
    """List cases, those with overdue tasks first."""
    with common.session() as session:
        actor = common.actor(acting_as)
        whose = reader(actor, organisation)
        wanted = Wanted(None if actor.organiser else whose, event, stage, whose, overdue)
        rows, found = find_cases(session, wanted, search, actor, slice(offset, offset + limit))
    if as_json:
        common.print_json([row.model_dump(mode="json") for row in rows])
        return
    table = Table("id", "stage", "need's side", "technology's side", "open", "overdue", "next date", "value")
    table.title = f"{len(rows)} of {len(found)}"
    for row in rows:
        sides = [side.name_vi or side.name_en for side in (row.need, row.technology)]
        value = f"{row.value.amount} {row.value.currency}" if row.value else ""
        common.add_row(table, row.id, row.stage, *sides, row.open_tasks, row.overdue, row.next_due or "", value)
    common.console.print(table)
