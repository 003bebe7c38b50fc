"""What a request may bring, and how slowly."""

from collections.abc import AsyncIterator
from typing import Any

import anyio
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse

from matchmaker.kit import bodies
from matchmaker.kit.bodies import BodyLimit, Pace

SLOW = Pace(silence=0.05, grace=0.2, bytes_a_second=1000)
FORM = b"multipart/form-data; boundary=b"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def count(scope: Any, receive: Any, send: Any) -> None:
    """A service that says how many bytes it was sent."""
    body = await Request(scope, receive).body()
    await PlainTextResponse(str(len(body)))(scope, receive, send)


async def ask(limit: BodyLimit, pieces: AsyncIterator[bytes], kind: bytes = b"application/json") -> tuple[int, str]:
    """Status and text of the answer."""
    said: list[Any] = []

    async def receive() -> Any:
        piece = await anext(pieces, None)
        return {"type": "http.request", "body": piece or b"", "more_body": piece is not None}

    async def send(message: Any) -> None:
        said.append(message)

    scope = {"type": "http", "method": "POST", "path": "/", "headers": [(b"content-type", kind)]}
    await limit(scope, receive, send)
    return said[0]["status"], said[1]["body"].decode()


async def pieces(number: int, size: int, every: float = 0.0) -> AsyncIterator[bytes]:
    for _ in range(number):
        await anyio.sleep(every)
        yield b"x" * size


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("number", "size", "every", "expected"),
    [(3, 100, 0.01, 200), (1, 100, 0.15, 408), (60, 1, 0.02, 408), (30, 100, 0.02, 200)],
    ids=["soon", "silent", "drop by drop", "slow and steady"],
)
async def test_a_body_must_keep_coming(number: int, size: int, every: float, expected: int) -> None:
    limit = BodyLimit(count, 100_000, SLOW)

    status, _ = await ask(limit, pieces(number, size, every))

    assert (status, limit.at_once) == (expected, 0)


@pytest.mark.anyio
async def test_only_files_may_be_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bodies, "MOST_BUT_FILES", 1000)
    limit = BodyLimit(count, 5000)

    answers = [await ask(limit, pieces(2, 600)), await ask(limit, pieces(2, 600), FORM)]

    assert [status for status, _ in answers] == [413, 200]


@pytest.mark.anyio
async def test_all_together_bring_no_more_than_a_few_of_the_largest() -> None:
    limit = BodyLimit(count, 1000)
    answers: list[int] = []

    async def send_one(number: int) -> None:
        status, _ = await ask(limit, pieces(9, 100, 0.01 + number / 10_000), FORM)
        answers.append(status)

    async with anyio.create_task_group() as senders:
        for number in range(6):
            senders.start_soon(send_one, number)

    assert (sorted(set(answers)), limit.at_once) == ([200, 503], 0)
