"""Exports and templates come back as they went out."""

from typing import Any

import pytest
from support import PUBLIC, Api, counted_statements

FORMS = ["csv", "xlsx", "jsonl"]
KINDS = ["technology", "need"]
ODD: dict[str, dict[str, Any]] = {
    "technology": {
        "title": "=1+1",
        "summary": 'Dòng một\nDòng "hai"; ba, bốn\tnăm',
        "description": "-5 °C",
        "advantages": "'@x",
        "references": "_x000D_ 🔋 مضخة",
        "keywords": ["a, b", "c"],
        "expires_on": "2099-12-31",
        "visibility": "teaser",
        "price_min": 0,
    },
    "need": {"title": "+84 225", "problem": "\\N null None", "deadline": "2099-01-02", "budget_min": None},
}


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_exported_is_imported_without_a_change(
    api: Api, owner: int, other: int, kind: str, form: str, language: str
) -> None:
    api.create(kind, owner, key="plain")
    api.create(kind, other, key="odd", **ODD[kind])
    translations = [{"language": "ko", "title": "두 언어"}, {"language": "vi", "title": "Hai ngôn ngữ"}]
    api.published(kind, owner, key="two", language="en", translations=translations)
    before = api.get("/postings")

    params = {"form": form, "language": language}
    exported = api.call("GET", f"/exports/{kind}", params=params).content
    job = api.load(kind, exported, f"export.{form}")

    result = job["result"]
    assert (result["rows"], result["unchanged"], result["headers_not_read"]) == (3, 3, [])
    assert api.get("/postings") == before


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", KINDS)
def test_a_template_can_be_imported_once_its_organisation_is_known(api: Api, kind: str, form: str) -> None:
    api.organisation(key="org-bach-dang-institute", name_vi="Viện Công nghệ Bạch Đằng")
    answers = []
    for language in ("vi", "en"):
        response = api.call("GET", f"/templates/{kind}", PUBLIC, params={"form": form, "language": language})
        job = api.load(kind, response.content, f"template.{form}")
        answers.append((job["result"]["created"] + job["result"]["updated"], api.answers(job["id"])[0]["errors"]))

    assert answers == [(1, []), (1, [])]


def test_an_export_holds_what_one_may_edit(api: Api, owner: int, other: int) -> None:
    for who in (owner, other):
        api.published("need", who, key=f"k-{who}")

    def keys(acting: Any) -> list[str]:
        lines = api.call("GET", "/exports/need", acting, params={"form": "csv", "language": "en"}).text.splitlines()
        return sorted(line.split(",")[0] for line in lines[1:])

    assert [keys(who) for who in (owner, other, PUBLIC, "organiser")] == [
        [f"k-{owner}"],
        [f"k-{other}"],
        [],
        [f"k-{owner}", f"k-{other}"],
    ]


def test_a_text_no_cell_can_hold_is_refused_in_a_workbook_only(api: Api, owner: int) -> None:
    api.technology(owner, description="x" * 40_000)

    found = {form: api.call("GET", "/exports/technology", owner, params={"form": form}) for form in FORMS}

    assert {form: answer.status_code for form, answer in found.items()} == {"csv": 200, "xlsx": 400, "jsonl": 200}
    assert found["xlsx"].json()["code"] == "cell_too_long"


def test_an_export_asks_the_database_as_often_for_three_as_for_one(api: Api, owner: int) -> None:
    counts = []
    for number in range(3):
        api.need(owner, key=f"k-{number}")
        with counted_statements(api.database) as sent:
            api.call("GET", "/exports/need", owner, params={"form": "jsonl"})
        counts.append(len(sent))

    assert counts[0] == counts[2]


def test_files_say_what_they_are(api: Api) -> None:
    answers = [api.call("GET", "/templates/need", PUBLIC, params={"form": form}) for form in FORMS]

    assert [(a.headers["content-type"], a.headers["content-disposition"]) for a in answers] == [
        ("text/csv; charset=utf-8", 'attachment; filename="need-template.csv"'),
        (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            'attachment; filename="need-template.xlsx"',
        ),
        ("application/x-ndjson", 'attachment; filename="need-template.jsonl"'),
    ]
    assert api.refused("GET", "/templates/need", params={"form": "ods"}) == (422, "malformed")
