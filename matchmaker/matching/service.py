"""Candidates of a posting with their reasons, and free-text search."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue import service as postings
from matchmaker.catalogue.models import Kind, Posting, PostingText
from matchmaker.catalogue.opening import teasers
from matchmaker.catalogue.text import readable_fields
from matchmaker.embedding.index import Selection
from matchmaker.kit import clock
from matchmaker.kit.remembered import Remembered
from matchmaker.kit.telemetry.spans import span
from matchmaker.kit.text import split_sentences
from matchmaker.matching import criteria, reasons
from matchmaker.matching.accents import is_unaccented, restore_accents
from matchmaker.matching.build import with_late_rows
from matchmaker.matching.engine import Engine, text_row
from matchmaker.matching.filters import Filter, selections
from matchmaker.matching.language import detect_language
from matchmaker.matching.models import (
    CandidateList,
    CandidatePublic,
    CriterionPublic,
    PartsPublic,
    ReasonPublic,
    SearchHit,
    SearchResult,
)
from matchmaker.matching.pairs import fresh_queries, indexed_queries, probability_of, rank_postings
from matchmaker.matching.ranking import Query
from matchmaker.matching.sentences import SentenceVectors, stacked
from matchmaker.matching.side import Side, TextRow
from matchmaker.matching.state import EngineState
from matchmaker.matching.tokens import JOINT, tokenise

GOOD, NONE_GOOD = "good_matches", "no_good_match"
# Longer sentences are cut: a quotation is read at a glance.
REASON_SENTENCE_CHARS = 300


@dataclass
class Matcher:
    """The engine of this process with what reasons need, and what was made of the whole catalogue."""

    engine: Engine
    sentences: SentenceVectors
    overviews: Remembered = field(default_factory=Remembered)


@span("candidates")
def candidates_for(
    session: Session, matcher: Matcher, posting: Posting, actor: Actor, wanted: Filter, limit: int
) -> CandidateList:
    """The best postings of the other side for one posting, published or still a draft, with reasons."""
    state = matcher.engine.current()
    queries = queries_for(session, matcher.engine, state, posting)
    other = posting.kind.other
    side = state.market.side(other)
    allowed = selections(side, wanted, clock.today())
    ranked, found = rank_postings(side, queries, state.weights, limit, allowed)
    probabilities = state.weights.calibration.probability(ranked.scores, ranked.evidence)
    if posting.kind is Kind.TECHNOLOGY and len(found):
        probabilities = _as_needs_see(session, matcher.engine, state, found, posting)
        # What each need thinks of it may be another order than what it thinks of them.
        order = np.argsort(-probabilities, kind="stable")
        found, probabilities, ranked = found[order], probabilities[order], ranked.at(order)
    threshold = state.weights.calibration.threshold
    good = bool((probabilities >= threshold).any())
    shown = _with_reasons(session, matcher, state, posting, [int(i) for i in found], actor)
    items = [
        CandidatePublic(
            rank=number + 1,
            probability=round(float(probabilities[number]), 4),
            good=bool(probabilities[number] >= threshold),
            parts=_parts(ranked.scores[number], ranked.features[number]),
            **shown[int(candidate)],
        )
        for number, candidate in enumerate(found)
        if int(candidate) in shown
    ]
    return CandidateList(
        posting_id=posting.id or 0,
        kind=other,
        verdict=GOOD if good else NONE_GOOD,
        threshold=threshold,
        considered=_count(side, allowed),
        weights=state.weights.version,
        items=items,
    )


def queries_for(session: Session, engine: Engine, state: EngineState, posting: Posting) -> list[Query]:
    """What a posting asks for, one query per language; from the index where it is in it."""
    rows = rows_of(session, posting)
    queries = indexed_queries(state.market, posting.kind, rows, posting.id or 0, state.weights)
    if queries or not rows:
        return queries
    raw = engine.encode([row.text for row in rows], posting.kind)
    return fresh_queries(state.market, posting.kind, rows, raw, state.weights)


def rows_of(session: Session, posting: Posting) -> list[TextRow]:
    """A posting's texts as rows, whatever its state."""
    assert posting.id is not None
    return [text_row(posting, text) for text in catalogue.texts_of(session, [posting.id])[posting.id]]


