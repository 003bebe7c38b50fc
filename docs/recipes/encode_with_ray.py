"""Encode the texts of a country on many machines with Ray Data, which is no part of Matchmaker.

    pip install "ray[data]"
    python encode_with_ray.py export /shared/texts            # texts without vectors, as Parquet shards
    python encode_with_ray.py encode /shared/texts /shared/vectors --actors 64
    python encode_with_ray.py load /shared/vectors            # into the table `embedding`

Each step goes on where it was stopped: a shard counts when its file, or the mark of its folder, is there under its
final name, and vectors that are in the database already are left alone. The settings are those of the service.
"""

import argparse
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
from sqlmodel import Session

from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind
from matchmaker.embedding import store
from matchmaker.embedding.encoder import Encoder, digest
from matchmaker.embedding.manifest import load_encoder
from matchmaker.kit.database import Database
from matchmaker.matching.engine import ROLE, read_rows
from matchmaker.settings import get_settings

SHARD = 100_000
PAGE = 2_000
BATCH = 512
DONE = "_DONE"
# Processors of the cluster that must be left for reading and writing.
FREE = 1

Row = dict[str, str]
Batch = Mapping[str, Any]


# --- what does not need Ray ---


def texts_without_vectors(session: Session, model: str, page: int = PAGE) -> Iterator[Row]:
    """``digest``, ``role`` and ``text`` of every published text that this model has not read yet."""
    last = 0
    while ids := catalogue.published_ids(session, last, page):
        last = ids[-1]
        rows = read_rows(session, ids)
        found = {digest(row.text, ROLE[kind]): (ROLE[kind], row.text) for kind in Kind for row in rows[kind]}
        known = store.known_digests(session, model, list(found))
        for key, (role, text) in found.items():
            if key not in known:
                yield {"digest": key, "role": role, "text": text}


def in_shards(rows: Iterable[Row], size: int = SHARD) -> Iterator[list[Row]]:
    """Lists of at most so many rows."""
    left = iter(rows)
    while shard := list(islice(left, size)):
        yield shard


def encoded(encoder: Encoder, batch: Batch) -> dict[str, Any]:
    """``digest`` and ``vector`` (fp16 little-endian) of a batch of columns, in its order."""
    roles, texts = [str(one) for one in batch["role"]], [str(one) for one in batch["text"]]
    vectors: list[bytes] = [b""] * len(texts)
    for role in sorted(set(roles)):
        places = [place for place, one in enumerate(roles) if one == role]
        made = encoder.encode([texts[place] for place in places], role)  # type: ignore[arg-type]
        for place, vector in zip(places, made, strict=True):
            vectors[place] = vector.astype(store.STORED).tobytes()
    return {"digest": np.asarray(batch["digest"]), "vector": np.asarray(vectors, dtype=object)}


def shards_left(texts: Path, vectors: Path) -> list[Path]:
    """Shards of texts whose folder of vectors does not say that it is whole."""
    return [shard for shard in sorted(texts.glob("*.parquet")) if not (vectors / shard.stem / DONE).exists()]


def require_room(processors: float, actors: int, cpus: float) -> None:
    """End with a message where reading and writing would wait for processors that the actors never give back."""
    if processors - actors * cpus < FREE:
        raise SystemExit(f"{actors} actors of {cpus} processors leave less than {FREE} of {processors} for reading")


def save(database: Database, model: str, digests: Sequence[str], vectors: Sequence[bytes]) -> None:
    """Store vectors in one transaction."""
    rows = ((key, np.frombuffer(raw, store.STORED)) for key, raw in zip(digests, vectors, strict=True))
    with database.session() as session:
        store.save_vectors(session, model, rows)


# --- with Ray ---


class Encode:
    """An actor: the model is loaded once in each."""

    def __init__(self) -> None:
        self._encoder = load_encoder(get_settings())

    def __call__(self, batch: Batch) -> dict[str, Any]:
        return encoded(self._encoder, batch)


def export(texts: Path) -> int:
    """Write shards of texts; how many. What was exported before is exported anew."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts.mkdir(parents=True, exist_ok=True)
    settings = get_settings()
    model, number = load_encoder(settings).name, 0
    with Database(settings.database).session(writes=False) as session:
        for number, rows in enumerate(in_shards(texts_without_vectors(session, model)), start=1):
            beginning = texts / f"{number:06d}.new"
            pq.write_table(pa.Table.from_pylist(rows), beginning)
            beginning.rename(texts / f"{number:06d}.parquet")
    return number


def encode(texts: Path, vectors: Path, actors: int, cpus: float, batch: int = BATCH) -> int:
    """Encode the shards that are left, one after the other, each by all actors; how many there were."""
    import ray

    left = shards_left(texts, vectors)
    if left:
        ray.init()
        require_room(ray.cluster_resources().get("CPU", 0.0), actors, cpus)
    for shard in left:
        made = ray.data.read_parquet(str(shard)).map_batches(
            Encode, batch_size=batch, compute=ray.data.ActorPoolStrategy(size=actors), num_cpus=cpus
        )
        made.write_parquet(str(vectors / shard.stem), mode=ray.data.SaveMode.OVERWRITE)
        (vectors / shard.stem / DONE).touch()
    return len(left)


def load(vectors: Path) -> int:
    """Store what was encoded; how many vectors were read."""
    import pyarrow.parquet as pq

    settings = get_settings()
    database, model, number = Database(settings.database), load_encoder(settings).name, 0
    for mark in sorted(vectors.glob(f"*/{DONE}")):
        for file in sorted(mark.parent.glob("*.parquet")):
            for part in pq.ParquetFile(file).iter_batches(PAGE):
                columns = part.to_pydict()
                save(database, model, columns["digest"], columns["vector"])
                number += len(columns["digest"])
    return number


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    steps.add_parser("export").add_argument("texts", type=Path)
    encoding = steps.add_parser("encode")
    encoding.add_argument("texts", type=Path)
    encoding.add_argument("vectors", type=Path)
    encoding.add_argument("--actors", type=int, required=True)
    encoding.add_argument("--cpus", type=float, default=float(get_settings().threads), help="of each actor")
    encoding.add_argument("--batch", type=int, default=BATCH)
    steps.add_parser("load").add_argument("vectors", type=Path)
    given = parser.parse_args()
    if given.step == "export":
        print(f"{export(given.texts)} shards of texts")
    elif given.step == "encode":
        print(f"{encode(given.texts, given.vectors, given.actors, given.cpus, given.batch)} shards encoded")
    else:
        print(f"{load(given.vectors)} vectors loaded")


if __name__ == "__main__":
    main()
