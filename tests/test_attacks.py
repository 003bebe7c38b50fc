"""Ways in that are tried everywhere at once: fields that nobody offered, planted sign-ins, statements and headers.

Others are tried beside what they aim at: another's things in ``accounts/test_out_of_reach.py``, other sites in
``kit/test_guarding.py``, redirects in ``accounts/test_oidc.py``, guessing in ``accounts/test_signing_in.py``, formulas
in the exports' tests, scripts in texts in the browser.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from described import DOCUMENT
from people import PASSWORD, Browser, person
from starlette.testclient import TestClient
from support import CONTENT, Api, rows_of

from matchmaker.kit.database import Database

SCHEMAS = DOCUMENT["components"]["schemas"]
OPERATIONS = [
    (method, path, operation)
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]
# Bodies that are read and answered, and nothing of them is stored.
ONLY_READ = {"DraftText", "NeedBase", "TechnologyBase"}
# Its own test below: the fields are those of two kinds of postings.
NAMED_IN_CHANGES = {"PostingUpdate"}
# Vectors of what was looked for, and when a sign-in was last seen.
LEFT_BY_SEARCHING = {"embedding", "sign_in"}
STATEMENT = "x') OR 1=1 --"
HEADER = "vi\r\nX-Planted: yes"


def named(schema: Any) -> Iterator[str]:
    """Names of all schemas that one refers to, at any depth."""
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rpartition("/")[2]
        for part in schema.values():
            yield from named(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from named(part)


def bodies() -> list[str]:
    """The objects that any request may carry as JSON."""
    found: set[str] = set()
    waiting = [
        name
        for _, _, operation in OPERATIONS
        for name in named(operation.get("requestBody", {}).get("content", {}).get("application/json", {}))
    ]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += named(SCHEMAS[name])
    return sorted(name for name in found if SCHEMAS[name].get("type") == "object")


@pytest.mark.parametrize("name", [name for name in bodies() if name not in ONLY_READ | NAMED_IN_CHANGES])
def test_no_body_takes_fields_that_it_does_not_name(name: str) -> None:
    assert SCHEMAS[name]["additionalProperties"] is False


def test_what_is_only_read_changes_nothing() -> None:
    writing = [
        operation["operationId"]
        for method, _, operation in OPERATIONS
        if method != "get" and ONLY_READ & set(named(operation.get("requestBody", {})))
    ]

    assert sorted(writing) == ["matching.check_need", "matching.check_technology", "matching.suggest_sectors"]


@pytest.mark.parametrize(
    "field",
    [{"organisation_id": 2}, {"state": "published"}, {"id": 9}, {"key": "x"}, {"version": 9}, {"published_at": 1}],
)
@pytest.mark.parametrize("kind", ["technology", "need"])
def test_a_posting_gets_no_owner_state_or_number_by_a_change(
    api: Api, owner: int, other: int, kind: str, field: dict[str, Any]
) -> None:
    made = api.create(kind, owner)

    answer = api.refused("PATCH", f"/postings/{made['id']}", owner, json={"version": 1, "changes": field})

    assert answer[0] in (400, 422)
    assert api.get(f"/postings/{made['id']}", owner) == made


@pytest.mark.parametrize("field", ["organiser", "administrator", "email_confirmed_at", "role"])
def test_nobody_signs_up_with_rights(browser: Browser, field: str) -> None:
    consents = {"terms": True, "matching": True}
    body = {"email": "x@x.example", "name": "X", "language": "vi", "consents": consents, field: True}

    assert browser.call("POST", "/sign-up", body).status_code == 422


@pytest.fixture
def browser(app: Any) -> Browser:
    return Browser(app)


def test_a_sign_in_that_was_planted_is_nobodys(app: Any, database: Database, browser: Browser) -> None:
    """Session fixation: whoever plants their own cookie before the sign-in knows nothing afterwards."""
    person(database)
    person(database, "mallory@x.example")
    mallory = Browser(app, "198.51.100.66")
    mallory.sign_in("mallory@x.example")
    planted = mallory.token
    browser.client.cookies.set("matchmaker_sign_in", planted, domain="testserver.local", path="/")

    answer = browser.call("POST", "/sign-in", {"email": "lan@ben-binh.example", "password": PASSWORD})

    (given,) = [cookie for cookie in answer.headers.get_list("set-cookie") if cookie.startswith("matchmaker_sign_in=")]
    assert answer.is_success
    assert planted not in given
    assert [account_of(app, token) for token in (planted, given.partition("=")[2].partition(";")[0])] == [
        None,
        "lan@ben-binh.example",
    ]


def account_of(app: Any, token: str) -> str | None:
    """Who is signed in by a cookie."""
    account = Browser(app).call("GET", "/me", Cookie=f"matchmaker_sign_in={token}").json()["account"]
    return account and str(account["email"])


def texts_asked_for(operation: dict[str, Any]) -> dict[str, str]:
    """The parameters of an address that take a text."""
    return {
        taken["name"]: STATEMENT
        for taken in operation.get("parameters", [])
        if taken["in"] == "query" and "string" in str(taken["schema"])
    }


READS = [
    (path, texts_asked_for(operation)) for method, path, operation in OPERATIONS if method == "get" and "{" not in path
]


@pytest.mark.parametrize(("path", "texts"), [read for read in READS if read[1]])
def test_a_statement_in_a_parameter_is_a_text(api: Api, owner: int, path: str, texts: dict[str, str]) -> None:
    api.published("technology", owner)
    before = rows_of(api.database, but=LEFT_BY_SEARCHING)

    for name, text in texts.items():
        asked = {"kind": "technology", name: text}
        answer = api.call("GET", path.removeprefix("/api"), params=asked, follow_redirects=False)

        assert answer.status_code in (200, 303, 400, 403, 404, 422), answer.text
        told = answer.headers.get("content-type") == "application/json"
        if answer.status_code == 200 and told and name != "q":
            assert shown(answer.json()) == 0
    assert rows_of(api.database, but=LEFT_BY_SEARCHING) == before


def shown(found: Any) -> int:
    return (
        int(found["total"])
        if isinstance(found, dict) and "total" in found
        else len(found)
        if isinstance(found, list)
        else 0
    )


def test_a_statement_in_a_field_is_a_text(api: Api, owner: int) -> None:
    made = api.create("technology", owner, title=STATEMENT, keywords=[STATEMENT])

    again = api.get(f"/postings/{made['id']}", owner)

    assert (again["title"], again["keywords"]) == (STATEMENT, [STATEMENT])
    assert api.get("/postings", owner, organisation_id=owner)["total"] == 1


@pytest.mark.parametrize("header", ["X-Request-Id", "Accept-Language", "User-Agent", "Origin"])
def test_a_header_makes_no_other_header(client: TestClient, header: str) -> None:
    answer = client.get("/api/postings", headers={header: HEADER.encode()})  # type: ignore[dict-item]

    assert "x-planted" not in answer.headers
    assert HEADER not in str(answer.headers)


@pytest.mark.parametrize(("method", "path", "operation"), [one for one in OPERATIONS if one[0] == "get"])
def test_a_parameter_makes_no_header(api: Api, method: str, path: str, operation: dict[str, Any]) -> None:
    texts = dict.fromkeys(texts_asked_for(operation), HEADER)

    answer = api.call(method.upper(), path.removeprefix("/api").replace("{", "").replace("}", ""), params=texts)

    assert "x-planted" not in answer.headers


def test_the_name_of_a_file_makes_no_header(api: Api, owner: int) -> None:
    csv = {"file": ('x"\r\nX-Planted: yes.csv', b"title\nx\n")}
    form = {"kind": "technology", "organisation_id": str(owner)}

    answer = api.call("POST", "/imports", owner, data=form, files=csv)

    assert "x-planted" not in answer.headers


def test_rights_of_others_come_from_organisers_alone(api: Api, owner: int) -> None:
    assert api.refused("PATCH", f"/organisations/{owner}", owner, json={"verified": True})[0] == 422
    assert api.refused("POST", "/technologies", owner, json=CONTENT["technology"] | {"state": "published"})[0] == 422


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "DEBUG"])
@pytest.mark.parametrize("path", ["/", "/api/postings", "/api/me", "/health", "/oai"])
def test_methods_that_nobody_offers_are_refused(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, path, headers={"X-Told": "back"})

    assert answer.status_code in (404, 405)
    assert "back" not in answer.text
