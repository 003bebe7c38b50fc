"""Keeps built states in PostgreSQL: vectors in tables that all search, the rest in pieces that each host takes over.

A generation is numbered, filled while nobody sees it, and counts once its row says that it is whole. Its predecessor
stays for those who still serve from it; what is older goes, and so does what a process left unfinished when it died.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import structlog
from sqlalchemy import delete, insert
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from matchmaker.catalogue.models import Kind
from matchmaker.embedding.encoder import Array
from matchmaker.embedding.index import VectorIndex
from matchmaker.embedding.pgvector_index import PgVectorIndex
from matchmaker.embedding.vector_database import VectorDatabase
from matchmaker.kit.database import Database
from matchmaker.matching import snapshot
from matchmaker.matching.build import IndexBuilder, embedded
from matchmaker.matching.models import IndexGeneration, IndexPart
from matchmaker.matching.shelf import Making, locked
from matchmaker.matching.side import Columns
from matchmaker.matching.state import EngineState
from matchmaker.matching.weights import Weights

log = structlog.get_logger(__name__)

LOCK = "SELECT pg_advisory_lock(hashtext('matchmaker.index'))"
UNLOCK = "SELECT pg_advisory_unlock(hashtext('matchmaker.index'))"
PIECE_BYTES = 4_000_000
# The one that serves, and the one before it.
KEPT_GENERATIONS = 2


class DatabaseShelf:
    """See the module; without ``vectors`` each process has an embedded index made from the same pieces."""

    def __init__(self, database: Database, folder: Path, vectors: VectorDatabase | None) -> None:
        self._database = database
        self._folder = folder
        self.vectors = vectors

    @property
    def engine(self) -> str:
        return f"pgvector {self.vectors.version}" if self.vectors else "faiss"

    @property
    def _form(self) -> str:
        return "pgvector" if self.vectors else "faiss"

    def newest(self, model: str, weights: str) -> str | None:
        query = self._whole().where(IndexGeneration.model == model, IndexGeneration.weights == weights)
        with self._database.session(writes=False) as session:
            found = session.exec(query).first()
        return name_of(found) if found else None

    def load(self, weights: Weights) -> EngineState | None:
        with self._database.session(writes=False) as session:
            found = session.exec(self._whole().where(IndexGeneration.weights == weights.version)).first()
        if found is None:
            return None
        name = name_of(found)
        state = snapshot.load(self._folder, weights, name, self.vectors)
        if state is None:
            self._fetch(found.id or 0, name)
            state = snapshot.load(self._folder, weights, name, self.vectors)
        return state

    @contextmanager
    def building(self) -> Iterator[Making]:
        # A lock of the connection: it ends with it, however the process ends.
        with self._database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql(LOCK)
            try:
                with self._database.session() as session:
                    unfinished = select(IndexGeneration.id).where(~col(IndexGeneration.whole))
                    self._forget(session, session.exec(unfinished).all())
                self._sweep()
                yield Generation(self)
            finally:
                connection.exec_driver_sql(UNLOCK)

    def _sweep(self) -> None:
        """Drop tables of generations that nobody knows, as after another content was moved into the database."""
        if self.vectors is None:
            return
        with self._database.session(writes=False) as session:
            known = set(session.exec(select(IndexGeneration.id)))
        for part in self.vectors.parts():
            if int(part.partition("_")[0]) not in known:
                self.vectors.drop(part)

    def begin(self) -> int:
        """The number of a new generation, which does not count yet."""
        with self._database.session() as session:
            made = IndexGeneration(engine=self._form, form=snapshot.FORM)
            session.add(made)
            session.flush()
            return made.id or 0

    def publish(self, number: int, state: EngineState) -> EngineState:
        """Write down all but the vectors, then make the generation count."""
        with self._database.session(writes=False) as session:
            name = name_of(session.get_one(IndexGeneration, number))
        with locked(self._folder):
            snapshot.save(self._folder, state, name)
        with self._database.session() as session:
            for file in sorted((self._folder / name).iterdir()):
                _store(session, number, file)
        with self._database.session() as session:
            generation = session.get_one(IndexGeneration, number)
            generation.whole, generation.seq = True, state.seq
            generation.model, generation.weights = state.model, state.weights.version
            session.add(generation)
        with self._database.session() as session:
            known = session.exec(select(IndexGeneration.id).order_by(col(IndexGeneration.id).desc())).all()
            self._forget(session, known[KEPT_GENERATIONS:])
        return replace(state, kept=name)

    def _whole(self) -> SelectOfScalar[IndexGeneration]:
        query = select(IndexGeneration).where(
            col(IndexGeneration.whole), IndexGeneration.engine == self._form, IndexGeneration.form == snapshot.FORM
        )
        return query.order_by(col(IndexGeneration.id).desc())

    def _fetch(self, number: int, name: str) -> None:
        """Take over the files of a generation."""
        with (
            locked(self._folder),
            snapshot.arriving(self._folder, name) as target,
            self._database.session(writes=False) as session,
        ):
            files = session.exec(select(IndexPart.file).where(IndexPart.generation_id == number).distinct()).all()
            for file in files:
                with (target / file).open("wb") as out:
                    out.writelines(_pieces(session, number, file))
        log.info("index_fetched", generation=number, files=len(files))

    def _forget(self, session: Session, numbers: Iterable[int | None]) -> None:
        for number in numbers:
            if self.vectors:
                for kind in Kind:
                    self.vectors.drop(part_of(number or 0, kind))
            session.execute(delete(IndexGeneration).where(col(IndexGeneration.id) == number))


class Generation:
    """A state that is being built; it gets its number when its first vectors come."""

    def __init__(self, shelf: DatabaseShelf) -> None:
        self._shelf = shelf
        self._number = 0

    @property
    def index(self) -> IndexBuilder:
        return self._in_tables if self._shelf.vectors else embedded

    def keep(self, state: EngineState) -> EngineState:
        return self._shelf.publish(self._numbered(), state)

    def _in_tables(self, kind: Kind, vectors: Array, columns: Columns) -> VectorIndex:
        assert self._shelf.vectors is not None
        return PgVectorIndex.build(self._shelf.vectors, part_of(self._numbered(), kind), vectors, columns)

    def _numbered(self) -> int:
        self._number = self._number or self._shelf.begin()
        return self._number


def name_of(generation: IndexGeneration) -> str:
    """The name of a generation, also among those of another content that was in the same database before."""
    return f"generation-{generation.id}-{generation.made_at:%Y%m%d%H%M%S%f}"


def part_of(number: int, kind: Kind) -> str:
    """The part of the vectors' table that holds a side of a generation."""
    return f"{number}_{kind.value}"


def _store(session: Session, number: int, file: Path) -> None:
    """Write a file in pieces."""
    with file.open("rb") as stream:
        for place, content in enumerate(iter(lambda: stream.read(PIECE_BYTES), b"")):
            row = {"generation_id": number, "file": file.name, "place": place, "content": content}
            session.execute(insert(IndexPart), [row])


def _pieces(session: Session, number: int, file: str) -> Iterator[bytes]:
    query = select(IndexPart.place).where(IndexPart.generation_id == number, IndexPart.file == file)
    for place in sorted(session.exec(query)):
        yield session.exec(
            select(IndexPart.content).where(
                IndexPart.generation_id == number, IndexPart.file == file, IndexPart.place == place
            )
        ).one()
