"""Servers of others as tests meet them: small ones on this machine that answer what they are told to."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

Arguments = dict[str, str]
# Status, body, headers.
Told = tuple[int, bytes, dict[str, str]]


class Partner:
    """Asks ``says`` for every answer, and keeps what it was asked for."""

    def __init__(self, says: Callable[[Arguments], Any]) -> None:
        self.says, self.asked = says, []
        self.address = ""

    def answer(self, path: str) -> Told:
        arguments = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        self.asked.append(arguments)
        told = self.says(arguments)
        return told if isinstance(told, tuple) else (200, told.encode() if isinstance(told, str) else told, {})


@contextmanager
def answering(says: Callable[[Arguments], Any]) -> Iterator[Partner]:
    """A partner behind a real port, until the block ends."""
    partner = Partner(says)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, body, headers = partner.answer(self.path)
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    partner.address = f"http://127.0.0.1:{server.server_port}/catalogue"
    try:
        yield partner
    finally:
        server.shutdown()
        server.server_close()


def feed(*items: dict[str, Any], **more: Any) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items, **more})
