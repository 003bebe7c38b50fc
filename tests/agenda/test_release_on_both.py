"""Agendas on both databases, and when two organisers act at the same time."""

from fair import open_market
from icalendar import Calendar
from stage import Stage, make_stage
from support import Api
from test_events_on_both import at_once
from test_migrations import empty, server, service  # noqa: F401


def stage_of(service: Api) -> Stage:  # noqa: F811
    return make_stage(open_market(service, service.organisation(), service.organisation()))


def test_from_a_draft_to_a_cancelled_meeting(service: Api) -> None:  # noqa: F811
    stage = stage_of(service)

    stage.publish(stage.meeting())
    stage.fair.call("POST", "/agenda/told", body={"number": 1})
    stage.publish(stage.meeting(slot=1, interpreter_id=stage.kim))
    moved = stage.changes(stage.tuan)
    stage.publish()

    (event,) = Calendar.from_ical(stage.calendar(stage.tuan)).walk("VEVENT")
    assert (moved, stage.changes(stage.tuan)) == ([("moved", ["slot", "interpreter"])], [("cancelled", [])])
    assert (event["SEQUENCE"], event["STATUS"]) == (2, "CANCELLED")


def test_of_two_organisers_who_publish_at_once_one_is_refused(service: Api) -> None:  # noqa: F811
    stage = stage_of(service)
    stage.draft(stage.meeting())

    def publish() -> int:
        path = stage.fair.path("/agenda/publish")
        return int(service.call("POST", path, json={"number": 1}).status_code)

    assert sorted(at_once(publish, publish)) == [200, 409]
    assert [one["number"] for one in stage.fair.get("/agenda/versions")["items"]] == [2, 1]


def test_what_changes_after_publishing(service: Api) -> None:  # noqa: F811
    """A slot moves, a delegate is taken off, and neither the meeting nor what it is about is lost."""
    stage = stage_of(service)
    stage.publish(stage.meeting())

    stage.later(stage.slots[0])
    stage.fair.call("DELETE", f"/people/{stage.tuan}")

    (entry,) = stage.agenda(stage.hanh)
    assert (entry["starts_at"][11:16], entry["need_side"]["person"]) == ("08:35", "Tuấn")
    assert entry["need_titles"] == {"vi": "Kho lạnh 0"}
    assert [person["id"] for person in stage.fair.get("/people")["items"]] == [stage.hanh, stage.lan, stage.kim]
    assert stage.fair.refused("DELETE", f"/tables/{stage.tables[0]}") == (409, "table_in_agenda")
