"""Postings of the same side that seem to say the same, in whichever language: one of them may be a copy.

Compared are centred vectors, in which neither side nor language speaks. With the shipped model and the seed data a
technology and its short translation are nearer than ``ALIKE`` in nine of ten cases, a need and its in six, a posting
and a shorter version in the same language always; of 9,880 pairs of different postings four are, each of them on the
same subject. So a person decides.

A title alone is too little for a vector: with nothing but its title one technology in six is no longer near itself. So
postings under the same title count as alike whatever their vectors say.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue import service as postings
from matchmaker.catalogue.models import Kind, Posting
from matchmaker.embedding import store
from matchmaker.embedding.encoder import Array, digest
from matchmaker.embedding.index import Comparison, Selection, Term
from matchmaker.matching.build import adapt
from matchmaker.matching.centring import centre
from matchmaker.matching.engine import ROLE, Engine, text_row
from matchmaker.matching.models import AlikePublic
from matchmaker.matching.service import rows_of
from matchmaker.matching.side import HUB_DIMENSIONS, TextRow
from matchmaker.matching.state import EngineState
from matchmaker.matching.tokens import tokenise

ALIKE = 0.4
# A posting in several languages takes several of the places that are looked at.
ROWS_PER_POSTING = 5
# So many of those that wait for review are looked through, the latest.
MOST_WAITING = 500
# Where more texts than these have all words of a title, it is too common to tell anything.
MOST_TITLED = 1000
# The language that a text says it has may be wrong, and words are stemmed in one only.
READINGS = ("vi", "en")


@dataclass(frozen=True)
class Likeness:
    """Another posting, and the cosine of the two texts that are nearest to each other; ``ALIKE`` at least where two
    have the same title."""

    posting_id: int
    similarity: float


def find_alike(
    session: Session, engine: Engine, posting: Posting, waiting: Sequence[Posting], limit: int
) -> list[Likeness]:
    """Published postings, and of those in ``waiting``, that are as near to this one as copies are; those under its
    title first, then the nearest.

    Of ``waiting`` only those count whose vectors are stored: nothing is encoded but this posting's own texts.
    """
    state = engine.current()
    rows = rows_of(session, posting)
    if not rows:
        return []
    raw = engine.lasting_vectors([row.text for row in rows], posting.kind)
    own = _centred(state, posting.kind, rows, raw)
    found = _published(state, posting, own, limit) | _waiting(session, engine, state, posting, own, waiting)
    titled = _same_title(session, state, posting, rows, waiting)
    found |= {other: max(found.get(other, 0.0), ALIKE) for other in titled}
    near = [Likeness(other, round(cosine, 4)) for other, cosine in found.items() if cosine >= ALIKE]
    return sorted(near, key=lambda one: (one.posting_id not in titled, -one.similarity, one.posting_id))[:limit]


def list_alike(session: Session, engine: Engine, posting: Posting, actor: Actor, limit: int) -> list[AlikePublic]:
    """The same as they are shown, with those that wait for review among them."""
    waiting = catalogue.waiting_for_review(session, posting.kind, MOST_WAITING)
    found = {one.posting_id: one for one in find_alike(session, engine, posting, waiting, limit)}
    rows = catalogue.postings_by_id(session, list(found))
    shown = postings.show(session, [rows[number] for number in found if number in rows], actor)
    return [AlikePublic(similarity=found[one.id].similarity, posting=one) for one in shown]


def _centred(state: EngineState, kind: Kind, rows: Sequence[TextRow], raw: Array) -> Array:
    return centre(adapt(raw, state.weights), [row.language for row in rows], state.market.side(kind).means)


def _published(state: EngineState, posting: Posting, own: Array, limit: int) -> dict[int, float]:
    # Without their share of hubs: here nearness itself is asked for.
    queries = np.hstack([own, np.zeros((len(own), HUB_DIMENSIONS), np.float32)])
    itself = Term("posting", Comparison.NONE_OF, (posting.id or 0,))
    best: dict[int, float] = defaultdict(float)
    for segment in state.market.side(posting.kind).segments:
        others = Selection(segment.columns.posting != posting.id, (itself,)).but(segment.alive, segment.gone)
        scores, places = segment.index.search(queries, limit * ROWS_PER_POSTING, others)
        for score, place in zip(scores.ravel(), places.ravel(), strict=True):
            other = int(segment.columns.posting[place])
            best[other] = max(best[other], float(score))
    return dict(best)


def _waiting(
    session: Session, engine: Engine, state: EngineState, posting: Posting, own: Array, waiting: Sequence[Posting]
) -> dict[int, float]:
    others = [other for other in waiting if other.kind is posting.kind and other.id != posting.id]
    texts = catalogue.texts_of(session, [other.id or 0 for other in others])
    rows = [text_row(other, text) for other in others for text in texts[other.id or 0]]
    keys = [digest(row.text, ROLE[posting.kind]) for row in rows]
    stored = store.load_vectors(session, engine.encoder.name, keys)
    known = [(row, stored[key]) for row, key in zip(rows, keys, strict=True) if key in stored]
    if not known:
        return {}
    theirs = _centred(state, posting.kind, [row for row, _ in known], np.stack([vector for _, vector in known]))
    best: dict[int, float] = defaultdict(float)
    for (row, _), cosine in zip(known, (own @ theirs.T).max(axis=0), strict=True):
        best[row.posting] = max(best[row.posting], float(cosine))
    return dict(best)


def _same_title(
    session: Session, state: EngineState, posting: Posting, rows: Sequence[TextRow], waiting: Sequence[Posting]
) -> set[int]:
    """Postings, published or in ``waiting``, one of whose titles is one of these, but for case, accents and signs."""
    wanted = {_plain(row.title) for row in rows} - {()}
    others = {other.id or 0 for other in waiting if other.kind is posting.kind}
    for segment in state.market.side(posting.kind).segments:
        for words in {frozenset(tokenise(row.title, language)) for row in rows for language in READINGS}:
            places = segment.lexical.having(words)
            if len(places) <= MOST_TITLED:
                others.update(segment.columns.posting[places[segment.alive[places]]].tolist())
    titles = catalogue.titles_of(session, sorted(others - {posting.id}))
    return {other for other, said in titles.items() if any(_plain(title) in wanted for title in said.values())}


def _plain(title: str) -> tuple[str, ...]:
    return tuple(tokenise(title, READINGS[0]))
