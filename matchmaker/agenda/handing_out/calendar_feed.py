"""Somebody's meetings as an iCalendar (RFC 5545) to which calendars subscribe; the only door to icalendar.

A meeting keeps its UID; each change raises its SEQUENCE, and one that was told and is no more stays as CANCELLED. The
same meetings give the same bytes.
"""

from collections.abc import Iterable
from datetime import UTC, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from matchmaker.agenda.handing_out.handout import Appointment, Head, Party

PRODUCT = "-//matchmaker//agenda//"
REFRESH = timedelta(minutes=5)


def make_calendar(head: Head, person: Party | None, appointments: Iterable[Appointment]) -> bytes:
    """The calendar of one person, or of everybody, in both languages, in the event's zone."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _both(head.name_vi, head.name_en))
    calendar.add("x-wr-timezone", head.zone)
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", REFRESH)
    for appointment in appointments:
        calendar.add_component(_event(head, person, appointment))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(head: Head, person: Party | None, appointment: Appointment) -> Any:
    from icalendar import Event

    entry, zone = appointment.entry, ZoneInfo(head.zone)
    others = entry.others(person.person_id) if person else entry.parties
    whose = f"-person-{person.person_id}" if person else ""
    event = Event()
    event.add("uid", f"event-{head.event_id}-{entry.key}{whose}@matchmaker")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.changed_at.astimezone(UTC))
    event.add("last-modified", appointment.changed_at.astimezone(UTC))
    event.add("dtstart", entry.starts_at.astimezone(zone))
    event.add("dtend", entry.ends_at.astimezone(zone))
    event.add("status", "CANCELLED" if appointment.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if appointment.cancelled else "OPAQUE")
    event.add("summary", _line(f"{'Hủy / Cancelled: ' if appointment.cancelled else ''}{_title(others)}"))
    event.add("location", _line(", ".join(part for part in (entry.table, entry.room, head.place) if part)))
    event.add("description", "\n".join(_line(text) for text in _description(head, entry.video_link, others)))
    if entry.video_link:
        event.add("url", entry.video_link)
    return event


def _title(others: Iterable[Party]) -> str:
    organisations = [_both(party.organisation_vi, party.organisation_en) for party in others if party.organisation_id]
    return " · ".join(dict.fromkeys(organisations)) or "1:1"


def _description(head: Head, video_link: str | None, others: Iterable[Party]) -> list[str]:
    lines = [_both(head.name_vi, head.name_en)]
    for party in others:
        organisation = _both(party.organisation_vi, party.organisation_en)
        lines.append(f"Gặp / Meeting: {party.person}{f' ({organisation})' if organisation else ''}")
    if video_link:
        lines.append(f"Cuộc gọi hình / Video call: {video_link}")
    return lines


def _both(vi: str, en: str) -> str:
    """Both names, or the one there is."""
    return " / ".join(dict.fromkeys(name for name in (vi, en) if name))


def _line(text: str) -> str:
    """One line: names are escaped by the library, but no control character has a place in a calendar."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
