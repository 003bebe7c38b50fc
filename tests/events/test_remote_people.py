"""Who takes part by video: said at registration, kept, and refused where it cannot be."""

from typing import Any

import pytest
from fair import Fair
from support import Api

LINK = {"mode": "video", "video_link": "https://video.example.org/1"}


def test_a_delegate_registers_to_come_by_video(api: Api, owner: int) -> None:
    fair = Fair(api)

    fair.call("POST", "/registrations", owner, {"delegates": [{"name": "Hạnh", "remote": True}, {"name": "Minh"}]})

    people = fair.get("/people", owner)["items"]
    assert [(person["name"], person["remote"]) for person in people] == [("Hạnh", True), ("Minh", False)]
    changed = fair.call("PATCH", f"/people/{people[1]['id']}", owner, {"remote": True})
    assert changed["remote"]
    assert fair.refused("PATCH", f"/people/{people[1]['id']}", owner, {"remote": None}) == (400, "field_required")


@pytest.mark.parametrize("role", ["interpreter", "support"])
def test_interpreters_and_supporters_come_in_person(api: Api, role: str) -> None:
    fair = Fair(api)
    body = {"role": role, "name": "Kim", "languages": ["vi", "ko"]}
    person = fair.call("POST", "/people", body=body)

    assert fair.refused("POST", "/people", body=body | {"remote": True}) == (400, "remote_refused")
    assert fair.refused("PATCH", f"/people/{person['id']}", body={"remote": True}) == (400, "remote_refused")
    assert fair.get(f"/people/{person['id']}") == person


@pytest.mark.parametrize(
    ("first", "second"),
    [({"table_id": 1}, {"remote": True}), ({"remote": True}, {"table_id": 1})],
)
def test_who_comes_by_video_stays_at_no_table_without_a_screen(
    api: Api, owner: int, first: dict[str, Any], second: dict[str, Any]
) -> None:
    fair = Fair(api)
    tables = {1: fair.tables(1)[0]}
    screen = fair.call("POST", "/tables", body=[{"name": "V1", **LINK}])[0]["id"]
    fair.register(owner)
    person = fair.get("/people")["items"][0]["id"]

    def change(values: dict[str, Any], at: dict[int, int]) -> dict[str, Any]:
        return {name: at[value] if name == "table_id" else value for name, value in values.items()}

    fair.call("PATCH", f"/people/{person}", body=change(first, tables))
    refused = fair.refused("PATCH", f"/people/{person}", body=change(second, tables))

    assert refused == (400, "table_without_video")
    both = {"remote": True, "table_id": screen}
    assert fair.call("PATCH", f"/people/{person}", body=both)["table_id"] == screen
