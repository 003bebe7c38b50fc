"""Imports: every row answered, good rows in, bad ones told field by field, twice the same as once."""

import io
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import col, func, select
from support import CONTENT, PUBLIC, Api

from matchmaker.catalogue.headers import columns_of
from matchmaker.catalogue.importing import ImportRow
from matchmaker.catalogue.models import Posting
from matchmaker.catalogue.tables import write_csv, write_jsonl, write_xlsx
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.jobs.service import run_job
from matchmaker.kit.jobs.workers import requeue_stale
from matchmaker.services import Services
from matchmaker.settings import Settings

ROWS: list[dict[str, Any]] = [
    {"key": "t-1", "title": "Bơm nhiệt nước nóng", "trl": "8", "sectors": "energy-efficiency.heat-recovery"},
    {"key": "t-2", "title": "Màng lọc nước thải", "trl": "TRL 7", "cooperation": "licence;service"},
    {"key": "t-3", "title": "Pin lưu trữ", "price_min": "1.500.000", "currency": "vnd", "expires_on": "31/12/2099"},
]
COLUMNS = ["key", "title", "trl", "sectors", "cooperation", "price_min", "currency", "expires_on"]
NONE = {"created": 0, "updated": 0, "unchanged": 0, "rejected": 0}


def table(rows: list[dict[str, Any]], columns: list[str] | None = None) -> bytes:
    """Rows as CSV."""
    return write_csv(rows, columns or COLUMNS)


def counts(job: Any) -> dict[str, int]:
    """How many rows of a finished import have which answer."""
    assert job["state"] == "done", job
    return {name: job["result"][name] for name in NONE}


def titles(api: Api) -> list[str]:
    """The titles of all postings, sorted."""
    return sorted(item["title"] for item in api.get("/postings", limit=200)["items"])


# --- what becomes of the rows ------------------------------------------------------------------------


def test_a_dry_run_is_the_default_and_writes_nothing(api: Api, owner: int) -> None:
    job = api.run(api.start_import("technology", table(ROWS), acting=owner).json()["id"])

    assert counts(job) == NONE | {"created": 3}
    assert (job["result"]["dry_run"], job["result"]["rows"], job["done"], job["total"]) == (True, 3, 3, 3)
    assert titles(api) == []


def test_good_rows_become_drafts_of_the_organisation(api: Api, owner: int) -> None:
    job = api.load("technology", table(ROWS), acting=owner)

    assert counts(job) == NONE | {"created": 3}
    answers = api.answers(job["id"])
    shown = [api.get(f"/postings/{answer['posting_id']}") for answer in answers]
    assert [(a["number"], a["status"], a["errors"]) for a in answers] == [(n, "created", []) for n in (2, 3, 4)]
    assert [(p["key"], p["state"], p["organisation_id"]) for p in shown] == [
        ("t-1", "draft", owner),
        ("t-2", "draft", owner),
        ("t-3", "draft", owner),
    ]
    assert [p["trl"] for p in shown] == [8, 7, None]
    assert (shown[0]["sectors"], shown[1]["cooperation"]) == (
        ["energy-efficiency.heat-recovery"],
        ["licence", "service"],
    )
    assert (shown[2]["price_min"], shown[2]["currency"], shown[2]["expires_on"]) == (1_500_000, "VND", "2099-12-31")


def test_an_organiser_may_publish_what_is_new(api: Api, owner: int) -> None:
    job = api.load("technology", table(ROWS), organisation_id=owner, publish=True)

    items = api.get("/postings", PUBLIC)["items"]
    assert [item["state"] for item in items] == ["published"] * 3
    steps = api.get(f"/postings/{api.answers(job['id'])[0]['posting_id']}/history")
    assert [(step["to_state"], step["actor"], step["reasons"]) for step in steps] == [
        ("submitted", "organiser", ["imported"]),
        ("published", "organiser", ["imported"]),
    ]


