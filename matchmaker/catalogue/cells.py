"""What people write into cells, as the values that the schemas take. Pure; a wrong value is left for the schema."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from matchmaker.catalogue.models import TEXT_FIELDS, Kind
from matchmaker.catalogue.taxonomy import Taxonomy

LISTS = {"sectors", "keywords", "cooperation"}
NUMBERS = {"trl", "trl_min", "price_min", "price_max", "budget_min", "budget_max"}
DATES = {"deadline", "expires_on"}
CODES = {"ip_status", "visibility", "language", "region"}

# A whole amount: thousands set off by one sign throughout, perhaps decimals that are nought behind the other one.
# Neither is longer than what a number can be read from.
_AMOUNT = re.compile(
    r"^(\d{1,20}|\d{1,3}(?P<sign>[., \u00a0\u2009\u202f])\d{3}(?:(?P=sign)\d{3}){0,5})(?:(?!(?P=sign))[.,]0{1,2})?$"
)
_LEVEL = re.compile(r"^trl\s*(\d)$", re.IGNORECASE)
_DAY_FIRST = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?: 0?0:00(?::00)?)?$")
_SERIAL = re.compile(r"^\d{5}(\.0+)?$")
# Day nought of spreadsheets, and the numbers that stand for the years 1954 to 2173; others are hardly meant as dates.
_DAY_NOUGHT = date(1899, 12, 30)
_SERIALS = range(20_000, 100_000)
_TRANSLATED = re.compile(r"^(\w+)_([a-z]{2,3})$")


def values_of_row(kind: Kind, cells: dict[str, Any], known: Taxonomy) -> dict[str, Any]:
    """Cells by field name as the values of a posting; empty cells are left out, translations put together.

    Sectors are ``known`` by their names.
    """
    values: dict[str, Any] = {}
    translations: dict[str, dict[str, Any]] = {}
    for name, cell in cells.items():
        if cell is None or (isinstance(cell, str) and not cell.strip()):
            continue
        if found := translated(kind, name):
            field, language = found
            translations.setdefault(language, {"language": language})[field] = str(cell)
        else:
            values[name] = value_of_cell(name, cell, known)
    if translations and "translations" not in values:
        values["translations"] = [text for _, text in sorted(translations.items())]
    return values


def translated(kind: Kind, name: str) -> tuple[str, str] | None:
    """Text and language of a translation's column, such as ``title_ko``; None for any other."""
    found = _TRANSLATED.match(name)
    return (found[1], found[2]) if found and found[1] in TEXT_FIELDS[kind] else None


def value_of_cell(name: str, cell: Any, known: Taxonomy) -> Any:
    """One cell's value: lists split, numbers and dates read as they are written in both languages."""
    if isinstance(cell, str):
        cell = cell.strip()
    if name in LISTS:
        return [_listed(name, item, known) for item in _items(cell)]
    if name in NUMBERS:
        return _number(cell)
    if name in DATES:
        return _date(cell)
    if name == "currency":
        return str(cell).upper()
    if name in CODES:
        return str(cell).lower()
    return cell if isinstance(cell, (list, dict)) else str(cell)


def _items(cell: Any) -> list[str]:
    parts = cell if isinstance(cell, list) else str(cell).split(";")
    return [str(part).strip() for part in parts if str(part).strip()]


def _listed(name: str, item: str, known: Taxonomy) -> str:
    if name == "sectors":
        return known.named(item) or item
    return item.lower().replace(" ", "_") if name == "cooperation" else item


def _number(cell: Any) -> Any:
    if isinstance(cell, bool):
        # A tick is no number, though it counts as one.
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    if isinstance(cell, str):
        if level := _LEVEL.match(cell):
            return int(level[1])
        if amount := _AMOUNT.match(cell):
            return int(re.sub(r"\D", "", amount[1]))
    return cell


def _date(cell: Any) -> Any:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, str) and _SERIAL.match(cell):
        cell = float(cell)
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        # A date in a cell that is not formatted as one.
        return _DAY_NOUGHT + timedelta(days=int(cell)) if cell in _SERIALS else str(cell)
    if isinstance(cell, str) and (found := _DAY_FIRST.match(cell)):
        day, month, year = map(int, found.groups())
        try:
            return date(year, month, day)
        except ValueError:
            return cell
    return cell
