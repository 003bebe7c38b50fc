"""Registrations, delegates, interpreters, experts and hosts, and who sees and changes them."""

from typing import Any

import pytest
from fair import Fair
from support import PUBLIC, Api, counted_statements

from matchmaker.events.people_models import PersonRole
from matchmaker.events.planning import read_planning


def test_an_organisation_registers_with_its_delegates(api: Api, owner: int) -> None:
    fair = Fair(api)

    shown = fair.register(owner, "Hạnh", "Minh", stand_in=False, repeat_meetings=True)

    assert shown == fair.get(f"/registrations/{owner}", owner)
    told = {name: shown[name] for name in ("organisation_id", "state", "stand_in", "repeat_meetings", "delegates")}
    assert told == {
        "organisation_id": owner,
        "state": "registered",
        "stand_in": False,
        "repeat_meetings": True,
        "delegates": 2,
    }
    assert [person["name"] for person in fair.get("/people", owner)["items"]] == ["Hạnh", "Minh"]


def test_an_organisation_registers_once_and_may_come_back(api: Api, owner: int) -> None:
    fair = Fair(api)
    fair.register(owner, "Hạnh")
    body = {"delegates": [{"name": "Minh"}]}

    assert fair.refused("POST", "/registrations", owner, body) == (409, "already_registered")
    fair.call("DELETE", f"/registrations/{owner}", owner)
    assert fair.refused("GET", f"/registrations/{owner}", owner) == (404, "registration_not_found")
    assert fair.get("/people")["items"] == []
    fair.register(owner, "Minh")
    assert [person["name"] for person in fair.get("/people")["items"]] == ["Minh"]
    assert fair.get("/registrations")["total"] == 1


def test_a_withdrawn_organisation_is_listed_for_organisers_who_ask(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    fair.register(owner)
    fair.register(other)
    fair.call("DELETE", f"/registrations/{other}")

    def listed(acting: Any, **params: Any) -> list[int]:
        return [item["organisation_id"] for item in fair.get("/registrations", acting, **params)["items"]]

    assert listed("organiser") == [owner]
    assert listed("organiser", state="withdrawn") == [other]
    assert listed(owner, state="withdrawn") == [owner]


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"delegates": []}, 422, "malformed"),
        ({"delegates": [{"name": " "}]}, 422, "malformed"),
        ({"delegates": [{"name": "Hạnh", "email": "nobody"}]}, 422, "malformed"),
        ({"delegates": [{"name": "Hạnh", "languages": []}]}, 422, "malformed"),
        ({"delegates": [{"name": "Hạnh", "posting_ids": [999]}]}, 400, "posting_unknown"),
        ({"delegates": [{"name": "Hạnh", "role": "expert"}]}, 422, "malformed"),
    ],
)
def test_registrations_that_cannot_be(api: Api, owner: int, change: dict[str, Any], status: int, code: str) -> None:
    fair = Fair(api)

    assert fair.refused("POST", "/registrations", owner, change) == (status, code)
    assert fair.get("/registrations")["total"] == 0


