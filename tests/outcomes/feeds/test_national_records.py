"""Records for the national database: a file in its columns, and marks on what it has taken over."""

import io
from typing import Any

import openpyxl
import pytest
from support import Api

from matchmaker.outcomes.feeds.national.service import count_taken_over

DAY = "2026-03-01"


@pytest.fixture
def postings(api: Api, owner: int) -> list[int]:
    """Two published technologies and a draft."""
    published = [api.published("technology", owner, title=title)["id"] for title in ("=1+1", "Lò hơi")]
    return [*published, api.technology(owner)["id"]]


def marks(*names: str, day: str | None = DAY, number: str = "") -> dict[str, Any]:
    return {"records": [{"name": name, "number": number} for name in names], "taken_over_on": day}


def test_marks_are_set_singly_and_in_bulk_and_counted(api: Api, postings: list[int]) -> None:
    names = [f"technology/{number}" for number in postings[:2]]
    api.call("PUT", "/national-records/marks", json=marks(names[0], number="VN-2026-17"))
    api.call("PUT", "/national-records/marks", json=marks(*names))

    found = api.get("/national-records", state="taken_over")

    assert found["taken_over"] == found["total"] == 2
    assert {one["name"]: one["number"] for one in found["items"]} == {names[0]: "VN-2026-17", names[1]: ""}
    with api.database.session(writes=False) as session:
        assert count_taken_over(session) == 2


def test_a_mark_is_taken_back(api: Api, postings: list[int]) -> None:
    name = f"technology/{postings[0]}"
    api.call("PUT", "/national-records/marks", json=marks(name))
    api.call("PUT", "/national-records/marks", json=marks(name, day=None))

    assert [one["taken_over_on"] for one in api.get("/national-records")["items"]] == [None, None]


def test_what_was_taken_over_counts_after_it_was_withdrawn(api: Api, postings: list[int]) -> None:
    api.call("PUT", "/national-records/marks", json=marks(f"technology/{postings[0]}"))
    api.move(postings[0], "closed")

    (kept,) = api.get("/national-records", state="taken_over")["items"]

    assert (kept["published"], kept["taken_over_on"]) == (False, DAY)


@pytest.mark.parametrize("index", [2, 3])
def test_only_what_was_published_is_marked(api: Api, postings: list[int], index: int) -> None:
    name = f"technology/{[*postings, 999_999][index]}"

    assert api.refused("PUT", "/national-records/marks", json=marks(name)) == (404, "record_not_found")


def test_nothing_is_taken_over_tomorrow(api: Api, postings: list[int]) -> None:
    sent = marks(f"technology/{postings[0]}", day="2999-01-01")

    assert api.refused("PUT", "/national-records/marks", json=sent) == (400, "day_not_come")


def test_a_file_has_the_columns_that_an_organiser_wants(api: Api, postings: list[int]) -> None:
    api.call("PUT", "/national-records/marks", json=marks(f"technology/{postings[1]}", number="VN-1"))
    columns = [
        {"header": "Số", "field": "number"},
        {"header": "Tên", "field": "title_vi"},
        {"header": "Nguồn", "fixed": "Sở KH&CN Hải Phòng"},
    ]
    assert api.call("PUT", "/national-records/mapping", json={"version": 0, "columns": columns}).json()["version"] == 1

    told = api.get("/national-records/export", form="json")
    workbook = openpyxl.load_workbook(io.BytesIO(api.call("GET", "/national-records/export").content))
    cells = list(workbook.active.iter_rows(values_only=True))

    assert told == [
        {"Số": "", "Tên": "=1+1", "Nguồn": "Sở KH&CN Hải Phòng"},
        {"Số": "VN-1", "Tên": "Lò hơi", "Nguồn": "Sở KH&CN Hải Phòng"},
    ]
    assert cells[0] == ("Số", "Tên", "Nguồn")
    assert [row[1] for row in cells[1:]] == ["'=1+1", "Lò hơi"]


def test_a_file_tells_no_more_than_the_public_reads(api: Api, owner: int) -> None:
    api.published("technology", owner, visibility="teaser", description="kín", keywords=["mật"])

    (row,) = api.get("/national-records/export", form="json", state="waiting")

    assert (row["Tên công nghệ"] != "", row["Mô tả"], row["Từ khóa"]) == (True, "", "")


def test_columns_changed_by_somebody_else_are_not_overwritten(api: Api) -> None:
    columns = [{"header": "Tên", "field": "title_vi"}]
    api.call("PUT", "/national-records/mapping", json={"version": 0, "columns": columns})

    stale = api.refused("PUT", "/national-records/mapping", json={"version": 0, "columns": columns})
    twice = api.refused("PUT", "/national-records/mapping", json={"version": 1, "columns": columns * 2})

    assert (stale, twice) == ((409, "version_stale"), (400, "header_twice"))


def test_records_are_for_organisers(api: Api, owner: int) -> None:
    for path in ("/national-records", "/national-records/export", "/national-records/mapping"):
        assert api.refused("GET", path, owner) == (403, "organiser_only")