def _as_needs_see(
    session: Session, engine: Engine, state: EngineState, needs: npt.NDArray[np.int64], posting: Posting
) -> npt.NDArray[np.float64]:
    """Probability of each need with a technology, from the need's side, so that a pair has one from both."""
    side = state.market.technologies
    if not len(side.rows_of([posting.id or 0])):
        side = _with_draft(session, engine, state, posting)
    rows = side.rows_of([posting.id or 0])
    known = catalogue.postings_by_id(session, [int(need) for need in needs])
    asking = [queries_for(session, engine, state, known[int(need)]) for need in needs]
    return np.array([probability_of(side, queries, rows, state.weights) for queries in asking])


def _with_draft(session: Session, engine: Engine, state: EngineState, posting: Posting) -> Side:
    """The technologies with one more that is not published."""
    rows = rows_of(session, posting)
    raw = engine.encode([row.text for row in rows], posting.kind)
    return with_late_rows(state.market.technologies, rows, raw, state.market.anchors[Kind.NEED], state.weights)


def _with_reasons(
    session: Session, matcher: Matcher, state: EngineState, posting: Posting, found: list[int], actor: Actor
) -> dict[int, dict[str, Any]]:
    """Public form, criteria and reasons of each candidate by id; two queries and one round of encoding for all."""
    others = catalogue.postings_by_id(session, found)
    ordered = [others[i] for i in found if i in others]
    texts = catalogue.texts_of(session, [posting.id or 0, *others])
    publics = postings.show(session, ordered, actor, texts)
    hidden = teasers(session, [posting, *ordered], actor)
    own = _sentences(posting, texts[posting.id or 0], hidden)
    theirs = [_sentences(other, texts[other.id or 0], hidden) for other in ordered]
    flat = [entry for entries in [own, *theirs] for entry in entries]
    vectors = matcher.sentences.vectors(flat, state.market)
    result: dict[int, dict[str, Any]] = {}
    start = len(own)
    for other, public, entries in zip(ordered, publics, theirs, strict=True):
        pairs = _pairs(own, vectors[: len(own)], entries, vectors[start : start + len(entries)])
        start += len(entries)
        need, technology = (posting, other) if posting.kind is Kind.NEED else (other, posting)
        verdicts = criteria.judge(_terms(need, hidden), _terms(technology, hidden))
        result[other.id or 0] = {
            "posting": public,
            "criteria": [CriterionPublic(**vars(verdict)) for verdict in verdicts],
            "reasons": [ReasonPublic(**vars(pair)) for pair in pairs],
        }
    return result


def store_sentences(session: Session, matcher: Matcher, ids: Sequence[int]) -> int:
    """Store vectors of all that may be quoted of these postings, so that nobody waits for them; how many sentences."""
    texts = catalogue.texts_of(session, ids)
    known = catalogue.postings_by_id(session, ids).values()
    entries = [entry for posting in known for entry in _sentences(posting, texts[posting.id or 0], hidden=())]
    for kind in Kind:
        matcher.engine.lasting_vectors([piece for own, _, piece in entries if own is kind], kind)
    return len(entries)


def _sentences(posting: Posting, texts: list[PostingText], hidden: Collection[int]) -> list[tuple[Kind, str, str]]:
    """What may be quoted of a posting to this reader, from its own language only."""
    fields = readable_fields(posting.kind, teaser=posting.id in hidden)
    body = next((text.body for text in texts if text.language == posting.language), {})
    pieces = [piece for name in fields for piece in split_sentences(body.get(name, ""), REASON_SENTENCE_CHARS)]
    return [(posting.kind, posting.language, piece) for piece in reasons.candidate_sentences(pieces)]


