"""Calling others reaches nothing within our own network, and waits no longer than it is told."""

import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from matchmaker.outcomes.feeds.calling.addresses import is_public
from matchmaker.outcomes.feeds.calling.door import Caller, CallError, Limits
from matchmaker.settings import Settings

QUICK = Limits(seconds=0.5, size=100)


def caller(trusted: str = "") -> Caller:
    return Caller(Settings(data_folder=Path("nowhere"), trusted_hosts=trusted))


@pytest.mark.parametrize(
    "number",
    [
        *("127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
        *("224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1"),
        *("64:ff9b::a00:1", "2002:a00:1::", "ff02::1", "not a number"),
    ],
)
def test_addresses_of_inner_networks_are_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["1.1.1.1", "2606:4700:4700::1111", "::ffff:1.1.1.1"])
def test_addresses_of_the_outer_network_are_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize("address", ["https://127.0.0.1/x", "https://localhost/x", "https://[::1]/", "http://1.1.1.1/"])
def test_an_inner_address_is_never_connected_to(address: str) -> None:
    with pytest.raises(CallError) as refused:
        caller().get(address, QUICK)

    assert refused.value.code == "address_refused"


@pytest.fixture
def server() -> Iterator["Server"]:
    made = Server()
    yield made
    made.stop()


class Server:
    """Answers one connection after the other with the same bytes, in small pieces if it shall be slow."""

    def __init__(self) -> None:
        self.answer, self.pause, self.asked = b"", 0.0, b""
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                self.asked = connection.recv(4096)
                with contextlib.suppress(OSError):
                    self._say(connection)

    def _say(self, connection: socket.socket) -> None:
        for place in range(0, len(self.answer), 10):
            connection.sendall(self.answer[place : place + 10])
            time.sleep(self.pause)

    def stop(self) -> None:
        self._socket.close()


def test_a_redirect_is_not_followed(server: Server) -> None:
    server.answer = b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"

    answer = caller("localhost").get(f"http://localhost:{server.port}/feed", QUICK)

    assert answer.status == 302
    assert f"host: localhost:{server.port}".encode() in server.asked.lower()


def test_whoever_answers_byte_by_byte_is_left(server: Server) -> None:
    server.answer, server.pause = b"HTTP/1.1 200 OK\r\nX-Slow: " + b"x" * 1000, 0.2

    began = time.monotonic()
    with pytest.raises(CallError) as refused:
        caller("127.0.0.1").get(f"http://127.0.0.1:{server.port}/", QUICK)

    assert (refused.value.code, time.monotonic() - began < 3) == ("too_slow", True)


def test_no_more_is_read_than_was_asked_for(server: Server) -> None:
    server.answer = b"HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n" + b"x" * 5000

    with pytest.raises(CallError) as refused:
        caller("127.0.0.1").get(f"http://127.0.0.1:{server.port}/", QUICK)

    assert refused.value.code == "too_large"


def test_nobody_there_is_said_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    with pytest.raises(CallError) as refused:
        caller("127.0.0.1").post(f"http://127.0.0.1:{port}/", b"{}", {}, QUICK)

    assert refused.value.code == "unreachable"
