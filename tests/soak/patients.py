"""A service that something is done to, and where such are made."""

import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from support import NEED

from matchmaker import migrate
from matchmaker.kit.database import Database
from tests.soak.forked import Forked

RECOVERY_SECONDS = 300.0
ORGANISER = {"X-Acting-As": "organiser"}


@dataclass
class Patient:
    """A service that something is done to; it counts what it was promised and what it was refused."""

    service: Forked
    owner: int = 0
    promised: list[int] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)

    def begin(self) -> None:
        """Migrate, start, and write something."""
        database = Database(self.service.database_url)
        migrate.upgrade(database)
        database.engine.dispose()
        self.service.start()
        self.owner = self.post("/organisations", {"name_vi": "Viện", "kind": "institute"}).json()["id"]
        self.write()

    def post(self, path: str, body: Any) -> httpx.Response:
        return httpx.post(f"{self.service.address}/api{path}", json=body, headers=ORGANISER, timeout=120)

    def write(self, times: int = 3) -> bool:
        """Whether all was written; a refusal must have a code of its own."""
        well = True
        for _ in range(times):
            answer = self.post("/needs", NEED | {"organisation_id": self.owner})
            if answer.is_success:
                self.promised.append(answer.json()["id"])
                continue
            well = False
            code = answer.json().get("code", "none")
            self.codes.add(f"{answer.status_code} {code}")
            if answer.status_code != 503:
                self.wrong.append(f"refused by {answer.status_code} {answer.text[:120]}")
        return well

    def look(self) -> None:
        """What ``/ready`` tells now."""
        state = self.service.ready_state()
        problem = (state or {}).get("problem")
        self.seen.add(problem["code"] if problem else "none" if state else "no answer")

    def must_tell(self, *codes: str) -> None:
        """``/ready`` must come to tell one of these."""
        ends = time.monotonic() + RECOVERY_SECONDS
        while not self.seen & set(codes) and time.monotonic() < ends:
            self.look()
            time.sleep(0.3)
        if not self.seen & set(codes):
            self.wrong.append(f"/ready told {sorted(self.seen)}")

    def recover(self) -> float:
        """The seconds until it is ready, tells no problem, and writes again."""
        began = time.monotonic()
        while time.monotonic() - began < RECOVERY_SECONDS:
            state = self.service.ready_state() or {}
            if state.get("ready") and not state.get("problem") and self.write(1):
                break
            time.sleep(0.3)
        else:
            self.wrong.append("did not recover")
        return time.monotonic() - began

    def must_end(self, job: int) -> None:
        """A job that was under way must come to its end."""
        ends = time.monotonic() + 4 * RECOVERY_SECONDS
        while time.monotonic() < ends:
            state = httpx.get(f"{self.service.address}/api/jobs/{job}", headers=ORGANISER, timeout=60).json()
            if state["ended_at"]:
                break
            time.sleep(1)
        if state["state"] != "done":
            self.wrong.append(f"job is {state['state']} {state['problem']}")

    def lost(self) -> int:
        """How many of those promised are not there."""
        urls = [f"{self.service.address}/api/postings/{number}" for number in self.promised]
        return sum(httpx.get(url, headers=ORGANISER, timeout=60).status_code != 200 for url in urls)


@dataclass(frozen=True)
class Ward:
    """Where patients are made; what they were given goes with the stack."""

    stack: ExitStack

    def folder(self) -> Path:
        return Path(self.stack.enter_context(tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True)))

    def patient(self, folder: Path | None = None, url: str = "", **settings: str) -> Patient:
        folder = folder or self.folder()
        service = Forked(folder, url or f"sqlite:///{folder}/matchmaker.db", settings)
        self.stack.callback(lambda: service.process and service.stop())
        return Patient(service)


class LeftOutError(Exception):
    """Something that is needed is not here."""