def test_what_was_published_is_found_when_the_job_has_ended(api: Api, owner: int) -> None:
    api.load("technology", table(ROWS), organisation_id=owner, publish=True)

    hits = api.get("/search", PUBLIC, q="màng lọc nước thải")["items"]

    assert hits[0]["posting"]["key"] == "t-2"


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("kind", ["technology", "need"])
def test_headers_in_both_languages(api: Api, owner: int, kind: str, language: str) -> None:
    names = {column.field: column.header(language) for column in columns_of(kind)}  # type: ignore[arg-type]
    row = {names[field]: value for field, value in CONTENT[kind].items()} | {names["title_en"]: "A title"}

    job = api.load(kind, table([row], list(row)), acting=owner)

    shown = api.get(f"/postings/{api.answers(job['id'])[0]['posting_id']}")
    assert {name: shown[name] for name in CONTENT[kind]} == CONTENT[kind]
    assert [(text["language"], text["title"]) for text in shown["translations"]] == [("en", "A title")]
    assert job["result"]["headers_not_read"] == []


def test_headers_that_are_not_read_are_told(api: Api, owner: int) -> None:
    job = api.load("technology", table([{"title": "Bơm", "Màu sắc": "đỏ"}], ["title", "Màu sắc"]), acting=owner)

    assert (counts(job), job["result"]["headers_not_read"]) == (NONE | {"created": 1}, ["Màu sắc"])


def test_wrong_cells_are_told_by_row_and_field(api: Api, owner: int) -> None:
    wrong = {"key": "w-1", "title": "", "trl": "12", "currency": "gold", "expires_on": "31/02/2027"}
    sector = {"key": "w-2", "title": "Bơm", "sectors": "no-such"}

    job = api.load("technology", table([ROWS[0], wrong, sector]), acting=owner)

    assert counts(job) == NONE | {"created": 1, "rejected": 2}
    rejected = api.answers(job["id"], status="rejected")
    assert [(answer["number"], answer["posting_id"]) for answer in rejected] == [(3, None), (4, None)]
    assert [[(error["field"], error["code"]) for error in answer["errors"]] for answer in rejected] == [
        [
            ("currency", "enum"),
            ("expires_on", "date_from_datetime_parsing"),
            ("title", "missing"),
            ("trl", "less_than_equal"),
        ],
        [("sectors", "sector_unknown")],
    ]
    assert rejected[0]["errors"][3]["params"] == {"le": 9}
    assert titles(api) == ["Bơm nhiệt nước nóng"]


@pytest.mark.parametrize(
    ("written", "acting", "code"),
    [
        ("ben-binh", "organiser", None),
        ("VIỆN CƠ KHÍ BẾN BÍNH", "organiser", None),
        ("Vie\u0323\u0302n Cơ khí Bến Bính", "organiser", None),
        ("Không ai biết", "organiser", "organisation_not_found"),
        ("", "organiser", "organisation_missing"),
        ("ben-binh", "other", "not_your_organisation"),
    ],
)
def test_a_row_may_name_its_organisation(
    api: Api, owner: int, other: int, written: str, acting: str, code: str | None
) -> None:
    data = table([{"title": "Bơm", "organisation": written}], ["title", "organisation"])

    job = api.load("technology", data, acting=other if acting == "other" else acting)

    errors = [(error["field"], error["code"]) for error in api.answers(job["id"])[0]["errors"]]
    assert errors == ([("organisation", code)] if code else [])
    found = [item["organisation_id"] for item in api.get("/postings")["items"]]
    assert found == ([] if code else [owner])


