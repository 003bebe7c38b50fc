"""What a record says in each cell of a file; pure."""

from typing import Any

from matchmaker.kit.clock import HOME_ZONE
from matchmaker.outcomes.feeds.harvesting.records import Content, Record
from matchmaker.outcomes.feeds.national.mapping import RecordField
from matchmaker.outcomes.taken_over import NationalRecord

SEPARATOR = "; "


def cells_of(record: Record, mark: NationalRecord | None, own: str) -> dict[RecordField, Any]:
    """All cells that a record fills; ``own`` is the service's address, days are those of its home."""
    content = record.content
    cells: dict[RecordField, Any] = {
        RecordField.IDENTIFIER: record.name,
        RecordField.ADDRESS: f"{own}/postings/{record.number}",
        RecordField.SECTOR_CODES: SEPARATOR.join(record.sectors),
        RecordField.SECTORS_VI: _sectors(record, "vi"),
        RecordField.SECTORS_EN: _sectors(record, "en"),
        RecordField.CHANGED_ON: record.stamp.astimezone(HOME_ZONE).date().isoformat(),
    }
    if mark:
        cells |= {RecordField.NUMBER: mark.number, RecordField.TAKEN_OVER_ON: mark.taken_over_on.isoformat()}
    return cells | _texts(content) | _facts(content) if content else cells


def _texts(content: Content) -> dict[RecordField, Any]:
    found: dict[RecordField, Any] = {}
    for field in RecordField:
        name, _, language = field.value.rpartition("_")
        if name in content.texts:
            found[field] = content.texts[name].get(language, "")
    return found


def _facts(content: Content) -> dict[RecordField, Any]:
    return {
        RecordField.ORGANISATION_VI: content.holder.names.get("vi") or content.holder.names.get("en", ""),
        RecordField.ORGANISATION_EN: content.holder.names.get("en") or content.holder.names.get("vi", ""),
        RecordField.WEBSITE: content.holder.website or "",
        RecordField.KEYWORDS: SEPARATOR.join(content.keywords),
        RecordField.READINESS: content.readiness if content.readiness is not None else "",
        RecordField.RIGHTS: content.rights or "",
        RecordField.COOPERATION: SEPARATOR.join(content.cooperation),
        RecordField.REGION: content.region or "",
        RecordField.LANGUAGE: content.language,
    }


def _sectors(record: Record, language: str) -> str:
    return SEPARATOR.join(names[language] for names in record.subjects.values())
