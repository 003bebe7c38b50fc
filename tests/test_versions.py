"""Who changes a thing says which version they saw, by the header as by the body."""

from typing import Any

import pytest
from fair import Fair
from support import Api

from matchmaker.kit.errors import InvalidError
from matchmaker.kit.versions import seen_version


@pytest.mark.parametrize(("mark", "version"), [('"3"', 3), ('W/"12"', 12), (' "7" ', 7)])
def test_a_mark_is_read(mark: str, version: int) -> None:
    assert seen_version(mark) == version


@pytest.mark.parametrize("mark", ["*", '"1", "2"', "3", '"x"', '""', '"-1"'])
def test_other_marks_are_refused(mark: str) -> None:
    with pytest.raises(InvalidError):
        seen_version(mark)


def change(api: Api, path: str, mark: str | None, body: Any, method: str = "PATCH") -> tuple[int, str]:
    """Status of a change, and its mark or code."""
    headers = {} if mark is None else {"If-Match": mark}
    answer = api.call(method, path, json=body, headers=headers)
    return answer.status_code, answer.headers.get("etag") or answer.json()["code"]


def test_a_posting_is_changed_as_it_was_seen(api: Api, owner: int) -> None:
    path = f"/postings/{api.technology(owner)['id']}"
    seen = api.call("GET", path).headers["etag"]

    first = change(api, path, seen, {"changes": {"trl": 7}})
    second = change(api, path, seen, {"changes": {"trl": 6}})
    by_body = change(api, path, None, {"version": 1, "changes": {"trl": 6}})

    assert (seen, first, second, by_body) == ('"1"', (200, '"2"'), (412, "version_stale"), (409, "version_stale"))
    assert api.get(path)["trl"] == 7


def test_a_change_without_any_version_is_refused(api: Api, owner: int) -> None:
    path = f"/postings/{api.technology(owner)['id']}"

    assert change(api, path, None, {"changes": {"trl": 7}}) == (422, "malformed")


def test_header_and_body_that_contradict_each_other_are_refused(api: Api, owner: int) -> None:
    path = f"/postings/{api.technology(owner)['id']}"

    assert change(api, path, '"2"', {"version": 1, "changes": {}}) == (400, "if_match_contradicts")
    assert change(api, path, '"1"', {"version": 1, "changes": {"trl": 7}}) == (200, '"2"')


def test_what_cannot_be_compared_is_not_ignored(api: Api, owner: int) -> None:
    path = f"/postings/{api.technology(owner)['id']}"

    assert change(api, path, '"1"', None, "DELETE") == (400, "if_match_not_taken")
    assert change(api, path, "*", {"changes": {}}) == (400, "if_match_not_read")


def test_a_state_is_changed_as_it_was_seen(api: Api, owner: int) -> None:
    path = f"/postings/{api.technology(owner)['id']}"
    change(api, path, '"1"', {"changes": {"trl": 7}})

    found = [change(api, f"{path}/state", mark, {"state": "submitted"}, "POST")[0] for mark in ('"1"', '"2"')]

    assert found == [412, 200]


def test_an_event_and_its_phase(api: Api) -> None:
    fair = Fair(api)

    place = {"changes": {"place": "Nhà hát"}}
    found = [change(api, fair.path(), '"1"', place) for _ in range(2)]
    phase = change(api, fair.path("/phase"), '"1"', {"phase": "answering"}, "POST")

    assert (found, phase) == ([(200, '"2"'), (412, "version_stale")], (412, "version_stale"))


def test_a_draft_by_its_revision(api: Api) -> None:
    fair = Fair(api)
    fair.slots()
    fair.tables()
    fair.move("answering", "planning")
    path = fair.path("/agenda/draft")

    first, *found = [change(api, path, mark, {"placements": []}, "PUT") for mark in (None, '"1"', '"1"')]

    assert (first, found) == ((200, '"1"'), [(200, '"2"'), (412, "version_stale")])


def test_a_plan(api: Api) -> None:
    plan = api.call("POST", "/plans", json={"name_vi": "Kế hoạch 350", "year": 2026})
    path, renamed = f"/plans/{plan.json()['id']}", {"name_vi": "Kế hoạch 351", "year": 2026}

    found = [change(api, path, plan.headers["etag"], renamed, "PUT") for _ in range(2)]

    assert found == [(200, '"2"'), (412, "version_stale")]
