"""Whatever is sent, the service answers; it never breaks."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support import CONTENT, NEED, PATHS, TECHNOLOGY, Api

BIG = "x" * 10_000_000


def sent(api: Api, path: str, content: bytes, kind: str = "application/json", method: str = "POST") -> tuple[int, str]:
    """Status and code of the answer to raw bytes."""
    answer = api.call(method, path, content=content, headers={"Content-Type": kind})
    return answer.status_code, answer.json().get("code", "")


@pytest.mark.parametrize(
    ("title", "status"),
    [
        ("\x00", 422),
        ("a\x00b", 201),
        ("😀" * 500, 201),
        ("😀" * 501, 422),
        ("مضخة حرارية", 201),
        ("\u202eevil\u202c", 201),
        ("a\u0301" * 250, 201),
        ("\ufb2c" * 500, 422),
        ("a" + "\u0301" * 499, 201),
        ("<script>alert(1)</script>", 201),
        ("'; DROP TABLE posting; --", 201),
        ("\ud800", 422),
        (BIG, 422),
    ],
    ids=lambda value: ascii(value)[:20],
)
def test_titles(api: Api, owner: int, title: str, status: int) -> None:
    content = json.dumps(NEED | {"title": title, "organisation_id": owner}).encode()

    assert sent(api, "/needs", content)[0] == status


def test_a_text_that_grows_when_it_is_composed_is_limited_too(api: Api, owner: int) -> None:
    body = TECHNOLOGY | {"summary": "\ufb2c" * 150_000}

    assert api.refused("POST", "/technologies", owner, json=body) == (422, "malformed")


@pytest.mark.parametrize("name", ["a\ud800", "\x00", "x" * 100_000, "é", "translations.0"])
def test_names_that_nobody_knows(api: Api, owner: int, name: str) -> None:
    posting_id = api.technology(owner)["id"]
    content = json.dumps({name: 1, "translations": [{name: 1}]}).encode()
    update = json.dumps({"version": 1, "changes": {name: 1}}).encode()

    assert sent(api, "/technologies", content) == (422, "malformed")
    assert sent(api, f"/postings/{posting_id}", update, method="PATCH") == (400, "field_unknown")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", (422, "malformed")),
        (b"null", (422, "malformed")),
        (b"[]", (422, "malformed")),
        (b'"title"', (422, "malformed")),
        (b"NaN", (422, "malformed")),
        (b"{'title': 'x'}", (422, "malformed")),
        (b"\xff\xff", (400, "malformed_body")),
        (b"[" * 100_000, (400, "malformed_body")),
        (b'{"a":' * 100_000, (400, "malformed_body")),
        (b'{"title": "x", "trl": ' + b"9" * 5000 + b"}", (400, "malformed_body")),
        (b'{"title": "x", "trl": ' + b"9" * 4000 + b"}", (422, "malformed")),
        (b'{"title": "x", "price_min": 1e400}', (422, "malformed")),
        (b'{"title": "x", "price_min": -0.5}', (422, "malformed")),
        (b'{"title": "x", "organisation_id": 9223372036854775808}', (422, "malformed")),
        (b'{"title": "x", "expires_on": "99999-01-01"}', (422, "malformed")),
        (b'{"title": "x", "expires_on": 1e300}', (422, "malformed")),
    ],
    ids=lambda value: ascii(value)[:30],
)
def test_bodies(api: Api, content: bytes, expected: tuple[int, str]) -> None:
    assert sent(api, "/technologies", content) == expected


@pytest.mark.parametrize("kind", ["text/plain", "application/xml", "", "nonsense", "multipart/form-data"])
def test_content_types(api: Api, owner: int, kind: str) -> None:
    content = json.dumps(NEED | {"organisation_id": owner}).encode()

    assert sent(api, "/needs", content, kind) == (422, "malformed")


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("application/json", b"{}"),
        ("multipart/form-data", b"x"),
        ("multipart/form-data; boundary=b", b"--b\r\nnonsense"),
        ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="file"\r\n\r\nx\r\n--b--'),
        ("application/x-www-form-urlencoded", b"kind=need&file=x"),
    ],
)
def test_uploads_that_are_none(api: Api, kind: str, content: bytes) -> None:
    status, code = sent(api, "/imports", content, kind)

    assert (status, code) in {(422, "malformed"), (400, "malformed_body")}


@pytest.mark.parametrize(
    ("name", "status", "state"),
    [
        ("../../etc/passwd.csv", 202, "done"),
        ("a\x00.csv", 202, "done"),
        ("x" * 300 + ".csv", 202, "done"),
        ("é\u202e.csv", 202, "done"),
        (".csv", 202, "failed"),
        ("", 422, None),
        ("x" * 5000 + ".csv", 400, None),
    ],
    ids=lambda value: ascii(value)[:20],
)
def test_names_of_files(api: Api, owner: int, name: str, status: int, state: str | None) -> None:
    answer = api.start_import("need", b"title\nx", name, owner, dry_run=False)

    assert answer.status_code == status
    uploads = [len(file.name) for file in api.app.state.services.upload_folder.glob("*")]
    ended = api.run(answer.json()["id"])["state"] if status == 202 else None
    assert (ended, uploads) == (state, [32] if state else [])


@pytest.mark.parametrize(
    "path",
    [
        "/postings/99999999999999999999999",
        "/postings/-1",
        "/postings/1e3",
        "/postings/%00",
        "/postings?sector=%00",
        "/postings?sector=a%25",
        "/postings?organisation_id=9223372036854775808",
        "/postings?offset=99999999999999999999",
        "/jobs/9007199254740993",
        "/organisations/0",
        "/templates/none",
        "/search?q=",
    ],
)
def test_addresses(api: Api, path: str) -> None:
    assert api.refused("GET", path) == (422, "malformed")


@pytest.mark.parametrize("q", ["\x00", "😀", "%", "'", "مضخة", "a" * 2000, "\u202e", "\u0301" * 500])
def test_searches(api: Api, owner: int, q: str) -> None:
    api.published("technology", owner)

    assert api.get("/search", "public", q=q)["limit"] == 20


# --- anything ----------------------------------------------------------------------------------------

SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(st.characters(categories=None), max_size=20),
    st.sampled_from(["vi", "VND", "2027-01-01", "teaser", 2**63, 10**15, "licence"]),
)
ANYTHING = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.text(st.characters(categories=None), max_size=8), inner, max_size=4),
    ),
    max_leaves=12,
)
PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize("kind", ["technology", "need"])
@PROPERTY
@given(data=st.data())
def test_any_json_is_answered(api: Api, owner: int, kind: str, data: st.DataObject) -> None:
    names = st.sampled_from([*CONTENT[kind], "translations", "language", "key", "expires_on", "visibility"])
    changed = data.draw(st.dictionaries(names, ANYTHING, max_size=4))
    body = data.draw(st.one_of(ANYTHING, st.just(CONTENT[kind] | {"organisation_id": owner} | changed)))

    answer = api.call(
        "POST", PATHS[kind], content=json.dumps(body).encode(), headers={"Content-Type": "application/json"}
    )

    assert answer.status_code in (201, 400, 404, 409, 422), answer.text
    if answer.status_code == 201:
        assert api.get(f"/postings/{answer.json()['id']}") == answer.json()


@PROPERTY
@given(changes=st.dictionaries(st.sampled_from([*TECHNOLOGY, "translations", "expires_on", "x"]), ANYTHING, max_size=4))
def test_any_change_is_answered(api: Api, owner: int, changes: dict[str, Any]) -> None:
    before = api.technology(owner)
    content = json.dumps({"version": 1, "changes": changes}).encode()

    answer = api.call(
        "PATCH", f"/postings/{before['id']}", content=content, headers={"Content-Type": "application/json"}
    )

    assert answer.status_code in (200, 400, 422), answer.text
    shown = answer.json() if answer.status_code == 200 else before
    assert api.get(f"/postings/{before['id']}") == shown
