"""Long work of matching: rebuilding the index, ranking everything, changing the model."""

from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind, Posting
from matchmaker.catalogue.service import expire_postings
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.jobs.service import enqueue_once, handler
from matchmaker.matching.filters import Filter, selections
from matchmaker.matching.models import Candidate, RankingRun
from matchmaker.matching.pairs import rank_postings
from matchmaker.matching.service import Matcher, queries_for, store_sentences

REBUILD, RANK_ALL, PREPARE_REASONS = "matching.rebuild", "matching.rank_all", "matching.prepare_reasons"
# Candidates kept of each need; nobody reads further, and the lists of the unmet need only the best.
KEPT = 50
# So many are seen at first.
SHOWN = 10
# Somebody who edits changes several things; ranking everything waits until they are done.
REST_SECONDS = 20.0
CHUNK = 50


@handler(REBUILD, lane="matching")
def rebuild(context: JobContext) -> dict[str, Any]:
    """Encode what has no vector yet, build both sides anew and keep them."""
    matcher: Matcher = context.services.ready_matcher()
    state = matcher.engine.rebuild(context.progress("encoding"))
    sides = {kind.value: state.market.side(kind).size for kind in Kind}
    return {"texts": sides, "seq": state.seq}


@handler(RANK_ALL, lane="matching")
def rank_all(context: JobContext) -> dict[str, Any]:
    """Keep the best candidates of every need; what was kept before is replaced at once, at the end."""
    matcher: Matcher = context.services.ready_matcher()
    state = matcher.engine.current()
    ids = sorted({int(p) for s in state.market.needs.segments for p in s.columns.posting[s.alive]})
    found: list[dict[str, Any]] = []
    for start in range(0, len(ids), CHUNK):
        with context.database.session(writes=False) as session:
            for need in catalogue.postings_by_id(session, ids[start : start + CHUNK]).values():
                found += _candidates(session, matcher, state, need)
        context.report("ranking", min(start + CHUNK, len(ids)), len(ids))
    with context.database.session() as session:
        _replace(session, found)
        run = RankingRun(
            seq=state.seq,
            weights=state.weights.version,
            needs=len(ids),
            technologies=state.market.technologies.living,
        )
        session.merge(run)
        context.services.submit_after_commit(session, enqueue_once(session, PREPARE_REASONS, "service"))
    return {"needs": len(ids), "candidates": len(found)}


@handler(PREPARE_REASONS, lane="matching")
def prepare_reasons(context: JobContext) -> dict[str, Any]:
    """Store the vectors of sentences that are quoted where the best candidates of each need are shown."""
    with context.database.session(writes=False) as session:
        pairs = session.exec(select(Candidate.need_id, Candidate.technology_id).where(Candidate.rank <= SHOWN)).all()
    ids = sorted({posting for pair in pairs for posting in pair})
    matcher: Matcher = context.services.ready_matcher()
    sentences = 0
    for start in range(0, len(ids), CHUNK):
        with context.database.session(writes=False) as session:
            sentences += store_sentences(session, matcher, ids[start : start + CHUNK])
        context.report("encoding", min(start + CHUNK, len(ids)), len(ids))
    return {"postings": len(ids), "sentences": sentences}


def _candidates(session: Session, matcher: Matcher, state: Any, need: Any) -> list[dict[str, Any]]:
    side = state.market.technologies
    allowed = selections(side, Filter(exclude_organisation=need.organisation_id), clock.today())
    queries = queries_for(session, matcher.engine, state, need)
    ranked, postings = rank_postings(side, queries, state.weights, KEPT, allowed)
    probabilities = state.weights.calibration.probability(ranked.scores, ranked.evidence)
    names = ("cosine", "dense", "lexical", "coverage")
    return [
        {
            "need_id": need.id,
            "technology_id": int(postings[i]),
            "rank": i + 1,
            "score": round(float(ranked.scores[i]), 4),
            "probability": round(float(probabilities[i]), 4),
            "parts": {name: round(float(v), 4) for name, v in zip(names, ranked.features[i], strict=True)},
            "weights": state.weights.version,
            "seq": state.seq,
            "ranked_at": clock.now(),
        }
        for i in range(len(postings))
    ]


def _replace(session: Session, rows: list[dict[str, Any]]) -> None:
    known = set(session.exec(select(Posting.id)).all())
    session.execute(delete(Candidate).where(col(Candidate.need_id) > 0))
    for start in range(0, len(rows), 1000):
        # A posting may have been removed while ranking went on.
        part = [r for r in rows[start : start + 1000] if r["need_id"] in known and r["technology_id"] in known]
        if part:
            session.execute(Candidate.__table__.insert(), part)  # type: ignore[attr-defined]


def maintain(database: Database, matcher: Matcher) -> list[int]:
    """What should be looked after from time to time: expiry, a rebuild that is due. Returns ids of jobs asked for."""
    with database.session() as session:
        expire_postings(session)
    due = [REBUILD] if matcher.engine.behind() else []
    with database.session(writes=False) as session:
        due += [RANK_ALL] if not due and _ranking_is_old(session, matcher) else []
    if not due:
        return []
    with database.session() as session:
        return [enqueue_once(session, kind, "service").id or 0 for kind in due]


def _ranking_is_old(session: Session, matcher: Matcher) -> bool:
    """Whether the catalogue or the weights changed since everything was ranked, and have come to rest."""
    if session.exec(select(Job.id).where(Job.kind == RANK_ALL, col(Job.state).in_(["queued", "running"]))).first():
        return False
    state = matcher.engine.current()
    run = session.get(RankingRun, 1)
    current = run is not None and run.seq == state.seq and run.weights == state.weights.version
    return not current and matcher.engine.at_rest(REST_SECONDS)
