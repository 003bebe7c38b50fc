"""People, tables and slots that stand in an agenda, and how a plan learns that they changed."""

from typing import Any

import pytest
from stage import Stage


def test_a_withdrawn_organisation_of_a_published_agenda_comes_back(stage: Stage) -> None:
    stage.publish(stage.meeting())
    buyer = stage.market.buyer
    stage.fair.call("DELETE", f"/registrations/{buyer}")

    again = stage.fair.register(buyer, "Minh", acting="organiser")

    names = [person["name"] for person in stage.fair.get("/people", organisation_id=buyer)["items"]]
    (entry,) = stage.agenda(stage.tuan)
    assert (again["state"], again["delegates"], names) == ("registered", 1, ["Minh"])
    assert entry["need_side"]["person"] == "Tuấn"


def test_a_delegate_of_a_published_agenda_is_taken_off_but_stays_in_it(stage: Stage) -> None:
    stage.publish(stage.meeting())

    stage.fair.call("DELETE", f"/people/{stage.tuan}")

    listed = [person["id"] for person in stage.fair.get("/people")["items"]]
    assert listed == [stage.hanh, stage.lan, stage.kim]
    assert [entry["key"] for entry in stage.agenda(stage.tuan)] == [stage.key]
    assert stage.fair.refused("PATCH", f"/people/{stage.tuan}", body={"name": "x"}) == (404, "person_not_found")
    assert stage.broken(stage.meeting()) == ["delegate_unknown"]


def test_after_somebody_was_taken_off_a_colleague_is_planned(stage: Stage) -> None:
    stage.publish(stage.meeting())
    stage.fair.call("DELETE", f"/people/{stage.tuan}")

    job = stage.fair.call("POST", "/agenda/solve", body={"seconds": 1})

    number = stage.fair.api.run(job["id"])["result"]["number"]
    (placed,) = stage.fair.get(f"/agenda/versions/{number}/placements")["items"]
    assert (placed["need_person_id"], placed["interpreter_id"]) == (stage.lan, stage.kim)


def test_somebody_in_no_agenda_goes_for_good(stage: Stage) -> None:
    stage.fair.call("DELETE", f"/people/{stage.lan}")

    assert stage.fair.refused("GET", f"/people/{stage.lan}") == (404, "person_not_found")


CHANGES: list[tuple[str, Any]] = [
    ("nothing", lambda stage: stage.fair.get()),
    ("a name", lambda stage: stage.fair.call("PATCH", f"/tables/{stage.tables[0]}", body={"name": "Bàn vàng"})),
    ("a place", lambda stage: stage.move_venue("x")),
    ("seats", lambda stage: stage.fair.call("PATCH", f"/tables/{stage.tables[0]}", body={"seats": 3})),
    ("a table", lambda stage: stage.fair.call("POST", "/tables", body=[{"name": "new"}])),
    ("a person", lambda stage: stage.fair.call("POST", "/people", body={"role": "expert", "name": "x"})),
    ("languages", lambda stage: stage.fair.call("PATCH", f"/people/{stage.lan}", body={"languages": ["vi"]})),
    (
        "an absence",
        lambda stage: stage.fair.call("PUT", f"/people/{stage.lan}/availability", body={"away": stage.slots[:1]}),
    ),
    (
        "a rule",
        lambda stage: stage.fair.call(
            "PUT", f"/pairs/{stage.market.buyer}/{stage.market.seller}", body={"rule": "add", "must": True}
        ),
    ),
    (
        "an answer",
        lambda stage: stage.fair.answer(stage.market.pair, "organiser", "would_meet", side="need"),
    ),
]


@pytest.mark.parametrize(("name", "change"), CHANGES, ids=[name for name, _ in CHANGES])
def test_a_draft_knows_that_what_it_was_made_from_changed(stage: Stage, name: str, change: Any) -> None:
    written = stage.draft(stage.meeting())["outdated"]

    change(stage)

    (shown,) = stage.fair.get("/agenda/versions")["items"]
    assert (written, shown["outdated"]) == (False, name not in ("nothing", "a name", "a place"))


def test_a_planned_draft_is_made_from_what_is_there(stage: Stage) -> None:
    job = stage.fair.call("POST", "/agenda/solve", body={"seconds": 1})
    stage.fair.api.run(job["id"])

    (planned,) = stage.fair.get("/agenda/versions")["items"]
    stage.fair.call("POST", "/agenda/publish", body={"number": planned["number"]})

    shown = [(one["state"], one["outdated"]) for one in stage.fair.get("/agenda/versions")["items"]]
    assert (planned["outdated"], shown) == (False, [("draft", False), ("published", None)])
