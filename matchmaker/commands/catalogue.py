"""Organisations, postings, their review, import and export on the command line."""

import json
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table

from matchmaker.accounts import service as accounts
from matchmaker.accounts.models import OrganisationCreate
from matchmaker.catalogue import contents, exporting, queries, service
from matchmaker.catalogue.facets import Wanted
from matchmaker.catalogue.import_routes import enqueue_import, keep_upload
from matchmaker.catalogue.importing import RowStatus, answers
from matchmaker.catalogue.models import Kind, PostingUpdate, State
from matchmaker.commands import common
from matchmaker.commands.common import ActingOption, JsonOption
from matchmaker.kit.errors import InvalidError

organisations = typer.Typer(help="Organisations.", no_args_is_help=True)
postings = typer.Typer(help="Technologies and needs, and their review.", no_args_is_help=True)

PostingId = Annotated[int, typer.Argument(help="The posting's id.")]


@organisations.command("list")
def list_organisations(limit: int = 50, offset: int = 0, as_json: JsonOption = False) -> None:
    """List organisations."""
    with common.session() as session:
        rows, total = accounts.list_organisations(session, offset, limit)
    if as_json:
        common.print_json([row.model_dump(mode="json") for row in rows])
        return
    table = Table("id", "key", "name", "kind", "region", title=f"{len(rows)} of {total}")
    for row in rows:
        common.add_row(table, str(row.id), row.key or "", row.name_vi or row.name_en, row.kind, row.region)
    common.console.print(table)


@organisations.command("load")
def load_organisations(file: Annotated[Path, typer.Argument(exists=True, dir_okay=False)]) -> None:
    """Add or change organisations from JSON Lines; those with a known key are changed."""
    with common.session(writes=True) as session:
        count = 0
        for number, line in enumerate(common.read_text(file).split("\n"), start=1):
            if line.strip():
                try:
                    data = OrganisationCreate.model_validate(json.loads(line))
                except ValueError as error:
                    raise InvalidError("line_invalid", line=number, reason=str(error)[:300]) from error
                accounts.create_organisation(session, data, common.actor("organiser"))
                count += 1
    common.say(f"{count} organisations saved")


@postings.command("list")
def list_postings(
    kind: Kind | None = None,
    state: State | None = None,
    sector: str | None = None,
    limit: int = 20,
    offset: int = 0,
    acting_as: ActingOption = "organiser",
    as_json: JsonOption = False,
) -> None:
    """List postings, latest change first."""
    with common.session() as session:
        actor = common.actor(acting_as)
        wanted = Wanted(kind, state, sectors=(sector,) if sector else ())
        rows, total = service.list_postings(session, actor, wanted, offset, limit)
        shown = service.show(session, rows, actor)
    if as_json:
        common.print_json([row.model_dump(mode="json") for row in shown])
        return
    table = Table("id", "kind", "state", "language", "title", title=f"{len(rows)} of {total}")
    for row in shown:
        common.add_row(table, str(row.id), row.kind, row.state, row.language, row.title)
    common.console.print(table)


@postings.command("show")
def show_posting(posting_id: PostingId, acting_as: ActingOption = "organiser") -> None:
    """Print one posting as JSON."""
    with common.session() as session:
        actor = common.actor(acting_as)
        shown = service.show(session, [service.get_posting(session, posting_id, actor)], actor)[0]
    common.print_json(shown.model_dump(mode="json"))


@postings.command("add")
def add_posting(
    kind: Kind,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A JSON object.")],
    acting_as: ActingOption = "organiser",
) -> None:
    """Save a posting from a JSON file as a draft."""
    values = common.read_object(common.read_text(file))
    with common.session(writes=True) as session:
        saved = service.create_posting(session, contents.validated(kind, values), common.actor(acting_as))
    common.say(f"{kind.value} {saved.id} saved as {saved.state.value}")


