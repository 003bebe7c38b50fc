"""Clients that write without a pause until the service is gone, each on things of its own."""

import itertools
import random
import threading
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime

from support import NEED

from tests.soak.journal import Client, CutError, Journal
from tests.soak.world import World

IMPORT_ROWS = 12
VALUES = ("must_meet", "would_meet", "rather_not")
Doing = Callable[[Client, World], None]


def write_postings(client: Client, world: World) -> None:
    """A need from its draft to publication, with a change on the way."""
    title = f"Kho lạnh {uuid.uuid4().hex}"
    client.journal.begin("title", title)
    made = client.call("POST", "/needs", world.enterprise, json=NEED | {"title": title})
    if not made.is_success:
        return
    client.journal.keep("title", title)
    posting, version = made.json()["id"], made.json()["version"]
    client.journal.told("posting", posting, (title, "draft", version))
    longer = f"{title} và kho mát"
    steps = (
        ("PATCH", "", {"version": version, "changes": {"title": longer}}, (longer, "draft", version + 1)),
        ("POST", "/state", {"state": "submitted", "reasons": []}, (longer, "submitted", None)),
        ("POST", "/state", {"state": "published", "reasons": []}, (longer, "published", None)),
    )
    for method, rest, body, state in steps:
        client.journal.ask("posting", posting, state)
        answer = client.call(method, f"/postings/{posting}{rest}", json=body)
        if not answer.is_success:
            client.journal.refused("posting", posting)
            return
        client.journal.told("posting", posting, state)
        if state[1] == "published":
            client.journal.keep("published", posting)


def answer_pairs(client: Client, world: World) -> None:
    """Both sides change their minds about each pair, as the last one who may."""
    for (need, technology), side in itertools.product(world.pairs, ("need", "technology")):
        value = random.choice(VALUES)
        reason = "price" if value == "rather_not" else None
        name = (need, technology, side)
        client.journal.ask("answer", name, value)
        path = f"/events/{world.answering}/answers/{need}/{technology}"
        answer = client.call("PUT", path, json={"value": value, "reason": reason, "side": side})
        if answer.is_success:
            client.journal.told("answer", name, value)
        else:
            client.journal.refused("answer", name)


def import_tables(client: Client, world: World) -> None:
    """The same table twice, as somebody who was not sure."""
    name = uuid.uuid4().hex[:10]
    rows = "".join(f"Bơm {name} {number},{name}-{number}\n" for number in range(IMPORT_ROWS))
    form = {"kind": "need", "dry_run": "false", "publish": "true", "organisation_id": str(world.enterprise)}
    for _ in range(2):
        client.journal.begin("import", name)
        files = {"file": ("rows.csv", f"title,key\n{rows}".encode())}
        answer = client.call("POST", "/imports", data=form, files=files)
        if answer.is_success:
            client.journal.keep("import", name)
            client.journal.keep("job", answer.json()["id"])
    time.sleep(random.random())


def edit_agenda(client: Client, world: World) -> None:
    """An organiser moves meetings about, and publishes now and then."""
    path = f"/events/{world.editing}/agenda"
    newest = client.call("GET", f"{path}/versions").json()["items"][0]
    number, revision = newest["number"], newest["revision"]
    client.journal.told("draft", number, revision)
    for _ in range(5):
        client.journal.ask("draft", number, revision + 1)
        body = {"revision": revision, "key": random.choice(world.keys), "slot_id": random.choice(world.slots)}
        moved = client.call("POST", f"{path}/draft/move", json=body)
        if moved.is_success and moved.json()["saved"]:
            # A meeting that is there already stays, and so does the draft.
            revision = moved.json()["revision"]
            client.journal.told("draft", number, revision)
        else:
            client.journal.refused("draft", number)
    client.journal.begin("version", number)
    client.journal.things.pop(("draft", number))
    if client.call("POST", f"{path}/publish", json={"number": number}).is_success:
        client.journal.keep("version", number)


def check_in(client: Client, world: World) -> None:
    """A desk whose network is bad: everything is sent twice."""
    key = str(uuid.uuid4())
    body = {"sent_key": key, "said_at": datetime.now(UTC).isoformat(), "person_id": random.choice(world.people)}
    client.journal.begin("check_in", key)
    for _ in range(2):
        if client.call("POST", f"/events/{world.day}/day/check-ins", json=body).is_success:
            client.journal.keep("check_in", key)


def write_notes(client: Client, world: World) -> None:
    """One side writes into the case."""
    text = f"Ghi chú {uuid.uuid4().hex}"
    client.journal.begin("note", text)
    if client.call("POST", f"/cases/{world.case}/notes", world.enterprise, json={"text": text}).is_success:
        client.journal.keep("note", text)
    time.sleep(0.05)


def plan(client: Client, world: World) -> None:
    """A plan is asked for, and its progress looked at."""
    answer = client.call("POST", f"/events/{world.planning}/agenda/solve", json={"seconds": 1.0})
    if answer.is_success:
        client.journal.keep("job", answer.json()["id"])
    time.sleep(3)


EVERYBODY: tuple[Doing, ...] = (
    write_postings,
    write_postings,
    answer_pairs,
    import_tables,
    edit_agenda,
    check_in,
    write_notes,
)


class Traffic:
    """All clients at work; what they were told is in the journal."""

    def __init__(self, world: World, addresses: list[str], doing: tuple[Doing, ...] = EVERYBODY) -> None:
        self.journal = Journal()
        self._world = world
        self._ends = threading.Event()
        self._threads = [
            threading.Thread(target=self._go_on, args=(one, Client(self.journal, addresses, number)), daemon=True)
            for number, one in enumerate(doing)
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def wait_for(self, writes: int, seconds: float) -> None:
        """Until so many requests were acknowledged, or time is over."""
        ends = time.monotonic() + seconds
        while self.journal.acknowledged < writes and time.monotonic() < ends:
            time.sleep(0.005)

    def end(self) -> Journal:
        """Wait until all have noticed that the service is gone, or let them finish what they do."""
        self._ends.set()
        for thread in self._threads:
            thread.join(90)
        return self.journal

    def _go_on(self, doing: Doing, client: Client) -> None:
        try:
            while not self._ends.is_set():
                doing(client, self._world)
        except CutError:
            pass
        except Exception as error:
            self.journal.wrong.append(f"{doing.__name__}: {error!r}")
        finally:
            client.close()
