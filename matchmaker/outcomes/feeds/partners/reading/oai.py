"""Reads answers of OAI-PMH 2.0: who a repository is, and pages of records; pure."""

from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from matchmaker.catalogue.models import Kind
from matchmaker.kit.errors import InvalidError
from matchmaker.outcomes.feeds.harvesting.elements import OAI
from matchmaker.outcomes.feeds.partners.reading.found import MOST_TOKEN, Found, Page, unreadable
from matchmaker.outcomes.feeds.partners.reading.metadata import read_metadata

LONGEST_MOMENT = 20


@dataclass(frozen=True)
class Identity:
    """``now`` is the repository's own time, as precise as it keeps its dates."""

    now: str


class TokenGoneError(InvalidError):
    """A place to go on from that the repository no longer knows."""


def read_identity(data: bytes) -> Identity:
    """Who answers. Raises InvalidError."""
    root = _root(data)
    said = _text(root, "responseDate")
    precise = _text(root, "Identify/granularity").upper().endswith("SSZ")
    if len(said) != LONGEST_MOMENT or _text(root, "Identify/protocolVersion") != "2.0":
        raise unreadable("no OAI-PMH 2.0")
    return Identity(said if precise else said[:10])


def read_page(data: bytes, kind: Kind, language: str, most: int) -> Page:
    """The records of a page. Raises InvalidError, TokenGoneError where the place to go on is gone."""
    root = _root(data)
    listed = _find(root, "ListRecords")
    if listed is None:
        raise unreadable("no list of records")
    records = listed.findall(f"{{{OAI}}}record")
    if len(records) > most:
        raise unreadable("too many records")
    token = _find(listed, "resumptionToken")
    written = (token.text or "").strip() if token is not None else ""
    if len(written) > MOST_TOKEN:
        raise unreadable("token too long")
    total = token.get("completeListSize", "") if token is not None else ""
    size = int(total) if total.isascii() and total.isdigit() and len(total) < 10 else 0
    return Page([_record(one, kind, language) for one in records], written, size)


def _root(data: bytes) -> Element:
    try:
        # A document type is never needed here, and is how answers become larger than they are.
        root: Element = fromstring(data, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError) as error:
        raise unreadable("no XML without a document type") from error
    if root.tag != f"{{{OAI}}}OAI-PMH":
        raise unreadable("no OAI-PMH")
    refused = _find(root, "error")
    if refused is not None:
        _refuse(refused.get("code", ""))
    return root


def _refuse(code: str) -> None:
    if code == "badResumptionToken":
        raise TokenGoneError("partner_token_gone")
    raise InvalidError("partner_refused", answer=code)


def nothing_found(error: InvalidError) -> bool:
    """Whether a refusal only says that nothing has changed."""
    return error.code == "partner_refused" and error.params.get("answer") == "noRecordsMatch"


def _record(entry: Element, kind: Kind, language: str) -> Found:
    header = _find(entry, "header")
    identifier = _text(header, "identifier") if header is not None else ""
    if header is not None and header.get("status") == "deleted":
        return Found(identifier, deleted=True)
    metadata = _find(entry, "metadata")
    inside: Any = metadata[0] if metadata is not None and len(metadata) else None
    return read_metadata(identifier, inside, kind, language)


def _find(parent: Element, name: str) -> Element | None:
    return parent.find("/".join(f"{{{OAI}}}{step}" for step in name.split("/")))


def _text(parent: Element, name: str) -> str:
    found = _find(parent, name)
    return (found.text or "").strip() if found is not None else ""
