"""What can be decided by rule is decided by rule, apart from similarity: met, not met, or not stated."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

# What one unit is worth in the home currency, rounded; only for telling whether ranges can overlap at all.
RATES_VND = {"VND": 1, "USD": 26_000, "EUR": 30_000, "JPY": 170, "KRW": 18, "CNY": 3_600, "TWD": 830}
# Exchange rates move; a price a little over budget is still worth a talk.
BUDGET_TOLERANCE = 1.1
# To license or sell a right one must have it.
NEEDS_RIGHT = {"licence", "sale"}
NO_RIGHT = {"none", "open"}


class Verdict(StrEnum):
    MET = "met"
    NOT_MET = "not_met"
    NOT_STATED = "not_stated"


@dataclass(frozen=True)
class Terms:
    """What one posting says of the things that rules decide; amounts in whole units of the currency."""

    trl: int | None = None
    amount_min: int | None = None
    amount_max: int | None = None
    currency: str | None = None
    deadline: date | None = None
    expires_on: date | None = None
    region: str | None = None
    ip_status: str | None = None
    cooperation: Sequence[str] = ()


@dataclass(frozen=True)
class Criterion:
    """One rule's verdict with what both sides said."""

    name: str
    verdict: Verdict
    need: Any
    technology: Any


def judge(need: Terms, technology: Terms) -> list[Criterion]:
    """All criteria for a pair, always in the same order."""
    return [
        readiness(need, technology),
        budget(need, technology),
        deadline(need, technology),
        cooperation(need, technology),
        intellectual_property(need, technology),
        region(need, technology),
    ]


def readiness(need: Terms, technology: Terms) -> Criterion:
    """The technology is at least as ready as the need asks."""
    verdict = _verdict(need.trl, technology.trl, lambda asked, reached: reached >= asked)
    return Criterion("readiness", verdict, need.trl, technology.trl)


def budget(need: Terms, technology: Terms) -> Criterion:
    """The lowest price is within the highest budget, with some room."""
    most = need.amount_max if need.amount_max is not None else need.amount_min
    least = technology.amount_min if technology.amount_min is not None else technology.amount_max
    asked, offered = _in_home_currency(most, need.currency), _in_home_currency(least, technology.currency)
    verdict = _verdict(asked, offered, lambda have, cost: cost <= have * BUDGET_TOLERANCE)
    return Criterion("budget", verdict, _range(need), _range(technology))


def deadline(need: Terms, technology: Terms) -> Criterion:
    """The offer still stands when the need must be answered; an offer without an end always does."""
    if need.deadline is None:
        verdict = Verdict.NOT_STATED
    else:
        met = technology.expires_on is None or technology.expires_on >= need.deadline
        verdict = Verdict.MET if met else Verdict.NOT_MET
    return Criterion("deadline", verdict, _written(need.deadline), _written(technology.expires_on))


def cooperation(need: Terms, technology: Terms) -> Criterion:
    """At least one way of working together is wanted by both."""
    verdict = _verdict(need.cooperation or None, technology.cooperation or None, lambda a, b: not set(a).isdisjoint(b))
    return Criterion("cooperation", verdict, list(need.cooperation), list(technology.cooperation))


def intellectual_property(need: Terms, technology: Terms) -> Criterion:
    """Where licence or sale is all that the need accepts, there is a right to license or sell."""
    asked = bool(need.cooperation) and set(need.cooperation) <= NEEDS_RIGHT
    if not asked or technology.ip_status is None:
        return Criterion("intellectual_property", Verdict.NOT_STATED, asked, technology.ip_status)
    verdict = Verdict.NOT_MET if technology.ip_status in NO_RIGHT else Verdict.MET
    return Criterion("intellectual_property", verdict, asked, technology.ip_status)


def region(need: Terms, technology: Terms) -> Criterion:
    """Both are at home in the same region."""
    verdict = _verdict(need.region, technology.region, lambda a, b: a == b)
    return Criterion("region", verdict, need.region, technology.region)


def _verdict(asked: Any, offered: Any, rule: Any) -> Verdict:
    if asked is None or offered is None:
        return Verdict.NOT_STATED
    return Verdict.MET if rule(asked, offered) else Verdict.NOT_MET


def _in_home_currency(amount: int | None, currency: str | None) -> int | None:
    if amount is None or currency not in RATES_VND:
        return None
    return amount * RATES_VND[currency]


def _range(terms: Terms) -> dict[str, Any] | None:
    if terms.amount_min is None and terms.amount_max is None:
        return None
    return {"min": terms.amount_min, "max": terms.amount_max, "currency": terms.currency}


def _written(day: date | None) -> str | None:
    return day.isoformat() if day else None
