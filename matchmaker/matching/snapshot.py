"""Saves the engine's state to files and maps it back at the next start.

A snapshot is a folder of its own whose name is written into ``CURRENT`` last, by a rename; a process that dies in
between leaves the former snapshot in force. Checksums tell a damaged one, which counts as none: everything in it can
be made again from the database.
"""

import hashlib
import json
import os
import shutil
import uuid
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
import structlog

from matchmaker.catalogue.models import Kind
from matchmaker.embedding import faiss_index, pgvector_index
from matchmaker.embedding.faiss_index import FaissIndex
from matchmaker.embedding.index import VectorIndex
from matchmaker.embedding.pgvector_index import PgVectorIndex
from matchmaker.embedding.vector_database import VectorDatabase
from matchmaker.matching.build import Market
from matchmaker.matching.centring import LanguageMeans
from matchmaker.matching.lexical import LexicalIndex
from matchmaker.matching.side import HUB_DIMENSIONS, Columns, Segment, Side, Spread
from matchmaker.matching.state import EngineState
from matchmaker.matching.weights import Weights

log = structlog.get_logger(__name__)

Folder = Path
FORM = 3
CURRENT = "CURRENT"
MANIFEST = "manifest.json"


def save(folder: Path, state: EngineState, name: str | None = None) -> str:
    """Write a state whose sides have one segment each; replaces the former snapshot when it is whole. Its name."""
    name = name or uuid.uuid4().hex
    with arriving(folder, name) as target:
        for kind in Kind:
            _save_side(target, kind, state.market.side(kind))
        anchors: dict[str, Any] = {kind.value: rows for kind, rows in state.market.anchors.items()}
        np.savez(target / "anchors.npz", **anchors)
        _write_manifest(target, state)
    return name


@contextmanager
def arriving(folder: Path, name: str) -> Iterator[Path]:
    """A folder for a snapshot's files, which is the newest one from the end of the block on, or never."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / name
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    try:
        yield target
        pointer = folder / f".{name}"
        pointer.write_text(name)
        os.replace(pointer, folder / CURRENT)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    for old in folder.iterdir():
        if old.is_dir() and old.name != name:
            shutil.rmtree(old, ignore_errors=True)


def saved_seq(folder: Path) -> int | None:
    """The number of the catalogue's last change that the saved state knows; None where none is saved."""
    told = read_manifest(folder)
    return told["seq"] if told else None


def read_manifest(folder: Path, name: str | None = None) -> dict[str, Any] | None:
    """What is told of a snapshot, of the newest by default, and its ``name``; None where there is none."""
    try:
        name = name or (folder / CURRENT).read_text().strip()
        found: dict[str, Any] = json.loads((folder / name / MANIFEST).read_text())
        if found.pop("seal") != _seal(found):
            raise ValueError("the manifest is damaged")
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError) as error:
        log.warning("snapshot_unusable", reason=str(error))
        return None
    return found | {"name": name}


def load(
    folder: Path, weights: Weights, name: str | None = None, vectors: VectorDatabase | None = None
) -> EngineState | None:
    """A saved state, by default the newest; None when there is none, it is damaged, or of other weights."""
    manifest = read_manifest(folder, name)
    if manifest is None or manifest["form"] != FORM or manifest["weights"] != weights.version:
        return None
    target = folder / manifest["name"]
    try:
        for file, checksum in manifest["files"].items():
            if _checksum(target / file) != checksum:
                raise ValueError(f"{file} is damaged")
        sides = {kind: _load_side(target, kind, vectors) for kind in Kind}
        with np.load(target / "anchors.npz", allow_pickle=False) as file:
            anchors = {kind: file[kind.value] for kind in Kind}
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as error:
        log.warning("snapshot_unusable", reason=str(error))
        return None
    market = Market(sides[Kind.TECHNOLOGY], sides[Kind.NEED], anchors)
    return EngineState(market, weights, manifest["model"], manifest["seq"], kept=manifest["name"])


def _write_manifest(target: Path, state: EngineState) -> None:
    files = {path.name: _checksum(path) for path in sorted(target.iterdir())}
    manifest: dict[str, Any] = {
        "form": FORM,
        "model": state.model,
        "weights": state.weights.version,
        "seq": state.seq,
        "files": files,
    }
    (target / MANIFEST).write_text(json.dumps(manifest | {"seal": _seal(manifest)}))


def _save_side(target: Path, kind: Kind, side: Side) -> None:
    (segment,) = side.segments
    segment.index.save(target, kind.value)
    segment.lexical.save(target / f"{kind.value}.words.npz")
    languages = sorted(side.means.by_language)
    arrays: dict[str, Any] = {name: getattr(segment.columns, name) for name in Columns.__dataclass_fields__} | {
        "alive": segment.alive,
        "means": np.stack([side.means.everything, *(side.means.by_language[code] for code in languages)]),
        "languages": np.array(languages, np.str_) if languages else np.zeros(0, "U1"),
        "spread_codes": np.array(sorted(side.spreads), np.str_) if side.spreads else np.zeros(0, "U1"),
    }
    for code, spread in side.spreads.items():
        arrays |= {f"spread_mean_{code}": spread.mean, f"spread_moments_{code}": spread.moments}
    np.savez(target / f"{kind.value}.rows.npz", **arrays)


def _load_side(target: Path, kind: Kind, vectors: VectorDatabase | None) -> Side:
    with np.load(target / f"{kind.value}.rows.npz", allow_pickle=False) as file:
        columns = Columns(**{name: file[name] for name in Columns.__dataclass_fields__})
        alive, means, codes = file["alive"], file["means"], [str(code) for code in file["languages"]]
        spreads = {
            str(code): Spread(file[f"spread_mean_{code}"], file[f"spread_moments_{code}"])
            for code in file["spread_codes"]
        }
    index = _load_index(target, kind, means.shape[1] + HUB_DIMENSIONS, vectors)
    if index.size != len(alive):
        raise ValueError("index and rows differ in number")
    segment = Segment(index, LexicalIndex.load(target / f"{kind.value}.words.npz"), columns, alive)
    language_means = LanguageMeans(means[0], dict(zip(codes, means[1:], strict=True)))
    return Side(language_means, spreads, [segment])


def _load_index(target: Path, kind: Kind, dimension: int, vectors: VectorDatabase | None) -> VectorIndex:
    if vectors:
        return PgVectorIndex.load(vectors, target / f"{kind.value}{pgvector_index.SUFFIX}")
    return FaissIndex.load(target / f"{kind.value}{faiss_index.SUFFIX}", dimension)


def _seal(manifest: dict[str, Any]) -> str:
    return hashlib.blake2b(json.dumps(manifest, sort_keys=True).encode()).hexdigest()


def _checksum(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "blake2b").hexdigest()
