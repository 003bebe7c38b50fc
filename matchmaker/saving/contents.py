"""What a backup is made of: files of the data folder, the copied database, and a manifest that vouches for both."""

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from matchmaker.kit.errors import InvalidError

FORM = 1
MANIFEST, ROWS, SECRET = "manifest.json", "matchmaker.db", "secret"
# Folders of the data folder that cannot be made again; the index can, and letters in `mail` are for development.
FOLDERS = ("files", "uploads", "learned")
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Manifest:
    """``tables`` has counts and digests, ``files`` size and SHA-256 by path; ``secret`` is `file` or `settings`."""

    form: int
    version: str
    revision: str
    at: str
    database: str
    secret: str
    tables: dict[str, dict[str, Any]]
    files: dict[str, dict[str, Any]]

    def write(self, folder: Path) -> None:
        (folder / MANIFEST).write_text(json.dumps(asdict(self), indent=1) + "\n", "utf-8")


def read_manifest(folder: Path) -> Manifest:
    """Raises InvalidError ``backup_unreadable`` for what is no backup of a form known here."""
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text("utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise InvalidError("backup_unreadable", reason=str(error)[:200]) from error
    if manifest.form != FORM:
        raise InvalidError("backup_unreadable", reason=f"form {manifest.form}")
    return manifest


def copy_new(data_folder: Path, target: Path) -> None:
    """Copy what is not there yet as it is now. Whole files never change, but the pointer of the weights grows."""
    for path in paths_in(data_folder):
        copied = target / path
        copied.parent.mkdir(parents=True, exist_ok=True)
        try:
            if not copied.exists() or copied.stat().st_size != (data_folder / path).stat().st_size:
                shutil.copyfile(data_folder / path, copied)
        except FileNotFoundError:
            # Gone since it was listed: its row is gone as well, or was never committed.
            copied.unlink(missing_ok=True)


def paths_in(folder: Path) -> Iterator[PurePosixPath]:
    """All files of the folders that are saved, as relative paths; the pointer of the weights before the weights."""
    for name in FOLDERS:
        for file in sorted((folder / name).rglob("*")):
            if file.is_file() and not file.is_symlink() and not _is_draft(file):
                yield PurePosixPath(file.relative_to(folder).as_posix())


def described(folder: Path) -> dict[str, dict[str, Any]]:
    """Size and SHA-256 of every file of a backup but its manifest."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file() and file != folder / MANIFEST)
    return {
        file.relative_to(folder).as_posix(): {"bytes": file.stat().st_size, "sha256": sha256_of(file)} for file in files
    }


def check_files(folder: Path, manifest: Manifest) -> None:
    """Raises InvalidError ``backup_damaged`` with the first file that is missing, added or another one."""
    found = described(folder)
    for path in sorted({*found, *manifest.files}):
        if found.get(path) != manifest.files.get(path):
            raise InvalidError("backup_damaged", file=path)
        _check_path(folder, path)


def protect(folder: Path) -> None:
    """Nobody but the owner reads a backup: it holds everything, also the key that signs cookies."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(stat.S_IRWXU if path.is_dir() else stat.S_IRUSR | stat.S_IWUSR)


def sha256_of(file: Path) -> str:
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def sync(folder: Path) -> None:
    """Come back when everything survives a loss of power."""
    for path in (*folder.rglob("*"), folder):
        opened = os.open(path, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _check_path(folder: Path, path: str) -> None:
    """Only what a backup may hold, inside its folder and no link to elsewhere."""
    parts = PurePosixPath(path).parts
    known = path in (ROWS, SECRET) or (len(parts) > 1 and parts[0] in FOLDERS)
    if not known or ".." in parts or (folder / path).is_symlink() or PurePosixPath(path).is_absolute():
        raise InvalidError("backup_damaged", file=path)


def _is_draft(file: Path) -> bool:
    return file.name.startswith(".") or file.name.endswith(".new")
