"""What two answers make together."""

from itertools import product

import pytest

from matchmaker.interest.mutual import PRIORITIES, WORTH, Outcome, RequestState, Value, settle, worth

MUST, WOULD, RATHER_NOT, VETO = Value.MUST_MEET, Value.WOULD_MEET, Value.RATHER_NOT, Value.VETO
ANSWERS = [None, *Value]
OPEN, ACCEPTED, DECLINED = RequestState.OPEN, RequestState.ACCEPTED, RequestState.DECLINED


@pytest.mark.parametrize(
    ("need", "technology", "outcome"),
    [
        (MUST, MUST, Outcome(ACCEPTED, None, 1)),
        (MUST, WOULD, Outcome(ACCEPTED, None, 2)),
        (WOULD, MUST, Outcome(ACCEPTED, None, 3)),
        (WOULD, WOULD, Outcome(ACCEPTED, None, 4)),
        (MUST, RATHER_NOT, Outcome(DECLINED, "need")),
        (RATHER_NOT, WOULD, Outcome(DECLINED, "technology")),
        (WOULD, None, Outcome(OPEN, "need")),
        (None, MUST, Outcome(OPEN, "technology")),
        (RATHER_NOT, None, Outcome(None)),
        (RATHER_NOT, RATHER_NOT, Outcome(None)),
        (None, None, Outcome(None)),
    ],
)
def test_the_table(need: Value | None, technology: Value | None, outcome: Outcome) -> None:
    assert settle(need, technology) == outcome


def test_a_veto_looks_like_no_answer() -> None:
    assert [settle(VETO, other) for other in ANSWERS] == [settle(None, other) for other in ANSWERS]
    assert [settle(other, VETO) for other in ANSWERS] == [settle(other, None) for other in ANSWERS]


def test_only_two_who_want_to_meet_meet() -> None:
    accepted = {(a, b) for a, b in product(ANSWERS, ANSWERS) if settle(a, b).state is ACCEPTED}

    assert accepted == set(PRIORITIES)


def test_a_higher_priority_is_worth_more_whatever_the_probability() -> None:
    assert [worth(priority, 0.0) > worth(priority + 1, 1.0) for priority in (1, 2, 3)] == [True] * 3
    assert sorted(WORTH) == sorted(PRIORITIES.values())
    assert worth(4, 0.7) > worth(4, 0.6)
    assert (worth(4, -1.0), worth(4, 2.0)) == (worth(4, 0.0), worth(4, 1.0))
