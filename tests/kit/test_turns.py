"""Calls are worked on in turn, and wait for theirs no longer than makes sense."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from matchmaker.kit import turns
from matchmaker.kit.errors import UnavailableError
from matchmaker.kit.turns import Turns

# Shorter than the real ones by the same factor, so that a test waits briefly.
LONG_CALL, CROWDED, PATIENCE = 0.05, 0.2, 1.0


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def shorter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONG_CALL_SECONDS", LONG_CALL)
    monkeypatch.setattr(turns, "CROWDED_SECONDS", CROWDED)
    monkeypatch.setattr(turns, "PATIENCE_SECONDS", PATIENCE)


class Calls:
    """Calls that note when they begin and end when they are told to."""

    def __init__(self, taken: Turns) -> None:
        self.turns = taken
        self.begun: list[str] = []
        self.refused: list[str] = []
        self.codes: set[str] = set()
        self.ends: dict[str, asyncio.Event] = {}

    async def call(self, name: str, first: bool = False) -> None:
        self.ends[name] = asyncio.Event()
        try:
            async with self.turns.turn(first=first):
                self.begun.append(name)
                await self.ends[name].wait()
        except UnavailableError as error:
            self.refused.append(name)
            self.codes.add(error.code)

    def ask(self, *names: str, first: bool = False) -> list[asyncio.Task[None]]:
        return [asyncio.create_task(self.call(name, first)) for name in names]

    async def end(self, *names: str) -> None:
        for name in names:
            self.ends[name].set()
        await settled()


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


@pytest.fixture
async def calls() -> AsyncIterator[Calls]:
    made = Calls(Turns(at_once=1, most=3))
    yield made
    await made.end(*made.ends)


@pytest.mark.anyio
async def test_short_calls_are_worked_on_one_after_the_other_as_they_came(calls: Calls) -> None:
    calls.ask("a", "b", "c")
    await settled()
    assert calls.begun == ["a"]
    await calls.end("a")
    assert calls.begun == ["a", "b"]
    await calls.end("b")
    assert calls.begun == ["a", "b", "c"]


@pytest.mark.anyio
async def test_whoever_goes_first_does_not_wait_for_those_who_came_before(calls: Calls) -> None:
    calls.ask("a", "b")
    await settled()
    calls.ask("writer", first=True)
    await settled()
    await calls.end("a")

    assert calls.begun == ["a", "writer"]


@pytest.mark.anyio
async def test_calls_that_take_long_let_others_begin_but_not_without_end(calls: Calls) -> None:
    calls.ask("a", "b", "c", "d")
    await asyncio.sleep(LONG_CALL * 6)
    assert calls.begun == ["a", "b", "c"]
    await calls.end("b")
    assert calls.begun == ["a", "b", "c", "d"]


@pytest.mark.anyio
async def test_after_long_calls_there_are_no_more_turns_than_before(calls: Calls) -> None:
    calls.ask("a", "b")
    await asyncio.sleep(LONG_CALL * 2)
    await calls.end("a", "b")
    calls.ask("c", "d")
    await settled()

    assert calls.begun == ["a", "b", "c"]


@pytest.mark.anyio
async def test_a_turn_that_comes_when_nobody_waits_for_it_any_more_goes_to_the_next(calls: Calls) -> None:
    _, leaving, _ = calls.ask("a", "b", "c")
    await settled()
    # The turn is given and the caller leaves before it can take it.
    calls.ends["a"].set()
    await asyncio.sleep(0)
    leaving.cancel()
    await settled()

    assert calls.begun == ["a", "c"]


@pytest.mark.anyio
async def test_whoever_leaves_while_waiting_is_left_out(calls: Calls) -> None:
    _, leaving, _ = calls.ask("a", "b", "c")
    await settled()
    leaving.cancel()
    await settled()
    await calls.end("a")

    assert calls.begun == ["a", "c"]


@pytest.mark.anyio
async def test_a_crowd_that_comes_at_once_waits_patiently(calls: Calls) -> None:
    calls.turns = Turns(at_once=1, most=1)
    calls.ask("a", "b")
    await asyncio.sleep(CROWDED * 2)
    assert calls.refused == []
    await calls.end("a")
    assert calls.begun == ["a", "b"]


@pytest.mark.anyio
async def test_waiting_has_an_end(calls: Calls) -> None:
    calls.turns = Turns(at_once=1, most=1)
    calls.ask("a", "b")
    await asyncio.sleep(PATIENCE * 1.2)
    assert (calls.refused, calls.codes) == (["b"], {"overloaded"})
    await calls.end("a")
    calls.ask("c")
    await settled()
    assert calls.begun == ["a", "c"]


@pytest.mark.anyio
async def test_where_some_wait_all_the_time_whoever_comes_waits_briefly(calls: Calls) -> None:
    calls.turns = Turns(at_once=1, most=1)
    names = [str(number) for number in range(14)]
    calls.ask(*names[:2])
    for worked_on, comes in zip(names, names[2:], strict=False):
        await asyncio.sleep(PATIENCE / 10)
        calls.ask(comes)
        await settled()
        await calls.end(worked_on)
    assert calls.refused == []
    calls.ask("late")
    await asyncio.sleep(CROWDED * 1.5)
    assert "late" in calls.refused

    # Once nobody waits any more, there is patience again.
    await calls.end(*calls.ends)
    calls.ask("busy", "later")
    await asyncio.sleep(CROWDED * 1.5)
    assert "later" not in calls.refused


@pytest.mark.anyio
async def test_a_call_that_fails_gives_its_turn_back(calls: Calls) -> None:
    async def fail() -> None:
        async with calls.turns.turn():
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    calls.ask("a")
    await settled()

    assert calls.begun == ["a"]
