"""Moves between phases, what each needs, and who may do what in which."""

from datetime import UTC, datetime, timedelta

import pytest
from fair import Fair
from support import PUBLIC, Api

from matchmaker.events.phases import Doing, Phase, may_do, may_move

ALLOWED = [
    "open answering",
    "open closed",
    "answering open",
    "answering planning",
    "answering closed",
    "planning answering",
    "planning published",
    "planning closed",
    "published planning",
    "published running",
    "published closed",
    "running published",
    "running closed",
]


def test_which_moves_there_are() -> None:
    assert sorted(f"{a} {b}" for a in Phase for b in Phase if may_move(a, b)) == sorted(ALLOWED)


def test_what_may_be_done_in_which_phase() -> None:
    own = {doing: [phase.value for phase in Phase if may_do(doing, phase, organiser=False)] for doing in Doing}
    organiser = {doing: [phase.value for phase in Phase if may_do(doing, phase, organiser=True)] for doing in Doing}

    assert own == {
        "register": ["open", "answering"],
        "availability": ["open", "answering"],
        "answer": ["answering"],
    }
    assert organiser == {
        "register": ["open", "answering", "planning", "published", "running"],
        "availability": ["open", "answering", "planning", "published", "running"],
        "answer": ["answering", "planning", "published", "running"],
    }


def test_an_event_goes_its_way_and_remembers_it(api: Api) -> None:
    fair = Fair(api)
    fair.slots()
    fair.tables()

    fair.move("answering", "planning")
    fair.publish()
    shown = fair.move("running", "closed")

    steps = [(step["from_phase"], step["to_phase"], step["actor"]) for step in fair.get("/history")]
    assert (shown["phase"], shown["version"]) == ("closed", 7)
    assert steps == [
        ("open", "answering", "organiser"),
        ("answering", "planning", "organiser"),
        ("planning", "published", "organiser"),
        ("published", "running", "organiser"),
        ("running", "closed", "organiser"),
    ]
    assert fair.refused("PATCH", "", body={"version": 7, "changes": {"place": "x"}}) == (409, "event_closed")
    assert fair.refused("POST", "/tables", body=[{"name": "x"}]) == (409, "event_closed")


@pytest.mark.parametrize("phase", ["planning", "published", "running", "open"])
def test_no_phase_is_skipped(api: Api, phase: str) -> None:
    assert Fair(api).refused("POST", "/phase", body={"phase": phase}) == (409, "phase_change_refused")


def test_planning_needs_slots_and_tables(api: Api) -> None:
    fair = Fair(api)
    fair.move("answering")

    without_slots = fair.refused("POST", "/phase", body={"phase": "planning"})
    fair.slots()
    without_tables = fair.refused("POST", "/phase", body={"phase": "planning"})
    fair.tables()

    assert (without_slots, without_tables) == ((409, "event_without_slots"), (409, "event_without_tables"))
    assert fair.move("planning")["phase"] == "planning"


def test_answering_needs_an_announced_event(api: Api) -> None:
    fair = Fair(api, announced=False)

    assert fair.refused("POST", "/phase", body={"phase": "answering"}) == (409, "event_not_announced")


def test_an_event_is_published_by_its_agenda(api: Api) -> None:
    fair = Fair(api)
    fair.slots()
    fair.tables()
    fair.move("answering", "planning")

    refused = fair.refused("POST", "/phase", body={"phase": "published"})
    untouched = fair.get()["phase"]
    fair.publish()
    fair.move("planning")

    assert (refused, untouched) == ((409, "agenda_not_published"), "planning")
    assert fair.move("published")["phase"] == "published"


def test_closing_early_needs_a_reason(api: Api) -> None:
    fair = Fair(api)

    assert fair.refused("POST", "/phase", body={"phase": "closed"}) == (400, "reason_missing")
    assert fair.move("closed")["phase"] == "closed"
    assert fair.get("/history")[0]["reason"] == "thử"


def test_a_phase_is_changed_from_the_version_that_was_seen(api: Api) -> None:
    fair = Fair(api)

    assert fair.refused("POST", "/phase", body={"phase": "answering", "version": 2}) == (409, "version_stale")
    assert fair.call("POST", "/phase", body={"phase": "answering", "version": 1})["version"] == 2


def test_phases_are_for_organisers(api: Api, owner: int) -> None:
    fair = Fair(api)

    for acting in (owner, PUBLIC):
        assert fair.refused("POST", "/phase", acting, {"phase": "answering"}) == (403, "organiser_only")
        assert fair.refused("GET", "/history", acting) == (403, "organiser_only")


def test_after_a_deadline_only_organisers_go_on(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    (slot, *_) = fair.slots()
    fair.register(owner)
    person = fair.get("/people", owner)["items"][0]["id"]
    past = datetime.now(UTC) - timedelta(seconds=1)
    body = {"delegates": [{"name": "Tuấn"}]}

    fair.set(registration_until=past)
    late = fair.refused("POST", "/registrations", other, body)
    still = fair.call("PUT", f"/people/{person}/availability", owner, {"away": [slot]})
    fair.set(answers_until=past)
    later = fair.refused("PUT", f"/people/{person}/availability", owner, {"away": []})

    assert (late, later) == ((409, "deadline_passed"), (409, "deadline_passed"))
    assert still["away"] == [slot]
    fair.register(other, acting="organiser")
    assert fair.call("PUT", f"/people/{person}/availability", body={"away": []})["away"] == []


def test_an_event_tells_each_what_they_may_no_longer_do(api: Api, owner: int) -> None:
    fair = Fair(api)
    fair.set(registration_until=datetime.now(UTC) - timedelta(seconds=1))

    told = {acting: fair.get(acting=acting)["refused"] for acting in (owner, "organiser")}

    assert told[owner] == {"register": "deadline_passed", "answer": "phase_refuses"}
    assert told["organiser"] == {"answer": "phase_refuses"}
    assert api.get("/events", owner)["items"][0]["refused"] == told[owner]


def test_once_planning_began_organisations_no_longer_register(api: Api, owner: int) -> None:
    fair = Fair(api)
    fair.slots()
    fair.tables()
    fair.move("answering", "planning")

    body = {"delegates": [{"name": "Hạnh"}]}
    assert fair.refused("POST", "/registrations", owner, body) == (409, "phase_refuses")
    assert fair.register(owner, acting="organiser")["state"] == "registered"
