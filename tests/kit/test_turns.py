"""Calls take turns in the threads of the event loop."""

import threading
import time

import anyio
from anyio.to_thread import current_default_thread_limiter, run_sync

from matchmaker.kit.turns import AT_ONCE, MOST, taking_turns


def test_short_calls_are_worked_on_one_after_the_other() -> None:
    running, most = [0], [0]

    def short() -> None:
        running[0] += 1
        most[0] = max(most[0], running[0])
        time.sleep(0.002)
        running[0] -= 1

    async def ask() -> None:
        async with taking_turns(), anyio.create_task_group() as calls:
            for _ in range(10):
                calls.start_soon(run_sync, short)

    anyio.run(ask)

    assert most == [AT_ONCE]


def test_calls_that_wait_for_something_else_do_not_keep_others_waiting() -> None:
    others_done = threading.Event()

    async def ask() -> None:
        async with taking_turns(), anyio.create_task_group() as calls:
            # Each ends only when the last call of all has been worked on.
            for _ in range(5):
                calls.start_soon(run_sync, others_done.wait, 30)
            await anyio.sleep(0.01)
            await run_sync(others_done.set)

    anyio.run(ask)

    assert others_done.is_set()


def test_afterwards_threads_are_as_many_as_before() -> None:
    found = []

    async def ask() -> None:
        async with taking_turns():
            found.append(current_default_thread_limiter().total_tokens)
        found.append(current_default_thread_limiter().total_tokens)

    anyio.run(ask)

    assert found == [AT_ONCE, MOST]
