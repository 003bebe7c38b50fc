"""What other sites may not do, and what browsers are told."""

import pytest
from starlette.testclient import TestClient
from support import Api

from matchmaker.kit.guarding import comes_from_elsewhere

OWN = "https://ketnoi.example"


@pytest.mark.parametrize(
    ("headers", "elsewhere"),
    [
        ({}, False),
        ({"sec-fetch-site": "same-origin"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "same-site"}, True),
        ({"sec-fetch-site": "cross-site"}, True),
        ({"sec-fetch-site": "cross-site", "origin": OWN}, True),
        ({"origin": OWN, "host": "inside:8000"}, False),
        ({"origin": "http://inside:8000", "host": "inside:8000"}, False),
        ({"origin": "https://evil.example", "host": "inside:8000"}, True),
        ({"origin": "null", "host": "inside:8000"}, True),
    ],
)
def test_what_another_site_sends_is_told_by_the_browser(headers: dict[str, str], elsewhere: bool) -> None:
    assert comes_from_elsewhere("POST", headers, OWN) == elsewhere
    assert not comes_from_elsewhere("GET", headers, OWN)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_another_site_changes_nothing(api: Api, owner: int, method: str) -> None:
    answer = api.call(
        method, f"/organisations/{owner}", headers={"Sec-Fetch-Site": "cross-site"}, json={"size": "micro"}
    )

    assert (answer.status_code, answer.json()["code"]) == (403, "other_site")
    assert api.get(f"/organisations/{owner}")["size"] is None


@pytest.mark.parametrize("path", ["/", "/api/postings", "/api/nothing", "/health"])
def test_every_answer_tells_the_browser_what_it_may_do(client: TestClient, path: str) -> None:
    headers = client.get(path).headers

    assert headers["content-security-policy"].split("; ")[:3] == [
        "default-src 'none'",
        "object-src 'none'",
        "script-src 'self'",
    ]
    assert "unsafe" not in headers["content-security-policy"]
    told = {name: headers[name] for name in ("x-content-type-options", "x-frame-options", "referrer-policy")}
    assert told == {
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
    }
    assert "strict-transport-security" not in headers


@pytest.mark.parametrize(("path", "kept"), [("/api/me", "no-store"), ("/api/postings", "no-store"), ("/health", None)])
def test_no_cache_keeps_what_was_for_somebody(client: TestClient, path: str, kept: str | None) -> None:
    assert client.get(path).headers.get("cache-control") == kept
