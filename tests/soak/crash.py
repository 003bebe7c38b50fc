"""Rounds in which the service is killed at a random moment under load, started again, and looked at."""

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table
from sqlmodel import col, select

from matchmaker.kit.database import Database
from matchmaker.outcomes.feeds.webhooks.models import DeliveryState, WebhookDelivery
from tests.soak.checking import check
from tests.soak.databases import own_server, why_no_server
from tests.soak.forked import Forked, free_port
from tests.soak.journal import Journal
from tests.soak.migrating import migrate_and_kill
from tests.soak.receiving import Receiver, receiving
from tests.soak.traffic import EVERYBODY, Traffic, plan
from tests.soak.world import World, make_world

MOST_WRITES = 80
LONGEST_LOAD = 30.0
PLAN_EVERY = 8
DELIVERY_SECONDS = 180.0


@dataclass(frozen=True)
class Place:
    """A kind of database: ``url`` makes a new one for a folder; so many processes serve it."""

    name: str
    processes: int
    folder: Callable[[], Path]
    url: Callable[[Path], str]


def places(stack: ExitStack, only: str, console: Console) -> Iterator[Place]:
    """The databases that are here; what is missing is said."""

    def folder() -> Path:
        return Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True)))

    if only in ("", "sqlite"):
        yield Place("SQLite, 1 process", 1, folder, lambda where: f"sqlite:///{where}/matchmaker.db")
    if only in ("", "postgresql"):
        if missing := why_no_server():
            console.print(f"PostgreSQL left out: {missing}")
            return
        server = stack.enter_context(own_server(free_port()))
        yield Place("PostgreSQL, 2 processes", 2, folder, lambda _: server.make())


@dataclass
class Score:
    """What came of the rounds of one kind."""

    name: str
    tried: int = 0
    passed: int = 0
    acknowledged: int = 0
    answers: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def note(self, wrong: list[str]) -> None:
        self.tried += 1
        self.passed += not wrong
        self.wrong += wrong

    @property
    def lost(self) -> int:
        return sum(one.startswith("lost") for one in self.wrong)


@dataclass
class Grounds:
    """A world, the processes that serve it, and who is told of its changes."""

    world: World
    services: list[Forked]
    database: Database
    receiver: Receiver
    published: list[int] = field(default_factory=list)

    def start(self) -> None:
        for service in self.services:
            service.start()

    def round(self, number: int) -> tuple[Journal, list[str]]:
        """Load, kill one or all at a random moment, start again, and look."""
        doing = (*EVERYBODY, plan) if number % PLAN_EVERY == 0 else EVERYBODY
        traffic = Traffic(self.world, [service.address for service in self.services], doing)
        traffic.start()
        traffic.wait_for(random.randint(1, MOST_WRITES), LONGEST_LOAD)
        time.sleep(random.uniform(0.0, 0.1))
        killed = self.services if random.random() < 0.5 else [random.choice(self.services)]
        for service in killed:
            service.process.kill()
        for service in killed:
            service.kill()
        journal = traffic.end()
        for service in killed:
            service.start()
        self.published += journal.promised.get("published", [])
        return journal, journal.wrong + check(self.database, self.services[0].address, self.world, journal)

    def deliveries(self) -> list[str]:
        """Everything was told, of each subject in its order."""
        ends = time.monotonic() + DELIVERY_SECONDS
        while (waiting := self._waiting()) and time.monotonic() < ends:
            time.sleep(0.5)
        found = [f"lost: {waiting} deliveries were not made"] if waiting else []
        came = self.receiver.keys_by_subject()
        with self.database.session(writes=False) as session:
            rows = session.exec(select(WebhookDelivery).order_by(col(WebhookDelivery.id))).all()
        wanted: dict[str, list[str]] = {}
        for row in rows:
            wanted.setdefault(row.subject, []).append(row.key)
        found += [f"order of {name}" for name, keys in wanted.items() if came.get(name, []) != keys]
        return found + [f"lost: posting {one} was not told" for one in self.published if f"posting:{one}" not in came]

    def _waiting(self) -> int:
        with self.database.session(writes=False) as session:
            where = WebhookDelivery.state != DeliveryState.DELIVERED
            return len(session.exec(select(WebhookDelivery.id).where(where)).all())


@contextmanager
def grounds(folder: Path, database_url: str, processes: int) -> Iterator[Grounds]:
    """A new world with its services running, until the block ends."""
    with receiving() as receiver:
        world = make_world(folder, database_url, receiver.address)
        services = [Forked(folder, database_url) for _ in range(processes)]
        found = Grounds(world, services, Database(database_url), receiver)
        try:
            found.start()
            yield found
        finally:
            for service in services:
                if service.process:
                    service.stop()
            found.database.engine.dispose()


def rounds(place: Place, number: int, score: Score, say: Callable[[str], None]) -> None:
    """Many rounds on one world, and at the end what was told to others."""
    folder = place.folder()
    with grounds(folder, place.url(folder), place.processes) as ground:
        for turn in range(number):
            journal, wrong = ground.round(turn)
            score.note(wrong)
            score.acknowledged += journal.acknowledged
            score.answers += journal.answers
            say(f"{score.name} {turn + 1}: {journal.acknowledged} acknowledged {'; '.join(wrong[:3])}")
        wrong = ground.deliveries()
        score.wrong += wrong
        say(f"{score.name}: {len(ground.published)} published were told {'; '.join(wrong[:3])}")


def upgrades(place: Place, number: int, score: Score, say: Callable[[str], None]) -> None:
    """Upgrades of the database that are killed, each on a database of its own."""
    for turn in range(number):
        folder = place.folder()
        score.note(migrate_and_kill(folder, place.url(folder)))
        say(f"{score.name} {turn + 1} {'; '.join(score.wrong[-3:])}")


def main(
    number: Annotated[int, typer.Option("--rounds", help="Rounds on each database.")] = 20,
    migrations: Annotated[int, typer.Option(help="Upgrades that are killed, on each database.")] = 5,
    only: Annotated[str, typer.Option(help="`sqlite` or `postgresql` alone.")] = "",
) -> None:
    """Kill the service under load, again and again."""
    console = Console(width=140)
    scores: list[Score] = []
    with ExitStack() as stack:
        for place in places(stack, only, console):
            for run, times, name in ((rounds, number, "killed under load"), (upgrades, migrations, "upgrade killed")):
                score = Score(f"{place.name}: {name}")
                scores.append(score)
                try:
                    run(place, times, score, console.print)
                except Exception as error:
                    console.print_exception()
                    score.wrong.append(f"the rounds ended early: {error!r}")
    show(scores, console)
    sys.exit(any(score.wrong for score in scores))


def show(scores: list[Score], console: Console) -> None:
    """The table: tried, passed, lost; below it what went wrong."""
    table = Table("rounds", "tried", "passed", "lost", "acknowledged writes", title="Killed at a random moment")
    for score in scores:
        numbers = (score.tried, score.passed, score.lost, score.acknowledged)
        table.add_row(score.name, *map(str, numbers))
    console.print(table)
    for score in scores:
        console.print(f"{score.name}: answers {dict(score.answers)}")
        for one in score.wrong[:20]:
            console.print(f"  {one}")