def test_an_organisation_registers_only_itself(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    fair.register(owner)
    body = {"organisation_id": owner, "delegates": [{"name": "x"}]}
    person = fair.get("/people")["items"][0]["id"]

    hidden = (404, "person_not_found")
    for acting, expected in ((other, hidden), (PUBLIC, (403, "not_your_organisation"))):
        assert fair.refused("POST", "/registrations", acting, body) == (403, "not_your_organisation")
        for method in ("GET", "DELETE"):
            assert fair.refused(method, f"/registrations/{owner}", acting) == (403, "not_your_organisation")
        assert fair.refused("PATCH", f"/registrations/{owner}", acting, {}) == (403, "not_your_organisation")
        assert fair.refused("GET", f"/people/{person}", acting) == expected
        assert fair.refused("PATCH", f"/people/{person}", acting, {"name": "x"}) == expected
        assert fair.refused("DELETE", f"/people/{person}", acting) == expected
        assert fair.refused("GET", f"/people/{person}/availability", acting) == expected
        assert fair.refused("PUT", f"/people/{person}/availability", acting, {"away": []}) == expected
    public = {"delegates": [{"name": "x"}]}
    assert fair.refused("POST", "/registrations", PUBLIC, public) == (403, "not_your_organisation")
    assert fair.refused("POST", "/registrations", body=public) == (400, "organisation_missing")
    assert fair.refused("POST", "/registrations", body=public | {"organisation_id": 999}) == (
        404,
        "organisation_not_found",
    )


def test_what_an_organisation_wants_can_be_changed(api: Api, owner: int) -> None:
    fair = Fair(api)
    fair.register(owner)

    changed = fair.call("PATCH", f"/registrations/{owner}", owner, {"stand_in": False})

    assert (changed["stand_in"], changed["repeat_meetings"]) == (False, False)
    assert fair.refused("PATCH", f"/registrations/{owner}", owner, {"stand_in": None}) == (400, "field_required")


# --- people ---


def test_addresses_are_for_the_own_organisation_and_organisers(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    fair.register(owner, "Hạnh")
    fair.register(other, "Tuấn")
    fair.call("POST", "/people", body={"role": "support", "name": "Lan", "email": "lan@example.org"})

    def addresses(acting: Any) -> list[str | None]:
        return [person["email"] for person in fair.get("/people", acting)["items"]]

    assert addresses("organiser") == ["hạnh@example.org", "tuấn@example.org", "lan@example.org"]
    assert addresses(owner) == ["hạnh@example.org", None, None]
    assert addresses(other) == [None, "tuấn@example.org", None]


def test_who_comes_is_told_to_those_who_come(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    fair.register(owner)

    for acting, code in ((other, "participants_only"), (PUBLIC, "not_your_organisation")):
        for path in ("/registrations", "/people"):
            assert fair.refused("GET", path, acting) == (403, code)
    assert fair.get("/people", owner)["total"] == 1


def test_delegates_come_and_go_but_never_all(api: Api, owner: int) -> None:
    fair = Fair(api)
    posting = api.technology(owner)["id"]
    fair.register(owner, "Hạnh")

    second = fair.call("POST", "/people", owner, {"name": "Minh", "languages": ["vi", "ko"], "posting_ids": [posting]})
    first = fair.get("/people", owner)["items"][0]["id"]

    assert (second["role"], second["organisation_id"], second["posting_ids"]) == ("delegate", owner, [posting])
    fair.call("DELETE", f"/people/{first}", owner)
    assert fair.refused("DELETE", f"/people/{second['id']}", owner) == (409, "last_delegate")
    changed = fair.call("PATCH", f"/people/{second['id']}", owner, {"name": "Minh Anh", "email": None})
    assert changed == second | {"name": "Minh Anh", "email": None}
    assert fair.refused("PATCH", f"/people/{second['id']}", owner, {"languages": None}) == (400, "field_required")


def test_a_delegate_speaks_for_postings_of_the_own_organisation(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    strange = api.need(other)["id"]
    fair.register(owner)
    person = fair.get("/people")["items"][0]["id"]

    body = {"name": "Minh", "posting_ids": [strange]}
    assert fair.refused("POST", "/people", owner, body) == (400, "posting_unknown")
    assert fair.refused("PATCH", f"/people/{person}", owner, {"posting_ids": [strange]}) == (400, "posting_unknown")


def test_interpreters_and_experts_have_languages_subjects_and_limits(api: Api, owner: int) -> None:
    fair = Fair(api)
    sent = {
        "role": "interpreter",
        "name": "Kim",
        "languages": ["vi", "ko"],
        "max_per_day": 8,
        "max_consecutive": 3,
    }
    expert = {"role": "expert", "name": "Trần", "subjects": ["renewable-energy.wind-power"]}

    shown = fair.call("POST", "/people", body=sent)
    fair.call("POST", "/people", body=expert)

    assert {name: shown[name] for name in sent} == sent
    with api.database.session(writes=False) as session:
        planning = read_planning(session, fair.id)
    (kim,), (tran,) = planning.of_role(PersonRole.INTERPRETER), planning.of_role(PersonRole.EXPERT)
    assert (kim.languages, kim.max_per_day, kim.max_consecutive) == ({"vi", "ko"}, 8, 3)
    assert (tran.subjects, tran.organisation_id) == ({"renewable-energy.wind-power"}, None)
    fair.register(owner)
    assert fair.refused("POST", "/people", owner, sent) == (403, "organiser_only")
    assert fair.refused("POST", "/people", PUBLIC, sent) == (403, "not_your_organisation")


@pytest.mark.parametrize(
    ("change", "status", "code"),
    [
        ({"languages": ["ko"]}, 400, "languages_missing"),
        ({"languages": ["ko", "ko"]}, 400, "languages_missing"),
        ({"subjects": ["alchemy"]}, 400, "sector_unknown"),
        ({"table_id": 999}, 404, "table_not_found"),
        ({"posting_ids": [1]}, 400, "not_a_delegate"),
        ({"organisation_id": 1}, 400, "not_a_delegate"),
        ({"max_per_day": 0}, 422, "malformed"),
    ],
)
def test_interpreters_that_cannot_be(api: Api, change: dict[str, Any], status: int, code: str) -> None:
    body = {"role": "interpreter", "name": "Kim", "languages": ["vi", "ko"]} | change

    assert Fair(api).refused("POST", "/people", body=body) == (status, code)


def test_where_a_host_stays_is_for_organisers_to_say(api: Api, owner: int) -> None:
    fair = Fair(api)
    (table,) = fair.tables(1)
    fair.register(owner)
    person = fair.get("/people")["items"][0]["id"]

    for change in ({"table_id": table}, {"max_per_day": 3}, {"max_consecutive": 2}):
        assert fair.refused("PATCH", f"/people/{person}", owner, change) == (403, "organiser_only")
        assert fair.refused("POST", "/people", owner, {"name": "Minh"} | change) == (403, "organiser_only")
    assert fair.call("PATCH", f"/people/{person}", body={"table_id": table})["table_id"] == table
    with api.database.session(writes=False) as session:
        assert read_planning(session, fair.id).hosts == {person: table}


def test_people_are_listed_by_role_and_organisation_for_as_many_queries(api: Api, owner: int, other: int) -> None:
    fair = Fair(api)
    fair.register(owner, "Hạnh", "Minh")
    fair.register(other, "Tuấn")
    fair.call("POST", "/people", body={"role": "support", "name": "Lan"})

    def names(**params: Any) -> list[str]:
        return [person["name"] for person in fair.get("/people", **params)["items"]]

    assert (names(role="support"), names(organisation_id=owner)) == (["Lan"], ["Hạnh", "Minh"])
    for path in ("/people", "/registrations"):
        counts = []
        for limit in (1, 3):
            with counted_statements(api.database) as sent:
                fair.get(path, limit=limit)
            counts.append(len(sent))
        assert counts[0] == counts[1]
