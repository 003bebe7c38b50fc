"""Headers of import files are matched in either language, however they are spelled."""

import time

import pytest

from matchmaker.catalogue.headers import (
    FIELDS_NEED,
    FIELDS_TECHNOLOGY,
    Kind,
    columns_of,
    match_headers,
    unknown_headers,
)
from matchmaker.catalogue.models import Kind as PostingKind
from matchmaker.catalogue.translations import match_translations
from matchmaker.kit.text import fold


def test_fields_of_technologies() -> None:
    assert [column.field for column in FIELDS_TECHNOLOGY] == [
        *("key", "organisation", "language", "title", "summary", "description", "advantages", "requirements"),
        *("sectors", "keywords", "trl", "ip_status", "cooperation", "price_min", "price_max", "currency"),
        *("references", "region", "visibility", "expires_on", "title_en", "title_vi", "summary_en", "summary_vi"),
        *("description_en", "description_vi", "advantages_en", "advantages_vi", "requirements_en", "requirements_vi"),
    ]


def test_fields_of_needs() -> None:
    assert [column.field for column in FIELDS_NEED] == [
        *("key", "organisation", "language", "title", "problem", "tried", "success_measure", "sectors", "keywords"),
        *("trl_min", "budget_min", "budget_max", "currency", "deadline", "cooperation", "region", "visibility"),
        *("expires_on", "title_en", "title_vi", "problem_en", "problem_vi", "tried_en", "tried_vi"),
        *("success_measure_en", "success_measure_vi"),
    ]


@pytest.mark.parametrize("kind", ["technology", "need"])
@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_template_header_matches_its_field(kind: Kind, language: str) -> None:
    columns = columns_of(kind)
    headers = [column.header(language) for column in columns]

    assert match_headers(headers, kind) == {column.header(language): column.field for column in columns}


@pytest.mark.parametrize("kind", ["technology", "need"])
def test_no_two_fields_share_a_name(kind: Kind) -> None:
    owners: dict[str, str] = {}
    clashes = []

    for column in columns_of(kind):
        for name in (column.field, column.header_en, column.header_vi, *column.aliases):
            signature = "".join(filter(str.isalnum, fold(name)))
            if owners.setdefault(signature, column.field) != column.field:
                clashes.append(name)

    assert clashes == []


@pytest.mark.parametrize("kind", ["technology", "need"])
def test_every_column_is_fully_described(kind: Kind) -> None:
    for column in columns_of(kind):
        texts = (column.header_en, column.header_vi, column.help_en, column.help_vi)
        assert all(text.strip() for text in (*texts, column.example_en, column.example_vi))


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("TITLE", "title"),
        ("  ten_cong_nghe ", "title"),
        ("Tên công nghệ*", "title"),
        ("Title (EN)", "title_en"),
        ("title_vi", "title_vi"),
        ("Tên công nghệ (tiếng Anh)", "title_en"),
        ("price-MIN", "price_min"),
        ("Gia\u0301 tư\u0300", "price_min"),
        ("HINH THUC HOP TAC", "cooperation"),
        ("External reference", "key"),
    ],
)
def test_spelling_does_not_matter(header: str, expected: str) -> None:
    assert match_headers([header], "technology") == {header: expected}


def test_unknown_and_repeated_headers_are_reported() -> None:
    headers = ["Title", "Colour", "", "Tên công nghệ", "TRL"]

    assert match_headers(headers, "technology") == {"Title": "title", "TRL": "trl"}
    assert unknown_headers(headers, "technology") == ["Colour", "Tên công nghệ"]


def test_a_header_can_mean_something_else_in_the_other_kind() -> None:
    assert match_headers(["TRL"], "need") == {"TRL": "trl_min"}
    assert match_headers(["Problem"], "technology") == {}


def test_a_long_header_takes_no_time() -> None:
    started = time.process_time()

    assert match_translations(["_" * 100_000, "title (ko)"], PostingKind.NEED) == {"title (ko)": "title_ko"}
    assert time.process_time() - started < 5
