"""A receiver of changes that keeps what it was sent, in the order in which it came."""

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Receiver:
    """``came`` holds keys with what was told, repeated ones too."""

    port: int
    came: list[tuple[str, dict[str, Any]]] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/changes"

    def keys_by_subject(self) -> dict[str, list[str]]:
        """Each key once, where it came first."""
        found: dict[str, list[str]] = {}
        seen: set[str] = set()
        for key, told in list(self.came):
            if key not in seen:
                seen.add(key)
                found.setdefault(told["subject"], []).append(key)
        return found


@contextmanager
def receiving() -> Iterator[Receiver]:
    """A receiver that takes everything, until the block ends."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["content-length"]))
            receiver.came.append((self.headers["webhook-id"], json.loads(body)))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiver = Receiver(server.server_address[1])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield receiver
    finally:
        server.shutdown()
        server.server_close()
