"""Organisations over HTTP, and who is acting."""

from typing import Any

import pytest
from starlette.testclient import TestClient
from support import PUBLIC, Api, counted_statements

from matchmaker.app import create_app
from matchmaker.settings import Settings


def test_what_is_sent_is_what_is_shown(api: Api) -> None:
    sent = {
        "name_vi": "Viện Công nghệ Biển Đông",
        "name_en": "East Sea Institute",
        "kind": "institute",
        "region": "ha-noi",
        "size": "medium",
        "website": "https://example.org/a?b=c",
        "key": "east-sea",
    }

    shown = api.post("/organisations", sent)

    assert shown == sent | {"id": shown["id"], "verification": "verified"}
    assert api.get(f"/organisations/{shown['id']}", PUBLIC) == shown


def test_the_same_key_changes_the_organisation(api: Api) -> None:
    first = api.post("/organisations", {"name_vi": "Cũ", "key": "k"})

    second = api.post("/organisations", {"name_vi": "Mới", "key": "k", "size": "micro"})

    assert second == first | {"name_vi": "Mới", "size": "micro"}
    assert api.get("/organisations")["total"] == 1


@pytest.mark.parametrize("acting", [PUBLIC, "owner"])
def test_only_organisers_add_organisations(api: Api, owner: int, acting: str) -> None:
    who = owner if acting == "owner" else acting

    assert api.refused("POST", "/organisations", who, json={"name_vi": "Mới"}) == (403, "organiser_only")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name_vi": "x" * 301}, "name_vi"),
        ({"name_en": None}, "name_en"),
        ({"kind": "club"}, "kind"),
        ({"region": "Hải Phòng"}, "region"),
        ({"size": "huge"}, "size"),
        ({"website": "javascript:alert(1)"}, "website"),
        ({"website": 'https://a"onclick="b'}, "website"),
        ({"key": "a b"}, "key"),
        ({"id": 7}, "id"),
        ({"created_at": "2020-01-01T00:00:00Z"}, "created_at"),
    ],
)
def test_each_field_is_checked(api: Api, change: dict[str, Any], field: str) -> None:
    answer = api.call("POST", "/organisations", json={"name_vi": "Viện"} | change)

    assert (answer.status_code, [found["field"] for found in answer.json()["params"]["fields"]]) == (
        422,
        [f"body.{field}"],
    )


def test_one_of_the_names_is_needed(api: Api, owner: int) -> None:
    assert api.refused("POST", "/organisations", json={"name_vi": " \x00 "}) == (400, "name_missing")
    assert api.refused("PATCH", f"/organisations/{owner}", json={"name_vi": ""}) == (400, "name_missing")


def test_members_and_organisers_change_an_organisation(api: Api, owner: int, other: int) -> None:
    path = f"/organisations/{owner}"
    before = api.get(path)

    changed = api.call("PATCH", path, owner, json={"name_en": "Ben Binh Institute", "size": "small"}).json()

    assert changed == before | {
        "name_en": "Ben Binh Institute",
        "size": "small",
        "verification": "pending",
    }
    assert api.call("PATCH", path, json={"size": None}).json() == changed | {"size": None}
    for stranger in (other, PUBLIC):
        assert api.refused("PATCH", path, stranger, json={"size": "large"}) == (403, "not_your_organisation")
    for field in ("name_vi", "name_en", "kind", "region"):
        assert api.refused("PATCH", path, json={field: None}) == (400, "field_required")


@pytest.mark.parametrize("field", ["id", "key", "created_at"])
def test_an_identity_is_not_changed(api: Api, owner: int, field: str) -> None:
    assert api.refused("PATCH", f"/organisations/{owner}", owner, json={field: "1"}) == (422, "malformed")


def test_organisations_come_in_pages_for_as_many_queries(api: Api) -> None:
    ids = [api.organisation() for _ in range(3)]

    counts = []
    for limit in (1, 3):
        with counted_statements(api.database) as sent:
            page = api.get("/organisations", PUBLIC, limit=limit)
        assert ([item["id"] for item in page["items"]], page["total"]) == (ids[:limit], 3)
        counts.append(len(sent))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("name", ["999", "organizer", "-1", "1.5", "٣", "9" * 30, "organisation:1"])
def test_nobody_acts_under_an_unknown_name(client: TestClient, owner: int, name: str) -> None:
    answer = client.get("/api/postings", headers={"X-Acting-As": name.encode()})

    assert (answer.status_code, answer.json()["code"]) == (400, "acting_as_unknown")


def test_without_a_name_the_setting_decides(api: Api, owner: int, settings: Settings) -> None:
    draft = api.technology(owner)["id"]

    found = {}
    for acting_as in ("public", "organiser", str(owner)):
        app = create_app(settings.model_copy(update={"acting_as": acting_as}), background=False)
        found[acting_as] = [item["id"] for item in TestClient(app).get("/api/postings").json()["items"]]
        app.state.database.engine.dispose()

    assert found == {"public": [], "organiser": [draft], str(owner): [draft]}