@pytest.mark.parametrize("gap", [0, 600], ids=["near", "far"])
def test_a_key_twice_in_a_file(api: Api, owner: int, gap: int) -> None:
    between = [{"key": f"b-{number}", "title": "x"} for number in range(gap)]
    rows = [{"key": "k", "title": "Một"}, *between, {"key": "k", "title": "Hai"}]

    jobs = [api.load("need", table(rows), acting=owner), api.load("need", table(rows), acting=owner)]

    assert [counts(job)["rejected"] for job in jobs] == [1, 1]
    assert [counts(job)["unchanged"] for job in jobs] == [0, gap + 1]
    answer = api.answers(jobs[0]["id"], status="rejected")[0]
    assert (answer["number"], answer["errors"]) == (
        gap + 3,
        [{"field": "key", "code": "key_twice_in_file", "params": {"key": "k"}}],
    )


# --- again -------------------------------------------------------------------------------------------


def test_the_same_file_twice_changes_nothing(api: Api, owner: int) -> None:
    data = table([*ROWS, {"title": "Ohne Schlüssel"}])
    api.load("technology", data, acting=owner)
    before = api.get("/postings")

    job = api.load("technology", data, acting=owner)

    assert counts(job) == NONE | {"unchanged": 4}
    assert api.get("/postings") == before


def test_rows_without_a_key_are_known_by_their_content_in_any_format(api: Api, owner: int) -> None:
    rows = [{"title": "Bơm nhiệt", "trl": 8}]
    api.load("technology", write_csv(rows, ["title", "trl"]), acting=owner)

    found = [
        counts(api.load("technology", write_xlsx(rows, ["title", "trl"]), "rows.xlsx", owner)),
        counts(api.load("technology", write_jsonl(rows), "rows.jsonl", owner)),
    ]

    assert found == [NONE | {"unchanged": 1}] * 2


def test_a_changed_row_updates_its_posting(api: Api, owner: int) -> None:
    first = api.load("technology", table(ROWS), acting=owner)
    changed = [ROWS[0] | {"trl": "9"}, *ROWS[1:]]

    job = api.load("technology", table(changed), acting=owner)

    assert counts(job) == NONE | {"updated": 1, "unchanged": 2}
    assert [a["posting_id"] for a in api.answers(job["id"])] == [a["posting_id"] for a in api.answers(first["id"])]
    shown = api.get(f"/postings/{api.answers(job['id'])[0]['posting_id']}")
    assert (shown["trl"], shown["version"]) == (9, 2)


@pytest.mark.parametrize(("acting", "state"), [("owner", "submitted"), ("organiser", "published")])
def test_what_an_owner_imports_over_a_published_posting_is_reviewed(
    api: Api, owner: int, acting: str, state: str
) -> None:
    posting = api.published("technology", owner, key="t-1")
    who = owner if acting == "owner" else acting

    api.load("technology", table(ROWS[:1]), acting=who, organisation_id=owner)

    shown = api.get(f"/postings/{posting['id']}")
    assert (shown["state"], shown["title"]) == (state, ROWS[0]["title"])


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_rejected_rows_are_mended_and_sent_again(api: Api, owner: int, form: str) -> None:
    data = table([ROWS[0], ROWS[1] | {"trl": "70"}, ROWS[2] | {"title": ""}])
    first = api.load("technology", data, acting=owner)

    response = api.call("GET", f"/imports/{first['id']}/rejected", owner, params={"form": form})
    again = api.load("technology", response.content, f"rejected.{form}", owner)
    mended = response.content.replace(b"70", b"7") if form != "xlsx" else None

    assert response.headers["content-disposition"] == f'attachment; filename="rejected-{first["id"]}.{form}"'
    assert (counts(first)["rejected"], counts(again)) == (2, NONE | {"rejected": 2})
    assert again["result"]["headers_not_read"] == ["errors"]
    if mended:
        assert counts(api.load("technology", mended, f"m.{form}", owner)) == NONE | {"created": 1, "rejected": 1}


def test_rejected_lines_keep_what_only_they_have(api: Api, owner: int) -> None:
    data = write_jsonl([{"title": "Bơm"}, {"title": "Màng", "trl": 70, "note": "giữ"}])
    job = api.load("technology", data, "rows.jsonl", owner)

    lines = api.call("GET", f"/imports/{job['id']}/rejected", owner, params={"form": "jsonl"}).content

    assert lines == write_jsonl([{"title": "Màng", "trl": 70, "note": "giữ", "errors": "trl: less_than_equal"}])


