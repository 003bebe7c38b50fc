"""Whatever a partner answers, a harvest ends, says why, and leaves the catalogue as it was."""

import contextlib
import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from answering import answering, feed
from applications import app_with, settings_in
from hypothesis import given
from hypothesis import settings as of_hypothesis
from hypothesis import strategies as st
from partner_servers import HEAD, entered, harvested, identity, oai, postings, record, repository
from starlette.testclient import TestClient
from support import Api

from matchmaker.catalogue.models import Kind
from matchmaker.kit.errors import MatchmakerError, TooLargeError
from matchmaker.outcomes.feeds.calling.door import Caller, Limits
from matchmaker.outcomes.feeds.partners.fetching import Asking
from matchmaker.outcomes.feeds.partners.harvesting import harvest
from matchmaker.outcomes.feeds.partners.reading import json_feed
from matchmaker.outcomes.feeds.partners.reading import oai as reading
from matchmaker.outcomes.feeds.partners.reading.texts import plain

BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><OAI-PMH>&b;</OAI-PMH>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><OAI-PMH>&a;</OAI-PMH>'


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory, migrated_file: Path) -> Iterator[Api]:
    """A service for all tests of this file: it trusts the test's own machine, and takes few rows."""
    changed = {"trusted_hosts": "127.0.0.1", "max_import_rows": 100}
    settings = settings_in(tmp_path_factory.mktemp("hostile"), migrated_file).model_copy(update=changed)
    with app_with(settings) as app:
        yield Api(TestClient(app), app)


def problem(api: Api, says: Any, **values: Any) -> Any:
    """The code with which a harvest fails, and its parameters."""
    with answering(says) as partner:
        job = harvested(api, entered(api, partner.address, **values))
    assert job["state"] == "failed"
    return job["problem"]["code"]


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("partner_unreadable", BOMB),
        ("partner_unreadable", OUTSIDE),
        ("partner_unreadable", "<html>not found</html>"),
        ("partner_unreadable", "<OAI-PMH"),
        ("partner_unreadable", b"\xff\xfe\x00"),
        ("partner_unreadable", "<a>" * 50_000),
        ("partner_unreadable", f"{HEAD}</OAI-PMH>"),
        ("partner_unreadable", oai("<record/>" * 101)),
        ("partner_unreadable", oai("", "t" * 2001)),
        ("partner_refused", f'{HEAD}<error code="cannotDisseminateFormat"/></OAI-PMH>'),
        ("partner_answered", (404, b"", {})),
        ("partner_answered", (302, b"", {"Location": "http://127.0.0.1/other"})),
    ],
)
def test_what_is_no_list_of_records_is_refused(api: Api, code: str, answer: Any) -> None:
    assert problem(api, repository(lambda _: answer)) == code


@pytest.mark.parametrize(
    "answer", ["nothing", "[" * 100_000, '{"items": 7}', '{"items": [], "next_url": {}}', "1" * 5000]
)
def test_what_is_no_feed_is_refused(api: Api, answer: str) -> None:
    assert problem(api, lambda _: answer, form="json") == "partner_unreadable"


def test_a_repository_of_another_version_is_refused(api: Api) -> None:
    assert problem(api, lambda _: identity().replace("2.0", "1.1")) == "partner_unreadable"


def test_a_token_that_stays_the_same_is_left(api: Api) -> None:
    assert problem(api, repository(lambda _: oai(record(1), "same"))) == "partner_endless"


def test_tokens_without_end_and_anything_new_are_left(api: Api) -> None:
    numbers = itertools.count()

    assert problem(api, repository(lambda _: oai(record(1), f"t{next(numbers)}"))) == "partner_endless"
    assert next(numbers) <= 50


def test_more_records_than_an_import_takes_are_left(api: Api) -> None:
    numbers = itertools.count()

    def listed(_: Any) -> str:
        return oai("".join(record(next(numbers)) for _ in range(40)), f"t{next(numbers)}")

    assert problem(api, repository(listed)) == "partner_endless"
    assert next(numbers) <= 130


def test_a_next_page_on_another_host_is_not_asked_for(api: Api) -> None:
    with answering(lambda _: feed()) as inner:
        assert problem(api, lambda _: feed(next_url=inner.address), form="json") == "partner_unreadable"

        assert inner.asked == []


def test_an_address_within_our_own_network_is_refused(api: Api) -> None:
    body = {"name": "x", "form": "json", "licence": "x", "organisation_id": api.organisation()}

    for address in ("http://10.0.0.1/oai", "ftp://x.example/", "https://user@x.example/", "https://x.example/#a"):
        assert api.refused("POST", "/partners", json=body | {"address": address}) == (400, "address_refused")


def test_whoever_sends_without_end_is_left(api: Api) -> None:
    with answering(repository(lambda _: oai(" " * 20_000))) as partner:
        source = entered(api, partner.address)
        asking = Asking(Caller(api.app.state.settings), 100, Limits(seconds=5, size=10_000))
        with pytest.raises(TooLargeError) as refused:
            harvest(api.database, asking, source, lambda *_: None)

    assert refused.value.code == "partner_too_large"


def test_addresses_that_are_no_pages_are_not_shown(api: Api) -> None:
    bad = record("bad", identifier="javascript:alert(1)", rights="http://x.example/&quot;onclick=&quot;x")
    with answering(repository(lambda _: oai(bad))) as partner:
        harvested(api, entered(api, partner.address))

    found = postings(api)["Bơm nhiệt"]
    assert (found["source"]["address"], found["source"]["licence_address"]) == ("", "")


@of_hypothesis(max_examples=40)
@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_no_bytes_break_the_readers(data: bytes) -> None:
    for read in (
        lambda: reading.read_page(data, Kind.TECHNOLOGY, "vi", 10),
        lambda: reading.read_identity(data),
        lambda: json_feed.read_page(data, Kind.NEED, {}, "vi", 10),
    ):
        # Anything else than a refusal fails the test.
        with contextlib.suppress(MatchmakerError):
            read()


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=10,
)


@of_hypothesis(max_examples=40)
@given(
    st.dictionaries(
        st.sampled_from(["id", "title", "summary", "tags", "url", "language", "readiness", "authors"]), VALUES
    )
)
def test_no_item_breaks_the_reader_of_feeds(item: dict[str, Any]) -> None:
    page = json_feed.read_page(feed(item).encode("utf-8", "replace"), Kind.TECHNOLOGY, {}, "vi", 10)

    assert len(page.records) == 1


@of_hypothesis(max_examples=40)
@given(st.text(alphabet="<>&;/abp #x1\n", max_size=60))
def test_plain_text_has_no_tags_of_html(text: str) -> None:
    assert "<p>" not in plain(text)
