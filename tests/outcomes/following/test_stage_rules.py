"""The rules of cases that need no database: stages, opening, money, dates."""

from datetime import date

import pytest

from matchmaker.catalogue.models import Currency, Kind
from matchmaker.interest.mutual import Reason
from matchmaker.outcomes.following.cases.money import from_smallest, to_smallest
from matchmaker.outcomes.following.cases.opening import Outcome, Standing, settle
from matchmaker.outcomes.following.cases.stages import Refusal, Stage, refusal_of
from matchmaker.outcomes.following.reminding.due import Nearness, milestone, months_after, nearness

WAITS = Standing.WAITS


@pytest.mark.parametrize(
    ("need", "technology", "outcome"),
    [
        (None, None, Outcome(Standing.NONE)),
        (True, None, Outcome(WAITS, Kind.TECHNOLOGY)),
        (None, True, Outcome(WAITS, Kind.NEED)),
        (True, True, Outcome(Standing.BOTH)),
        (True, False, Outcome(Standing.DECLINED)),
        (False, True, Outcome(Standing.DECLINED)),
        (False, False, Outcome(Standing.DECLINED)),
        (False, None, Outcome(Standing.DECLINED)),
        (None, False, Outcome(Standing.DECLINED)),
    ],
)
def test_two_words_make_a_case_as_the_table_says(need: bool | None, technology: bool | None, outcome: Outcome) -> None:
    assert settle(need, technology) == outcome


def test_any_stage_may_follow_any_other_and_only_closing_has_a_reason() -> None:
    assert refusal_of(Stage.TALKING, Stage.CONTRACT, None) is None
    assert refusal_of(Stage.CONTRACT, Stage.TRIAL, None) is None
    assert refusal_of(Stage.TRIAL, Stage.TRIAL, None) is Refusal.SAME_STAGE
    assert refusal_of(Stage.TRIAL, Stage.CLOSED, None) is Refusal.REASON_MISSING
    assert refusal_of(Stage.CLOSED, Stage.TALKING, Reason.PRICE) is Refusal.REASON_NOT_NEEDED


@pytest.mark.parametrize(
    ("amount", "currency", "smallest"),
    [
        ("1250000000", Currency.VND, 1_250_000_000),
        ("0.29", Currency.USD, 29),
        ("999999999999999.99", Currency.EUR, 10**17 - 1),
    ],
)
def test_money_is_whole_numbers_inside_and_the_same_text_outside(
    amount: str, currency: Currency, smallest: int
) -> None:
    assert to_smallest(amount, currency) == smallest
    assert from_smallest(smallest, currency) == amount


@pytest.mark.parametrize(
    ("amount", "currency"), [("0.5", Currency.JPY), ("0.001", Currency.USD), ("NaN", Currency.VND)]
)
def test_what_a_currency_cannot_pay_is_refused(amount: str, currency: Currency) -> None:
    with pytest.raises(ValueError, match=r"."):
        to_smallest(amount, currency)


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
    ],
)
def test_months_end_where_the_shorter_month_does(day: date, months: int, after: date) -> None:
    assert months_after(day, months) == after


def test_only_the_last_milestone_that_came_is_asked_about() -> None:
    began = date(2026, 1, 31)

    found = [
        milestone(began, day) for day in (date(2026, 2, 27), date(2026, 2, 28), date(2026, 6, 1), date(2029, 1, 1))
    ]

    assert found == [None, 1, 3, 12]


def test_a_task_is_near_from_the_day_before_and_overdue_from_the_day_after() -> None:
    due = date(2026, 11, 24)

    found = [nearness(due, date(2026, 11, day)) for day in (22, 23, 24, 25)]

    assert found == [None, Nearness.SOON, Nearness.SOON, Nearness.OVERDUE]
