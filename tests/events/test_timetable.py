"""Slots from hours: no overlaps, right length, and what clocks and zones do to them."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matchmaker.events.timetable import Hours, Part, TimetableError, from_hand, generate, instant

HOME = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")
# Zones that change their clocks, at midnight too, by half an hour, or have left a day out.
ZONES = ["Asia/Ho_Chi_Minh", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Beirut", "Pacific/Apia"]
NOON = time(12)
DAY = date(2027, 5, 20)


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def made(*days: Hours, zone: ZoneInfo = HOME, meeting: int = 25, changeover: int = 5) -> list[tuple[str, str]]:
    """Slots as they read on the clocks of the zone."""
    found = generate(days, zone, minutes(meeting), minutes(changeover), NOON)
    return [tuple(f"{moment.astimezone(zone):%d %H:%M}" for moment in (p.starts_at, p.ends_at)) for p in found]  # type: ignore[misc]


def refused(*days: Hours, zone: ZoneInfo = HOME, meeting: int = 25) -> str:
    with pytest.raises(TimetableError) as caught:
        generate(days, zone, minutes(meeting), minutes(5), NOON)
    return caught.value.code


def at(hour: str, zone: str = "+07:00", day: date = DAY) -> datetime:
    return datetime.fromisoformat(f"{day}T{hour}{zone}")


def hand_refused(*slots: tuple[datetime, datetime], zone: ZoneInfo = HOME) -> str:
    with pytest.raises(TimetableError) as caught:
        from_hand(slots, zone, NOON)
    return caught.value.code


# --- from hours --------------------------------------------------------------------------------------


def test_slots_stand_between_breaks() -> None:
    hours = Hours(DAY, time(8, 30), time(14), ((time(9, 30), time(10)), (time(11), time(13))))

    assert made(hours) == [
        ("20 08:30", "20 08:55"),
        ("20 09:00", "20 09:25"),
        ("20 10:00", "20 10:25"),
        ("20 10:30", "20 10:55"),
        ("20 13:00", "20 13:25"),
        ("20 13:30", "20 13:55"),
    ]


def test_the_afternoon_begins_where_it_is_said_to() -> None:
    found = generate([Hours(DAY, time(11), time(13))], HOME, minutes(30), minutes(0), time(11, 30))

    assert [period.part for period in found] == [Part.MORNING, Part.AFTERNOON, Part.AFTERNOON, Part.AFTERNOON]


def test_days_come_in_order() -> None:
    tomorrow = DAY + timedelta(days=1)

    found = made(Hours(tomorrow, time(8), time(8, 25)), Hours(DAY, time(9), time(9, 25)))

    assert found == [("20 09:00", "20 09:25"), ("21 08:00", "21 08:25")]


@pytest.mark.parametrize(
    ("days", "code"),
    [
        ([Hours(DAY, time(9), time(9))], "day_of_zero_length"),
        ([Hours(DAY, time(10), time(9))], "day_of_zero_length"),
        ([Hours(DAY, time(9), time(10), ((time(9, 30), time(9, 30)),))], "break_of_zero_length"),
        ([Hours(DAY, time(9), time(10), ((time(9, 30), time(10, 30)),))], "break_outside_hours"),
        ([Hours(DAY, time(9), time(10), ((time(9), time(9, 30)), (time(9, 15), time(9, 45))))], "break_outside_hours"),
        ([Hours(DAY, time(9), time(10)), Hours(DAY, time(14), time(15))], "day_twice"),
        ([Hours(DAY, time(9), time(9, 20))], "no_slot_fits"),
        ([], "no_slot_fits"),
        ([Hours(DAY + timedelta(days=d), time(0), time(23, 59)) for d in range(12)], "too_many_slots"),
    ],
)
def test_hours_that_cannot_be(days: list[Hours], code: str) -> None:
    assert refused(*days) == code


def test_a_meeting_has_a_length() -> None:
    assert refused(Hours(DAY, time(9), time(10)), meeting=0) == "slot_of_zero_length"


# --- clocks that change ------------------------------------------------------------------------------

SPRING, AUTUMN = date(2027, 3, 28), date(2027, 10, 31)


def test_meetings_keep_their_length_while_clocks_change() -> None:
    """In spring the clocks of Berlin jump from 2 to 3, in autumn they show the hour from 2 to 3 twice."""
    spring = generate([Hours(SPRING, time(1, 30), time(4))], BERLIN, minutes(30), minutes(0), NOON)
    autumn = generate([Hours(AUTUMN, time(1, 30), time(4))], BERLIN, minutes(30), minutes(0), NOON)

    assert (len(spring), len(autumn)) == (3, 7)
    assert {p.ends_at - p.starts_at for p in spring + autumn} == {minutes(30)}


@pytest.mark.parametrize(("day", "code"), [(SPRING, "time_does_not_exist"), (AUTUMN, "time_exists_twice")])
def test_hours_that_clocks_skip_or_repeat_are_refused(day: date, code: str) -> None:
    assert refused(Hours(day, time(2, 30), time(5)), zone=BERLIN) == code
    assert refused(Hours(day, time(1), time(2, 30)), zone=BERLIN) == code
    assert refused(Hours(day, time(1), time(5), ((time(2, 30), time(3, 30)),)), zone=BERLIN) == code


@given(
    zone=st.sampled_from(ZONES),
    day=st.dates(date(2010, 1, 1), date(2040, 12, 31)),
    starts=st.integers(0, 24 * 12 - 1),
    length=st.integers(1, 24 * 12),
    pause=st.tuples(st.integers(0, 24 * 12 - 1), st.integers(1, 24)),
    meeting=st.integers(5, 120),
    changeover=st.integers(0, 30),
)
def test_slots_never_overlap_and_have_their_length(
    zone: str, day: date, starts: int, length: int, pause: tuple[int, int], meeting: int, changeover: int
) -> None:
    def hour(fives: int) -> time:
        fives = min(fives, 24 * 12 - 1)
        return time(fives // 12, fives % 12 * 5)

    place = ZoneInfo(zone)
    breaks = ((hour(pause[0]), hour(pause[0] + pause[1])),)
    hours = [Hours(day, hour(starts), hour(starts + length), breaks), Hours(day + timedelta(days=1), time(9), time(17))]
    try:
        found = generate(hours, place, minutes(meeting), minutes(changeover), NOON)
    except TimetableError:
        return

    assert {period.ends_at - period.starts_at for period in found} == {minutes(meeting)}
    for before, after in pairwise(found):
        same_stretch = after.starts_at - before.ends_at == minutes(changeover)
        assert same_stretch or after.starts_at >= before.ends_at
    for period in found:
        local = period.starts_at.astimezone(place)
        own = hours[0] if period.day == day else hours[1]
        assert (period.starts_at.tzinfo, local.date()) == (UTC, period.day)
        assert instant(own.day, own.starts, place) <= period.starts_at
        assert period.ends_at <= instant(own.day, own.ends, place)
        for first, last in own.breaks:
            pause_ends, pause_starts = instant(own.day, last, place), instant(own.day, first, place)
            assert period.ends_at <= pause_starts or period.starts_at >= pause_ends
    # What was generated is accepted by hand, from any zone's clocks that show the same instants.
    again = from_hand([(p.starts_at, p.ends_at) for p in reversed(found)], place, NOON)
    assert again == found
    in_place = [(p.starts_at.astimezone(place), p.ends_at.astimezone(place)) for p in found]
    assert from_hand(in_place, place, NOON) == found


# --- by hand -----------------------------------------------------------------------------------------


def test_slots_by_hand_are_put_in_order() -> None:
    found = from_hand([(at("14:00"), at("14:30")), (at("09:00"), at("09:20"))], HOME, NOON)

    assert [(p.starts_at, p.day, p.part) for p in found] == [
        (datetime(2027, 5, 20, 2, tzinfo=UTC), DAY, Part.MORNING),
        (datetime(2027, 5, 20, 7, tzinfo=UTC), DAY, Part.AFTERNOON),
    ]


def test_slots_may_touch_but_not_overlap() -> None:
    touching = [(at("09:00"), at("09:30")), (at("09:30"), at("10:00"))]

    assert len(from_hand(touching, HOME, NOON)) == 2
    assert hand_refused(*touching, (at("09:29"), at("09:31"))) == "slots_overlap"
    assert hand_refused(touching[0], touching[0]) == "slots_overlap"


def test_a_slot_has_a_length_and_one_day() -> None:
    late = at("23:30")

    assert hand_refused((at("09:00"), at("09:00"))) == "slot_of_zero_length"
    assert hand_refused((at("09:00"), at("08:00"))) == "slot_of_zero_length"
    assert hand_refused((late, late + minutes(31))) == "slot_over_midnight"
    assert len(from_hand([(late, late + minutes(30))], HOME, NOON)) == 1


def test_a_day_is_in_one_zone() -> None:
    here, utc = (at("09:00"), at("09:30")), (at("03:00", "+00:00"), at("03:30", "+00:00"))
    seoul = (at("12:00", "+09:00"), at("12:30", "+09:00"))
    tomorrow = tuple(moment + timedelta(days=1) for moment in utc)

    assert hand_refused(here, seoul) == "day_in_two_zones"
    assert hand_refused(seoul) == "day_in_two_zones"
    assert hand_refused(here, utc) == "day_in_two_zones"
    assert hand_refused((at("09:00"), at("02:30", "+00:00"))) == "day_in_two_zones"
    assert len(from_hand([here, tomorrow], HOME, NOON)) == 2  # type: ignore[list-item]


def test_in_berlin_the_offset_changes_with_the_clocks() -> None:
    winter = (at("01:30", "+01:00", SPRING), at("01:59", "+01:00", SPRING))
    summer = (at("03:00", "+02:00", SPRING), at("03:30", "+02:00", SPRING))

    assert len(from_hand([winter, summer], BERLIN, NOON)) == 2
    assert hand_refused(winter, (at("03:00", "+01:00", SPRING), at("03:30", "+01:00", SPRING)), zone=BERLIN) == (
        "day_in_two_zones"
    )
