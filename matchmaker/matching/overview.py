"""Needs that nothing fits and technologies that nobody asks for, from the last ranking of everything."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import TypeVar

from sqlmodel import Session, col, func, select

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue import service as postings
from matchmaker.catalogue.models import Kind, Posting, State
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Taxonomy, top_of
from matchmaker.matching.models import Candidate, RankingRun, SectorGroup, WeakList, WeakPosting
from matchmaker.matching.service import Matcher
from matchmaker.matching.state import EngineState

OTHER = "other"
MOST = 1000
# Overviews of more texts than these take longer than anybody wants to wait.
WAITED_FOR = 3000
Overview = TypeVar("Overview")


def weak_postings(session: Session, matcher: Matcher, kind: Kind, actor: Actor) -> WeakList:
    """Published postings of a side whose best probability is below the threshold, by top sector."""
    state = matcher.engine.current()
    threshold = state.weights.calibration.threshold
    run = session.get(RankingRun, 1)
    weak = remembered(session, matcher, ("weak", kind), lambda own: _weak(own, kind, threshold))
    best = {number: (probability, counterpart) for number, probability, counterpart in weak}
    rows = list(catalogue.postings_by_id(session, list(best)[:MOST]).values())
    groups: dict[str, list[WeakPosting]] = defaultdict(list)
    for row, shown in zip(rows, postings.show(session, rows, actor), strict=True):
        probability, counterpart = best[row.id or 0]
        sector = top_of(row.sectors[0]) if row.sectors else OTHER
        groups[sector].append(WeakPosting(posting=shown, best_probability=probability, best_id=counterpart))
    known = taxonomy_of(session)
    current = run is not None and run.seq == state.seq and run.weights == state.weights.version
    return WeakList(
        kind=kind,
        threshold=threshold,
        total=len(weak),
        current=current,
        ranked_at=run.at if run else None,
        sectors=[_group(known, sector, items) for sector, items in sorted(groups.items())],
    )


def _weak(session: Session, kind: Kind, threshold: float) -> list[tuple[int, float, int | None]]:
    """Postings below the threshold with the best probability and its counterpart, by id."""
    best = best_counterparts(session, kind)
    query = select(Posting.id).where(Posting.kind == kind, Posting.state == State.PUBLISHED).order_by(col(Posting.id))
    found = ((number, *best.get(number, (0.0, None))) for number in session.exec(query) if number)
    return [one for one in found if one[1] < threshold]


def remembered(session: Session, matcher: Matcher, name: Hashable, make: Callable[[Session], Overview]) -> Overview:
    """An overview of the catalogue and its ranking as they are; of a large catalogue, as they were a moment ago."""
    state, run = matcher.engine.current(), session.get(RankingRun, 1)
    words = taxonomy_of(session).mark
    known = (state.seq, state.generation, state.weights.version, run.at if run else None, words)

    def make_now() -> Overview:
        with matcher.engine.reading() as own:
            return make(own)

    return matcher.overviews.get(name, known, make_now, in_background=is_large(state))


def is_large(state: EngineState) -> bool:
    """Whether nobody should wait for an overview of the catalogue."""
    return state.market.technologies.living + state.market.needs.living > WAITED_FOR


def best_counterparts(session: Session, kind: Kind) -> dict[int, tuple[float, int | None]]:
    """Best probability and counterpart of each posting that any candidate was kept for."""
    own, other = Candidate.need_id, Candidate.technology_id
    if kind is Kind.TECHNOLOGY:
        own, other = other, own
    best = select(own, func.max(Candidate.probability).label("top")).group_by(col(own)).subquery()
    query = select(own, other, Candidate.probability).join(
        best, (best.c[0] == col(own)) & (best.c.top == Candidate.probability)
    )
    return {posting: (probability, counterpart) for posting, counterpart, probability in session.exec(query)}


def _group(taxonomy: Taxonomy, sector: str, items: list[WeakPosting]) -> SectorGroup:
    known = taxonomy.sectors.get(sector)
    names = (known.name_vi, known.name_en) if known else ("Khác", "Other")
    return SectorGroup(sector=sector, name_vi=names[0], name_en=names[1], items=items)
