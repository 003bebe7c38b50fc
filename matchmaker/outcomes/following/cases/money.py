"""Amounts of money: decimal text outside, whole numbers of the smallest unit inside; pure."""

from decimal import Decimal

from matchmaker.catalogue.models import Currency

# ISO 4217: how many decimals a currency has; all others have two.
_WITHOUT_DECIMALS = frozenset({Currency.VND, Currency.JPY, Currency.KRW})


def decimals_of(currency: Currency) -> int:
    return 0 if currency in _WITHOUT_DECIMALS else 2


def to_smallest(amount: str, currency: Currency) -> int:
    """The amount in the smallest unit. Raises ValueError where it is finer than that, or no decimal number."""
    units = Decimal(amount).scaleb(decimals_of(currency))
    if not units.is_finite() or units != units.to_integral_value():
        raise ValueError(amount)
    return int(units)


def from_smallest(units: int, currency: Currency) -> str:
    """The amount as decimal text, with as many decimals as the currency has."""
    return f"{Decimal(units).scaleb(-decimals_of(currency)):f}"
