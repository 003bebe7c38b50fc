"""The databases that are tried: SQLite in a folder, and a PostgreSQL server of our own."""

import shutil
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))


@dataclass(frozen=True)
class Server:
    """A PostgreSQL server that writes to disk as a real one does; it can be stopped and started."""

    folder: Path
    port: int

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{name}"

    def make(self) -> str:
        """The URL of a new database."""
        name = f"soak_{uuid.uuid4().hex[:12]}"
        _run("createdb", "-h", self.folder, "-p", self.port, name)
        return self.url(name)

    def start(self) -> None:
        options = f"-c listen_addresses=127.0.0.1 -c port={self.port} -c unix_socket_directories={self.folder}"
        _run("pg_ctl", "-D", self.folder / "data", "-o", options, "-l", self.folder / "log", "-w", "start")

    def stop(self, mode: str = "immediate") -> None:
        """``immediate`` is as if the machine lost its power."""
        _run("pg_ctl", "-D", self.folder / "data", "-m", mode, "-w", "stop")


def why_no_server() -> str | None:
    """What is missing for PostgreSQL; None where nothing is."""
    if not PROGRAMS:
        return "no PostgreSQL server programs in /usr/lib/postgresql"
    return None if shutil.which("runuser") else "no runuser: PostgreSQL refuses to run as root"


@contextmanager
def own_server(port: int) -> Iterator[Server]:
    """A server until the block ends."""
    made = subprocess.check_output(["runuser", "-u", "postgres", "--", "mktemp", "-d"], text=True)
    server = Server(Path(made.strip()), port)
    _run("initdb", "-D", server.folder / "data", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
    server.start()
    try:
        yield server
    finally:
        subprocess.run(_command("pg_ctl", "-D", server.folder / "data", "-m", "immediate", "-w", "stop"), cwd="/")
        shutil.rmtree(server.folder, ignore_errors=True)


def _run(program: str, *arguments: Any) -> None:
    subprocess.run(_command(program, *arguments), check=True, stdout=subprocess.DEVNULL, cwd="/")


def _command(program: str, *arguments: Any) -> list[str]:
    return ["runuser", "-u", "postgres", "--", str(PROGRAMS[-1] / program), *map(str, arguments)]
