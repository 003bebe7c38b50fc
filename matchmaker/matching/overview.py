"""Needs that nothing fits and technologies that nobody asks for, from the last ranking of everything."""

from collections import defaultdict

from sqlmodel import Session, col, func, select

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import service as postings
from matchmaker.catalogue import taxonomy
from matchmaker.catalogue.models import Kind, Posting, State
from matchmaker.matching.engine import Engine
from matchmaker.matching.models import Candidate, RankingRun, SectorGroup, WeakList, WeakPosting

OTHER = "other"
MOST = 1000


def weak_postings(session: Session, engine: Engine, kind: Kind, actor: Actor) -> WeakList:
    """Published postings of a side whose best probability is below the threshold, by top sector."""
    state = engine.current()
    threshold = state.weights.calibration.threshold
    run = session.get(RankingRun, 1)
    best = best_counterparts(session, kind)
    query = select(Posting).where(Posting.kind == kind, Posting.state == State.PUBLISHED).order_by(col(Posting.id))
    weak = [row for row in session.exec(query) if best.get(row.id or 0, (0.0, None))[0] < threshold]
    groups: dict[str, list[WeakPosting]] = defaultdict(list)
    for row, shown in zip(weak[:MOST], postings.show(session, weak[:MOST], actor), strict=True):
        probability, counterpart = best.get(row.id or 0, (0.0, None))
        sector = taxonomy.top_of(row.sectors[0]) if row.sectors else OTHER
        groups[sector].append(WeakPosting(posting=shown, best_probability=probability, best_id=counterpart))
    current = run is not None and run.seq == state.seq and run.weights == state.weights.version
    return WeakList(
        kind=kind,
        threshold=threshold,
        total=len(weak),
        current=current,
        ranked_at=run.at if run else None,
        sectors=[_group(sector, items) for sector, items in sorted(groups.items())],
    )


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


def _group(sector: str, items: list[WeakPosting]) -> SectorGroup:
    known = taxonomy.sectors().get(sector)
    names = (known.name_vi, known.name_en) if known else ("Khác", "Other")
    return SectorGroup(sector=sector, name_vi=names[0], name_en=names[1], items=items)