def _pairs(
    own: Sequence[tuple[Kind, str, str]], own_vectors: Any, other: Sequence[tuple[Kind, str, str]], other_vectors: Any
) -> list[reasons.SentencePair]:
    if not own or not other:
        return []
    dimension = len(own_vectors[0])
    sides = {own[0][0]: (own, own_vectors), other[0][0]: (other, other_vectors)}
    (need, need_vectors), (technology, technology_vectors) = sides[Kind.NEED], sides[Kind.TECHNOLOGY]
    return reasons.best_pairs(
        [sentence for _, _, sentence in need],
        [sentence for _, _, sentence in technology],
        stacked(need_vectors, dimension),
        stacked(technology_vectors, dimension),
        partial(_words, need[0][1]),
        partial(_words, technology[0][1]),
    )


@lru_cache(maxsize=20_000)
def _words(language: str, sentence: str) -> frozenset[str]:
    """Words that say something when shared: pairs of syllables in Vietnamese, longer words elsewhere."""
    words = tokenise(sentence, language)
    if language == "vi":
        return frozenset(word.replace(JOINT, " ") for word in words if JOINT in word)
    single = [word for word in words if JOINT not in word]
    return frozenset(word for word in single if len(word) > 3 or any(ch.isdigit() for ch in word))


def _terms(posting: Posting, hidden: Collection[int]) -> criteria.Terms:
    """What a posting states to this reader: of a teaser no more than what is shown of it."""
    if posting.id in hidden:
        return criteria.Terms(trl=posting.trl, region=posting.region)
    return criteria.Terms(
        trl=posting.trl,
        amount_min=posting.amount_min,
        amount_max=posting.amount_max,
        currency=posting.currency,
        deadline=posting.deadline,
        expires_on=posting.expires_on,
        region=posting.region,
        ip_status=posting.ip_status,
        cooperation=posting.cooperation,
    )


def _count(side: Side, allowed: Sequence[Selection]) -> int:
    """How many postings the selections leave; a posting's texts stand next to each other, in one segment."""
    total = 0
    for segment, selection in zip(side.segments, allowed, strict=True):
        postings = segment.columns.posting[segment.living(selection).mask]
        total += int(np.count_nonzero(np.diff(postings))) + bool(len(postings))
    return total


def _parts(score: np.float32, features: npt.NDArray[np.float32]) -> PartsPublic:
    values = [round(float(value), 4) for value in (score, *features)]
    return PartsPublic(**dict(zip(("score", "cosine", "dense", "lexical", "coverage"), values, strict=True)))


@span("search")
def search(
    session: Session,
    engine: Engine,
    kind: Kind,
    text: str,
    actor: Actor,
    wanted: Filter,
    language: str | None,
    offset: int,
    limit: int,
) -> SearchResult:
    """Postings of one kind for a text in any language, by the same ranking that matches postings."""
    spoken = language or detect_language(text)
    state = engine.current()
    side = state.market.side(kind)
    allowed = selections(side, wanted, clock.today())
    asker = kind.other
    row = TextRow(0, spoken, text)
    read = restore_accents(text) if spoken == "vi" and is_unaccented(text) else text
    queries = fresh_queries(state.market, asker, [row], engine.encode([read], asker), state.weights)
    ranked, found = rank_postings(side, queries, state.weights, offset + limit, allowed)
    scores = dict(zip(found[offset:].tolist(), ranked.scores[offset:].tolist(), strict=True))
    rows = catalogue.postings_by_id(session, list(scores))
    shown = postings.show(session, [rows[i] for i in scores if i in rows], actor)
    items = [SearchHit(score=round(scores[p.id], 4), posting=p) for p in shown]
    return SearchResult(items=items, total=_count(side, allowed), offset=offset, limit=limit, language=spoken)
