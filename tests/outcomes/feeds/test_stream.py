"""Figures are pushed as they change, to whoever may listen and for as long as they may."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import pytest
from people import Browser, person
from serving import serving
from sqlmodel import select
from starlette.testclient import TestClient
from support import Api

from matchmaker.accounts.account_models import Account, SignIn
from matchmaker.outcomes.feeds.streaming import broadcasting
from matchmaker.outcomes.feeds.streaming.messages import changed, message, snapshot_of

HEADERS = {"Accept": "text/event-stream", "X-Acting-As": "organiser"}


@pytest.fixture(scope="module")
def address(shared_app: Any) -> Iterator[str]:
    with serving(shared_app) as found:
        yield found


@pytest.fixture(scope="module")
def api(shared_app: Any) -> Api:
    return Api(TestClient(shared_app), shared_app)


@pytest.fixture(scope="module")
def owner(api: Api) -> int:
    return api.organisation(key="ben-binh")


class Reading:
    """Events of an open stream, one after the other."""

    def __init__(self, answer: httpx.Response) -> None:
        self.lines = answer.iter_lines()

    def next(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in self.lines:
            if not line and found:
                return found
            name, _, value = line.partition(": ")
            if name:
                found[name] = value
        return found


@contextmanager
def listening(address: str, **headers: str) -> Iterator[Reading]:
    given = HEADERS | {name.replace("_", "-"): value for name, value in headers.items()}
    with httpx.stream("GET", f"{address}/api/indicators/stream", headers=given, timeout=20) as answer:
        assert answer.status_code == 200, answer.read()
        yield Reading(answer)


def figures(event: dict[str, str]) -> dict[str, Any]:
    return {one["code"]: one["value"] for one in json.loads(event["data"])["figures"]}


def test_all_figures_come_first_and_then_what_changed_within_two_seconds(address: str, api: Api, owner: int) -> None:
    with listening(address) as stream:
        first = stream.next()
        began = time.monotonic()
        api.published("technology", owner)
        second = stream.next()
        took = time.monotonic() - began

    assert (first["event"], second["event"]) == ("figures", "changes")
    assert figures(second)["technologies"] == figures(first)["technologies"] + 1
    assert set(figures(second)) < set(figures(first))
    assert took < 4


def test_who_comes_back_gets_only_what_was_missed(address: str, api: Api, owner: int) -> None:
    with listening(address) as kept:
        mark = kept.next()["id"]
        api.published("need", owner)
        kept.next()
        with listening(address, Last_Event_ID=mark) as again, listening(address, Last_Event_ID="unknown") as other:
            missed, all_of_them = again.next(), other.next()

    assert (missed["event"], all_of_them["event"]) == ("changes", "figures")
    assert "needs" in figures(missed)


def test_somebody_has_a_few_streams_and_no_more(address: str, shared_app: Any) -> None:
    most = shared_app.state.broadcast.most_per_person
    shared_app.state.broadcast.most_per_person = 1
    try:
        with listening(address) as stream:
            stream.next()
            refused = httpx.get(f"{address}/api/indicators/stream", headers=HEADERS)
    finally:
        shared_app.state.broadcast.most_per_person = most

    assert (refused.status_code, refused.json()["code"]) == (429, "too_many_streams")


def test_all_together_have_so_many_streams_and_no_more(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcasting, "MOST_OPEN", 1)
    with listening(address) as stream:
        stream.next()
        refused = httpx.get(f"{address}/api/indicators/stream", headers=HEADERS)

    assert (refused.status_code, refused.json()["code"]) == (503, "overloaded")


def test_who_left_is_forgotten(address: str, shared_app: Any) -> None:
    with listening(address) as stream:
        stream.next()
    ends = time.monotonic() + 20
    while len(shared_app.state.broadcast) and time.monotonic() < ends:
        time.sleep(0.1)

    assert len(shared_app.state.broadcast) == 0


@pytest.mark.parametrize("ends", ["signed out", "no organiser"])
def test_a_stream_ends_with_its_sign_in(address: str, shared_app: Any, ends: str) -> None:
    email = f"{ends.replace(' ', '-')}@a.example"
    account_id = person(shared_app.state.database, email, organiser=True)
    browser = Browser(shared_app)
    assert browser.sign_in(email).status_code == 200
    cookie = "; ".join(f"{one.name}={one.value}" for one in browser.client.cookies.jar)

    headers = {"Accept": "text/event-stream", "Cookie": cookie}
    with httpx.stream("GET", f"{address}/api/indicators/stream", headers=headers, timeout=20) as answer:
        stream = Reading(answer)
        stream.next()
        with shared_app.state.database.session() as session:
            if ends == "signed out":
                for row in session.exec(select(SignIn).where(SignIn.account_id == account_id)):
                    session.delete(row)
            else:
                account = session.get(Account, account_id)
                assert account
                account.organiser = False
                session.add(account)
        told = [stream.next()["event"]]
        while told[-1] != "end":
            told.append(stream.next()["event"])

    assert told[-1] == "end"


def test_the_stream_is_for_organisers_who_ask_for_it(address: str, owner: int) -> None:
    path = f"{address}/api/indicators/stream"
    other = httpx.get(path, headers=HEADERS | {"X-Acting-As": str(owner)})
    plain = httpx.get(path, headers=HEADERS | {"Accept": "*/*"})

    assert (other.status_code, other.json()["code"]) == (403, "organiser_only")
    assert (plain.status_code, plain.json()["code"]) == (400, "event_stream_only")


def test_streams_end_when_the_service_stops(address: str, shared_app: Any) -> None:
    broadcast = shared_app.state.broadcast
    with listening(address) as stream:
        stream.next()
        threading.Timer(0.2, broadcast.close).start()
        told = stream.next()
    broadcast._closed = False

    assert told["event"] == "end"


def test_prometheus_reads_the_same_figures(api: Api, owner: int) -> None:
    lines = api.call("GET", "/indicators/metrics").text.splitlines()
    (told,) = [one for one in api.get("/indicators")["figures"] if one["code"] == "technologies"]

    assert f'matchmaker_indicator{{code="technologies"}} {told["value"]}' in lines
    assert 'matchmaker_webhook_deliveries{state="dead"} 0.0' in lines
    assert api.refused("GET", "/indicators/metrics", owner) == (403, "organiser_only")


def test_a_difference_names_what_is_another_figure_now() -> None:
    before, now = {"a": 1, "b": 2}, {"a": 1, "b": 3, "c": 4}

    assert changed(before, now) == [3, 4]
    assert b"event: figures" in message(None, snapshot_of(now, "now"))
    assert snapshot_of(now, "now").mark == snapshot_of(dict(reversed(now.items())), "later").mark
