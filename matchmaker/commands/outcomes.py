"""Figures, plans and reports on the command line."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError
from rich.table import Table

from matchmaker.accounts.acting import ORGANISER
from matchmaker.accounts.models import OrganisationKind
from matchmaker.agenda.models import Language
from matchmaker.commands import common
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.text import normalise
from matchmaker.outcomes.indicators.cutting import By, Cut
from matchmaker.outcomes.indicators.service import get_indicators
from matchmaker.outcomes.plans import queries
from matchmaker.outcomes.plans.models import PlanCreate
from matchmaker.outcomes.plans.service import create_plan, list_plans, show_plan
from matchmaker.outcomes.reports.gathering import Asked
from matchmaker.outcomes.reports.service import ReportForm, make_report

plans = typer.Typer(help="Plans of a year and their targets.", no_args_is_help=True)
DAY = ["%Y-%m-%d"]
Since = Annotated[datetime | None, typer.Option("--from", formats=DAY, help="The first day that counts.")]
Until = Annotated[datetime | None, typer.Option("--to", formats=DAY, help="The first day that counts no more.")]
EventOption = Annotated[int | None, typer.Option("--event", help="Only of this event.")]


def show_indicators(
    event: EventOption = None,
    sector: Annotated[str | None, typer.Option(help="Only of this sector.")] = None,
    kind: Annotated[OrganisationKind | None, typer.Option(help="Only of organisations of this kind.")] = None,
    region: Annotated[str | None, typer.Option(help="Only of organisations of this region.")] = None,
    since: Since = None,
    until: Until = None,
    by: Annotated[By | None, typer.Option(help="Also in groups.")] = None,
) -> None:
    """Print all indicators as JSON; days are those of Asia/Ho_Chi_Minh."""
    wanted = Cut(event, sector, kind.value if kind else None, region, day_of(since), day_of(until))
    with common.session() as session:
        found = get_indicators(session, ORGANISER, wanted, by, common.services().learned_folder)
    common.print_json(found.model_dump(mode="json"))


@plans.command("import")
def import_plan(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Load a plan with its targets from a JSON file; one whose key is there stays as it is."""
    try:
        data = PlanCreate.model_validate_json(common.read_text(file))
    except ValidationError as error:
        fields = [{"field": ".".join(map(str, e["loc"])), "code": e["type"]} for e in error.errors()]
        raise InvalidError("content_invalid", fields=fields[:50]) from error
    with common.session(writes=True) as session:
        if data.key and queries.find_by_key(session, data.key):
            typer.echo(f"{file.stem}: there")
            return
        plan = create_plan(session, data, ORGANISER)
    typer.echo(f"{file.stem}: plan {plan.id} with {len(data.targets)} targets")


@plans.command("list")
def list_all() -> None:
    """List plans, the latest year first."""
    table = Table("id", "number", "year", "name", "targets")
    with common.session() as session:
        for plan in list_plans(session, ORGANISER):
            common.add_row(table, plan.id, plan.number, plan.year, plan.name_vi or plan.name_en, plan.targets)
    common.console.print(table)


@plans.command("show")
def show(plan_id: int) -> None:
    """Print a plan with the progress of its targets as JSON."""
    with common.session() as session:
        found = show_plan(session, plan_id, ORGANISER, common.services().learned_folder)
    common.print_json(found.model_dump(mode="json"))


def write_report(
    event: EventOption = None,
    since: Since = None,
    until: Until = None,
    form: Annotated[ReportForm, typer.Option("--format", help="How it is written.")] = "pdf",
    language: Annotated[Language, typer.Option(help="Of the whole report.")] = "vi",
    issuer: Annotated[str, typer.Option(help="The unit that reports, for the heading.")] = "",
    number: Annotated[str, typer.Option(help="The report's own number.")] = "",
    place: Annotated[str, typer.Option(help="Where it is signed.")] = "",
    output: Annotated[Path | None, typer.Option("--output", "-o", help="A file; standard output if left out.")] = None,
) -> None:
    """Write the report of an event, or of a period given by its first day and the one after its last."""
    asked = Asked(event, day_of(since), day_of(until), normalise(issuer), normalise(number), normalise(place))
    services = common.services()
    with common.session() as session:
        folders = services.learned_folder, services.settings.fonts_folder
        file = make_report(session, ORGANISER, asked, form, language, *folders)
    common.hand_out(file.data, output, file.missing_fonts)


def day_of(moment: datetime | None) -> date | None:
    """The day that was given as an option."""
    return moment.date() if moment else None
