"""A real server whose connections are held open on purpose."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from matchmaker.kit.connections import HEADER_BYTES, connections

LARGE = 30_000_000
BEGIN = b"GET / HTTP/1.1\r\nHost: x\r\n"


async def answer_large(scope: Any, receive: Any, send: Any) -> None:
    """A service with one large answer."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % LARGE)]})
    for _ in range(30):
        await send({"type": "http.response.body", "body": b"x" * 1_000_000, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


@contextmanager
def server(most: int = 10) -> Iterator[int]:
    """Its port; whoever dawdles is sent away after half a second."""
    kind = connections(most, header_seconds=0.5, unread_seconds=0.5)
    made = uvicorn.Server(
        uvicorn.Config(answer_large, port=0, http=kind, lifespan="off", log_level="error", timeout_keep_alive=1)
    )
    thread = threading.Thread(target=made.run, daemon=True)
    thread.start()
    while not made.started:
        time.sleep(0.01)
    try:
        yield made.servers[0].sockets[0].getsockname()[1]
    finally:
        made.should_exit = True
        thread.join(timeout=10)


def connect(port: int) -> socket.socket:
    return socket.create_connection(("127.0.0.1", port), timeout=5)


def seconds_until_closed(sock: socket.socket, drop: bytes = b"") -> float:
    """Send a drop now and then until the server has enough."""
    began = time.monotonic()
    sock.settimeout(0.1)
    while time.monotonic() - began < 5:
        try:
            if drop:
                sock.sendall(drop)
            if sock.recv(1000) == b"":
                break
        except TimeoutError:
            continue
        except OSError:
            break
    return time.monotonic() - began


def test_who_says_nothing_is_sent_away() -> None:
    with server() as port, connect(port) as sock:
        assert 0.3 < seconds_until_closed(sock) < 2


def test_a_letter_now_and_then_does_not_keep_a_connection_open() -> None:
    with server() as port, connect(port) as sock:
        sock.sendall(BEGIN + b"X-Slow: ")

        assert 0.3 < seconds_until_closed(sock, b"a") < 2


def test_first_lines_without_end_are_not_kept() -> None:
    with server() as port, connect(port) as sock:
        sock.sendall(BEGIN)

        assert seconds_until_closed(sock, b"X-Long: " + b"a" * HEADER_BYTES) < 0.5


def test_an_answer_that_nobody_reads_is_given_up() -> None:
    with server() as port, connect(port) as sock:
        sock.sendall(BEGIN + b"\r\n")
        time.sleep(1.5)

        received = 0
        try:
            while piece := sock.recv(1_000_000):
                received += len(piece)
        except ConnectionResetError:
            pass

    assert received < LARGE


def test_an_answer_that_is_read_slowly_comes_whole() -> None:
    with server() as port, connect(port) as sock:
        sock.sendall(BEGIN + b"Connection: close\r\n\r\n")
        received = 0
        while piece := sock.recv(1_000_000):
            received += len(piece)
            time.sleep(0.02)

    assert received > LARGE


def test_connections_beyond_the_number_are_told_so() -> None:
    with server(most=2) as port:
        held = [connect(port) for _ in range(2)]
        time.sleep(0.1)
        with connect(port) as sock:
            told = sock.recv(1000)
        for one in held:
            one.close()
        time.sleep(0.2)
        with connect(port) as sock:
            sock.sendall(BEGIN + b"\r\n")
            after = sock.recv(12)

    assert (told.split(b"\r\n")[0], after) == (b"HTTP/1.1 503 Service Unavailable", b"HTTP/1.1 200")
    assert b'"code":"too_many_connections"' in told
    assert b"retry-after: 5" in told


def test_a_second_request_on_a_connection_has_its_own_time() -> None:
    with server() as port, connect(port) as sock:
        stream = sock.makefile("rb")
        for pause in (0.0, 0.7):
            time.sleep(pause)
            sock.sendall(BEGIN + b"\r\n")
            assert stream.readline() == b"HTTP/1.1 200 OK\r\n"
            while stream.readline() != b"\r\n":
                pass
            stream.read(LARGE)