# --- whose import it is ------------------------------------------------------------------------------


def test_who_may_import(api: Api, owner: int, other: int) -> None:
    def code(acting: Any, **form: Any) -> Any:
        return api.start_import("technology", table(ROWS), acting=acting, **form).json().get("code")

    assert code(PUBLIC) == "not_your_organisation"
    assert code(owner, publish=True) == "organiser_only"
    assert code(owner, organisation_id=other) == "not_your_organisation"
    assert code(owner, organisation_id=owner) is None


def test_an_import_is_seen_by_who_asked_and_by_organisers(api: Api, owner: int, other: int) -> None:
    job_id = api.load("technology", table(ROWS), acting=owner)["id"]

    for what in ("rows", "rejected"):
        path = f"/imports/{job_id}/{what}"
        assert api.refused("GET", path, other) == (404, "import_not_found")
        assert api.refused("GET", path, PUBLIC) == (403, "not_your_organisation")
        assert [api.call("GET", path, who).status_code for who in (owner, "organiser")] == [200, 200]
    assert api.refused("GET", "/imports/999/rows") == (404, "job_not_found")


# --- files that are not what they should be ----------------------------------------------------------


def zip_bomb() -> bytes:
    """A workbook whose sheet unpacks to sixty megabytes of nothing."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 60 * 2**20)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (write_xlsx(ROWS, COLUMNS)[:-300], "rows.xlsx", "file_damaged"),
        (zip_bomb(), "rows.xlsx", "archive_too_large"),
        (b"\x89PNG\r\n\x1a\n", "rows.csv", "format_unknown"),
        (table(ROWS), "rows.pdf", "format_unknown"),
        (b"\n\n  \n", "rows.csv", "file_empty"),
    ],
)
def test_a_file_that_cannot_be_read_fails_the_job(api: Api, owner: int, data: bytes, name: str, code: str) -> None:
    job = api.load("technology", data, name, owner)

    assert (job["state"], job["problem"]["code"]) == ("failed", code)
    assert titles(api) == []


def test_an_empty_file_is_refused_at_once(api: Api, owner: int) -> None:
    response = api.start_import("technology", b"", acting=owner)

    assert (response.status_code, response.json()["code"]) == (400, "file_empty")


def test_a_file_with_too_many_rows_fails_before_anything_is_written(api: Api, owner: int, settings: Settings) -> None:
    services: Services = api.app.state.services
    services.settings = settings.model_copy(update={"max_import_rows": 2})

    job = api.load("technology", table(ROWS), acting=owner)

    assert (job["state"], job["problem"]["code"], titles(api)) == ("failed", "too_many_rows", [])


def test_text_like_a_formula_is_kept_and_exported_harmless(api: Api, owner: int) -> None:
    api.load("technology", table([{"title": '=HYPERLINK("http://x")', "key": "f"}]), acting=owner)

    exported = api.call("GET", "/exports/technology", owner, params={"form": "csv", "language": "en"}).content

    assert titles(api) == ['=HYPERLINK("http://x")']
    assert exported.decode("utf-8-sig").count("'=HYPERLINK") == 1
    assert counts(api.load("technology", exported, acting=owner)) == NONE | {"unchanged": 1}


def test_strange_text_in_any_place_is_answered(api: Api, owner: int) -> None:
    odd = "a\ud800\x00b"
    rows = [
        {"title": odd},
        {"title": "x", "organisation": odd},
        {"title": "x", "key": odd},
        {"title": "x", "translations": [{"language": "en", "title": "y", odd: 1}]},
        {"title": "x", "sectors": [odd]},
        {"title": "x", "trl": 10**400},
        {"title": ["x"], "keywords": {"a": 1}},
        {odd: odd},
    ]
    lines = b"".join(repr_json(row) for row in rows) + b'{"title": \n[1]\n' + b"[" * 5000 + b"\n"

    job = api.load("technology", lines, "rows.jsonl", owner)

    assert (job["state"], job["problem"]) == ("done", {})
    answers = api.answers(job["id"])
    assert [answer["number"] for answer in answers] == list(range(1, 12))
    assert {answer["number"] for answer in answers if answer["status"] == "rejected"} >= {2, 4, 5, 6, 8, 9, 10, 11}


def repr_json(row: dict[str, Any]) -> bytes:
    """One line of JSON, unpaired surrogates as escapes."""
    import json

    return json.dumps(row).encode() + b"\n"


def test_legacy_text_in_a_table(api: Api, owner: int) -> None:
    row = {"title": "C«ng nghÖ xö lý n\u00adíc th¶i c«ng nghiÖp", "key": "l"}

    job = api.load("technology", table([row]), acting=owner)

    assert (counts(job), titles(api)) == (NONE | {"created": 1}, ["Công nghệ xử lý nước thải công nghiệp"])


def test_a_hundred_thousand_rows_are_answered(api: Api, owner: int) -> None:
    lines = "".join(f"k-{number},Pump {number},{number % 12}\n" for number in range(100_000))
    data = ("key,title,trl\n" + lines).encode()

    job = api.run(api.start_import("technology", data, acting=owner).json()["id"])

    right = sum(1 for number in range(100_000) if 1 <= number % 12 <= 9)
    assert counts(job) == NONE | {"created": right, "rejected": 100_000 - right}
    assert titles(api) == []


# --- killed ------------------------------------------------------------------------------------------


def test_a_killed_import_is_taken_up_where_it_was(api: Api, owner: int, settings: Settings, tmp_path: Path) -> None:
    rows = 3000
    file = tmp_path / "rows.csv"
    file.write_bytes(table([{"key": f"k-{n}", "title": f"Bơm nhiệt số {n}", "trl": n % 12} for n in range(rows)]))
    process = start_command(settings, "postings", "import", "technology", str(file), "--write", "--organisation", owner)
    before = wait_for_answers(api)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with api.database.session(writes=False) as session:
        job = session.exec(select(Job)).one()
        before = [row.model_dump() for row in session.exec(select(ImportRow).order_by(col(ImportRow.number)))]
    assert (job.state, 0 < len(before) < rows) == ("running", True)

    assert requeue_stale(api.database) == [job.id]
    ended = run_job(api.database, api.app.state.services, job.id or 0)

    with api.database.session(writes=False) as session:
        answers = [row.model_dump() for row in session.exec(select(ImportRow).order_by(col(ImportRow.number)))]
        postings = session.exec(select(func.count()).select_from(Posting)).one()
        keys = session.exec(select(func.count(func.distinct(Posting.key)))).one()
    assert (ended.state, ended.attempts) == ("done", 2)
    assert [answer["number"] for answer in answers] == list(range(2, rows + 2))
    assert answers[: len(before)] == before
    right = sum(1 for number in range(rows) if 1 <= number % 12 <= 9)
    assert (postings, keys, ended.result["created"]) == (right, right, right)


def start_command(settings: Settings, *arguments: Any) -> "subprocess.Popen[bytes]":
    """``matchmaker`` in a process of its own, on the same data."""
    environment = os.environ | {"MATCHMAKER_DATA_FOLDER": str(settings.data_folder), "MATCHMAKER_ENCODER": "hash"}
    command = [sys.executable, "-m", "matchmaker", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for_answers(api: Api) -> int:
    """Wait until some rows of an import are answered; how many."""
    for _ in range(1200):
        with api.database.session(writes=False) as session:
            if found := session.exec(select(func.count()).select_from(ImportRow)).one():
                return found
        time.sleep(0.05)
    raise AssertionError("no row was answered within a minute")
