"""Answers harvesters, verb by verb."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from sqlmodel import Session

from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.kit import clock
from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.feeds.harvesting import queries
from matchmaker.outcomes.feeds.harvesting.elements import OAI, add, as_bytes, locate
from matchmaker.outcomes.feeds.harvesting.formats import FORMATS
from matchmaker.outcomes.feeds.harvesting.protocol import ProtocolError, read_arguments, read_span, said
from matchmaker.outcomes.feeds.harvesting.reading import records_of
from matchmaker.outcomes.feeds.harvesting.records import Record, sector_of, set_of, sets_of
from matchmaker.outcomes.feeds.harvesting.resuming import Place, read_token, stamp_of, write_token
from matchmaker.settings import Settings

PAGE = 100
SCHEMA = "http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd"
# Before there is any record the repository has begun all the same.
BEGINNING = datetime(2025, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Harvest:
    """One request: what it may use, and its arguments."""

    session: Session
    settings: Settings
    secret: Secret
    arguments: dict[str, str]

    @property
    def own(self) -> str:
        return self.settings.public_address

    def identifier_of(self, record: Record) -> str:
        return f"oai:{_host(self.settings)}:{record.name}"

    def number_of(self, identifier: str) -> int:
        """The number behind an identifier. Raises ProtocolError ``idDoesNotExist``."""
        found = re.fullmatch(
            rf"oai:{re.escape(_host(self.settings))}:technology/([1-9]\d{{0,14}})", identifier, re.ASCII
        )
        if not found:
            raise ProtocolError("idDoesNotExist", "There is no such record.")
        return int(found.group(1))


def answer(session: Session, settings: Settings, secret: Secret, given: Sequence[tuple[str, str]]) -> bytes:
    """The document that answers a request; refusals are part of the protocol."""
    root = Element(f"{{{OAI}}}OAI-PMH")
    locate(root, OAI, SCHEMA)
    add(root, OAI, "responseDate", said(clock.now()))
    request = add(root, OAI, "request", f"{settings.public_address}/oai")
    try:
        arguments = read_arguments(given)
        harvest = Harvest(session, settings, secret, arguments)
        made = Element("made")
        VERBS[arguments["verb"]](harvest, add(made, OAI, arguments["verb"]))
    except ProtocolError as error:
        # A request that could not be understood is not repeated.
        if error.code not in ("badVerb", "badArgument"):
            request.attrib.update(arguments)
        add(root, OAI, "error", error.words, code=error.code)
    else:
        request.attrib.update(arguments)
        root.extend(list(made))
    return as_bytes(root)


def _identify(harvest: Harvest, parent: Element) -> None:
    add(parent, OAI, "repositoryName", "Matchmaker")
    add(parent, OAI, "baseURL", f"{harvest.own}/oai")
    add(parent, OAI, "protocolVersion", "2.0")
    add(parent, OAI, "adminEmail", harvest.settings.mail_sender)
    add(parent, OAI, "earliestDatestamp", said(queries.earliest_change(harvest.session) or BEGINNING))
    add(parent, OAI, "deletedRecord", "persistent")
    add(parent, OAI, "granularity", "YYYY-MM-DDThh:mm:ssZ")


def _list_formats(harvest: Harvest, parent: Element) -> None:
    if identifier := harvest.arguments.get("identifier"):
        _found(harvest, identifier)
    for prefix, form in FORMATS.items():
        entry = add(parent, OAI, "metadataFormat")
        add(entry, OAI, "metadataPrefix", prefix)
        add(entry, OAI, "schema", form.schema(harvest.own))
        add(entry, OAI, "metadataNamespace", form.space)


def _list_sets(harvest: Harvest, parent: Element) -> None:
    if "resumptionToken" in harvest.arguments:
        raise ProtocolError("badResumptionToken", "All sets come at once.")
    for code, sector in taxonomy_of(harvest.session).sectors.items():
        entry = add(parent, OAI, "set")
        add(entry, OAI, "setSpec", set_of(code))
        add(entry, OAI, "setName", f"{sector.name_vi} / {sector.name_en}")


def _get_record(harvest: Harvest, parent: Element) -> None:
    prefix = _prefix(harvest.arguments["metadataPrefix"])
    _write_record(harvest, parent, _found(harvest, harvest.arguments["identifier"]), prefix)


def _list(harvest: Harvest, parent: Element) -> None:
    """A page of records, or of their headers alone, with a token where there are more."""
    place, going_on = _place(harvest)
    span = read_span(place.since, place.until)
    behind = (place.moment, place.number) if going_on else None
    rows = queries.list_records(harvest.session, span, place.sector, behind, PAGE + 1)
    page = records_of(harvest.session, rows[:PAGE])
    if not page and not going_on:
        raise ProtocolError("noRecordsMatch", "No record matches.")
    for record in page:
        if place.verb == "ListRecords":
            _write_record(harvest, parent, record, place.prefix)
        else:
            _write_header(harvest, parent, record)
    _write_token(harvest, parent, place, page, going_on=going_on, more=len(rows) > PAGE)


def _place(harvest: Harvest) -> tuple[Place, bool]:
    """Where to begin or to go on, and which of both."""
    given = harvest.arguments
    if "resumptionToken" in given:
        return read_token(harvest.secret, given["verb"], given["resumptionToken"]), True
    prefix, since, until = _prefix(given["metadataPrefix"]), given.get("from"), given.get("until")
    span, sector = read_span(since, until), _sector(harvest.session, given.get("set"))
    total = queries.count_records(harvest.session, span, sector)
    return Place(given["verb"], prefix, since, until, sector, 0, 0, 0, total), False


def _write_token(
    harvest: Harvest, parent: Element, place: Place, page: list[Record], *, going_on: bool, more: bool
) -> None:
    """The token of the next page; the last page of several has an empty one."""
    if not more and not going_on:
        return
    told = {"cursor": str(place.done), "completeListSize": str(max(place.total, place.done + len(page)))}
    token = ""
    if more:
        last = page[-1]
        following = replace(place, stamp=stamp_of(last.stamp), number=last.number, done=place.done + len(page))
        token = write_token(harvest.secret, following)
    add(parent, OAI, "resumptionToken", token, **told)


def _write_record(harvest: Harvest, parent: Element, record: Record, prefix: str) -> None:
    entry = add(parent, OAI, "record")
    _write_header(harvest, entry, record)
    if record.content:
        FORMATS[prefix].write(add(entry, OAI, "metadata"), record, record.content, harvest.own)


def _write_header(harvest: Harvest, parent: Element, record: Record) -> None:
    header = add(parent, OAI, "header")
    if record.content is None:
        header.set("status", "deleted")
    add(header, OAI, "identifier", harvest.identifier_of(record))
    add(header, OAI, "datestamp", said(record.stamp))
    for name in sets_of(record.sectors):
        add(header, OAI, "setSpec", name)


def _found(harvest: Harvest, identifier: str) -> Record:
    row = queries.find_record(harvest.session, harvest.number_of(identifier))
    if row is None:
        raise ProtocolError("idDoesNotExist", "There is no such record.")
    return records_of(harvest.session, [row])[0]


def _prefix(prefix: str) -> str:
    if prefix not in FORMATS:
        raise ProtocolError("cannotDisseminateFormat", f"The formats are {' and '.join(FORMATS)}.")
    return prefix


def _sector(session: Session, name: str | None) -> str | None:
    """The sector of a set. Raises ProtocolError ``badArgument`` for a set that there is not."""
    if name is None:
        return None
    if taxonomy_of(session).unknown([sector_of(name)]) or "." in name:
        raise ProtocolError("badArgument", "There is no such set.")
    return sector_of(name)


def _host(settings: Settings) -> str:
    return urlsplit(settings.public_address).hostname or "localhost"


VERBS: dict[str, Callable[[Harvest, Element], None]] = {
    "Identify": _identify,
    "ListMetadataFormats": _list_formats,
    "ListSets": _list_sets,
    "GetRecord": _get_record,
    "ListIdentifiers": _list,
    "ListRecords": _list,
}
