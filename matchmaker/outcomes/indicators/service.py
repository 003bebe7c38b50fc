"""Figures for organisers: read, cut, counted and named."""

from pathlib import Path

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.events.service import get_event
from matchmaker.kit import clock
from matchmaker.kit.errors import InvalidError
from matchmaker.matching.learned import current_weights
from matchmaker.outcomes.indicators import definitions, queries
from matchmaker.outcomes.indicators.counting import Figure, count_indicators
from matchmaker.outcomes.indicators.cutting import By, Cut, cut, groups
from matchmaker.outcomes.indicators.definitions import Words
from matchmaker.outcomes.indicators.facts import Facts
from matchmaker.outcomes.indicators.models import (
    DefinitionPublic,
    FigurePublic,
    GroupPublic,
    IndicatorsPublic,
    PartPublic,
)
from matchmaker.outcomes.indicators.reading import read_facts


def get_indicators(session: Session, actor: Actor, wanted: Cut, by: By | None, learned: Path) -> IndicatorsPublic:
    """All indicators of a cut, and by group (organisers). ``learned`` is the folder of learned weights.

    Raises NotFoundError, or InvalidError for a cut that says nothing.
    """
    facts = facts_of(session, actor, wanted, learned)
    grouped = groups(facts, by) if by else {}
    names, known = _group_names(session, by), taxonomy_of(session)
    return IndicatorsPublic(
        zone=str(clock.HOME_ZONE),
        at=clock.now(),
        **vars(wanted),
        by=by,
        figures=show(count_indicators(facts), known),
        groups=[
            GroupPublic(key=key, name_vi=name.vi, name_en=name.en, figures=show(count_indicators(part), known))
            for key, part in grouped.items()
            if (name := names.get(key, definitions.part_name(key, known)))
        ],
    )


def facts_of(session: Session, actor: Actor, wanted: Cut, learned: Path) -> Facts:
    """The facts of a cut, for organisers. Raises as ``get_indicators`` does."""
    actor.require_organiser()
    check_cut(session, wanted, actor)
    return cut(read_facts(session, current_weights(learned).calibration.threshold), wanted)


def check_cut(session: Session, wanted: Cut, actor: Actor) -> None:
    """Raise NotFoundError or InvalidError for a cut that names nothing that is there."""
    if wanted.event_id is not None:
        get_event(session, wanted.event_id, actor)
    if wanted.sector is not None and taxonomy_of(session).unknown([wanted.sector]):
        raise InvalidError("sector_unknown", field="sector", sectors=[wanted.sector])
    if wanted.since and wanted.until and wanted.until <= wanted.since:
        raise InvalidError("period_reversed", field="until")


def show(figures: dict[str, Figure], known: Taxonomy) -> list[FigurePublic]:
    """Figures with names; parts stand in their own order, currencies by their codes."""
    return [
        FigurePublic(code=code, value=None if one.value is None else float(one.value), parts=_parts(one, known))
        for code, one in figures.items()
    ]


def show_definitions() -> list[DefinitionPublic]:
    """Every indicator with its definition, in the order of a report."""
    return [
        DefinitionPublic(
            code=one.code,
            section=one.section,
            section_vi=definitions.section_name(one.section).vi,
            section_en=definitions.section_name(one.section).en,
            unit=one.unit,
            name_vi=one.name.vi,
            name_en=one.name.en,
            definition_vi=one.text.vi,
            definition_en=one.text.en,
        )
        for one in definitions.definitions().values()
    ]


def _parts(figure: Figure, known: Taxonomy) -> list[PartPublic]:
    named = definitions.named_parts(figure.parts or {}, known)
    return [PartPublic(key=key, name_vi=name.vi, name_en=name.en, value=float(value)) for key, name, value in named]


def _group_names(session: Session, by: By | None) -> dict[str, Words]:
    if by is not By.EVENT:
        return {}
    return {
        str(row.id): Words(row.name_vi or row.name_en, row.name_en or row.name_vi) for row in queries.events(session)
    }
