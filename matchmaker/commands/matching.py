"""Search, candidates, overviews, evaluation and training on the command line."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from matchmaker.catalogue import service as catalogue
from matchmaker.catalogue.models import CREATE_SCHEMA, Kind
from matchmaker.commands import common
from matchmaker.commands.common import ActingOption, JsonOption
from matchmaker.embedding.manifest import load_encoder
from matchmaker.kit.errors import InvalidError
from matchmaker.kit.jobs.service import enqueue_once
from matchmaker.kit.text import normalise
from matchmaker.matching import evaluation, jobs, landscape, learned, overview, quality, service, themes, training
from matchmaker.matching.filters import Filter
from matchmaker.matching.weights import plain, save_means
from matchmaker.settings import get_settings

matching = typer.Typer(help="Ranking everything, the index, learned weights.", no_args_is_help=True)

Folder = Annotated[Path, typer.Argument(exists=True, file_okay=False, help="A folder in BEIR form.")]


def search(
    text: Annotated[str, typer.Argument(help="A few words or a whole text, in any language.")],
    kind: Kind = Kind.TECHNOLOGY,
    sector: Annotated[list[str] | None, typer.Option(help="A sector's code; may be given several times.")] = None,
    limit: int = 10,
    offset: int = 0,
    acting_as: ActingOption = "organiser",
    as_json: JsonOption = False,
) -> None:
    """Search the published catalogue."""
    matcher = common.matcher()
    wanted = Filter(sectors=tuple(sector or ()))
    with common.session() as session:
        actor = common.actor(acting_as)
        found = service.search(session, matcher.engine, kind, normalise(text), actor, wanted, None, offset, limit)
    if as_json:
        common.print_json(found.model_dump(mode="json"))
        return
    table = Table(
        "score",
        "id",
        "language",
        "title",
        title=f"{found.total} {kind.value} postings, read as {found.language or '?'}",
    )
    for hit in found.items:
        common.add_row(table, f"{hit.score:.2f}", str(hit.posting.id), hit.posting.language, hit.posting.title)
    common.console.print(table)


def candidates(
    posting_id: Annotated[int, typer.Argument(help="A need or a technology.")],
    limit: int = 5,
    acting_as: ActingOption = "organiser",
    as_json: JsonOption = False,
) -> None:
    """Rank the other side for a posting, with reasons and criteria."""
    matcher = common.matcher()
    with common.session() as session:
        actor = common.actor(acting_as)
        posting = catalogue.get_for_edit(session, posting_id, actor)
        found = service.candidates_for(session, matcher, posting, actor, Filter(), limit)
    if as_json:
        common.print_json(found.model_dump(mode="json"))
        return
    common.console.print(f"[bold]{found.verdict}[/] among {found.considered} (threshold {found.threshold:.2f})")
    for item in found.items:
        mark = "[green]✓[/]" if item.good else "[dim]·[/]"
        common.console.print(
            f"\n{mark} {item.rank}. {item.probability:.0%} [bold]{escape(item.posting.title)}[/] (#{item.posting.id})"
        )
        told = ", ".join(f"{c.name} {c.verdict}" for c in item.criteria)
        common.console.print(f"   {told}", style="dim")
        for reason in item.reasons:
            common.console.print(f"   need: “{escape(reason.need)}”")
            common.console.print(f"   technology: “{escape(reason.technology)}”")


def suggest_sectors(text: str, limit: int = 3) -> None:
    """Suggest sectors for a text."""
    with common.session() as session:
        suggested = quality.suggest_sectors(session, common.matcher().engine, normalise(text), "", limit)
    for found in suggested:
        common.say(f"{found.score:.2f}  {found.code}  {found.name_vi} / {found.name_en}")


def check(
    kind: Kind,
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A JSON object.")],
    acting_as: ActingOption = "organiser",
) -> None:
    """Say what would make a draft better."""
    values = common.read_object(common.read_text(file))
    try:
        draft = CREATE_SCHEMA[kind].model_validate(values)
    except ValueError as error:
        raise InvalidError("draft_invalid", reason=str(error)[:500]) from error
    engine = common.matcher().engine
    with common.session() as session:
        found = quality.check_draft(session, engine, kind, draft, common.actor(acting_as), None)
    common.print_json([asdict(finding) for finding in found])


def unmet(
    kind: Annotated[Kind, typer.Argument(help="`need`: unmet needs, `technology`: unasked technologies.")] = Kind.NEED,
    as_json: JsonOption = False,
) -> None:
    """List what nothing on the other side fits, by sector."""
    with common.session() as session:
        found = overview.weak_postings(session, common.matcher(), kind, common.actor("organiser"))
    if as_json:
        common.print_json(found.model_dump(mode="json"))
        return
    note = "" if found.current else " (a newer ranking is due: matchmaker matching rank-all)"
    common.say(f"{found.total} below {found.threshold:.2f}{note}")
    for group in found.sectors:
        common.console.print(f"[bold]{group.name_vi} / {group.name_en}[/]")
        for item in group.items:
            common.console.print(f"  {item.best_probability:.0%}  #{item.posting.id} {escape(item.posting.title)}")


def list_themes(count: int | None = None, as_json: JsonOption = False) -> None:
    """Propose themes for sessions."""
    with common.session() as session:
        found = themes.propose(session, common.matcher().engine, count)
    if as_json:
        common.print_json([theme.model_dump(mode="json") for theme in found])
        return
    table = Table("needs", "technologies", "pairs", "theme")
    for theme in found:
        name = f"{theme.name_vi}\n{theme.name_en}"
        common.add_row(table, str(len(theme.needs)), str(len(theme.technologies)), str(len(theme.pairs)), name)
    common.console.print(table)


def draw_map(limit: int = 2000) -> None:
    """Print the map of both sides as JSON."""
    with common.session() as session:
        common.print_json(landscape.draw(session, common.matcher().engine, limit).model_dump(mode="json"))


def evaluate(
    folder: Folder,
    symmetric: Annotated[bool, typer.Option(help="Both sides are of one kind and are read alike.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Measure ranking on a folder in BEIR form, apart from the live catalogue."""
    settings = get_settings()
    collection = evaluation.read_collection(folder)
    with common.progress_bar() as report:
        encoder = load_encoder(settings)
        weights = learned.current_weights(settings.data_folder / "learned")
        found = evaluation.evaluate_folder(collection, encoder, weights, symmetric=symmetric, progress=report)
    if as_json:
        common.print_json(found)
        return
    table = Table(
        "", *evaluation.MEASURES, title=f"{folder.name}: {found['queries']} queries, {found['documents']} documents"
    )
    rows: dict[str, Any] = found["variants"] | {f"full, {code}": v for code, v in found["by_language"].items()}
    for name, figures in rows.items():
        table.add_row(name, *(f"{figures[measure]:.3f}" for measure in evaluation.MEASURES))
    common.console.print(table)


