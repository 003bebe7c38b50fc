"""A service that is killed between a change and its delivery tells it after its next start."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from support import TECHNOLOGY

from matchmaker.settings import Settings


def test_a_change_outlives_the_process_that_made_it(settings: Settings) -> None:
    receiver_port, port = free_port(), free_port()
    with served(settings, port) as process:
        owner = call(port, "/organisations", {"name_vi": "Viện Cơ khí", "kind": "institute"})["id"]
        address = f"http://127.0.0.1:{receiver_port}/changes"
        call(port, "/webhooks", {"name": "IOC", "address": address, "kinds": ["posting.published"]})
        posting = call(port, "/technologies", TECHNOLOGY | {"organisation_id": owner})["id"]
        for state in ("submitted", "published"):
            call(port, f"/postings/{posting}/state", {"state": state, "reasons": []})
        os.kill(process.pid, signal.SIGKILL)

    with receiving(receiver_port) as taken, served(settings, port):
        wait_until(lambda: bool(taken), 40)

    assert [(told["type"], told["data"]["id"]) for told in taken.values()] == [("posting.published", posting)]


@contextmanager
def served(settings: Settings, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """A real service on the test's data, until the block ends."""
    own = {
        "MATCHMAKER_DATA_FOLDER": str(settings.data_folder),
        "MATCHMAKER_ENCODER": "hash",
        "MATCHMAKER_PORT": str(port),
        "MATCHMAKER_ACTING_AS_HEADER": "true",
        "MATCHMAKER_TRUSTED_HOSTS": "127.0.0.1",
        "MATCHMAKER_LOG_LEVEL": "ERROR",
    }
    command = [sys.executable, "-m", "matchmaker", "serve"]
    process = subprocess.Popen(command, env=os.environ | own, stdout=subprocess.DEVNULL)
    try:
        wait_until(lambda: answers(port), 60)
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def receiving(port: int) -> Iterator[dict[str, Any]]:
    """What a real receiver takes, by key, until the block ends."""
    taken: dict[str, Any] = {}

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            taken[self.headers["webhook-id"]] = json.loads(body)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield taken
    finally:
        server.shutdown()
        server.server_close()


def call(port: int, path: str, body: Any) -> Any:
    """One request of an organiser; its JSON."""
    headers = {"X-Acting-As": "organiser", "Content-Type": "application/json"}
    request = urllib.request.Request(f"http://127.0.0.1:{port}/api{path}", json.dumps(body).encode(), headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=5):
            return True
    except OSError:
        return False


def wait_until(holds: Any, seconds: float) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.1)


def free_port() -> int:
    with socket.socket() as tried:
        tried.bind(("127.0.0.1", 0))
        return int(tried.getsockname()[1])
