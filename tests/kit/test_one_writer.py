"""Requests that write to SQLite wait for each other without a thread, in order, and not for ever."""

import asyncio

import pytest
from anyio.to_thread import current_default_thread_limiter

from matchmaker.kit import database
from matchmaker.kit.errors import UnavailableError


def test_they_write_one_after_the_other_in_order_and_take_no_thread() -> None:
    order: list[str] = []
    threads: list[int] = []

    async def write(name: str) -> None:
        async with database._one_writer():
            order.append(f"{name} begins")
            await asyncio.sleep(0.01)
            threads.append(current_default_thread_limiter().borrowed_tokens)
            order.append(f"{name} ends")

    async def all_at_once() -> None:
        await asyncio.gather(*(write(name) for name in "abc"))

    asyncio.run(all_at_once())

    assert order == [f"{name} {what}" for name in "abc" for what in ("begins", "ends")]
    assert threads == [0, 0, 0]


def test_whoever_waits_too_long_is_told_so_and_the_next_is_served(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "SQLITE_BUSY_SECONDS", 0.01)

    async def wait_in_vain() -> None:
        async with database._one_writer():
            with pytest.raises(UnavailableError, match="database_unavailable"):
                await database._one_writer().__aenter__()
        async with database._one_writer():
            pass

    asyncio.run(wait_in_vain())


def test_a_failure_lets_the_next_one_in() -> None:
    async def fail_and_go_on() -> None:
        with pytest.raises(ZeroDivisionError):
            async with database._one_writer():
                raise ZeroDivisionError
        async with asyncio.timeout(1), database._one_writer():
            pass

    asyncio.run(fail_and_go_on())
