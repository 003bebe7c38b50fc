"""Which meetings are at risk, and what the desk sees of the day."""

from datetime import UTC, datetime, timedelta

from running_day import RunningDay
from support import counted_statements

from matchmaker.agenda.models import PlacementState
from matchmaker.outcomes.day.models import RiskCode
from matchmaker.outcomes.day.rules import Risk, Sitting, risks_of

NOW = datetime(2027, 5, 20, 9, 0, tzinfo=UTC)


def sitting(key: str, begins: int, *people: int, table: int = 1, state: str = "planned") -> Sitting:
    """A meeting of 25 minutes that begins so many minutes from now."""
    starts = NOW + timedelta(minutes=begins)
    return Sitting(key, starts, starts + timedelta(minutes=25), table, frozenset(people), PlacementState(state))


def test_a_meeting_is_at_risk_from_half_an_hour_before_until_its_people_are_there() -> None:
    meetings = [sitting("soon", 30, 1, 2), sitting("now", -20, 3, 4), sitting("later", 31, 5), sitting("over", -25, 6)]

    found = risks_of(meetings, here={1, 3}, remote={4}, now=NOW)

    assert found == {"soon": [Risk(RiskCode.PERSON_MISSING, person_id=2)]}


def test_what_goes_on_too_long_delays_its_table_and_its_people() -> None:
    late = sitting("late", -30, 1, 2, table=1, state="running")
    meetings = [late, sitting("table", 0, 3, 4, table=1), sitting("person", 0, 2, 5, table=2), sitting("free", 0, 6)]

    found = risks_of([*meetings[:3], sitting("free", 0, 6, table=3)], here=range(9), remote=(), now=NOW)

    overrun = [Risk(RiskCode.OVERRUN, key="late")]
    assert found == {"table": overrun, "person": overrun}


def test_what_is_running_or_settled_is_not_at_risk() -> None:
    meetings = [sitting(state, 0, 1, state=state) for state in ("running", "held", "not_held")]

    assert risks_of(meetings, here=(), remote=(), now=NOW) == {}


def test_the_desk_sees_who_is_missing_and_what_that_puts_at_risk(day: RunningDay) -> None:
    day.begin(minutes_ago=-10)
    day.check_in(day.stage.hanh)

    shown = day.fair.get("/day")

    (meeting,) = shown["meetings"]
    assert meeting["risks"] == [{"code": "person_missing", "person_id": day.stage.tuan, "key": None}]
    next_at = {one["name"]: one["next_at"] for one in shown["people"]}
    assert (next_at["Tuấn"], next_at["Lan"]) == (meeting["starts_at"], None)
    day.check_in(day.stage.tuan)
    assert day.fair.get("/day")["meetings"][0]["risks"] == []


def test_the_day_is_read_in_few_statements(day: RunningDay) -> None:
    day.check_in(day.stage.hanh)
    with counted_statements(day.api.database) as sent:
        day.fair.get("/day")

    assert len(sent) < 40
