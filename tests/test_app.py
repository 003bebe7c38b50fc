"""What every request passes through, and what operators ask for."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient
from support import Api

from matchmaker import __version__
from matchmaker.app import create_app
from matchmaker.settings import Settings


def test_health(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok"}


def test_ready_says_what_works(client: TestClient) -> None:
    answer = client.get("/ready")

    told = answer.json()
    assert (answer.status_code, told["ready"], told["database"], told["problem"]) == (200, True, "ok", None)
    assert told["model"] == "hash-64"


def test_not_ready_without_a_model(settings: Settings) -> None:
    answer = TestClient(create_app(settings, background=False)).get("/ready")

    assert (answer.status_code, answer.json()["ready"], answer.json()["model"]) == (503, False, "loading")


def test_every_request_has_an_id(client: TestClient) -> None:
    def answered(sent: str) -> str:
        return client.get("/health", headers={"X-Request-Id": sent.encode()}).headers["x-request-id"]

    assert answered("job-7_a") == "job-7_a"
    made = [answered(sent) for sent in ("a b", "x" * 65, "é")]
    assert [bool(re.fullmatch("[0-9a-f]{32}", name)) for name in made] == [True] * 3


def test_requests_are_counted_by_route(client: TestClient) -> None:
    for path in ("/api/postings/1", "/api/postings/2", "/api/nothing/at/all", "/health", "/health/health"):
        client.get(path)

    lines = [line for line in client.get("/metrics").text.splitlines() if line.startswith("matchmaker_requests_total")]

    assert sorted(lines) == [
        'matchmaker_requests_total{method="GET",route="/api/postings/{posting_id}",status="404"} 2.0',
        'matchmaker_requests_total{method="GET",route="/health",status="200"} 1.0',
        'matchmaker_requests_total{method="GET",route="other",status="404"} 2.0',
    ]


def test_the_version_is_told(client: TestClient) -> None:
    assert client.get("/api/openapi.json").json()["info"]["version"] == __version__


# --- limits ------------------------------------------------------------------------------------------


@pytest.fixture
def small(settings: Settings) -> TestClient:
    """A service that takes bodies of a thousand bytes."""
    app = create_app(settings.model_copy(update={"max_body_bytes": 1000}), background=False)
    return TestClient(app, raise_server_exceptions=False)


def in_pieces(size: int) -> Iterator[bytes]:
    """A body whose length nobody tells before."""
    yield b'{"title": "'
    yield b"x" * size
    yield b'"}'


@pytest.mark.parametrize("told", [True, False])
@pytest.mark.parametrize("path", ["/api/technologies", "/api/imports"])
def test_a_body_over_the_limit_is_refused(small: TestClient, path: str, told: bool) -> None:
    kind = {"/api/technologies": "application/json", "/api/imports": "multipart/form-data; boundary=b"}[path]

    content = b"x" * 1001 if told else in_pieces(1001)
    answer = small.post(path, content=content, headers={"Content-Type": kind})

    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_a_body_at_the_limit_is_read(small: TestClient) -> None:
    answer = small.post("/api/technologies", content=b'{"title": 1}'.ljust(1000), headers={"X-Acting-As": "organiser"})

    assert answer.status_code == 422


# --- jobs in the background --------------------------------------------------------------------------


def test_the_service_gets_ready_and_runs_jobs_by_itself(settings: Settings) -> None:
    app = create_app(settings)

    with TestClient(app) as client:
        api = Api(client, app)
        owner = api.organisation()
        started = api.start_import(
            "need", b"title\nGi\xe1\xba\xa3m ti\xe1\xbb\x81n \xc4\x91i\xe1\xbb\x87n", acting=owner
        )
        ended = wait_for(api, f"/jobs/{started.json()['id']}")

    assert (ended["state"], ended["result"]["created"]) == ("done", 1)


def wait_for(api: Api, path: str) -> Any:
    """A job once it has ended, or after fifteen seconds."""
    import time

    for _ in range(150):
        shown = api.get(path)
        if shown["ended_at"]:
            break
        time.sleep(0.1)
    return shown
