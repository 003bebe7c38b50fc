"""Catalogues of partners as tests meet them: what repositories answer, and how a catalogue is entered."""

from collections.abc import Callable
from typing import Any

from answering import Arguments
from support import Api

OAI = "http://www.openarchives.org/OAI/2.0/"
HEAD = f'<OAI-PMH xmlns="{OAI}"><responseDate>2026-03-01T08:00:00Z</responseDate><request/>'
DC = 'xmlns:o="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"'


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
