"""Somebody's meetings as an iCalendar (RFC 5545) to which calendars subscribe; the only door to icalendar.

A meeting keeps its UID; each change raises its SEQUENCE, and one that was told and is no more stays as CANCELLED. The
same meetings give the same bytes.
"""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from matchmaker.agenda.handing_out.handout import Appointment, Entry, FixedEntry, Head, Party, title_in

PRODUCT = "-//matchmaker//agenda//"
REFRESH = timedelta(minutes=5)
VIDEO_CALL = "Cuộc gọi hình / Video call"


def make_calendar(
    head: Head, person: Party | None, appointments: Iterable[Appointment], fixed: Iterable[FixedEntry] = ()
) -> bytes:
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
        calendar.add_component(_meeting(head, person, appointment))
    for one in fixed:
        calendar.add_component(_fixed(head, person, one))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _meeting(head: Head, person: Party | None, appointment: Appointment) -> Any:
    entry, cancelled = appointment.entry, appointment.cancelled
    others = entry.others(person.person_id) if person else entry.parties
    event = _event(head, person, entry.key, (appointment.sequence, appointment.changed_at))
    _add_times(event, head, entry.starts_at, entry.ends_at)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    event.add("summary", _line(f"{'Hủy / Cancelled: ' if cancelled else ''}{_title(others)}"))
    remote = person is not None and person.remote
    where = [VIDEO_CALL] if remote and entry.video_link else [entry.table, entry.room, head.place]
    event.add("location", _line(", ".join(part for part in where if part)))
    event.add("description", "\n".join(_line(text) for text in _description(head, entry, others)))
    if entry.video_link:
        event.add("url", entry.video_link)
        parameters = {"VALUE": "URI", "FEATURE": "VIDEO", "LABEL": VIDEO_CALL}
        event.add("conference", entry.video_link, parameters=parameters)
    return event


def _fixed(head: Head, person: Party | None, entry: FixedEntry) -> Any:
    """A block, once for each of its runs, which are told apart by their first slots."""
    one = entry.fixed
    event = _event(head, person, f"block{one.block_id}-{one.slot_id}", (entry.sequence, entry.changed_at))
    _add_times(event, head, one.starts_at, one.ends_at)
    event.add("status", "CONFIRMED")
    event.add("transp", "OPAQUE")
    event.add("summary", _line(_both(one.name_vi, one.name_en)))
    event.add("location", _line(one.place or head.place))
    event.add("description", _line(_both(head.name_vi, head.name_en)))
    return event


def _event(head: Head, person: Party | None, key: str, change: tuple[int, datetime]) -> Any:
    """An entry with its name and how often and when it was changed."""
    from icalendar import Event

    whose = f"-person-{person.person_id}" if person else ""
    event = Event()
    event.add("uid", f"event-{head.event_id}-{key}{whose}@matchmaker")
    event.add("sequence", change[0])
    event.add("dtstamp", change[1].astimezone(UTC))
    event.add("last-modified", change[1].astimezone(UTC))
    return event


def _add_times(event: Any, head: Head, starts_at: datetime, ends_at: datetime) -> None:
    zone = ZoneInfo(head.zone)
    event.add("dtstart", starts_at.astimezone(zone))
    event.add("dtend", ends_at.astimezone(zone))


def _title(others: Iterable[Party]) -> str:
    organisations = [_both(party.organisation_vi, party.organisation_en) for party in others if party.organisation_id]
    return " · ".join(dict.fromkeys(organisations)) or "1:1"


def _description(head: Head, entry: Entry, others: Iterable[Party]) -> list[str]:
    lines = [_both(head.name_vi, head.name_en)]
    for party in others:
        organisation = _both(party.organisation_vi, party.organisation_en)
        remote = f" – {VIDEO_CALL}" if party.remote else ""
        lines.append(f"Gặp / Meeting: {party.person}{f' ({organisation})' if organisation else ''}{remote}")
    for name, titles in (("Nhu cầu / Need", entry.need_titles), ("Công nghệ / Technology", entry.technology_titles)):
        if titles:
            lines.append(f"{name}: {_both(title_in(titles, 'vi'), title_in(titles, 'en'))}")
    if entry.video_link:
        lines.append(f"{VIDEO_CALL}: {entry.video_link}")
    return lines


def _both(vi: str, en: str) -> str:
    """Both names, or the one there is."""
    return " / ".join(dict.fromkeys(name for name in (vi, en) if name))


def _line(text: str) -> str:
    """One line: names are escaped by the library, but no control character has a place in a calendar."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
