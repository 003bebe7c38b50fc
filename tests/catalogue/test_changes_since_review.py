"""What organisers are shown of a posting that comes back to them, and what its people can do with it."""

from typing import Any

import pytest
from support import PUBLIC, Api

from matchmaker.catalogue.differences import differences


def to(api: Api, posting_id: int, state: str, acting: Any = "organiser", **rest: Any) -> Any:
    return api.post(f"/postings/{posting_id}/state", {"state": state, **rest}, acting)


def change(api: Api, posting_id: int, owner: int, **changes: Any) -> None:
    version = api.get(f"/postings/{posting_id}", owner)["version"]
    body = {"version": version, "changes": changes}
    assert api.call("PATCH", f"/postings/{posting_id}", owner, json=body).status_code == 200


def test_what_was_never_reviewed_is_compared_with_nothing(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    to(api, posting_id, "submitted", owner)

    assert api.get(f"/postings/{posting_id}/changes") is None


def test_after_a_return_the_fields_that_changed_are_told(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    to(api, posting_id, "submitted", owner)
    to(api, posting_id, "returned", reasons=["measure_missing"])

    change(api, posting_id, owner, advantages="Giảm 12 % nhiên liệu.", trl=9)

    assert api.get(f"/postings/{posting_id}/changes", owner) == [
        {"field": "advantages", "language": None, "before": "Giảm 8 % nhiên liệu.", "after": "Giảm 12 % nhiên liệu."},
        {"field": "trl", "language": None, "before": 8, "after": 9},
    ]


def test_what_an_owner_changes_in_a_published_posting_is_compared_with_what_was_published(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    to(api, posting_id, "submitted", owner)
    to(api, posting_id, "published")

    change(api, posting_id, owner, title="Thu hồi nhiệt khí thải, đời mới")

    changed = api.get(f"/postings/{posting_id}/changes")
    assert [(one["field"], one["after"]) for one in changed] == [("title", "Thu hồi nhiệt khí thải, đời mới")]


def test_others_may_not_read_the_changes(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    to(api, posting_id, "submitted", owner)
    to(api, posting_id, "published")
    other = api.organisation(name_vi="Viện khác")

    refusals = [api.refused("GET", f"/postings/{posting_id}/changes", acting)[0] for acting in (other, PUBLIC)]

    assert refusals == [403, 403]


def test_a_posting_that_changed_since_it_was_read_is_not_published(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    read = to(api, posting_id, "submitted", owner)["version"]
    change(api, posting_id, owner, title="Một thứ hoàn toàn khác")

    refusal = api.refused("POST", f"/postings/{posting_id}/state", json={"state": "published", "version": read})

    assert refusal == (409, "version_stale")
    assert api.get(f"/postings/{posting_id}")["state"] == "submitted"


def test_its_people_are_told_what_they_can_do_and_others_nothing(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    to(api, posting_id, "submitted", owner)
    to(api, posting_id, "published")

    told = [api.get(f"/postings/{posting_id}", acting)["editing"] for acting in (owner, "organiser", PUBLIC)]

    assert told[0] == {"next_states": ["closed", "submitted"], "waits_for": None, "goes_back": True, "findings": 1}
    assert told[1] == told[0] | {"next_states": ["closed", "returned", "submitted"], "goes_back": False}
    assert told[2] is None


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"trl": None}, {"trl": 1}, [("trl", None, None, 1)]),
        ({"tried": ""}, {"tried": None}, []),
        ({}, {"translations": [{"language": "en", "title": "A"}]}, [("title", "en", None, "A")]),
        ({"translations": [{"language": "en", "title": "A"}]}, {"translations": []}, [("title", "en", "A", None)]),
    ],
)
def test_a_difference_names_field_and_language(before: dict[str, Any], after: dict[str, Any], told: list[Any]) -> None:
    found = differences(before, after)

    assert [(one.field, one.language, one.before, one.after) for one in found] == told
