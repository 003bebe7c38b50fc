"""The reviewers' own templates: kept, changed, removed, and by whom."""

from typing import Any

import pytest
from support import PUBLIC, Api

from matchmaker.catalogue.answering.models import MOST_TEMPLATES

TEMPLATE = {
    "about": "posting",
    "name": "Thiếu số liệu",
    "text_vi": "Hãy nêu số đo và thời hạn.",
    "text_en": "Name a figure and a date.",
}
PATH = "/answer-templates"


def add(api: Api, **values: Any) -> Any:
    return api.post(PATH, TEMPLATE | values)


def test_a_template_is_kept_changed_and_removed(api: Api) -> None:
    made = add(api)

    changed = api.call("PUT", f"{PATH}/{made['id']}", json=TEMPLATE | {"text_en": "", "version": 1}).json()
    listed = api.get(PATH)
    gone = api.call("DELETE", f"{PATH}/{made['id']}").status_code

    assert {name: made[name] for name in TEMPLATE} == TEMPLATE
    assert (changed["text_vi"], changed["text_en"], changed["version"]) == (TEMPLATE["text_vi"], "", 2)
    assert (listed, gone, api.get(PATH)) == ([changed], 204, [])


def test_templates_are_listed_by_name(api: Api) -> None:
    for name in ("Quá chung", "Ảnh mờ", "Trùng lặp"):
        add(api, name=name)

    assert [one["name"] for one in api.get(PATH)] == sorted(["Quá chung", "Ảnh mờ", "Trùng lặp"])


def test_who_saw_an_older_version_changes_nothing(api: Api) -> None:
    made = add(api)
    path = f"{PATH}/{made['id']}"
    api.call("PUT", path, json=TEMPLATE | {"name": "Khác", "version": 1})

    assert api.refused("PUT", path, json=TEMPLATE | {"version": 1}) == (409, "version_stale")
    assert api.refused("PUT", path, json=TEMPLATE, headers={"If-Match": '"1"'}) == (412, "version_stale")
    assert api.get(PATH)[0]["name"] == "Khác"


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"text_vi": " ", "text_en": ""}, (400, "template_text_missing")),
        ({"name": " "}, (422, "malformed")),
        ({"text_vi": "x" * 2001}, (422, "malformed")),
        ({"about": "weather"}, (422, "malformed")),
    ],
)
def test_what_is_no_template(api: Api, values: dict[str, str], refusal: tuple[int, str]) -> None:
    assert api.refused("POST", PATH, json=TEMPLATE | values) == refusal
    assert api.get(PATH) == []


def test_two_of_one_name_are_refused_but_not_of_postings_and_organisations(api: Api) -> None:
    add(api)
    other = add(api, about="organisation")

    assert api.refused("POST", PATH, json=TEMPLATE) == (409, "template_name_taken")
    assert api.refused("PUT", f"{PATH}/{other['id']}", json=TEMPLATE | {"version": 1}) == (409, "template_name_taken")


def test_there_is_an_end_to_templates(api: Api) -> None:
    for number in range(MOST_TEMPLATES):
        add(api, name=f"Mẫu {number}")

    assert api.refused("POST", PATH, json=TEMPLATE) == (409, "too_many_templates")


def test_a_template_that_is_gone_is_said_to_be(api: Api) -> None:
    assert api.refused("DELETE", f"{PATH}/7") == (404, "answer_template_not_found")
    assert api.refused("PUT", f"{PATH}/7", json=TEMPLATE | {"version": 1}) == (404, "answer_template_not_found")


def test_organisations_and_the_public_see_none(api: Api, owner: int) -> None:
    made = add(api)

    for stranger in (owner, PUBLIC):
        assert api.refused("GET", PATH, stranger)[0] == 403
        assert api.refused("POST", PATH, stranger, json=TEMPLATE)[0] == 403
        assert api.refused("DELETE", f"{PATH}/{made['id']}", stranger)[0] == 403
    assert api.get(PATH) == [made]


def test_what_was_answered_stays_when_its_template_goes(api: Api, owner: int) -> None:
    made = add(api)
    posting = api.technology(owner)["id"]
    api.move(posting, "submitted")
    api.move(posting, "returned", reasons=[made["text_vi"]])

    api.call("DELETE", f"{PATH}/{made['id']}")

    assert api.get(f"/postings/{posting}/history", owner)[-1]["reasons"] == [TEMPLATE["text_vi"]]
