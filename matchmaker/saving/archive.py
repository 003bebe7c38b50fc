"""A backup as one file: a compressed tar, unpacked without following anything out of its folder."""

import os
import tarfile
from pathlib import Path

from matchmaker.kit.errors import InvalidError

ENDINGS = (".tar", ".tar.gz", ".tgz")


def is_archive(path: Path) -> bool:
    """Whether a path names a file rather than a folder."""
    return path.name.endswith(ENDINGS)


def pack(folder: Path, file: Path) -> None:
    """Write a folder into a file that only its owner reads; there is never half of one under its name."""
    beginning = file.with_name(f".{file.name}.{os.getpid()}")
    opened = os.open(beginning, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(opened, "wb") as stream:
            with tarfile.open(fileobj=stream, mode="w" if file.suffix == ".tar" else "w:gz") as tar:
                for path in sorted(folder.rglob("*")):
                    tar.add(path, path.relative_to(folder).as_posix(), recursive=False)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beginning, file)
    except BaseException:
        beginning.unlink(missing_ok=True)
        raise


def unpack(file: Path, folder: Path) -> None:
    """Raises InvalidError ``backup_unreadable`` for anything but files and folders inside the folder."""
    try:
        with tarfile.open(file) as tar:
            for member in tar:
                if not (member.isreg() or member.isdir()):
                    raise InvalidError("backup_unreadable", reason=f"{member.name} is no file")
                tar.extract(member, folder, filter="data")
    except (tarfile.TarError, OSError, EOFError) as error:
        raise InvalidError("backup_unreadable", reason=str(error)[:200]) from error
