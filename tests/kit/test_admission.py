"""A process takes on no more than it can answer, and shuts nobody out for another's sake."""

from typing import Any

import anyio
import pytest

from matchmaker.kit.admission import Admission


class Service:
    """Answers when it is told to; requests are sent to the middleware in front of it."""

    def __init__(self, most: int) -> None:
        self.door = Admission(self, most)
        self.go_on = anyio.Event()
        self.received: list[Any] = []
        self.answers: list[int] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["method"] == "POST":
            while (await receive()).get("more_body"):
                pass
        await self.go_on.wait()
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def ask(self, address: str, path: str = "/", method: str = "GET", body: Any = None) -> None:
        headers = [(b"transfer-encoding", b"chunked")] if body else []
        scope = {"type": "http", "method": method, "path": path, "headers": headers, "client": (address, 1)}

        async def receive() -> Any:
            await body.wait()
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.start":
                self.answers.append(message["status"])

        await self.door(scope, receive, send)


async def settled() -> None:
    for _ in range(5):
        await anyio.lowlevel.checkpoint()


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.mark.anyio
async def test_beyond_the_number_it_says_so_at_once() -> None:
    service = Service(most=4)

    async with anyio.create_task_group() as asking:
        for number in range(6):
            asking.start_soon(service.ask, f"192.0.2.{number}")
        await settled()
        refused = list(service.answers)
        service.go_on.set()

    assert (refused, sorted(service.answers)) == ([503, 503], [200] * 4 + [503, 503])


@pytest.mark.anyio
async def test_a_place_is_free_again_after_the_answer() -> None:
    service = Service(most=1)
    service.go_on.set()

    for _ in range(3):
        await service.ask("192.0.2.1")

    assert service.answers == [200] * 3


@pytest.mark.anyio
async def test_one_address_leaves_places_to_others() -> None:
    service = Service(most=4)

    async with anyio.create_task_group() as asking:
        for _ in range(5):
            asking.start_soon(service.ask, "192.0.2.1")
        await settled()
        refused = list(service.answers)
        asking.start_soon(service.ask, "192.0.2.2")
        await settled()
        service.go_on.set()

    assert (refused, sorted(service.answers)) == ([503, 503], [200] * 4 + [503, 503])


@pytest.mark.anyio
async def test_whoever_watches_over_the_process_is_always_answered() -> None:
    service = Service(most=1)

    async with anyio.create_task_group() as asking:
        for path in ("/", "/health", "/ready", "/metrics"):
            asking.start_soon(service.ask, "192.0.2.1", path)
        await settled()
        service.go_on.set()

    assert service.answers == [200] * 4


@pytest.mark.anyio
async def test_slow_senders_keep_nobody_from_reading() -> None:
    service = Service(most=1)
    arrived = anyio.Event()

    async with anyio.create_task_group() as asking:
        asking.start_soon(service.ask, "192.0.2.1", "/", "POST", arrived)
        await settled()
        asking.start_soon(service.ask, "192.0.2.2", "/", "POST", arrived)
        asking.start_soon(service.ask, "192.0.2.3")
        await settled()
        service.go_on.set()
        await settled()
        early = list(service.answers)
        arrived.set()

    assert (early, service.answers) == ([503, 200], [503, 200, 200])
