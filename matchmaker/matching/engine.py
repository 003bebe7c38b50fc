"""Keeps both sides of the live catalogue searchable and in step with the database.

Before every search the engine asks for the catalogue's latest change and replays what it has not seen, so a posting
is found, changed or gone in the next search, also when another process changed it. Many changes at once (an import)
are left to the job that rebuilds everything; until then the former state serves.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace

import numpy as np
import structlog
from sqlmodel import Session

from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind, Posting, PostingText, State
from matchmaker.catalogue.text import embedding_text
from matchmaker.embedding import store
from matchmaker.embedding.encoder import Array, Encoder, Progress, Role, digest
from matchmaker.kit.database import Database
from matchmaker.kit.telemetry.spans import span
from matchmaker.matching.build import IndexBuilder, Market, build_market, with_late_rows, without
from matchmaker.matching.centring import LanguageMeans
from matchmaker.matching.shelf import NoShelf, Shelf
from matchmaker.matching.side import Attributes, TextRow
from matchmaker.matching.state import EngineState
from matchmaker.matching.weights import Weights, shipped_means

log = structlog.get_logger(__name__)

ROLE: dict[Kind, Role] = {Kind.NEED: "query", Kind.TECHNOLOGY: "passage"}
# Up to so many changed postings are taken in before a search goes on; more wait for a rebuild.
INLINE_POSTINGS = 200
PAGE = 2000


class Engine:
    """The live market of one process."""

    def __init__(self, database: Database, encoder: Encoder, weights: Weights, shelf: Shelf | None = None) -> None:
        self._database = database
        self._shelf = shelf or NoShelf()
        self._lock = threading.RLock()
        self.encoder = encoder
        self.weights = weights
        self._state: EngineState | None = None
        self._changed = 0.0
        # Called in a rebuild before texts without vectors are encoded, so that others can take a part.
        self.share_encoding: Callable[[dict[Kind, list[TextRow]], Progress | None], None] | None = None

    def reading(self) -> AbstractContextManager[Session]:
        """A transaction that only reads, for who works outside a request."""
        return self._database.session(writes=False)

    @property
    def ready(self) -> bool:
        return self._state is not None

    @property
    def waiting(self) -> int:
        """How many postings a rebuild still has to take in; a rough number for people."""
        with self._database.session(writes=False) as session:
            return max(0, catalogue.last_change(session) - (self._state.seq if self._state else 0))

    def take(self, saved: EngineState | None) -> bool:
        """Go on from a saved state. False when there is none, or it was made with other weights or vectors."""
        with self._lock:
            fits = saved and saved.model == self.encoder.name and saved.weights.version == self.weights.version
            self._state = saved if fits else None
            return self._state is not None

    def follow(self) -> bool:
        """Go on from what another process has built since; whether there was anything."""
        state = self._state
        newest = self._shelf.newest(self.encoder.name, self.weights.version)
        if state is None or newest is None or newest == state.kept:
            return False
        built = self._shelf.load(self.weights)
        if built is None or built.model != self.encoder.name or built.kept == state.kept:
            return False
        self._go_on_from(built)
        return True

    def current(self) -> EngineState:
        """The state after replaying what has changed. Builds one at the first call."""
        state = self._state
        with self._database.session(writes=False) as session:
            # Most often nothing has changed, and nobody need wait for anybody.
            if state is not None and catalogue.last_change(session) == state.seq:
                return state
        with self._lock:
            if self._state is None:
                return self.rebuild()
            with self._database.session(writes=False) as session:
                changed, seq = catalogue.changes_since(session, self._state.seq, INLINE_POSTINGS + 1)
            if not changed:
                return self._state
            if len(changed) <= INLINE_POSTINGS:
                self._state = self._replay(self._state, changed, seq)
                self._changed = time.monotonic()
            return self._state

    def at_rest(self, seconds: float) -> bool:
        """Whether nothing has changed for so long."""
        return time.monotonic() - self._changed >= seconds

    def behind(self) -> bool:
        """Whether a rebuild is due."""
        state = self.current()
        return state.needs_rebuild or self.waiting > INLINE_POSTINGS

    def rebuild(self, progress: Progress | None = None) -> EngineState:
        """Make everything again from the database, and keep it; the former state serves until the new one is whole.

        Where another process has done so while this one waited for its turn, that is taken instead.
        """
        before = self._shelf.newest(self.encoder.name, self.weights.version)
        with self._shelf.building() as making:
            newest = self._shelf.newest(self.encoder.name, self.weights.version)
            built = self._shelf.load(self.weights) if newest != before else None
            if built is None or built.model != self.encoder.name:
                built = making.keep(self._build(making.index, progress))
        return self._go_on_from(built)

    def _build(self, index: IndexBuilder, progress: Progress | None) -> EngineState:
        with self._database.session(writes=False) as session:
            seq = catalogue.last_change(session)
            rows = read_rows(session)
        if self.share_encoding:
            self.share_encoding(rows, progress)
        vectors = {kind: self._vectors(kind, rows[kind], progress) for kind in Kind}
        prior = shipped_means(self.encoder.name, self.encoder.dimension)
        market = build_market(rows, vectors, self.weights, prior, index=index)
        return EngineState(market, self.weights, self.encoder.name, seq)

    def _go_on_from(self, built: EngineState) -> EngineState:
        """Serve from a state that was built elsewhere or a while ago, without losing what came since."""
        with self._lock:
            former = self._state
            if former and former.seq > built.seq:
                with self._database.session(writes=False) as session:
                    changed, seq = catalogue.changes_since(session, built.seq)
                built = self._replay(built, changed, seq)
            self._state = replace(built, generation=former.generation + 1 if former else 0)
            return self._state

    def means(self, kind: Kind) -> LanguageMeans:
        """What centres texts of a side now."""
        return self.current().market.side(kind).means

    def encode(self, texts: Sequence[str], kind: Kind) -> Array:
        """Raw vectors ``[n, d]`` of texts read as one side; nothing is stored."""
        with span("encode", texts=len(texts), role=ROLE[kind]):
            return self.encoder.encode(texts, ROLE[kind])

    def lasting_vectors(self, texts: Sequence[str], kind: Kind) -> Array:
        """The same of texts that are asked for again and again: read from the store, and kept there."""
        return self._stored_or_encoded(texts, ROLE[kind])

    def _vectors(self, kind: Kind, rows: Sequence[TextRow], progress: Progress | None) -> Array:
        """Stored vectors, encoding what has none, in pieces that are each kept."""
        found = np.zeros((len(rows), self.encoder.dimension), np.float32)
        for start in range(0, len(rows), PAGE):
            texts = [row.text for row in rows[start : start + PAGE]]
            found[start : start + PAGE] = self._stored_or_encoded(texts, ROLE[kind])
            if progress:
                progress(min(start + PAGE, len(rows)), len(rows))
        return found

    def _stored_or_encoded(self, texts: Sequence[str], role: Role) -> Array:
        return stored_or_encoded(self._database, self.encoder, texts, role)

    def _replay(self, state: EngineState, changed: list[int], seq: int) -> EngineState:
        """A new state with these postings as they are now; searches that run keep the one they have."""
        with self._database.session(writes=False) as session:
            fresh = read_rows(session, changed)
        sides, late = {}, {}
        for kind in Kind:
            late[kind] = {posting: rows for posting, rows in state.late[kind].items() if posting not in changed}
            for row in fresh[kind]:
                late[kind].setdefault(row.posting, []).append(row)
            rows = [row for own in late[kind].values() for row in own]
            vectors = self._stored_or_encoded([row.text for row in rows], ROLE[kind])
            main = without(state.market.side(kind), changed)
            sides[kind] = with_late_rows(main, rows, vectors, state.market.anchors[kind.other], state.weights)
        market = Market(sides[Kind.TECHNOLOGY], sides[Kind.NEED], state.market.anchors)
        return replace(state, market=market, seq=seq, late=late, generation=state.generation + 1)


def stored_or_encoded(database: Database, encoder: Encoder, texts: Sequence[str], role: Role) -> Array:
    """Vectors of texts. Only where some are missing is the database written to, after they were made."""
    keys = [digest(text, role) for text in texts]
    with database.session(writes=False) as session:
        found = store.load_vectors(session, encoder.name, keys)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
    if missing:
        with span("encode", texts=len(missing), role=role):
            encoded = encoder.encode(list(missing.values()), role)
        fresh = {key: store.as_stored(vector) for key, vector in zip(missing, encoded, strict=True)}
        with database.session() as session:
            store.save_vectors(session, encoder.name, fresh.items())
        found.update(fresh)
    return np.stack([found[key] for key in keys]) if keys else np.zeros((0, encoder.dimension), np.float32)


def read_rows(session: Session, only: Sequence[int] | None = None) -> dict[Kind, list[TextRow]]:
    """The texts of published postings by side; of all of them, or of those among ``only``."""
    rows: dict[Kind, list[TextRow]] = {kind: [] for kind in Kind}
    for ids in _pages(session, only):
        postings = catalogue.postings_by_id(session, ids)
        texts = catalogue.texts_of(session, ids)
        for posting_id in ids:
            posting = postings.get(posting_id)
            if posting and posting.state is State.PUBLISHED:
                rows[posting.kind] += [text_row(posting, text) for text in texts[posting_id]]
        session.expunge_all()
    return rows


def text_row(posting: Posting, text: PostingText) -> TextRow:
    """One text of a posting as a side keeps it."""
    attributes = Attributes(
        organisation=posting.organisation_id,
        trl=posting.trl or 0,
        region=posting.region or "",
        sectors=tuple(posting.sectors),
        expires=posting.expires_on.toordinal() if posting.expires_on else 0,
    )
    words = embedding_text(posting.kind, text.body, posting.keywords)
    return TextRow(posting.id or 0, text.language, words, text.body.get("title", ""), attributes)


def _pages(session: Session, only: Sequence[int] | None) -> Iterator[list[int]]:
    if only is not None:
        yield list(only)
        return
    last = 0
    while ids := catalogue.published_ids(session, last, PAGE):
        yield ids
        last = ids[-1]
