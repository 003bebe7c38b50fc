"""Each rule: met, not met, and not stated by one of the sides."""

from datetime import date
from typing import Any

import pytest

from matchmaker.matching import criteria
from matchmaker.matching.criteria import Terms, Verdict, judge

MET, NOT_MET, NOT_STATED = Verdict.MET, Verdict.NOT_MET, Verdict.NOT_STATED
DAY, DAY_BEFORE = date(2026, 6, 1), date(2026, 5, 31)


@pytest.mark.parametrize(
    ("asked", "reached", "verdict"),
    [(7, 8, MET), (7, 7, MET), (7, 6, NOT_MET), (None, 6, NOT_STATED), (7, None, NOT_STATED)],
)
def test_readiness(asked: int | None, reached: int | None, verdict: Verdict) -> None:
    found = criteria.readiness(Terms(trl=asked), Terms(trl=reached))

    assert (found.name, found.verdict, found.need, found.technology) == ("readiness", verdict, asked, reached)


@pytest.mark.parametrize(
    ("need", "technology", "verdict"),
    [
        # The lowest price against the highest budget, with a tenth of room.
        ({"amount_min": 10, "amount_max": 100}, {"amount_min": 100, "amount_max": 900}, MET),
        ({"amount_max": 100}, {"amount_min": 110}, MET),
        ({"amount_max": 100}, {"amount_min": 111}, NOT_MET),
        # Where only the other end is stated, it stands in.
        ({"amount_min": 100}, {"amount_max": 90}, MET),
        ({"amount_min": 100}, {"amount_max": 900}, NOT_MET),
        # Nothing is an amount: a budget of nothing buys what costs nothing.
        ({"amount_max": 0}, {"amount_min": 0}, MET),
        ({"amount_max": 0}, {"amount_min": 1}, NOT_MET),
        ({}, {"amount_min": 1}, NOT_STATED),
        ({"amount_max": 1}, {}, NOT_STATED),
    ],
)
def test_budget(need: dict[str, int], technology: dict[str, int], verdict: Verdict) -> None:
    found = criteria.budget(Terms(currency="VND", **need), Terms(currency="VND", **technology))

    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("budget", "price", "verdict"),
    [((300_000_000, "VND"), (10_000, "USD"), MET), ((200_000_000, "VND"), (10_000, "USD"), NOT_MET)],
)
def test_budget_in_another_currency(budget: tuple[int, str], price: tuple[int, str], verdict: Verdict) -> None:
    found = criteria.budget(
        Terms(amount_max=budget[0], currency=budget[1]), Terms(amount_min=price[0], currency=price[1])
    )

    assert found.verdict == verdict
    assert found.need == {"min": None, "max": budget[0], "currency": budget[1]}
    assert found.technology == {"min": price[0], "max": None, "currency": price[1]}


@pytest.mark.parametrize("currency", [None, "XXX"])
def test_an_amount_without_a_known_currency_says_nothing(currency: str | None) -> None:
    found = criteria.budget(Terms(amount_max=5, currency=currency), Terms(amount_min=1, currency="VND"))

    assert found.verdict == NOT_STATED


@pytest.mark.parametrize(
    ("deadline", "expires_on", "verdict"),
    [
        (DAY, DAY, MET),
        (DAY, None, MET),
        (DAY, DAY_BEFORE, NOT_MET),
        (None, DAY, NOT_STATED),
    ],
)
def test_deadline(deadline: date | None, expires_on: date | None, verdict: Verdict) -> None:
    found = criteria.deadline(Terms(deadline=deadline), Terms(expires_on=expires_on))

    assert found.verdict == verdict


def test_days_are_told_as_text() -> None:
    found = criteria.deadline(Terms(deadline=DAY), Terms(expires_on=DAY_BEFORE))

    assert (found.need, found.technology) == ("2026-06-01", "2026-05-31")


@pytest.mark.parametrize(
    ("wanted", "offered", "verdict"),
    [
        (["licence", "service"], ["service"], MET),
        (["licence"], ["service", "sale"], NOT_MET),
        ([], ["service"], NOT_STATED),
        (["licence"], [], NOT_STATED),
    ],
)
def test_cooperation(wanted: list[str], offered: list[str], verdict: Verdict) -> None:
    found = criteria.cooperation(Terms(cooperation=wanted), Terms(cooperation=offered))

    assert (found.verdict, found.need, found.technology) == (verdict, wanted, offered)


@pytest.mark.parametrize(
    ("wanted", "ip_status", "verdict"),
    [
        (["licence"], "granted", MET),
        (["licence", "sale"], "trade_secret", MET),
        (["sale"], "none", NOT_MET),
        (["licence"], "open", NOT_MET),
        # Another way of working together needs no right.
        (["licence", "service"], "none", NOT_STATED),
        ([], "none", NOT_STATED),
        (["licence"], None, NOT_STATED),
    ],
)
def test_intellectual_property(wanted: list[str], ip_status: str | None, verdict: Verdict) -> None:
    found = criteria.intellectual_property(Terms(cooperation=wanted), Terms(ip_status=ip_status))

    assert found.verdict == verdict


@pytest.mark.parametrize(
    ("need", "technology", "verdict"),
    [
        ("hai-phong", "hai-phong", MET),
        ("hai-phong", "ha-noi", NOT_MET),
        (None, "ha-noi", NOT_STATED),
        ("hai-phong", None, NOT_STATED),
    ],
)
def test_region(need: str | None, technology: str | None, verdict: Verdict) -> None:
    assert criteria.region(Terms(region=need), Terms(region=technology)).verdict == verdict


def test_a_pair_without_any_terms_is_judged_by_every_rule_in_order() -> None:
    found: list[Any] = [(criterion.name, criterion.verdict) for criterion in judge(Terms(), Terms())]

    assert found == [
        ("readiness", NOT_STATED),
        ("budget", NOT_STATED),
        ("deadline", NOT_STATED),
        ("cooperation", NOT_STATED),
        ("intellectual_property", NOT_STATED),
        ("region", NOT_STATED),
    ]
