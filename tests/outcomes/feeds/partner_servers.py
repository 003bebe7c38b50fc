"""Partners as tests meet them: small servers that answer what they are told to, and how a catalogue is entered."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from support import Api

OAI = "http://www.openarchives.org/OAI/2.0/"
HEAD = f'<OAI-PMH xmlns="{OAI}"><responseDate>2026-03-01T08:00:00Z</responseDate><request/>'
DC = 'xmlns:o="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
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


def oai(records: str, token: str | None = None) -> str:
    """An answer to ListRecords."""
    more = "" if token is None else f"<resumptionToken>{token}</resumptionToken>"
    return f"{HEAD}<ListRecords>{records}{more}</ListRecords></OAI-PMH>"


def identity(granularity: str = "YYYY-MM-DDThh:mm:ssZ") -> str:
    told = f"<protocolVersion>2.0</protocolVersion><granularity>{granularity}</granularity>"
    return f"{HEAD}<Identify>{told}</Identify></OAI-PMH>"


def record(number: int | str, title: str = "Bơm nhiệt", **elements: str) -> str:
    """A record in Dublin Core."""
    header = f"<header><identifier>oai:x:{number}</identifier><datestamp>2026-02-01</datestamp></header>"
    inside = "".join(f"<dc:{name}>{text}</dc:{name}>" for name, text in {"title": title, **elements}.items())
    return f"<record>{header}<metadata><o:dc {DC}>{inside}</o:dc></metadata></record>"


def gone(number: int | str) -> str:
    header = f'<header status="deleted"><identifier>oai:x:{number}</identifier></header>'
    return f"<record>{header}</record>"


def repository(listed: Callable[[Arguments], Any]) -> Callable[[Arguments], Any]:
    """A partner that says who it is, and lists what it is told to."""
    return lambda asked: identity() if asked.get("verb") == "Identify" else listed(asked)


def feed(*items: dict[str, Any], **more: Any) -> str:
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": items, **more})


def entered(api: Api, address: str, **values: Any) -> int:
    """A catalogue's id; the test's own machine is trusted."""
    organisation = api.organisation(name_vi="Sàn Đà Nẵng", kind="agency")
    body = {
        "name": "Sàn Đà Nẵng",
        "form": "oai_pmh",
        "address": address,
        "licence": "CC BY 4.0",
        "organisation_id": organisation,
        **values,
    }
    return int(api.post("/partners", body)["id"])


def harvested(api: Api, partner: int, **asked: Any) -> Any:
    """The job of a harvest that has ended."""
    return api.run(api.post(f"/partners/{partner}/harvest", asked)["id"])


def postings(api: Api, **chosen: Any) -> dict[str, Any]:
    """What there is, by title."""
    return {one["title"]: one for one in api.get("/postings", limit=200, **chosen)["items"]}
