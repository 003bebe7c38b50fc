"""What goes wrong around the service, as refusals with a code: the disk, the database, the clock.

Whoever runs the service reads the code at ``/ready`` and in the runbook; whoever was asked something is asked to come
again later. None of these loses what was acknowledged, and all but a damaged file end by themselves once the cause is
gone.
"""

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from matchmaker.kit.errors import MatchmakerError, UnavailableError

# Below this nothing large is accepted any more by the file system, and databases stop at the next checkpoint.
LEAST_FREE_BYTES = 64_000_000
# Clocks of two hosts differ by less than this, or one of them is wrong.
MOST_AHEAD = timedelta(minutes=5)
# What may be over in a moment.
PASSING = frozenset({"database_unavailable", "database_busy"})
_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_BY_STATE = {"53100": "disk_full", "25006": "database_read_only", "53300": "database_busy", "57014": "database_busy"}
_BY_WORDS = {
    "disk is full": "disk_full",
    "readonly database": "disk_read_only",
    "disk i/o error": "disk_failing",
    "unable to open database file": "disk_failing",
    "disk image is malformed": "database_damaged",
    "file is not a database": "database_damaged",
}


def fault_of(error: BaseException) -> UnavailableError | None:
    """What an error says of the surroundings; None where it says something of us."""
    if isinstance(error, PoolTimeoutError):
        return UnavailableError("database_busy")
    if isinstance(error, DBAPIError) and not isinstance(error, IntegrityError):
        return _of_database(error)
    if isinstance(error, OSError):
        return _of_disk(error)
    return None


def _of_database(error: DBAPIError) -> UnavailableError | None:
    told = str(error.orig).lower()
    by_words = next((code for words, code in _BY_WORDS.items() if words in told), None)
    code = _BY_STATE.get(getattr(error.orig, "sqlstate", None) or "", by_words)
    if code:
        return UnavailableError(code)
    away = isinstance(error, OperationalError) or error.connection_invalidated
    return UnavailableError("database_unavailable") if away else None


def _of_disk(error: OSError) -> UnavailableError | None:
    if error.errno in _FULL:
        return UnavailableError("disk_full")
    return UnavailableError("disk_read_only") if error.errno == errno.EROFS else None


def disk_fault(folder: Path) -> UnavailableError | None:
    """What is wrong with the disk of a folder before anything is written to it; a folder that is not there is none."""
    try:
        state = os.statvfs(folder)
    except FileNotFoundError:
        return None
    except OSError:
        return UnavailableError("disk_failing", folder=str(folder))
    if state.f_flag & os.ST_RDONLY:
        return UnavailableError("disk_read_only", folder=str(folder))
    free = state.f_bavail * state.f_frsize
    if free < LEAST_FREE_BYTES:
        return UnavailableError("disk_full", folder=str(folder), free=free, needed=LEAST_FREE_BYTES)
    return None


def clock_fault(newest: datetime | None, now: datetime) -> UnavailableError | None:
    """Whether our clock is behind what was written last; ``newest`` is when that was."""
    if newest is None or newest - now < MOST_AHEAD:
        return None
    return UnavailableError("clock_behind", seconds=int((newest - now).total_seconds()))


def told(fault: MatchmakerError) -> dict[str, Any]:
    """A fault as ``/ready`` shows it."""
    return {"code": fault.code, "params": fault.params}
