"""What people and spreadsheets write into cells."""

import datetime
from typing import Any

import pytest

from matchmaker.catalogue.cells import value_of_cell
from matchmaker.catalogue.taxonomy import shipped


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1500000", 1_500_000),
        ("1.500.000", 1_500_000),
        ("1,500,000", 1_500_000),
        ("1 500\u202f000", "1 500\u202f000"),
        ("1\u00a0500\u00a0000", 1_500_000),
        ("1\u202f500\u202f000", 1_500_000),
        ("1.500.000,00", 1_500_000),
        ("1,500,000.0", 1_500_000),
        ("1500000,00", 1_500_000),
        ("1.500", 1500),
        ("1.500,000", "1.500,000"),
        ("1.500.00", "1.500.00"),
        ("12.345,67", "12.345,67"),
        ("2,5", "2,5"),
        (1_500_000.0, 1_500_000),
        (2.5, 2.5),
        (True, "True"),
    ],
)
def test_amounts(cell: Any, value: Any) -> None:
    assert value_of_cell("price_min", cell, shipped()) == value


@pytest.mark.parametrize("cell", ["9" * 5000, "1" + ".000" * 2000])
def test_a_number_without_an_end_is_left_for_the_schema(cell: str) -> None:
    assert value_of_cell("price_min", cell, shipped()) == cell


@pytest.mark.parametrize("cell", ["7", "7,0", "7.0", "TRL 7", 7, 7.0])
def test_levels(cell: Any) -> None:
    assert value_of_cell("trl", cell, shipped()) in (7, "7")


LAST = datetime.date(2026, 12, 31)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("31/12/2026", LAST),
        ("31-12-2026", LAST),
        ("31/12/2026 0:00", LAST),
        ("31/12/2026 00:00:00", LAST),
        (46387, LAST),
        (46387.0, LAST),
        ("46387", LAST),
        (datetime.datetime(2026, 12, 31, 9), LAST),
        ("2026-12-31", "2026-12-31"),
        ("31/02/2026", "31/02/2026"),
        (46387.5, "46387.5"),
        (7, "7"),
        (float("inf"), "inf"),
    ],
)
def test_dates(cell: Any, value: Any) -> None:
    assert value_of_cell("expires_on", cell, shipped()) == value
