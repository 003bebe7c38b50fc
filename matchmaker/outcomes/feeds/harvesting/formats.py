"""The formats of a record: Dublin Core, which everybody reads, and our own, which says all; pure."""

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from matchmaker.outcomes.feeds.harvesting.elements import DC, OAI_DC, OWN, add, add_in, locate
from matchmaker.outcomes.feeds.harvesting.records import Content, Record

DC_SCHEMA = "http://www.openarchives.org/OAI/2.0/oai_dc.xsd"
OWN_SCHEMA = "/oai/schema/matchmaker-1.xsd"


@dataclass(frozen=True)
class Format:
    """A format: its name space, where its schema is, and how a record's content is put into an element."""

    space: str
    schema: Callable[[str], str]
    write: Callable[[Element, Record, Content, str], None]


def _write_dublin_core(parent: Element, record: Record, content: Content, own: str) -> None:
    root = add(parent, OAI_DC, "dc")
    locate(root, OAI_DC, DC_SCHEMA)
    add_in(root, DC, "title", content.texts["title"])
    add_in(root, DC, "creator", content.holder.names)
    for names in record.subjects.values():
        add_in(root, DC, "subject", names)
    for keyword in content.keywords:
        add(root, DC, "subject", keyword)
    for name in ("summary", "description", "advantages"):
        add_in(root, DC, "description", content.texts.get(name, {}))
    add(root, DC, "date", record.stamp.date().isoformat())
    add(root, DC, "type", "technology")
    add(root, DC, "identifier", f"{own}/postings/{record.number}")
    for language in content.texts["title"]:
        add(root, DC, "language", language)
    if content.region:
        add(root, DC, "coverage", content.region)
    if content.rights:
        add(root, DC, "rights", content.rights)


def _write_own(parent: Element, record: Record, content: Content, own: str) -> None:
    root = add(parent, OWN, "technology", number=str(record.number), language=content.language)
    locate(root, OWN, f"{own}{OWN_SCHEMA}")
    add(root, OWN, "address", f"{own}/postings/{record.number}")
    for name, texts in content.texts.items():
        add_in(root, OWN, name, texts)
    for code, names in record.subjects.items():
        add_in(add(root, OWN, "sector", code=code), OWN, "name", names)
    for keyword in content.keywords:
        add(root, OWN, "keyword", keyword)
    for one in content.cooperation:
        add(root, OWN, "cooperation", one)
    _write_facts(root, content)
    _write_holder(root, content)


def _write_facts(root: Element, content: Content) -> None:
    if content.readiness is not None:
        add(root, OWN, "readiness", str(content.readiness))
    if content.rights:
        add(root, OWN, "rights", content.rights)
    amounts = {"least": content.price_min, "most": content.price_max}
    given = {name: str(value) for name, value in amounts.items() if value is not None}
    if given:
        add(root, OWN, "price", **given, **({"currency": content.currency} if content.currency else {}))
    if content.region:
        add(root, OWN, "region", content.region)
    if content.expires_on:
        add(root, OWN, "expires", content.expires_on.isoformat())


def _write_holder(root: Element, content: Content) -> None:
    holder = add(root, OWN, "organisation", kind=content.holder.kind, region=content.holder.region)
    add_in(holder, OWN, "name", content.holder.names)
    if content.holder.website:
        add(holder, OWN, "website", content.holder.website)


FORMATS: dict[str, Format] = {
    "oai_dc": Format(OAI_DC, lambda own: DC_SCHEMA, _write_dublin_core),
    "matchmaker": Format(OWN, lambda own: f"{own}{OWN_SCHEMA}", _write_own),
}
