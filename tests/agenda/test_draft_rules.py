"""Every rule of a draft: kept once, broken once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from matchmaker.agenda.changes import Seat
from matchmaker.agenda.draft_rules import Broken, Draft, broken_rules, new_broken
from matchmaker.agenda.models import PlacementSent, PlacementState
from matchmaker.events.models import TableMode
from matchmaker.events.people_models import PersonRole
from matchmaker.events.planning import PlanningData, PlanOrganisation, PlanPerson, PlanSlot, PlanTable
from matchmaker.events.timetable import Part
from matchmaker.interest.pairs import AcceptedPair, Interest

SLOTS = frozenset(range(1, 5))
BUYER, SELLER, OTHER = 10, 20, 30
TUAN, LAN, HANH, MINH, KIM, EXPERT = 11, 12, 21, 31, 41, 42
RUNNING = {"state": PlacementState.RUNNING}


def person(id: int, organisation: int | None, role: PersonRole = PersonRole.DELEGATE, **values: Any) -> PlanPerson:
    made: dict[str, Any] = {
        "name": "x",
        "languages": frozenset({"vi"}),
        "subjects": frozenset(),
        "posting_ids": frozenset(),
        "max_per_day": None,
        "max_consecutive": None,
        "table_id": None,
        "slots": SLOTS,
    }
    return PlanPerson(id=id, organisation_id=organisation, role=role, **(made | values))


def day(people: dict[int, dict[str, Any]] | None = None, **values: Any) -> PlanningData:
    """Four slots and two tables; two delegates buy, two organisations sell; some are changed."""
    start = datetime(2027, 5, 20, 1, tzinfo=UTC)
    everybody = [
        person(TUAN, BUYER),
        person(LAN, BUYER, languages=frozenset({"ko"})),
        person(HANH, SELLER),
        person(MINH, OTHER),
        person(KIM, None, PersonRole.INTERPRETER, languages=frozenset({"vi", "ko"})),
        person(EXPERT, None, PersonRole.EXPERT),
    ]
    slots = (
        PlanSlot(
            n,
            n - 1,
            date(2027, 5, 20),
            Part.MORNING,
            start + timedelta(hours=n),
            start + timedelta(hours=n, minutes=25),
        )
        for n in sorted(SLOTS)
    )
    made: dict[str, Any] = {
        "event_id": 1,
        "zone": "UTC",
        "version": 1,
        "repeat_meetings": False,
        "slots": tuple(slots),
        "tables": {n: PlanTable(n, "T", None, 4, TableMode.IN_PERSON, None, SLOTS) for n in (1, 2)},
        "people": {one.id: replace(one, **(people or {}).get(one.id, {})) for one in everybody},
        "organisations": {
            BUYER: PlanOrganisation(BUYER, "", "", True, False, (TUAN, LAN)),
            SELLER: PlanOrganisation(SELLER, "", "", True, False, (HANH,)),
            OTHER: PlanOrganisation(OTHER, "", "", True, False, (MINH,)),
        },
        "blocks": (),
    }
    return PlanningData(**(made | values))


def at(slot: int = 1, table: int = 1, seller: int = SELLER, **values: Any) -> PlacementSent:
    made = {
        "need_id": 1,
        "technology_id": seller,
        "need_organisation_id": BUYER,
        "technology_organisation_id": seller,
        "need_person_id": TUAN,
        "technology_person_id": HANH if seller == SELLER else MINH,
        "slot_id": slot,
        "table_id": table,
    }
    return PlacementSent(**(made | values))


def codes(*meetings: PlacementSent, data: PlanningData | None = None, **values: Any) -> list[str]:
    return [one.code for one in broken(*meetings, data=data, **values)]


def broken(*meetings: PlacementSent, data: PlanningData | None = None, **values: Any) -> list[Broken]:
    pairs = tuple(AcceptedPair(BUYER, seller, 1, seller, 1, 800, True) for seller in (SELLER, OTHER))
    interest = Interest(pairs, values.pop("forbidden", frozenset()), frozenset())
    named = [(one.key or f"m{number}", one) for number, one in enumerate(meetings)]
    return broken_rules(Draft(named, data or day(), interest, **values))


def test_a_good_day_breaks_nothing() -> None:
    data = day({TUAN: {"max_per_day": 2, "max_consecutive": 1, "table_id": 2}})

    assert codes(at(1, 2), at(3, 2, OTHER, expert_id=EXPERT), data=data) == []


@pytest.mark.parametrize(
    ("meeting", "code"),
    [
        (at(slot=9), "slot_unknown"),
        (at(table=9), "table_unknown"),
        (at(need_person_id=9), "delegate_unknown"),
        (at(need_person_id=HANH), "delegate_unknown"),
        (at(need_person_id=KIM), "delegate_unknown"),
        (at(interpreter_id=EXPERT), "interpreter_unknown"),
        (at(expert_id=9), "expert_unknown"),
        (at(**RUNNING), "meeting_not_begun"),
        (at(need_person_id=LAN), "interpreter_missing"),
        (at(technology_id=7), "pair_not_accepted"),
    ],
)
def test_one_meeting_that_cannot_be(meeting: PlacementSent, code: str) -> None:
    assert codes(meeting) == [code]


def test_nobody_and_no_table_is_taken_twice() -> None:
    assert codes(at(1, 1), at(1, 2, OTHER)) == ["person_twice"]
    assert codes(at(1, 1), at(1, 1, OTHER, need_person_id=LAN, interpreter_id=KIM)) == ["table_twice"]
    assert codes(at(1, 1, interpreter_id=KIM), at(1, 2, OTHER, need_person_id=LAN, interpreter_id=KIM)) == [
        "person_twice"
    ]
    told = {"m1": (Seat(1, 1, TUAN, MINH), PlacementState.PLANNED)}
    assert codes(at(1, 1), at(1, 1, OTHER, state=PlacementState.CANCELLED), told=told) == []


def test_only_what_was_told_is_cancelled_and_where_it_was() -> None:
    gone, told = at(1, state=PlacementState.CANCELLED), {"m0": (Seat(1, 1, TUAN, HANH), PlacementState.PLANNED)}

    assert codes(gone, told=told, data=day({HANH: {"slots": frozenset()}})) == []
    assert codes(gone) == ["cancelled_but_not_told"]
    assert codes(at(2, state=PlacementState.CANCELLED), told=told) == ["cancelled_but_not_told"]


def test_a_key_stands_for_one_meeting() -> None:
    assert codes(at(1, key="a"), at(2, seller=OTHER, key="a")) == ["key_twice"]


def test_people_and_tables_are_there() -> None:
    closed = {1: PlanTable(1, "T", None, 4, TableMode.IN_PERSON, None, SLOTS - {1})}

    assert codes(at(1), data=day({HANH: {"slots": SLOTS - {1}}})) == ["person_away"]
    assert codes(at(1), data=day(tables=closed)) == ["table_away"]
    assert codes(at(2), data=day({HANH: {"slots": SLOTS - {1}}}, tables=closed)) == []


@pytest.mark.parametrize(
    ("limit", "slots", "code"),
    [
        ({"max_per_day": 1}, (1, 3), ["too_many_per_day"]),
        ({"max_per_day": 2}, (1, 3), []),
        ({"max_consecutive": 1}, (1, 2), ["too_many_in_a_row"]),
        ({"max_consecutive": 1}, (1, 3), []),
    ],
)
def test_people_have_no_more_meetings_than_they_want(limit: Any, slots: tuple[int, int], code: list[str]) -> None:
    assert codes(at(slots[0]), at(slots[1], seller=OTHER), data=day({TUAN: limit})) == code


@pytest.mark.parametrize(
    ("limit", "before", "after", "found"),
    [
        ({"max_per_day": 1}, (1, 3), (1, 3, 4), ["too_many_per_day"]),
        ({"max_per_day": 1}, (1, 2, 3), (1, 4), []),
        ({"max_consecutive": 1}, (1, 2), (1, 2, 3), ["too_many_in_a_row"]),
        ({"max_consecutive": 1}, (1, 2, 4), (1, 3, 4), ["too_many_in_a_row"]),
        ({"max_consecutive": 1}, (1, 2, 3), (1, 2), []),
    ],
)
def test_who_has_too_many_meetings_already_gets_no_more(
    limit: Any, before: tuple[int, ...], after: tuple[int, ...], found: list[str]
) -> None:
    data = day({TUAN: limit}, repeat_meetings=True)
    former, now = (broken(*(at(slot) for slot in slots), data=data) for slots in (before, after))

    assert [one.code for one in new_broken(former, now)] == found


def test_too_many_meetings_of_one_day_do_not_hide_those_of_another() -> None:
    days = [replace(slot, day=date(2027, 5, 20 + slot.number // 2)) for slot in day().slots]
    data = day({TUAN: {"max_per_day": 1}}, slots=tuple(days), repeat_meetings=True)
    former, now = (broken(*(at(slot) for slot in slots), data=data) for slots in ((1, 2, 3), (1, 2, 3, 4)))

    assert [one.params["day"] for one in new_broken(former, now)] == ["2027-05-21"]


def test_what_three_take_at_once_may_be_left_to_two() -> None:
    former, now = broken(at(), at(), at()), broken(at(), at())

    assert new_broken(former, now) == []
    assert {one.code for one in new_broken(now, former)} == {"person_twice", "table_twice", "pair_twice"}


def test_hosts_stay_at_their_table_and_nobody_else_is_there() -> None:
    data = day({HANH: {"table_id": 1}})

    assert codes(at(1, 1), data=data) == []
    assert codes(at(1, 2), data=data) == ["host_elsewhere"]
    assert codes(at(1, 1, OTHER), data=data) == ["table_of_a_host"]


def test_everybody_has_a_chair() -> None:
    small = {1: PlanTable(1, "T", None, 2, TableMode.IN_PERSON, None, SLOTS)}

    assert codes(at(), data=day(tables=small)) == []
    assert codes(at(expert_id=EXPERT), data=day(tables=small)) == ["too_few_seats"]


def test_who_comes_by_video_is_met_at_a_screen_and_nobody_else() -> None:
    tables = day().tables | {2: PlanTable(2, "V", None, 4, TableMode.VIDEO, "https://video.example.org/2", SLOTS)}
    here, away = day(tables=tables), day({HANH: {"remote": True}}, tables=tables)
    expert_away = day({EXPERT: {"remote": True}}, tables=tables)
    host = day({HANH: {"table_id": 2}}, tables=tables)

    assert [codes(at(table=n), data=here) for n in (1, 2)] == [[], ["table_for_video"]]
    assert [codes(at(table=n), data=away) for n in (1, 2)] == [["table_without_video"], []]
    assert codes(at(expert_id=EXPERT), data=expert_away) == ["table_without_video"]
    assert codes(at(table=2), data=host) == []


def test_an_interpreter_has_a_language_with_each_side() -> None:
    assert codes(at(need_person_id=LAN, interpreter_id=KIM)) == []
    deaf = day({KIM: {"languages": frozenset({"ja", "vi"})}})
    assert codes(at(need_person_id=LAN, interpreter_id=KIM), data=deaf) == ["interpreter_of_other_languages"]


@pytest.mark.parametrize(("stand_in", "found"), [(True, []), (False, ["speaks_for_others"])])
def test_who_speaks_for_a_posting_comes_unless_colleagues_stand_in(stand_in: bool, found: list[str]) -> None:
    organisations = day().organisations | {BUYER: PlanOrganisation(BUYER, "", "", stand_in, False, (TUAN, LAN))}
    data = day({TUAN: {"posting_ids": frozenset({7})}}, organisations=organisations)

    assert codes(at(), data=data) == found
    assert codes(at(need_person_id=LAN, interpreter_id=KIM), data=data) == []


def test_organisers_keep_organisations_apart() -> None:
    assert codes(at(), forbidden=frozenset({(BUYER, SELLER)})) == ["pair_forbidden"]
    assert codes(at(seller=OTHER), forbidden=frozenset({(BUYER, SELLER)})) == []


def test_two_organisations_meet_once_unless_they_may_again() -> None:
    assert codes(at(1), at(3)) == ["pair_twice"]
    assert codes(at(1), at(3), data=day(repeat_meetings=True)) == []


def test_what_has_begun_needs_nothing_more_but_stays() -> None:
    told = {"a": (Seat(1, 1, TUAN, HANH), PlacementState.RUNNING)}
    gone = day({HANH: {"slots": frozenset()}})

    assert codes(at(key="a", **RUNNING), data=gone, told=told) == []
    assert codes(at(2, key="a", **RUNNING), data=gone, told=told) == ["meeting_has_begun"]
    assert codes(data=gone, told=told) == ["meeting_has_begun"]
    assert codes(at(key="a", **RUNNING), at(1, 2, OTHER), told=told) == ["person_twice"]
