"""When there is a contract, and what it is worth; pure."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from matchmaker.catalogue.models import Currency
from matchmaker.outcomes.following.cases.stages import CONTRACTED, Stage

WITHOUT_CENTS = frozenset({Currency.VND, Currency.JPY, Currency.KRW})


def contract_days(steps: Iterable[tuple[int, Stage, date]]) -> dict[int, date]:
    """When each case came to a contract first; none where it was put back to a stage before that.

    Steps are (case, stage, day) in the order in which they were written; closing a case ends no contract.
    """
    found: dict[int, date] = {}
    for case_id, stage, day in steps:
        if stage in CONTRACTED:
            found[case_id] = min(day, found.get(case_id, day))
        elif stage is not Stage.CLOSED:
            found.pop(case_id, None)
    return found


def in_whole_units(amount: int, currency: Currency) -> Decimal:
    """An amount in whole units of its currency, from one in its smallest."""
    return Decimal(amount) if currency in WITHOUT_CENTS else Decimal(amount).scaleb(-2)
