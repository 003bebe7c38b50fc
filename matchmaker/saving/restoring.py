"""Puts a backup back: every file and row is checked before anything is touched.

The database is filled as a whole or not at all. The index is removed: it is made again from the rows.
"""

import os
import shutil
import tempfile
from pathlib import Path

from matchmaker import migrate
from matchmaker.kit.database import Database, not_current
from matchmaker.kit.errors import ConflictError, InvalidError
from matchmaker.saving import archive, contents
from matchmaker.saving.contents import FOLDERS, ROWS, SECRET, Manifest
from matchmaker.saving.moving import Heard, copy_rows, digests_of, empty, one_moment, require_empty
from matchmaker.settings import Settings


def restore(
    settings: Settings, source: Path, *, force: bool = False, heard: Heard = lambda _table, _rows: None
) -> Manifest:
    """Fill the database and the data folder of the settings from a backup.

    Raises InvalidError for a damaged backup or one of a newer version, ConflictError ``database_not_empty`` or
    ``data_folder_not_empty`` unless forced. With ``force`` all rows that were there are lost, after the checks.
    """
    with tempfile.TemporaryDirectory(prefix="matchmaker-restore-") as name:
        folder = Path(name) / "backup"
        if source.is_dir():
            shutil.copytree(source, folder, symlinks=True)
        else:
            folder.mkdir(mode=0o700)
            archive.unpack(source, folder)
        manifest = contents.read_manifest(folder)
        contents.check_files(folder, manifest)
        _check_rows(folder / ROWS, manifest)
        if not force:
            _require_empty_folder(settings.data_folder)
        _put_back(settings, folder, force=force, heard=heard)
    return manifest


def _check_rows(file: Path, manifest: Manifest) -> None:
    """Compare the rows with the manifest, and bring them to the schema of this version."""
    if manifest.revision > migrate.head():
        raise InvalidError("backup_newer", revision=manifest.revision, known=migrate.head())
    saved = Database(f"sqlite:///{file}")
    try:
        if manifest.revision == migrate.head():
            with one_moment(saved) as connection:
                found = {table: digest.told() for table, digest in digests_of(connection).items()}
            for table, digest in manifest.tables.items():
                if found.get(table) != digest:
                    raise InvalidError("backup_damaged", table=table)
        migrate.upgrade(saved)
    finally:
        saved.engine.dispose()


def _require_empty_folder(folder: Path) -> None:
    for name in (*FOLDERS, SECRET):
        path = folder / name
        if path.is_file() or (path.is_dir() and any(path.iterdir())):
            raise ConflictError("data_folder_not_empty", path=str(path))


def _put_back(settings: Settings, folder: Path, *, force: bool, heard: Heard) -> None:
    saved, target = Database(f"sqlite:///{folder / ROWS}"), Database(settings.database)
    try:
        if force or not migrate.has_schema(target):
            migrate.upgrade(target)
        if not migrate.is_current(target):
            raise not_current()
        with one_moment(saved) as reading, target.engine.begin() as writing:
            if force:
                empty(writing)
            require_empty(writing)
            copy_rows(reading, writing, heard)
            # Before the rows count, so that no row ever names a file that is not there.
            _put_files(settings.data_folder, folder)
    finally:
        saved.engine.dispose()
        target.engine.dispose()
    shutil.rmtree(settings.data_folder / "index", ignore_errors=True)


def _put_files(data_folder: Path, folder: Path) -> None:
    data_folder.mkdir(parents=True, exist_ok=True)
    for path in contents.paths_in(folder):
        (data_folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(folder / path, data_folder / path)
    if (folder / SECRET).exists():
        opened = os.open(data_folder / SECRET, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "wb") as stream:
            stream.write((folder / SECRET).read_bytes())
        (data_folder / SECRET).chmod(0o600)
