"""``python -m tests.bench.made_up_catalogue SIZE``: fills the database of the settings with a large catalogue at once.

Texts are real ones put together anew (a title of one technology, sentences of two others), so that words are as
common and as rare as people use them. Vectors are made up around some hundred centres and lie as near to each other as
those of the model do: encoding a million texts takes hours, and how long a search takes does not depend on what they
say.
"""

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Table, insert, text

from matchmaker.accounts.models import Organisation, OrganisationKind
from matchmaker.catalogue.models import CatalogueChange, Kind, Posting, PostingText, State, Visibility
from matchmaker.catalogue.text import embedding_text
from matchmaker.embedding.encoder import digest
from matchmaker.embedding.manifest import load_encoder
from matchmaker.embedding.models import Embedding
from matchmaker.embedding.store import STORED
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.matching.engine import ROLE
from matchmaker.settings import get_settings
from tests.bench import large_catalogue

ORGANISATIONS = 200
NEEDS = 629
PAGE = 5_000
CENTRES = 300
REGIONS = ("vn-hai-phong", "vn-ha-noi", "kr", "jp", "tw", "us", None)


def fill(data: Path, size: int) -> None:
    """Publish ``size`` technologies and ``NEEDS`` needs of ``ORGANISATIONS`` organisations on each side."""
    settings = get_settings()
    database = Database(settings.database)
    encoder = load_encoder(settings)
    dice = np.random.default_rng(size)
    centres = dice.standard_normal((CENTRES, encoder.dimension)) + 2.0 * dice.standard_normal(encoder.dimension)
    with database.engine.begin() as connection:
        connection.execute(insert(_table(Organisation)), list(_organisations()))
        first = 1
        for kind, bodies in ((Kind.NEED, _needs(data)), (Kind.TECHNOLOGY, _technologies(data, size))):
            while page := list(islice(bodies, PAGE)):
                vectors = _vectors(dice, centres, len(page))
                rows = [_rows(kind, first + number, body, dice) for number, body in enumerate(page)]
                connection.execute(insert(_table(Posting)), [row for row, _, _ in rows])
                connection.execute(insert(_table(PostingText)), [row for _, row, _ in rows])
                connection.execute(insert(_table(CatalogueChange)), [{"posting_id": row["id"]} for row, _, _ in rows])
                stored = {key: vector.tobytes() for (_, _, key), vector in zip(rows, vectors, strict=True)}
                kept = [{"model": encoder.name, "digest": key, "vector": raw} for key, raw in stored.items()]
                connection.execute(insert(_table(Embedding)), kept)
                first += len(page)
        if connection.dialect.name == "postgresql":
            for name in ("posting", "organisation"):
                connection.execute(text(f"SELECT setval('{name}_id_seq', (SELECT max(id) FROM {name}))"))
    database.engine.dispose()


def _table(model: Any) -> Table:
    found: Table = model.__table__
    return found


def _organisations() -> Iterator[dict[str, Any]]:
    for number in range(2 * ORGANISATIONS):
        kind = OrganisationKind.INSTITUTE if number < ORGANISATIONS else OrganisationKind.ENTERPRISE
        made = Organisation(id=number + 1, key=f"made-up-{number}", name_vi="", name_en=f"{kind} {number}", kind=kind)
        yield made.model_dump()


def _rows(kind: Kind, number: int, body: dict[str, str], dice: Any) -> tuple[dict[str, Any], dict[str, Any], str]:
    """Posting, text, and the digest of what is encoded."""
    owner = number % ORGANISATIONS + 1 + (ORGANISATIONS if kind is Kind.NEED else 0)
    posting = Posting(
        id=number,
        kind=kind,
        key=f"made-up-{number}",
        organisation_id=owner,
        language="en",
        state=State.PUBLISHED,
        visibility=Visibility.PUBLIC,
        region=REGIONS[int(dice.integers(len(REGIONS)))],
        trl=int(dice.integers(1, 10)),
        created_at=clock.now(),
        updated_at=clock.now(),
    )
    told = {"posting_id": number, "language": "en", "body": body}
    return posting.model_dump(), told, digest(embedding_text(kind, body, []), ROLE[kind])


def _vectors(dice: Any, centres: Any, count: int) -> Any:
    """Unit vectors as they are stored, ``[count, d]``, each near one of the centres."""
    found = centres[dice.integers(len(centres), size=count)] + dice.standard_normal((count, centres.shape[1]))
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(STORED)


def _needs(data: Path) -> Iterator[dict[str, str]]:
    with large_catalogue.calls_file(data).open(encoding="utf-8") as stream:
        for line in islice(stream, NEEDS):
            row = json.loads(line)
            yield {"title": row["title"][:500], "problem": row["description"][:2_000]}


def _technologies(data: Path, size: int) -> Iterator[dict[str, str]]:
    """The real ones first, then titles with sentences of others."""
    real = list(large_catalogue.read_technologies(data, size))
    dice = np.random.default_rng(7)
    for number in range(size):
        row = real[number % len(real)]
        told = row["text"]
        if number >= len(real):
            first, second = (real[place]["text"] for place in dice.integers(len(real), size=2))
            told = f"{first[: len(first) // 2]} {second[len(second) // 2 :]} ({number})"
        yield {"title": row["title"][:500], "description": told[:2_000]}


if __name__ == "__main__":
    fill(Path(os.environ.get("MATCHMAKER_EVAL", "../shared/eval")), int(sys.argv[1]))
