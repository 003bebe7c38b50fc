"""An import over postings that are there: a row changes what it speaks of, and nothing else."""

from collections.abc import Callable
from typing import Any

import pytest
from support import Api

from matchmaker.catalogue.tables import write_csv, write_jsonl, write_xlsx

Write = Callable[[list[dict[str, Any]], list[str]], bytes]
FORMS: dict[str, Write] = {"csv": write_csv, "xlsx": write_xlsx, "jsonl": write_jsonl}
EVERY_FORM = pytest.mark.parametrize("form", FORMS)

ENGLISH = {"language": "en", "title": "Flue gas heat recovery", "summary": "Heat pipes take back heat."}
KOREAN = {"language": "ko", "title": "배기가스 열 회수"}
OWN = ("version", "updated_at", "editing")


@pytest.fixture
def posting(api: Api, owner: int) -> Any:
    """A technology with every field filled and two translations."""
    return api.technology(
        owner, key="t-1", visibility="teaser", expires_on="2099-12-31", translations=[ENGLISH, KOREAN]
    )


def load(api: Api, form: str, owner: int, row: dict[str, Any], **options: Any) -> Any:
    """Import one row with exactly these columns; the job's result."""
    data = FORMS[form]([row], list(row))
    job = api.run(
        api.start_import("technology", data, f"rows.{form}", owner, **{"dry_run": False, **options}).json()["id"]
    )
    assert job["state"] == "done", job
    return job["result"] | {"errors": api.answers(job["id"])[0]["errors"]}


def shown(api: Api, posting: Any) -> dict[str, Any]:
    """A posting as it is now, without what every change changes."""
    return {name: value for name, value in api.get(f"/postings/{posting['id']}").items() if name not in OWN}


def texts(api: Api, posting: Any) -> dict[str, dict[str, str]]:
    """The translations of a posting by language, without what is empty."""
    found = api.get(f"/postings/{posting['id']}")["translations"]
    return {text.pop("language"): {name: value for name, value in text.items() if value} for text in found}


# --- columns -----------------------------------------------------------------------------------------


@EVERY_FORM
def test_columns_that_a_file_lacks_leave_their_fields_alone(api: Api, owner: int, posting: Any, form: str) -> None:
    before = shown(api, posting)

    result = load(api, form, owner, {"key": "t-1", "title": "Tên mới", "trl": 9})

    assert (result["updated"], result["errors"]) == (1, [])
    assert shown(api, posting) == before | {"title": "Tên mới", "trl": 9}


@EVERY_FORM
def test_a_file_need_not_repeat_the_title(api: Api, owner: int, posting: Any, form: str) -> None:
    before = shown(api, posting)

    result = load(api, form, owner, {"key": "t-1", "trl": 9})

    assert result["updated"] == 1
    assert shown(api, posting) == before | {"trl": 9}


@EVERY_FORM
def test_an_empty_cell_clears_its_field(api: Api, owner: int, posting: Any, form: str) -> None:
    before = shown(api, posting)
    cleared: dict[str, Any] = {
        "summary": "",
        "trl": None,
        "sectors": [],
        "keywords": [],
        "cooperation": [],
        "price_min": None,
        "currency": None,
        "region": None,
        "expires_on": None,
        "ip_status": None,
    }

    result = load(api, form, owner, {"key": "t-1", "visibility": None, **cleared})

    assert result["updated"] == 1
    assert shown(api, posting) == before | cleared | {"visibility": "public"}


@EVERY_FORM
def test_an_empty_title_is_wrong_for_any_posting(api: Api, owner: int, posting: Any, form: str) -> None:
    before = shown(api, posting)

    results = [load(api, form, owner, {"key": key, "title": ""}) for key in ("t-1", "t-2")]

    assert [result["errors"] for result in results] == [[{"field": "title", "code": "missing", "params": {}}]] * 2
    assert shown(api, posting) == before


@EVERY_FORM
def test_a_new_posting_needs_its_title(api: Api, owner: int, form: str) -> None:
    result = load(api, form, owner, {"key": "new", "trl": 9})

    assert result["errors"] == [{"field": "title", "code": "missing", "params": {}}]


@pytest.mark.parametrize("dry_run", [True, False])
@EVERY_FORM
def test_what_changes_nothing_is_unchanged(api: Api, owner: int, posting: Any, form: str, dry_run: bool) -> None:
    before = api.get(f"/postings/{posting['id']}")

    result = load(api, form, owner, {"key": "t-1", "trl": 8, "title_en": ENGLISH["title"]}, dry_run=dry_run)

    assert (result["unchanged"], api.get(f"/postings/{posting['id']}")) == (1, before)


@pytest.mark.parametrize(
    ("row", "status"),
    [({"trl": 9}, "updated"), ({"summary": ""}, "updated"), ({"trl": 8}, "unchanged"), ({"trl": 10}, "rejected")],
)
@EVERY_FORM
def test_a_dry_run_tells_what_writing_will_do(
    api: Api, owner: int, posting: Any, form: str, row: dict[str, Any], status: str
) -> None:
    told, done, again = (load(api, form, owner, {"key": "t-1", **row}, dry_run=dry) for dry in (True, False, False))

    assert (told[status], done[status]) == (1, 1)
    assert again["rejected" if status == "rejected" else "unchanged"] == 1


