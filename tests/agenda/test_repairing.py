"""The published agenda while its day runs: mishaps, what is repaired, and how the draft follows."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hands import Hands
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matchmaker.accounts.acting import ORGANISER
from matchmaker.agenda.live import _now, read_live


@pytest.fixture
def running(hands: Hands) -> Hands:
    """Two meetings of Tuấn and Hạnh in the first two slots, published; the day runs."""
    hands.do("place", 0, slot=0)
    hands.do("place", 1, slot=1)
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})
    hands.fair.move("running")
    return hands


def repair(hands: Hands, *mishaps: dict[str, Any], now: int | None = 0, apply: bool = True, **body: Any) -> Any:
    now_slot = {} if now is None else {"now_slot_id": hands.stage.slots[now]}
    return hands.fair.call(
        "POST", "/agenda/repair", body={"mishaps": list(mishaps), "apply": apply, **now_slot, **body}
    )


def released(hands: Hands) -> dict[int, int]:
    """The slot of each published meeting, counted from zero."""
    number = next(one["number"] for one in hands.fair.get("/agenda/versions")["items"] if one["state"] == "published")
    rows = hands.fair.get(f"/agenda/versions/{number}/placements")["items"]
    return {hands.keys.index(row["key"]): hands.stage.slots.index(row["slot_id"]) for row in rows}


def test_who_comes_late_meets_later_and_everybody_is_told(running: Hands) -> None:
    late = {"what": "late", "person_id": running.stage.hanh, "until_slot_id": running.stage.slots[1]}
    running.fair.call("POST", "/agenda/told", body={"number": 1})

    found = repair(running, late)

    assert (found["applied"], found["version"], found["kept"], found["cancelled"]) == (True, 2, 1, [])
    assert (found["moved"], released(running)) == ([running.keys[0]], {0: 2, 1: 1})
    assert {one["person_id"]: [change["kind"] for change in one["changes"]] for one in found["people"]} == {
        running.stage.tuan: ["moved"],
        running.stage.hanh: ["moved"],
    }
    assert running.stage.changes(running.stage.tuan) == [("moved", ["slot"])]


def test_a_repair_that_is_only_asked_for_changes_nothing(running: Hands) -> None:
    absent = {"what": "absent", "person_id": running.stage.hanh}

    found = repair(running, absent, apply=False)

    assert (found["applied"], found["version"], sorted(found["cancelled"])) == (False, 1, sorted(running.keys[:2]))
    assert released(running) == {0: 0, 1: 1}
    assert running.fair.get(f"/people/{running.stage.hanh}/availability")["away"] == []


def test_whoever_is_left_waiting_is_named(running: Hands) -> None:
    found = repair(running, {"what": "absent", "person_id": running.stage.hanh}, apply=False)

    assert found["waiting"] == [
        {"person_id": running.stage.tuan, "slot_id": running.stage.slots[slot], "key": running.keys[slot]}
        for slot in (0, 1)
    ]


def test_a_colleague_takes_over_with_an_interpreter(running: Hands) -> None:
    found = repair(running, {"what": "absent", "person_id": running.stage.tuan})

    seats = [change["after"] for change in found["changes"]]
    assert {(seat["need_person_id"], seat["interpreter_id"]) for seat in seats} == {
        (running.stage.lan, running.stage.kim)
    }
    assert released(running) == {0: 0, 1: 1}


def test_a_meeting_that_runs_stays_to_its_end(running: Hands) -> None:
    running.fair.call("POST", f"/agenda/meetings/{running.keys[0]}/state", body={"state": "running"})

    found = repair(running, {"what": "absent", "person_id": running.stage.hanh})

    rows = running.fair.get("/agenda/versions/2/placements")["items"]
    assert (found["cancelled"], released(running)) == ([running.keys[1]], {0: 0})
    assert [row["state"] for row in rows] == ["running"]


def test_what_is_over_stays_as_it_was(running: Hands) -> None:
    found = repair(running, {"what": "absent", "person_id": running.stage.hanh}, now=1)

    assert (found["cancelled"], released(running)) == ([running.keys[1]], {0: 0})


@pytest.mark.parametrize("what", ["table_failed", "video_failed"])
def test_a_table_that_fails_is_left_for_another(running: Hands, what: str) -> None:
    first, second = running.stage.tables

    found = repair(running, {"what": what, "table_id": first})

    assert [change["what"] for change in found["changes"]] == [["table"], ["table"]]
    assert {change["after"]["table_id"] for change in found["changes"]} == {second}
    assert running.fair.get(f"/tables/{first}/availability")["away"] == running.stage.slots


def test_a_missing_interpreter_cancels_what_nobody_else_can_interpret(hands: Hands) -> None:
    hands.do("place", 0, slot=0, need_person_id=hands.stage.lan)
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})

    found = repair(hands, {"what": "interpreter_missing", "person_id": hands.stage.kim})

    # Tuấn needs none, and stands in for Lan.
    assert [(change["after"]["need_person_id"], change["after"]["interpreter_id"]) for change in found["changes"]] == [
        (hands.stage.tuan, None)
    ]


def test_the_next_repair_knows_of_the_absence(running: Hands) -> None:
    slots = running.stage.slots
    repair(running, {"what": "late", "person_id": running.stage.hanh, "until_slot_id": slots[1]})

    found = repair(running, {"what": "table_failed", "table_id": running.stage.tables[1]})

    assert (found["changes"], released(running)) == ([], {0: 2, 1: 1})
    assert running.fair.get(f"/people/{running.stage.hanh}/availability")["away"] == slots[:1]


def test_where_nothing_changes_nothing_is_published(running: Hands) -> None:
    leaving = {"what": "leaves", "person_id": running.stage.hanh, "from_slot_id": running.stage.slots[5]}

    found = repair(running, leaving)

    assert (found["applied"], found["version"], found["changes"]) == (True, 1, [])
    assert running.fair.get(f"/people/{running.stage.hanh}/availability")["away"] == running.stage.slots[5:]
    assert [one["number"] for one in running.fair.get("/agenda/versions")["items"]] == [2, 1]


def test_a_meeting_that_nobody_asks_for_any_more_stays_until_it_is_affected(running: Hands) -> None:
    need, technology = running.stage.market.needs[0], running.stage.market.technologies[0]
    running.fair.answer((need, technology), "organiser", "veto", side="technology")

    untouched = repair(running, apply=False)
    moved = repair(running, {"what": "late", "person_id": running.stage.hanh, "until_slot_id": running.stage.slots[1]})

    assert (untouched["changes"], untouched["kept"]) == ([], 2)
    assert (moved["moved"], [one["code"] for one in moved["draft"]]) == ([running.keys[0]], ["pair_not_accepted"])


def test_the_draft_follows_where_it_was_not_changed_by_hand(running: Hands) -> None:
    running.do("move", 1, slot=5)
    running.do("place", 2, slot=6)

    found = repair(running, {"what": "late", "person_id": running.stage.hanh, "until_slot_id": running.stage.slots[1]})

    assert (found["draft"], found["moved"]) == ([], [running.keys[0]])
    assert {key: slot for key, (slot, _) in running.places().items()} == {0: 2, 1: 5, 2: 6}
    assert running.post("undo").json()["code"] == "nothing_to_undo"
    assert [one["number"] for one in running.fair.get("/agenda/versions")["items"]] == [3, 2, 1]


def test_the_figures_of_a_draft_follow_too(running: Hands) -> None:
    repair(running, {"what": "absent", "person_id": running.stage.hanh})

    draft = running.fair.get("/agenda/versions")["items"][0]
    assert (draft["state"], draft["meetings"], draft["figures"]) == ("draft", 0, {"meetings": 0})


def test_a_draft_that_cannot_follow_says_why(running: Hands) -> None:
    running.do("move", 1, slot=2)

    found = repair(running, {"what": "late", "person_id": running.stage.hanh, "until_slot_id": running.stage.slots[1]})

    assert [one["code"] for one in found["draft"]] == ["person_twice", "person_twice", "table_twice"]
    running.do("move", 1, slot=3)
    assert running.fair.call("POST", "/agenda/publish", body={"number": 3})["number"] == 3


@pytest.mark.parametrize(
    ("mishap", "refusal"),
    [
        ({"what": "late", "person_id": "hanh"}, (400, "mishap_invalid")),
        ({"what": "leaves", "person_id": "hanh"}, (400, "mishap_invalid")),
        ({"what": "absent"}, (400, "mishap_invalid")),
        ({"what": "table_failed", "person_id": "hanh"}, (400, "mishap_invalid")),
        ({"what": "absent", "person_id": 999}, (400, "person_unknown")),
        ({"what": "table_failed", "table_id": 999}, (400, "table_unknown")),
        ({"what": "absent", "person_id": "hanh", "from_slot_id": 999}, (400, "slot_unknown")),
    ],
)
def test_a_mishap_says_what_is_needed(running: Hands, mishap: dict[str, Any], refusal: tuple[int, str]) -> None:
    named = {"person_id": running.stage.hanh} if mishap.get("person_id") == "hanh" else {}

    assert running.fair.refused("POST", "/agenda/repair", body={"mishaps": [{**mishap, **named}]}) == refusal


def test_a_repair_is_for_organisers_of_what_was_published_last(running: Hands) -> None:
    body = {"mishaps": [], "number": 9}

    refused = [
        running.fair.refused("POST", "/agenda/repair", running.stage.market.buyer, {"mishaps": []}),
        running.fair.refused("POST", "/agenda/repair", body=body),
    ]
    running.fair.move("published", "planning")
    refused.append(running.fair.refused("POST", "/agenda/repair", body={"mishaps": []}))

    assert refused == [(403, "organiser_only"), (409, "version_stale"), (409, "phase_refuses")]


def test_now_is_told_by_the_clock(running: Hands) -> None:
    with running.fair.api.database.session(writes=False) as session:
        desk = read_live(session, running.fair.id, ORGANISER).desk
    starts, ends = desk.planning.slots[1].starts_at, desk.planning.slots[1].ends_at

    def at(moment: datetime) -> tuple[int, int]:
        return _now(desk, moment)

    minute = timedelta(minutes=1)
    assert at(desk.planning.slots[0].starts_at - minute) == (-1, 0)
    assert [at(starts), at(ends - minute), at(ends), at(desk.planning.slots[-1].ends_at)] == [
        (1, 1),
        (1, 1),
        (1, 2),
        (6, 7),
    ]


MISHAPS = st.tuples(
    st.sampled_from(["late", "absent", "leaves", "table_failed", "interpreter_missing"]),
    st.integers(0, 2),
    st.integers(0, 6),
    st.integers(0, 6),
)


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(starts=st.permutations(range(7)), drawn=st.lists(MISHAPS, min_size=1, max_size=3), now=st.integers(0, 3))
def test_whatever_happens_only_the_affected_move(hands: Hands, starts: list[int], drawn: list[Any], now: int) -> None:
    people = [hands.stage.hanh, hands.stage.tuan, hands.stage.lan]
    if hands.fair.get()["phase"] == "running":
        hands.fair.move("published")
    if hands.fair.get()["phase"] == "published":
        hands.fair.move("planning")
    for person in [*people, hands.stage.kim]:
        hands.fair.call("PUT", f"/people/{person}/availability", body={"away": []})
    for table in hands.stage.tables:
        hands.fair.call("PUT", f"/tables/{table}/availability", body={"away": []})
    hands.fair.call("PUT", "/agenda/draft", body={"placements": []})
    for key, slot in enumerate(starts[:4]):
        hands.do("place", key, slot=slot)
    versions = hands.fair.get("/agenda/versions")["items"]
    hands.fair.call("POST", "/agenda/publish", body={"number": versions[0]["number"]})
    before = hands.stored()
    mishaps = []
    for what, who, one, other in drawn:
        named = {"table_id": hands.stage.tables[who % 2]} if what == "table_failed" else {"person_id": people[who]}
        named = {"person_id": hands.stage.kim} if what == "interpreter_missing" else named
        span = {"from_slot_id": hands.stage.slots[min(one, other)], "until_slot_id": hands.stage.slots[max(one, other)]}
        mishaps.append({"what": what, **named, **span})

    found = repair(hands, *mishaps, now=now)

    changed = {change["key"] for change in found["changes"]}
    gone = {(mishap.get("person_id"), mishap.get("table_id")) for mishap in mishaps}
    for row in before:
        concerned = {(person, None) for person in (row["need_person_id"], row["technology_person_id"])}
        concerned |= {(row["interpreter_id"], None), (None, row["table_id"])}
        over = hands.stage.slots.index(row["slot_id"]) < now
        if over or not concerned & gone:
            assert row["key"] not in changed
    assert found["draft"] == []
    rows = hands.stored()
    for mishap in mishaps:
        first, last = (hands.stage.slots.index(mishap[name]) for name in ("from_slot_id", "until_slot_id"))
        for row in rows:
            slot = hands.stage.slots.index(row["slot_id"])
            there = {row["need_person_id"], row["technology_person_id"], row["interpreter_id"]}
            missing = mishap["table_id"] == row["table_id"] if "table_id" in mishap else mishap["person_id"] in there
            assert not (missing and max(first, now) <= slot < last)
