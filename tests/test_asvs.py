"""The table of ASVS 5.0.0 is whole, and what it names is there."""

import re
from collections import Counter
from pathlib import Path

import pytest

TABLE = Path("docs/security/asvs.md")
STATES = {"met", "outside", "n/a", "not met"}
# How many requirements of level 1 and of level 2 each section has; they are numbered from 1 on, level 1 first.
SECTIONS: dict[str, tuple[int, int]] = {
    **{"1.1": (0, 2), "1.2": (5, 4), "1.3": (2, 9), "1.4": (0, 3), "1.5": (1, 1)},
    **{"2.1": (1, 2), "2.2": (2, 1), "2.3": (1, 3), "2.4": (0, 1)},
    **{"3.2": (2, 0), "3.3": (1, 3), "3.4": (2, 4), "3.5": (3, 2), "3.7": (0, 2)},
    **{"4.1": (1, 2), "4.2": (0, 1), "4.3": (0, 2), "4.4": (1, 3)},
    **{"5.1": (0, 1), "5.2": (2, 1), "5.3": (2, 0), "5.4": (0, 3)},
    **{"6.1": (1, 2), "6.2": (8, 4), "6.3": (2, 2), "6.4": (2, 2), "6.5": (0, 5), "6.6": (0, 3), "6.8": (0, 4)},
    **{"7.1": (0, 3), "7.2": (4, 0), "7.3": (0, 2), "7.4": (2, 3), "7.5": (0, 2), "7.6": (0, 2)},
    **{"8.1": (1, 1), "8.2": (2, 1), "8.3": (1, 0), "8.4": (0, 1)},
    **{"9.1": (3, 0), "9.2": (1, 3)},
    **{"10.1": (0, 2), "10.2": (0, 2), "10.3": (0, 4), "10.4": (5, 6), "10.5": (0, 5), "10.6": (0, 2), "10.7": (0, 3)},
    **{"11.1": (0, 2), "11.2": (0, 3), "11.3": (2, 1), "11.4": (1, 3), "11.5": (0, 1), "11.6": (0, 1)},
    **{"12.1": (1, 2), "12.2": (2, 0), "12.3": (0, 4)},
    **{"13.1": (0, 1), "13.2": (0, 5), "13.3": (0, 2), "13.4": (1, 4)},
    **{"14.1": (0, 2), "14.2": (1, 3), "14.3": (1, 2)},
    **{"15.1": (1, 2), "15.2": (1, 2), "15.3": (1, 6)},
    **{"16.1": (0, 1), "16.2": (0, 5), "16.3": (0, 4), "16.4": (0, 3), "16.5": (0, 3)},
    **{"17.1": (0, 1), "17.2": (0, 4), "17.3": (0, 2)},
}
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+?) \| (.+?) \| (.*?) \| ?(.*?) ?\|$")
PATH = re.compile(r"`((?:matchmaker|frontend|tests|docs)/[^`]+|[A-Z]+\.md)`")


def rows() -> list[tuple[str, ...]]:
    lines = TABLE.read_text("utf-8").splitlines()
    found = [ROW.match(line) for line in lines if re.match(r"\| \d", line)]
    assert None not in found
    return [row.groups() for row in found if row]


def requirements() -> dict[str, str]:
    """Each number of levels 1 and 2, with its level."""
    return {
        f"{section}.{number}": "1" if number <= first else "2"
        for section, (first, second) in SECTIONS.items()
        for number in range(1, first + second + 1)
    }


def test_every_requirement_of_both_levels_stands_there_once() -> None:
    told = [(number, level) for number, level, *_ in rows()]

    assert Counter(requirements().values()) == {"1": 70, "2": 183}
    assert sorted(told) == sorted(requirements().items())


def test_every_state_is_one_of_four_and_has_its_reason() -> None:
    assert {row[3] for row in rows()} == STATES
    assert [row[0] for row in rows() if not row[4].strip()] == []


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row[0]))
def test_what_a_row_names_is_there(row: tuple[str, ...]) -> None:
    for named in PATH.findall(f"{row[4]} {row[5]}"):
        path, _, test = named.partition("::")
        assert Path(path).exists(), named
        assert not test or f"def {test}(" in Path(path).read_text("utf-8"), named
