"""Which changes are told to other services, read from entries of the audit log; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class ToldKind(StrEnum):
    """What is told. ``TEST`` is sent by hand only."""

    POSTING_PUBLISHED = "posting.published"
    POSTING_CHANGED = "posting.changed"
    POSTING_WITHDRAWN = "posting.withdrawn"
    EVENT_CHANGED = "event.changed"
    AGENDA_PUBLISHED = "agenda.published"
    REQUEST_ACCEPTED = "request.accepted"
    CASE_MOVED = "case.moved"
    TEST = "test"


# What changes with every step of a row and says nothing by itself.
_SILENT = {"version", "updated_at"}
_PUBLISHED = "published"


@dataclass(frozen=True)
class Change:
    """A change worth telling. Deliveries of one ``subject`` keep their order."""

    kind: ToldKind
    entity: str
    entity_id: str
    facts: dict[str, Any] = field(default_factory=dict)

    @property
    def subject(self) -> str:
        return f"{self.entity}:{self.entity_id}"


def change_of(entry: Mapping[str, Any]) -> Change | None:
    """What an entry tells; None for nothing.

    Of a posting's content it cannot be seen here whether anybody may read it: that is for the caller to ask.
    """
    reader = _READERS.get(entry["part"])
    return reader(entry) if reader else None


def _of_posting(entry: Mapping[str, Any]) -> Change | None:
    before, after = entry["before"].get("state"), entry["after"].get("state")
    if after == _PUBLISHED:
        return Change(ToldKind.POSTING_PUBLISHED, "posting", entry["entity_id"])
    if before == _PUBLISHED:
        return Change(ToldKind.POSTING_WITHDRAWN, "posting", entry["entity_id"])
    return _of_content(entry) if before == after and entry["before"] and entry["after"] else None


def _of_content(entry: Mapping[str, Any]) -> Change | None:
    if not (entry["before"].keys() | entry["after"].keys()) - _SILENT:
        return None
    return Change(ToldKind.POSTING_CHANGED, "posting", entry["entity_id"])


def _of_event(entry: Mapping[str, Any]) -> Change | None:
    if not entry["after"] or not entry["after"].keys() - _SILENT:
        return None
    return Change(ToldKind.EVENT_CHANGED, "event", entry["entity_id"])


def _of_agenda(entry: Mapping[str, Any]) -> Change | None:
    if entry["after"].get("state") != _PUBLISHED:
        return None
    return Change(ToldKind.AGENDA_PUBLISHED, "event", entry["entity_id"], {"version_id": int(entry["part_id"])})


def _of_request(entry: Mapping[str, Any]) -> Change | None:
    if entry["after"].get("state") != "accepted":
        return None
    return Change(ToldKind.REQUEST_ACCEPTED, "event", entry["entity_id"])


def _of_case(entry: Mapping[str, Any]) -> Change | None:
    stage = entry["after"].get("stage")
    return Change(ToldKind.CASE_MOVED, "case", entry["entity_id"], {"stage": stage}) if stage else None


_READERS = {
    "posting": _of_posting,
    "posting_text": _of_content,
    "event": _of_event,
    "agenda_version": _of_agenda,
    "meeting_request": _of_request,
    "followed_case": _of_case,
}
