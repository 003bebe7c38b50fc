"""The web application as it is served: its page, its files, and previews of shared links."""

import gzip
import re
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from support import Api

from matchmaker.kit.guarding import Guarded
from matchmaker.page import BUILT, install_page, preview

FIRST_PAGE_BYTES = 200_000
PAGE = '<html><head><title>Matchmaker</title><meta name="description" content="old" /></head><body></body></html>'


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A folder as the build of the web application leaves it."""
    folder = tmp_path / "built"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(PAGE, "utf-8")
    (folder / "assets" / "index-1.js").write_text("1", "utf-8")
    (folder / "assets" / "large-1.js").write_text("plain", "utf-8")
    (folder / "assets" / "large-1.js.br").write_bytes(b"brotli")
    (folder / "assets" / "large-1.js.gz").write_bytes(gzip.compress(b"plain"))
    (folder / "favicon.svg").write_text("<svg/>", "utf-8")
    return folder


@pytest.fixture
def browser(api: Api, built: Path) -> TestClient:
    """That page alone, over the database of the service."""
    app = FastAPI()
    app.add_middleware(Guarded, address="http://testserver")
    install_page(app, api.database, built)
    return TestClient(app)


@pytest.mark.parametrize("path", ["/", "/matches", "/events", "/events/1/board", "/sign-in", "/postings/1/edit"])
def test_the_page_answers_at_its_own_addresses(browser: TestClient, path: str) -> None:
    answer = browser.get(path)

    assert (answer.status_code, answer.text) == (200, PAGE)


@pytest.mark.parametrize("path", ["/", "/landscape", "/events/1", "/postings/1"])
def test_only_asking_whether_the_page_is_there_answers_without_it(browser: TestClient, path: str) -> None:
    answer = browser.head(path)

    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-length"] == browser.get(path).headers["content-length"]


def test_the_page_takes_nothing_from_elsewhere_and_nothing_inline(browser: TestClient) -> None:
    policy = browser.get("/").headers["content-security-policy"]

    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert set(rules.values()) == {"'self'", "'none'", "'self' data:"}
    assert [kind for kind, sources in rules.items() if "data:" in sources] == ["img-src"]
    assert rules["default-src"] == "'none'"


def test_files_with_content_in_their_names_are_kept(browser: TestClient) -> None:
    headers = [browser.get(path).headers.get("cache-control") for path in ("/assets/index-1.js", "/", "/favicon.svg")]

    assert headers == ["public, max-age=31536000, immutable", "no-cache", None]


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("gzip;q=0.5, br;q=0", "gzip"),
        ("br; q=0.0, gzip; q=0", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_browser_gets_the_smallest_form_that_it_takes(browser: TestClient, accepted: str, coding: str | None) -> None:
    with browser.stream("GET", "/assets/large-1.js", headers={"Accept-Encoding": accepted}) as answer:
        content = b"".join(answer.iter_raw())

    length = {"br": len(b"brotli"), "gzip": len(gzip.compress(b"plain")), None: len(b"plain")}[coding]
    assert (answer.headers.get("content-encoding"), len(content)) == (coding, length)
    assert (answer.headers["vary"], answer.headers["content-type"]) == (
        "Accept-Encoding",
        "text/javascript; charset=utf-8",
    )


def test_a_file_without_a_compressed_form_is_sent_as_it_is(browser: TestClient) -> None:
    answer = browser.get("/assets/index-1.js", headers={"Accept-Encoding": "br"})

    assert ("content-encoding" in answer.headers, answer.text) == (False, "1")


def test_unknown_addresses_are_not_the_page(browser: TestClient) -> None:
    assert [browser.get(path).status_code for path in ("/api/nothing", "/nothing", "/assets/x.js")] == [
        404,
        404,
        404,
    ]


def test_a_shared_posting_shows_its_title_and_summary(api: Api, browser: TestClient) -> None:
    owner = api.organisation()
    posting = api.published("technology", owner, title='Ống <nhiệt> "8"', summary="Lấy lại nhiệt.")

    page = browser.get(f"/postings/{posting['id']}").text

    assert "<title>Ống &lt;nhiệt&gt; &quot;8&quot; · Matchmaker</title>" in page
    assert '<meta property="og:description" content="Lấy lại nhiệt.">' in page
    assert page.count("<title>") == page.count('name="description"') == 1


def test_a_posting_that_is_not_public_shows_nothing_of_itself(api: Api, browser: TestClient) -> None:
    draft = api.technology(api.organisation())

    pages = [browser.get(f"/postings/{name}").text for name in (draft["id"], 999, "x")]

    assert pages == [PAGE] * 3


def test_a_long_summary_is_cut() -> None:
    page = preview(PAGE, "x", "y" * 300)

    assert f'content="{"y" * 279}…"' in page


@pytest.mark.skipif(not (BUILT / "index.html").is_file(), reason="the web application is not built")
def test_the_first_page_needs_little_javascript() -> None:
    page = (BUILT / "index.html").read_text("utf-8")

    scripts = re.findall(r'(?:src|href)="/(assets/[^"]+\.js)"', page)

    assert scripts
    assert sum(len(gzip.compress((BUILT / name).read_bytes(), 9)) for name in scripts) < FIRST_PAGE_BYTES