@postings.command("edit")
def edit_posting(
    posting_id: PostingId,
    changes: Annotated[str, typer.Argument(help='A JSON object of fields, such as {"trl": 8}.')],
    acting_as: ActingOption = "organiser",
) -> None:
    """Change some fields of a posting."""
    values = common.read_object(changes)
    with common.session(writes=True) as session:
        actor = common.actor(acting_as)
        version = service.get_for_edit(session, posting_id, actor).version
        saved = service.update_posting(session, posting_id, PostingUpdate(version=version, changes=values), actor)
    common.say(f"posting {saved.id} is {saved.state.value}, version {saved.version}")


@postings.command("state")
def change_state(
    posting_id: PostingId,
    state: State,
    reason: Annotated[list[str] | None, typer.Option(help="Why; may be given several times.")] = None,
    acting_as: ActingOption = "organiser",
) -> None:
    """Submit, publish, return or close a posting."""
    with common.session(writes=True) as session:
        saved = service.change_state(session, posting_id, state, common.actor(acting_as), reason)
    common.say(f"posting {saved.id} is {saved.state.value}")


@postings.command("history")
def show_history(posting_id: PostingId) -> None:
    """Who took a posting from state to state, and why."""
    table = Table("when", "from", "to", "who", "reasons")
    with common.session() as session:
        service.get_posting(session, posting_id, common.actor("organiser"))
        for event in queries.history(session, posting_id):
            common.add_row(
                table,
                f"{event.at:%Y-%m-%d %H:%M}",
                event.from_state,
                event.to_state,
                event.actor,
                "; ".join(event.reasons),
            )
    common.console.print(table)


@postings.command("import")
def import_file(
    kind: Kind,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="CSV, XLSX or JSON Lines.")],
    write: Annotated[bool, typer.Option(help="Write the good rows; otherwise only say what would happen.")] = False,
    publish: Annotated[bool, typer.Option(help="Publish what is new.")] = False,
    organisation: Annotated[int | None, typer.Option(help="Owner of rows that name none.")] = None,
    rejected: Annotated[Path | None, typer.Option(help="Where to write the rejected rows with reasons.")] = None,
    acting_as: ActingOption = "organiser",
    as_json: JsonOption = False,
) -> None:
    """Import a table: good rows go in, bad rows are told field by field."""
    made = common.services()
    upload = keep_upload(made.upload_folder, file.read_bytes())
    with common.session(writes=True) as session:
        actor = common.actor(acting_as)
        owner = organisation or actor.organisation_id
        job = enqueue_import(session, actor, kind, upload, file.name, owner, publish=publish, dry_run=not write)
    ended = common.run_here(job)
    if rejected and ended.result["rejected"]:
        form = rejected.suffix.lstrip(".") or "csv"
        with common.session() as session:
            data = exporting.rejected(session, ended.id or 0, made.upload_folder / upload, file.name, form)  # type: ignore[arg-type]
        rejected.write_bytes(data)
    if as_json:
        common.print_json({"job": ended.id, **ended.result})
        return
    common.say(", ".join(f"{name}: {value}" for name, value in ended.result.items()))
    with common.session() as session:
        for row in answers(session, ended.id or 0, RowStatus.REJECTED, 0, 10)[0]:
            told = "; ".join(f"{e['field']} {e['code']}".strip() for e in row.errors)
            common.say(f"  row {row.number}: {told}")


@postings.command("export")
def export_file(
    kind: Kind,
    file: Annotated[Path, typer.Argument(help="Ends in .csv, .xlsx or .jsonl.")],
    language: str = "vi",
    acting_as: ActingOption = "organiser",
) -> None:
    """Write postings to a table that can be imported again."""
    with common.session() as session:
        data = exporting.export(session, kind, common.actor(acting_as), _form(file), language)
    file.write_bytes(data)
    common.say(f"{file} written")


@postings.command("template")
def write_template(kind: Kind, file: Path, language: str = "vi") -> None:
    """Write a table with the right headers and an example."""
    file.write_bytes(exporting.template(kind, _form(file), language))
    common.say(f"{file} written")


def _form(file: Path) -> exporting.Format:
    form = file.suffix.lstrip(".").lower()
    if form not in exporting.MEDIA_TYPES:
        raise InvalidError("format_unknown", file=file.name)
    return form  # type: ignore[return-value]
