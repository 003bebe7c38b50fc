"""Files beside the database: whole or not there at all.

A file is on the disk under its own random name before the row that names it is committed, and goes after the row has
gone. What a killed process leaves behind is a file without a row, and the sweep removes it.
"""

import os
import secrets
import time
from collections.abc import Collection, Iterable
from pathlib import Path

from matchmaker.kit.text import normalise

# No request lasts so long; until then a file may belong to a row that is not committed yet.
SETTLED_SECONDS = 3600.0
_FORBIDDEN = set('/\\:*?"<>|')
_MOST_LETTERS = 150


def keep_file(folder: Path, data: bytes) -> str:
    """Write a file under a name of its own; when this returns, it survives a loss of power."""
    folder.mkdir(parents=True, exist_ok=True)
    name = secrets.token_hex(16)
    beginning = folder / f"{name}.new"
    with beginning.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beginning.rename(folder / name)
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
    return name


def drop_files(folder: Path, names: Iterable[str]) -> None:
    """Remove files whose rows are gone; those that are not there any more are no fault."""
    for name in names:
        (folder / name).unlink(missing_ok=True)


def sweep(folder: Path, known: Collection[str], now: float | None = None) -> int:
    """Remove what no row names and what is older than any request; how many that were."""
    if not folder.is_dir():
        return 0
    latest = (time.time() if now is None else now) - SETTLED_SECONDS
    left = [file for file in folder.iterdir() if file.name not in known and _is_older(file, latest)]
    drop_files(folder, [file.name for file in left])
    return len(left)


def readable_name(name: str, kind: str) -> str:
    """A name without folders and signs that systems forbid, ending with its kind."""
    plain = "".join(" " if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in _base(normalise(name)))
    stem = " ".join(plain.rpartition(".")[0].split()).strip(". ")[:_MOST_LETTERS]
    return f"{stem or 'file'}.{kind}"


def _base(name: str) -> str:
    return name.replace("\\", "/").rpartition("/")[2]


def _is_older(file: Path, latest: float) -> bool:
    try:
        return file.stat().st_mtime < latest
    except FileNotFoundError:
        return False
