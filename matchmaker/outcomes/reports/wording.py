"""How a report says numbers, days and parts in a language."""

import tomllib
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from matchmaker.agenda.models import Language
from matchmaker.outcomes.indicators.counting import Number
from matchmaker.outcomes.indicators.definitions import Unit


@lru_cache
def words_of(language: Language) -> dict[str, Any]:
    """All words of reports in a language."""
    found: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))[language]
    return found


def say_number(value: Number, language: Language, decimals: int = 2) -> str:
    """A number with the signs of the language: 1.234,5 in Vietnamese, 1,234.5 in English."""
    text = f"{round(value, decimals):,.{decimals}f}"
    whole, _, rest = text.partition(".")
    rest = rest.rstrip("0")
    if language == "vi":
        return whole.replace(",", ".") + ("," + rest if rest else "")
    return whole + ("." + rest if rest else "")


def say_value(value: Number | None, unit: Unit, language: Language) -> str:
    """A figure with its unit; in words where there is none."""
    if value is None:
        return str(words_of(language)["none"])
    if unit is Unit.SHARE:
        return f"{say_number(value * 100, language, 1)} %"
    name = words_of(language)["units"][unit.value]
    return f"{say_number(value, language)} {name}".strip()


def say_day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def say_month(month: str) -> str:
    """A month as ``11/2026``."""
    year, number = month.split("-")
    return f"{number}/{year}"


def say_span(first: date, last: date, language: Language) -> str:
    """One day, or from the first to the last."""
    words = words_of(language)
    form = words["on_day"] if first == last else words["from_to"]
    return str(form.format(first=say_day(first), last=say_day(last)))
