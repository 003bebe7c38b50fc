"""Saves everything while the service goes on: rows of one moment, and every file that they name.

The rows go into an SQLite file by the same copier that moves databases, from SQLite and PostgreSQL alike. It needs no
programs of the database, can be restored into either kind, and is compared with what was read before it counts.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlmodel import col, select

from matchmaker import __version__, migrate
from matchmaker.catalogue.jobs import IMPORT
from matchmaker.kit import clock
from matchmaker.kit.database import Database, not_current
from matchmaker.kit.errors import ConflictError, UnavailableError
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.outcomes.following.models import CaseFile
from matchmaker.saving import archive, contents
from matchmaker.saving.contents import FORM, ROWS, SECRET, Manifest
from matchmaker.saving.moving import Digests, Heard, copy_rows, one_moment
from matchmaker.settings import Settings

# A file may go between the rows and itself only where somebody removes it in that very second.
TRIES = 3


def back_up(settings: Settings, target: Path, heard: Heard = lambda _table, _rows: None) -> Manifest:
    """Write a backup into a new folder, or into a file where the name ends as an archive's does.

    Raises ConflictError ``backup_exists``, or UnavailableError where the database is not current.
    """
    if target.exists():
        raise ConflictError("backup_exists", path=str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".backup-", dir=target.parent) as name:
        folder = Path(name) / "backup"
        folder.mkdir(mode=0o700)
        manifest = _fill(settings, folder, heard)
        if archive.is_archive(target):
            archive.pack(folder, target)
        else:
            contents.sync(folder)
            folder.rename(target)
    return manifest


def _fill(settings: Settings, folder: Path, heard: Heard) -> Manifest:
    source = Database(settings.database)
    if not migrate.is_current(source):
        raise not_current()
    at = clock.now().isoformat()
    digests = _with_files(settings, source, folder, lambda: _copy_rows(source, folder / ROWS, heard))
    secret = settings.data_folder / SECRET
    if secret.exists() and not settings.secret:
        shutil.copyfile(secret, folder / SECRET)
    contents.protect(folder)
    manifest = Manifest(
        form=FORM,
        version=__version__,
        revision=migrate.head(),
        at=at,
        database=source.engine.dialect.name,
        # Of a key from the settings there is no copy here: whoever restores must set the same one.
        secret="settings" if settings.secret else "file",
        tables={table: digest.told() for table, digest in digests.items()},
        files=contents.described(folder),
    )
    manifest.write(folder)
    contents.protect(folder)
    source.engine.dispose()
    return manifest


def _with_files(settings: Settings, source: Database, folder: Path, copy: Callable[[], Digests]) -> Digests:
    """Files before the rows, since one may go with its row, and after them, since one is there before its row."""
    for _ in range(TRIES):
        contents.copy_new(settings.data_folder, folder)
        digests = copy()
        contents.copy_new(settings.data_folder, folder)
        with _opened(folder / ROWS) as saved:
            missing = {path for path in named_files(saved) if not (folder / path).exists()}
        # What the service itself still misses was lost before, and is no fault of the backup.
        if not missing - named_files(source):
            return digests
        (folder / ROWS).unlink()
    raise UnavailableError("backup_files_moving", files=sorted(missing)[:5])


def _copy_rows(source: Database, file: Path, heard: Heard) -> Digests:
    with _opened(file) as target:
        migrate.upgrade(target)
        with one_moment(source) as reading, target.engine.begin() as writing:
            return copy_rows(reading, writing, heard)


@contextmanager
def _opened(file: Path) -> Iterator[Database]:
    """The database of a backup. The last connection that is closed puts everything into the one file."""
    database = Database(f"sqlite:///{file}")
    try:
        yield database
    finally:
        database.engine.dispose()


def named_files(database: Database) -> set[str]:
    """The files that rows name: those of cases, and uploads of imports that have not ended."""
    going_on = (Job.kind == IMPORT, col(Job.state).in_([JobState.QUEUED, JobState.RUNNING]))
    with database.session(writes=False) as session:
        kept = {f"files/{stored}" for stored in session.exec(select(CaseFile.stored))}
        return kept | {f"uploads/{params['upload']}" for params in session.exec(select(Job.params).where(*going_on))}