def test_a_row_is_judged_with_what_is_kept(api: Api, owner: int, posting: Any) -> None:
    result = load(api, "csv", owner, {"key": "t-1", "price_min": 600_000_000})

    assert [(error["field"], error["code"]) for error in result["errors"]] == [("", "value_error")]


def test_lines_may_speak_of_different_fields(api: Api, owner: int) -> None:
    for key in ("a", "b"):
        api.technology(owner, key=key)

    api.load("technology", write_jsonl([{"key": "a", "trl": 1}, {"key": "b", "region": None}]), "rows.jsonl", owner)

    found = {item["key"]: (item["trl"], item["region"]) for item in api.get("/postings", owner)["items"]}
    assert found == {"a": (1, "hai-phong"), "b": (8, None)}


# --- languages ---------------------------------------------------------------------------------------


@EVERY_FORM
def test_one_language_leaves_the_others_alone(api: Api, owner: int, posting: Any, form: str) -> None:
    load(api, form, owner, {"key": "t-1", "title (en)": "Heat from flue gas", "title (ja)": "排熱回収"})

    assert texts(api, posting) == {
        "en": {"title": "Heat from flue gas", "summary": ENGLISH["summary"]},
        "ja": {"title": "排熱回収"},
        "ko": {"title": KOREAN["title"]},
    }


@EVERY_FORM
def test_a_translation_without_a_title_is_gone(api: Api, owner: int, posting: Any, form: str) -> None:
    load(api, form, owner, {"key": "t-1", "title_en": "", "summary_en": ""})

    assert list(texts(api, posting)) == ["ko"]


@pytest.mark.parametrize(
    ("row", "place"), [({"summary_ja": "要約"}, 1), ({"title_en": "", "summary_en": "Only this"}, 0)]
)
def test_text_without_a_title_is_not_lost_silently(
    api: Api, owner: int, posting: Any, row: dict[str, str], place: int
) -> None:
    result = load(api, "csv", owner, {"key": "t-1", **row})

    assert [(error["field"], error["code"]) for error in result["errors"]] == [
        (f"translations.{place}.title", "missing")
    ]
    assert list(texts(api, posting)) == ["en", "ko"]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ([{"language": "en", "title": "New"}], {"en": ("New", ENGLISH["summary"]), "ko": (KOREAN["title"], None)}),
        ([{"language": "en", "summary": ""}], {"en": (ENGLISH["title"], None), "ko": (KOREAN["title"], None)}),
        ([], {}),
        (None, {}),
    ],
)
def test_translations_as_a_list(api: Api, owner: int, posting: Any, listed: Any, expected: Any) -> None:
    results = [load(api, "jsonl", owner, {"key": "t-1", "translations": listed}) for _ in range(2)]

    assert {code: (text["title"], text.get("summary")) for code, text in texts(api, posting).items()} == expected
    assert [result["updated"] for result in results] == [1, 0]


@pytest.mark.parametrize("listed", ["x", {"en": {}}, [1], [{"title": "x"}], [{"language": "en", "titel": "x"}]])
def test_translations_that_are_none_are_told(api: Api, owner: int, posting: Any, listed: Any) -> None:
    result = load(api, "jsonl", owner, {"key": "t-1", "translations": listed})

    assert (result["rejected"], list(texts(api, posting))) == (1, ["en", "ko"])


def test_a_language_corrected(api: Api, owner: int) -> None:
    posting = api.technology(owner, key="w", title="Filed under the wrong language")

    load(api, "csv", owner, {"key": "w", "language": "en"})

    found = api.get(f"/postings/{posting['id']}")
    assert (found["language"], found["title"], found["translations"]) == ("en", posting["title"], [])


@pytest.mark.parametrize("row", [{}, {"title_vi": "Tên cũ"}])
def test_two_languages_change_places(api: Api, owner: int, posting: Any, row: dict[str, str]) -> None:
    load(api, "csv", owner, {"key": "t-1", "language": "en", **row})

    found = api.get(f"/postings/{posting['id']}")
    assert (found["language"], found["title"], found["summary"]) == ("en", ENGLISH["title"], ENGLISH["summary"])
    expected = {"title": row.get("title_vi", posting["title"]), "summary": posting["summary"]}
    assert {name: texts(api, posting)["vi"][name] for name in expected} == expected


@pytest.mark.parametrize(
    ("row", "codes", "title"),
    [
        ({"title_vi": "Tên mới"}, [], "Tên mới"),
        ({"title": "Tên mới", "title_vi": ""}, [], "Tên mới"),
        ({"title": "Tên mới", "title_vi": "Tên mới"}, [], "Tên mới"),
        ({"title": "Tên mới", "title_vi": "Tên khác"}, ["language_twice"], None),
    ],
)
def test_a_translation_into_the_postings_own_language(
    api: Api, owner: int, posting: Any, row: dict[str, str], codes: list[str], title: str | None
) -> None:
    result = load(api, "csv", owner, {"key": "t-1", **row})

    assert [error["code"] for error in result["errors"]] == codes
    assert api.get(f"/postings/{posting['id']}")["title"] == (title or posting["title"])
