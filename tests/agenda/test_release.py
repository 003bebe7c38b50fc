"""Drafts, published versions, and what each person is told of them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
import structlog
from stage import Stage
from support import PUBLIC, Api, counted_statements


def test_from_a_draft_to_everybodys_agenda(stage: Stage) -> None:
    draft = stage.draft(stage.meeting(), figures={"value": {"value": 1, "bound": 1, "proven": True}})

    published = stage.fair.call("POST", "/agenda/publish", body={"number": 1, "revision": draft["revision"]})

    assert (draft["number"], draft["state"], draft["meetings"]) == (1, "draft", 1)
    assert (published["number"], published["state"], published["published_by"]) == (1, "published", "organiser")
    assert published["figures"] == {"value": {"value": 1, "bound": 1, "proven": True}}
    assert stage.fair.get()["phase"] == "published"
    (entry,) = stage.agenda(stage.tuan)
    assert (entry["key"], entry["table"], entry["technology_side"]["person"]) == (stage.key, "Bàn 1", "Hạnh")
    assert entry["starts_at"].endswith("T08:30:00+07:00")
    assert stage.agenda(stage.lan) == []


def test_publishing_opens_the_next_draft_as_a_copy(stage: Stage) -> None:
    stage.publish(stage.meeting())

    versions = stage.fair.get("/agenda/versions")["items"]
    copies = [stage.fair.get(f"/agenda/versions/{number}/placements")["items"] for number in (1, 2)]

    assert [(one["number"], one["state"], one["meetings"]) for one in versions] == [
        (2, "draft", 1),
        (1, "published", 1),
    ]
    assert copies[0] == copies[1]


def test_what_is_published_stays_as_it_was(stage: Stage) -> None:
    stage.publish(stage.meeting())

    stage.draft(stage.meeting(slot=3))

    assert stage.agenda(stage.tuan)[0]["starts_at"].endswith("T08:30:00+07:00")
    (drafted,) = stage.fair.get("/agenda", version=2)["entries"]
    assert drafted["starts_at"].endswith("T10:30:00+07:00")


def test_of_two_organisers_at_once_the_second_is_refused(stage: Stage) -> None:
    first = stage.draft(stage.meeting())
    stage.draft(stage.meeting(slot=1), revision=first["revision"])
    late = {"placements": [stage.meeting(slot=2)], "revision": first["revision"]}

    refused = [
        stage.fair.refused("PUT", "/agenda/draft", body=late),
        stage.fair.refused("POST", "/agenda/publish", body={"number": 1, "revision": first["revision"]}),
        stage.fair.refused("POST", "/agenda/publish", body={"number": 2}),
    ]

    assert refused == [(409, "version_stale")] * 3
    assert stage.fair.get()["phase"] == "planning"


def test_a_version_that_says_nothing_new_is_not_published(stage: Stage) -> None:
    stage.publish(stage.meeting())

    assert stage.fair.refused("POST", "/agenda/publish", body={"number": 2}) == (409, "nothing_changed")


def test_what_happened_since_a_draft_was_written_is_asked_again(stage: Stage) -> None:
    stage.draft(stage.meeting())
    stage.fair.call("PUT", f"/people/{stage.tuan}/availability", body={"away": [stage.slots[0]]})

    assert stage.fair.refused("POST", "/agenda/publish", body={"number": 1}) == (400, "draft_breaks_rules")
    assert stage.fair.get("/agenda/versions")["items"][0]["state"] == "draft"


def test_an_agenda_is_drafted_and_published_in_its_phases(stage: Stage) -> None:
    stage.fair.move("answering", "open")

    body = {"placements": [stage.meeting()]}
    assert stage.fair.refused("PUT", "/agenda/draft", body=body) == (409, "phase_refuses")
    stage.fair.move("answering")
    stage.draft(stage.meeting())
    assert stage.fair.refused("POST", "/agenda/publish", body={"number": 1}) == (409, "phase_refuses")


@pytest.mark.parametrize(
    ("moved", "what"),
    [
        ({"slot": 2}, ["slot"]),
        ({"table": 1}, ["table"]),
        ({"interpreter_id": "kim"}, ["interpreter"]),
        ({"slot": 1, "table": 1}, ["slot", "table"]),
    ],
)
def test_somebody_is_told_how_a_meeting_moved(stage: Stage, moved: dict[str, Any], what: list[str]) -> None:
    stage.publish(stage.meeting())
    stage.fair.call("POST", "/agenda/told", body={"number": 1})

    stage.publish(stage.meeting(**{key: stage.kim if value == "kim" else value for key, value in moved.items()}))

    assert stage.changes(stage.tuan, stage.market.buyer) == [("moved", what)]


def test_a_colleague_takes_over(stage: Stage) -> None:
    stage.publish(stage.meeting())
    stage.fair.call("POST", "/agenda/told", body={"number": 1})

    stage.publish(stage.meeting(need_person_id=stage.lan, interpreter_id=stage.kim))

    assert stage.changes(stage.tuan) == [("cancelled", [])]
    assert stage.changes(stage.lan) == [("new", [])]
    assert stage.changes(stage.hanh) == [("moved", ["person", "interpreter"])]
    assert stage.changes(stage.kim) == [("new", [])]


def test_changes_are_those_since_the_version_that_somebody_was_told_last(stage: Stage) -> None:
    stage.publish(stage.meeting())
    told = stage.fair.call("POST", "/agenda/told", body={"number": 1, "person_ids": [stage.tuan]})
    stage.publish(stage.meeting(slot=1))
    stage.publish(stage.meeting())

    waiting = {one["person_id"]: one["told"] for one in stage.fair.get("/agenda/changes")}

    assert (told, stage.changes(stage.tuan), stage.changes(stage.hanh)) == (1, [], [("new", [])])
    assert waiting == {stage.hanh: None}


def test_any_two_versions_can_be_compared(stage: Stage) -> None:
    stage.publish(stage.meeting())
    stage.publish()
    stage.publish(stage.meeting(slot=1))

    def kinds(before: int, after: int) -> list[str]:
        return [change["kind"] for change in stage.fair.get("/agenda/compare", before=before, after=after)]

    assert [kinds(0, 1), kinds(1, 2), kinds(2, 3), kinds(1, 3), kinds(3, 1), kinds(1, 1)] == [
        ["new"],
        ["cancelled"],
        ["new"],
        ["moved"],
        ["moved"],
        [],
    ]


def test_a_veto_is_told_like_an_answer_taken_back(stage: Stage) -> None:
    def taken_back() -> None:
        stage.fair.call("DELETE", "/answers/{}/{}?side=technology".format(*stage.market.pair))

    def vetoed() -> None:
        stage.fair.answer(stage.market.pair, "organiser", "veto", side="technology")

    def told_after(what: Callable[[], None]) -> tuple[Any, ...]:
        """What the refused draft says, and what the other side and organisers are told of the one without it."""
        stage.fair.answer(stage.market.pair, "organiser", "must_meet", side="technology")
        number = stage.publish(stage.meeting())["number"]
        stage.fair.call("POST", "/agenda/told", body={"number": number})
        what()
        refused = stage.fair.api.call(
            "PUT", stage.fair.path("/agenda/draft"), json={"placements": [stage.meeting()]}
        ).json()
        stage.publish()
        changes = stage.fair.get(f"/agenda/people/{stage.tuan}/changes", stage.market.buyer)["changes"]
        compared = stage.fair.get("/agenda/compare", before=number, after=number + 1)
        calendar = re.sub(rb"(SEQUENCE|DTSTAMP|LAST-MODIFIED):\S+", b"", stage.calendar(stage.tuan))
        return refused, changes, compared, stage.agenda(stage.tuan, stage.market.buyer), calendar

    first, second = told_after(taken_back), told_after(vetoed)

    assert first == second
    assert [one["code"] for one in first[0]["params"]["violations"]] == ["pair_not_accepted"]
    assert [one["kind"] for one in first[1]] == ["cancelled"]


def test_whoever_looks_again_sees_what_has_begun(stage: Stage, api: Api) -> None:
    """The agenda is kept while nothing changes; what begins is a change, and is in the log."""
    stage.publish(stage.meeting())
    stage.fair.move("running")
    before = [entry["state"] for entry in stage.fair.get("/agenda")["entries"]]

    stage.fair.call("POST", f"/agenda/meetings/{stage.key}/state", body={"state": "running"})

    assert (before, stage.fair.get("/agenda")["entries"][0]["state"]) == (["planned"], "running")
    (noted,) = api.get("/audit", entity="meeting")["items"]
    assert (noted["before"], noted["after"]) == ({"state": "planned"}, {"state": "running"})


def test_a_meeting_that_has_begun_stays_where_it_is(stage: Stage) -> None:
    stage.publish(stage.meeting())
    state = f"/agenda/meetings/{stage.key}/state"
    too_early = stage.fair.refused("POST", state, body={"state": "running"})
    stage.fair.move("running")

    refused = stage.fair.refused("POST", state, body={"state": "held"})
    running = stage.fair.call("POST", state, body={"state": "running"})

    assert (too_early, refused) == ((409, "phase_refuses"), (409, "meeting_state_refused"))
    assert running["state"] == "running"
    assert stage.broken(stage.meeting(slot=1)) == ["meeting_has_begun"]
    assert stage.broken() == ["meeting_has_begun"]
    assert stage.draft(stage.meeting(state="running"))["meetings"] == 1


def test_a_meeting_can_be_cancelled_in_a_draft_instead_of_left_out(stage: Stage) -> None:
    stage.publish(stage.meeting())
    stage.fair.call("POST", "/agenda/told", body={"number": 1})

    stage.publish(stage.meeting(state="cancelled"))

    assert (stage.agenda(stage.tuan), stage.changes(stage.tuan)) == ([], [("cancelled", [])])
    assert b"STATUS:CANCELLED" in stage.calendar(stage.tuan)
    assert stage.fair.get("/agenda/versions/3/placements")["items"] == []


def test_everybody_sees_their_own_people_in_published_versions_only(stage: Stage) -> None:
    unpublished = stage.fair.refused("GET", f"/agenda/people/{stage.tuan}", stage.market.buyer)
    stage.publish(stage.meeting())
    own = f"/agenda/people/{stage.tuan}"

    assert unpublished == (404, "agenda_version_not_found")
    assert len(stage.agenda(stage.tuan, stage.market.buyer)) == 1
    assert stage.fair.refused("GET", f"{own}?version=2", stage.market.buyer) == (403, "organiser_only")
    assert stage.fair.refused("GET", own, stage.market.seller) == (404, "person_not_found")
    assert stage.fair.refused("GET", own, PUBLIC) == (403, "not_your_organisation")


def test_an_organisation_gets_the_agendas_of_all_its_people(stage: Stage) -> None:
    stage.publish(stage.meeting())

    def own(acting: Any, **params: Any) -> list[tuple[str, int]]:
        found = stage.fair.get("/agenda/people", acting, **params)
        return [(agenda["person"]["person"], len(agenda["entries"])) for agenda in found]

    assert own(stage.market.buyer) == [("Tuấn", 1), ("Lan", 0)]
    assert own("organiser", organisation_id=stage.market.seller) == [("Hạnh", 1)]
    other = f"/agenda/people?organisation_id={stage.market.seller}"
    assert stage.fair.refused("GET", other, stage.market.buyer) == (403, "not_your_organisation")
    assert stage.fair.refused("GET", "/agenda/people", PUBLIC) == (403, "not_your_organisation")


@pytest.mark.parametrize(
    "path", ["", "/versions", "/versions/1/placements", "/changes", "/compare?before=0&after=1", "/tables/1"]
)
def test_all_else_is_for_organisers(stage: Stage, path: str) -> None:
    stage.publish(stage.meeting())

    assert stage.fair.refused("GET", f"/agenda{path}", stage.market.buyer) == (403, "organiser_only")
    assert stage.fair.call("GET", f"/agenda{path}") is not None


def test_what_stands_in_an_agenda_is_not_removed(stage: Stage) -> None:
    stage.publish(stage.meeting())
    stage.fair.move("planning")

    refused = [
        stage.fair.refused("DELETE", f"/tables/{stage.tables[0]}"),
        stage.fair.refused("PUT", "/slots?force=true", body={"slots": []}),
    ]

    assert refused == [(409, "table_in_agenda"), (409, "slots_in_agenda")]
    assert len(stage.fair.get("/slots")) == len(stage.slots)
    assert len(stage.agenda(stage.tuan)) == 1


@pytest.mark.parametrize("path", ["/agenda", "/agenda/people/{}", "/agenda/changes"])
def test_an_agenda_is_read_with_as_many_queries_however_long_it_is(stage: Stage, path: str) -> None:
    changes = {"version": stage.fair.get()["version"], "changes": {"repeat_meetings": True}}
    stage.fair.call("PATCH", "", body=changes)
    pair = (stage.market.needs[1], stage.market.technologies[1])
    for side in ("need", "technology"):
        stage.fair.answer(pair, "organiser", "must_meet", side=side)
    second = stage.meeting(slot=3, need_id=pair[0], technology_id=pair[1])
    counts = []
    for meetings in ([stage.meeting()], [stage.meeting(), second]):
        stage.publish(*meetings)
        with counted_statements(stage.fair.api.database) as sent:
            stage.fair.get(path.format(stage.tuan))
        counts.append(len([statement for statement in sent if statement.startswith("SELECT")]))

    assert counts[0] == counts[1]


def test_the_address_of_a_calendar_stays_out_of_the_log(stage: Stage) -> None:
    path = stage.feed(stage.tuan)

    with structlog.testing.capture_logs() as lines:
        stage.fair.api.client.get(path)

    logged = repr(lines)
    assert ("/api/calendars/{token}.ics" in logged, path in logged) == (True, False)
