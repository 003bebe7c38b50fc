"""The data folder: that it is there, that it can be written, by whom it can be read, and how full its disk is."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from matchmaker.operating.doctor.finding import Finding, ok, problem, warning
from matchmaker.settings import Settings

MEGABYTE = 1_000_000
# Below the first the database may stop in the middle of an import, below the second a rebuilt index may not fit.
LEAST_FREE = 500 * MEGABYTE
ENOUGH_FREE = 3000 * MEGABYTE
# SQLite's shared memory does not work over these.
FAR_FILE_SYSTEMS = {"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p"}


def check_data_folder(settings: Settings) -> Iterator[Finding]:
    """Whether this account can write there; a folder that is not there yet is made where its parent can be written."""
    folder = settings.data_folder
    nearest = next(place for place in (folder, *folder.absolute().parents) if place.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        yield problem("data folder", f"{nearest} cannot be written", f"Run: chown -R $(id -u) {nearest}")
    elif not folder.exists():
        yield warning("data folder", f"{folder} is not there", "It is made at the first start; is this the right one?")
    else:
        yield ok("data folder", str(folder.absolute()))


def check_rights(settings: Settings) -> Iterator[Finding]:
    """Whether other accounts of this machine can read or change what the service keeps."""
    folder = settings.data_folder
    if not folder.is_dir():
        return
    mode = folder.stat().st_mode
    if mode & 0o022:
        yield problem("file rights", f"others may write into {folder}", f"Run: chmod 700 {folder}")
    elif mode & 0o005:
        do = f"Run: chmod 700 {folder}"
        yield warning("file rights", f"every account of this machine may look into {folder}", do)
    else:
        yield ok("file rights", f"{folder} belongs to this account")


def check_disk(settings: Settings) -> Iterator[Finding]:
    """How much is left where the data folder lies."""
    nearest = next(
        place for place in (settings.data_folder, *settings.data_folder.absolute().parents) if place.exists()
    )
    yield judge_disk(shutil.disk_usage(nearest).free)


def judge_disk(free: int) -> Finding:
    """What so many free bytes mean."""
    says = f"{free / 1e9:.1f} GB free"
    if free < LEAST_FREE:
        return problem("disk space", says, "Make room now: what is written may be refused, and nothing can be rebuilt.")
    if free < ENOUGH_FREE:
        return warning("disk space", says, "Make room: a rebuilt index or an upgrade may need some gigabytes.")
    return ok("disk space", says)


def check_file_system(settings: Settings) -> Iterator[Finding]:
    """SQLite over a network loses data."""
    if settings.database.startswith("sqlite"):
        yield judge_file_system(_file_system(settings.data_folder.absolute(), Path("/proc/mounts")))


def judge_file_system(kind: str) -> Finding:
    """What a file system of this kind means for SQLite."""
    if kind in FAR_FILE_SYSTEMS:
        do = "Keep the data folder on a disk of this machine, or set MATCHMAKER_DATABASE_URL to a PostgreSQL."
        return problem("file system", f"SQLite on {kind}: processes do not see each other's locks", do)
    return ok("file system", kind or "unknown")


def _file_system(folder: Path, mounts: Path) -> str:
    """The kind of the file system that holds a folder; empty where nothing tells."""
    if not mounts.exists():
        return ""
    kinds = {fields[1]: fields[2] for fields in (line.split() for line in mounts.read_text().splitlines())}
    return next((kinds[str(place)] for place in (folder, *folder.parents) if str(place) in kinds), "")