def train(
    pairs: Annotated[Path, typer.Argument(exists=True, help="A BEIR folder, or a table need/technology/grade.")],
    guard: Annotated[list[Path] | None, typer.Option(help="Folders whose figures must not fall.")] = None,
    adapter: Annotated[bool, typer.Option(help="Also fit a linear adapter held close to the identity.")] = False,
    fusion: Annotated[bool, typer.Option(help="Also choose how much meaning and words weigh.")] = True,
) -> None:
    """Fit weights, calibration and adapter on labelled pairs; take them into use only if nothing else suffers."""
    made = common.services()
    engine = common.matcher().engine
    with learned.recorded(made.learned_folder, made.database.session), common.progress_bar() as report:
        result = training.train(
            made.database,
            engine.encoder,
            made.learned_folder,
            pairs,
            guard or [],
            adapter=adapter,
            fusion=fusion,
            progress=report,
        )
    common.print_json(result)


@matching.command("rank-all")
def rank_all() -> None:
    """Rank every need against every technology."""
    _run(jobs.RANK_ALL)


@matching.command("rebuild")
def rebuild() -> None:
    """Encode what changed and build the index anew."""
    _run(jobs.REBUILD)


@matching.command("weights")
def show_weights() -> None:
    """Print the weights in use and where they come from."""
    weights = learned.current_weights(common.services().learned_folder)
    shape = None if weights.adapter is None else list(weights.adapter.shape)
    common.print_json(plain(weights) | {"version": weights.version, "adapter": shape})


@matching.command("rollback")
def rollback() -> None:
    """Go back to the weights before the ones in use."""
    made = common.services()
    with learned.recorded(made.learned_folder, made.database.session):
        version = learned.go_back(made.learned_folder)
    common.say(f"in use: {version}")


@matching.command("ship")
def ship(folder: Annotated[Path, typer.Argument(exists=True, file_okay=False)]) -> None:
    """Write the weights in use and the catalogue's means as the files that the package ships (for maintainers)."""
    engine = common.matcher().engine
    (folder / "weights.json").write_text(
        json.dumps(plain(engine.weights), indent=2, ensure_ascii=False) + "\n", "utf-8"
    )
    save_means(folder / "means.npz", engine.encoder.name, {kind.value: engine.means(kind) for kind in Kind})
    common.say(f"{folder} written")


def _run(kind: str) -> None:
    common.matcher()
    with common.session(writes=True) as session:
        job = enqueue_once(session, kind, "organiser")
    common.say(str(common.run_here(job).result))
