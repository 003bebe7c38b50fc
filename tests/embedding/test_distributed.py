"""Tables of vectors can be distributed: every statement is held against what Citus forbids, and runs where it is.

Citus is in no package index: where ``MATCHMAKER_TEST_CITUS`` names the folder of the programs of a PostgreSQL that was
built with Citus and pgvector, or the ``pg_config`` on the path belongs to one, the last test runs; elsewhere it is
skipped, and says so.
"""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from distributed import DISTRIBUTED_BY, broken_rules, citus_programs
from postgres import PostgresServer, started, vector_programs

from matchmaker.embedding.index import Comparison, Selection, Term
from matchmaker.embedding.pgvector_index import PgVectorIndex
from matchmaker.embedding.vector_database import MOULD, VectorDatabase, open_vectors
from matchmaker.kit.database import Database
from matchmaker.matching.side import Attributes, Columns, TextRow

ROWS = 400


def everything_asked(vectors: VectorDatabase, part: str) -> dict[str, Any]:
    """Whatever is ever asked of tables of vectors, and what came of it."""
    rows = np.random.default_rng(1).standard_normal((ROWS, 16)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    texts = [TextRow(n, "vi", "", "", Attributes(1 + n % 3, n % 9, "ha-noi", ("a.b",), n % 2)) for n in range(ROWS)]
    columns = Columns.of(texts)
    index = PgVectorIndex.build(vectors, part, rows, columns, 0)
    terms = [
        Term("expires", Comparison.UNSET_OR_AT_LEAST, (1,)),
        Term("sectors", Comparison.UNDER, ("a",)),
        Term("language", Comparison.ONE_OF, ("vi", "en")),
        Term("trl", Comparison.AT_LEAST, (0,)),
        Term("organisation", Comparison.NONE_OF, (9,)),
        Term("posting", Comparison.NONE_OF, (1, 2)),
    ]
    alive = columns.posting >= 3
    found = {
        "itself": index.search(rows[[5]], 1)[1].tolist(),
        "filtered": len(index.search(rows[[5]], 50, Selection(alive, tuple(terms)))[1][0]),
        "by number": index.search(rows[[5]], 5, Selection(np.arange(ROWS) == 5))[1].tolist(),
        "vectors": float(index.vectors(np.array([5, 9]))[0] @ rows[5]),
    }
    vectors.drop(part)
    return found | {"parts": vectors.parts()}


EXPECTED = {
    "itself": [[5]],
    "filtered": 50,
    "by number": [[5]],
    "vectors": pytest.approx(1, abs=1e-3),
    "parts": [],
}


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with started(vector_programs(), log_statement="all", log_min_duration_statement="-1") as made:
        yield made


def opened(database: Database) -> VectorDatabase:
    found = open_vectors(database.engine)
    assert found is not None
    return found


@pytest.mark.postgres
def test_no_statement_breaks_a_rule_of_distributed_tables(server: PostgresServer) -> None:
    database = Database(server.create("checked"))
    vectors = opened(database)

    assert everything_asked(vectors, "checked") == EXPECTED

    vectors.close()
    database.engine.dispose()
    sent = statements(server.folder / "log")
    kinds = {statement.split()[0].upper() for statement in sent}
    assert {"CREATE", "COPY", "SELECT", "ANALYZE", "DROP"} <= kinds
    assert {statement: broken_rules(statement) for statement in sent if broken_rules(statement)} == {}


def statements(log: Path) -> list[str]:
    """What the server noted of statements about tables of vectors."""
    found = []
    for line in log.read_text("utf-8", errors="replace").split("LOG:  ")[1:]:
        _, colon, statement = line.partition(": ")
        if colon and MOULD in statement and line.startswith(("statement", "execute")):
            found.append(re.split(r"\n[^\n]*DETAIL:", statement)[0])
    return found


@pytest.mark.parametrize(
    ("statement", "rule"),
    [
        (f"CREATE TABLE {MOULD} (part text, number bigint, PRIMARY KEY (part))", "a key without"),
        (f"CREATE TABLE {MOULD} (number bigint UNIQUE, posting bigint REFERENCES posting (id))", "a foreign key"),
        (f"CREATE UNIQUE INDEX ON {MOULD}_1_need (posting)", "a unique index"),
        (f"SELECT number FROM {MOULD}_1_need JOIN posting ON posting.id = posting", "another table"),
        (f"SELECT number FROM {MOULD}_1_need WHERE posting IN (SELECT id FROM posting)", "another table"),
        (f"SELECT number FROM {MOULD}_1_need FOR UPDATE", "locked rows"),
        (f"UPDATE {MOULD}_1_need SET number = 3", "a change of the column"),
        (f"CREATE TABLE {MOULD} (id bigserial, number bigint)", "rows of a sequence"),
    ],
)
def test_what_citus_forbids_is_noticed(statement: str, rule: str) -> None:
    assert [name for name in broken_rules(statement) if name.startswith(rule)] != []


@pytest.mark.postgres
def test_everything_runs_on_citus_with_the_table_distributed(tmp_path: Path) -> None:
    programs = citus_programs()
    if programs is None:
        pytest.skip("no Citus: name the folder of its programs in MATCHMAKER_TEST_CITUS")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with started(programs, shared_preload_libraries="citus", listen_addresses="localhost", port=port) as server:
        database = Database(server.create("spread", port=port))
        with database.engine.begin() as connection:
            connection.exec_driver_sql("CREATE EXTENSION citus")
        vectors = opened(database)
        vectors.drop(vectors.create("first").removeprefix(f"{MOULD}_"))
        with database.engine.begin() as connection:
            connection.exec_driver_sql(f"SELECT create_distributed_table('{MOULD}', '{DISTRIBUTED_BY}')")

        assert everything_asked(vectors, "spread") == EXPECTED

        vectors.close()
        database.engine.dispose()
