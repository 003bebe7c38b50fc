"""One shape for every refusal, whoever makes it."""

import sqlite3
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient
from support import ORGANISER, Api

from matchmaker.app import create_app
from matchmaker.kit.problems import MEDIA_TYPE
from matchmaker.settings import Settings


@pytest.mark.parametrize(
    ("method", "path", "options", "status", "title", "code", "params"),
    [
        ("GET", "/api/postings/7", {}, 404, "Not Found", "posting_not_found", {"id": 7}),
        ("GET", "/api/nothing", {}, 404, "Not Found", "not_found", {}),
        ("PUT", "/api/postings", {}, 405, "Method Not Allowed", "method_not_allowed", {}),
        ("POST", "/api/technologies", {"json": {"title": "x"}}, 400, "Bad Request", "organisation_missing", {}),
        (
            "GET",
            "/api/postings?limit=many",
            {},
            422,
            "Unprocessable Content",
            "malformed",
            {"fields": [{"field": "query.limit", "code": "int_parsing"}]},
        ),
        (
            "POST",
            "/api/needs",
            {"content": b"{", "headers": {"Content-Type": "application/json"}},
            422,
            "Unprocessable Content",
            "malformed",
            {"fields": [{"field": "body.1", "code": "json_invalid"}]},
        ),
        (
            "POST",
            "/api/needs",
            {"content": b"\xff\xff", "headers": {"Content-Type": "application/json"}},
            400,
            "Bad Request",
            "malformed_body",
            {},
        ),
    ],
)
def test_the_shape_of_a_problem(
    client: TestClient,
    method: str,
    path: str,
    options: dict[str, Any],
    status: int,
    title: str,
    code: str,
    params: dict[str, Any],
) -> None:
    headers = {"X-Acting-As": ORGANISER} | options.pop("headers", {})

    answer = client.request(method, path, headers=headers, **options)

    assert (answer.status_code, answer.headers["content-type"]) == (status, MEDIA_TYPE)
    assert answer.json() == {"type": "about:blank", "title": title, "status": status, "code": code, "params": params}


def test_an_unexpected_error_tells_nothing_of_the_inside(app: Any) -> None:
    @app.get("/api/broken")
    def broken() -> None:
        raise RuntimeError("secret")

    app.router.routes.insert(0, app.router.routes.pop())
    answer = TestClient(app, raise_server_exceptions=False).get("/api/broken")

    assert (answer.status_code, answer.headers["content-type"]) == (500, MEDIA_TYPE)
    assert answer.json() == {
        "type": "about:blank",
        "title": "Internal Server Error",
        "status": 500,
        "code": "unexpected",
        "params": {},
    }


def test_a_database_without_tables_is_an_error_of_the_service(tmp_path: Any) -> None:
    app = create_app(Settings(data_folder=tmp_path, encoder="hash"), background=False)

    answer = TestClient(app, raise_server_exceptions=False).get("/api/postings")

    assert (answer.status_code, answer.json()["code"]) == (503, "database_not_current")
    assert answer.json()["params"] == {"command": "matchmaker db upgrade"}


def test_a_database_that_is_busy_is_asked_again_later(api: Api) -> None:
    @api.app.get("/api/busy")
    def busy() -> None:
        with api.database.session(writes=False):
            raise OperationalError("SELECT secret", {}, sqlite3.OperationalError("database is locked"))

    api.app.router.routes.insert(0, api.app.router.routes.pop())
    answer = api.call("GET", "/busy")

    assert (answer.status_code, answer.json()["code"]) == (503, "database_unavailable")
    assert answer.headers["retry-after"] == "5"


def test_a_model_that_is_not_there_yet_is_told(settings: Settings) -> None:
    app = create_app(settings, background=False)

    answer = TestClient(app).get("/api/search", params={"q": "pin"})

    assert (answer.status_code, answer.json()["code"]) == (503, "model_not_ready")


def test_a_clash_that_only_the_database_sees(api: Api, owner: int) -> None:
    @api.app.post("/api/clash")
    def clash() -> None:
        with api.database.session() as session:
            session.execute(text("INSERT INTO posting_text (posting_id, language, body) VALUES (999, 'vi', '{}')"))

    api.app.router.routes.insert(0, api.app.router.routes.pop())

    assert api.refused("POST", "/clash") == (409, "conflicting_change")


def test_every_operation_declares_its_refusals_in_this_shape(client: TestClient) -> None:
    paths = client.get("/api/openapi.json").json()["paths"]

    shapes = {
        tuple(answer["content"])
        for path in paths.values()
        for operation in path.values()
        for status, answer in operation["responses"].items()
        if status.startswith(("4", "5")) and path is not paths["/ready"]
    }

    assert shapes == {(MEDIA_TYPE,)}
