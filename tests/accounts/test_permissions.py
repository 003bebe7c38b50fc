"""The table of permissions: it has a rule for every route, the docs show it, and every route keeps to it."""

import re
from pathlib import Path
from typing import Any

import pytest
from described import DOCUMENT
from people import Browser, person
from starlette.testclient import TestClient

from matchmaker.accounts.account_models import MemberRole
from matchmaker.accounts.permissions import RULES, Access, Role, Scope, as_markdown, token_refusal
from matchmaker.kit.database import Database

ROOT = Path(__file__).parent.parent.parent
ROUTES = [
    (method.upper(), path, operation["operationId"])
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
]
REFUSALS = {rule.refusal for rule in RULES.values()} - {"not_allowed"} | {"scope_missing", "not_with_token"}
# Routes that write nothing although they are no GET.
ONLY_READ = {
    "outcomes.harvest_by_form",
    *("matching.check_technology", "matching.check_need", "matching.suggest_sectors"),
    *("accounts.show_invitation", "agenda.try_what_if", "events.propose_slots"),
}


def test_every_route_has_a_rule_of_its_own_and_every_rule_a_route() -> None:
    assert sorted(action for _, _, action in ROUTES) == sorted(RULES)


def test_the_docs_show_the_table() -> None:
    assert as_markdown() in (ROOT / "PERMISSIONS.md").read_text("utf-8")


@pytest.mark.parametrize("action", sorted(RULES))
def test_whoever_stands_higher_may_do_no_less(action: str) -> None:
    steps = [RULES[action].access(role) for role in (Role.PUBLIC, Role.PERSON, Role.MEMBER, Role.OWNER)]
    order = [Access.NO, Access.OWN, Access.ALL]

    assert [order.index(step) for step in steps] == sorted(order.index(step) for step in steps)
    assert order.index(RULES[action].organiser) <= order.index(RULES[action].administrator)


@pytest.fixture
def browsers(app: Any, database: Database, owner: int) -> dict[Role, Browser]:
    """A browser for each role, signed in."""
    values: dict[Role, dict[str, Any]] = {
        Role.PERSON: {},
        Role.MEMBER: {"member_of": owner},
        Role.OWNER: {"member_of": owner, "role": MemberRole.OWNER},
        Role.ORGANISER: {"organiser": True},
        Role.ADMINISTRATOR: {"administrator": True},
    }
    made = {role: Browser(app) for role in Role}
    for role, given in values.items():
        person(database, f"{role}@a.example", **given)
        assert made[role].sign_in(f"{role}@a.example").status_code == 200
    return made


def test_every_route_lets_in_exactly_the_roles_of_the_table(browsers: dict[Role, Browser]) -> None:
    # Signing out would end what the others need; its rule lets everybody in.
    walked = [route for route in ROUTES if route[2] not in ("accounts.sign_out", "accounts.sign_in")]

    wrong = []
    for method, path, action in walked:
        for role, browser in browsers.items():
            answer = browser.client.request(method, re.sub(r"\{[^}]+\}", "999999", path))
            let_in = answer.status_code not in (401, 403) or _is_elsewhere(answer)
            allowed = RULES[action].access(role) is not Access.NO
            if let_in != allowed or answer.status_code >= 500:
                wrong.append((action, role, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("scopes", [{"read"}, {"read", "write"}, {"read", "organise"}, {"read", "write", "organise"}])
def test_every_route_lets_in_a_token_as_its_scopes_and_role_say(
    app: Any, browsers: dict[Role, Browser], scopes: set[str]
) -> None:
    role = Role.ADMINISTRATOR if "organise" in scopes else Role.PERSON
    sent = {"name": "walk", "scopes": sorted(scopes), "days": 1}
    token = browsers[Role.ADMINISTRATOR].call("POST", "/me/tokens", sent).json()["token"]
    client = TestClient(app, raise_server_exceptions=False, headers={"Authorization": f"Bearer {token}"})

    wrong = []
    for method, path, action in ROUTES:
        reads = method == "GET" or action in ONLY_READ
        answer = client.request(method, re.sub(r"\{[^}]+\}", "999999", path))
        let_in = answer.status_code not in (401, 403) or _is_elsewhere(answer)
        lacking = token_refusal(action, frozenset(map(Scope, scopes)), writes=not reads)
        # Health and metrics are no part of the API, and ask nobody.
        allowed = action.startswith("app.") or (RULES[action].access(role) is not Access.NO and not lacking)
        if let_in != allowed or answer.status_code >= 500:
            wrong.append((action, answer.status_code))
    assert wrong == []


def _is_elsewhere(answer: Any) -> bool:
    """Whether the door let the role in, and a service refused for its own reasons."""
    problem = answer.json()
    return problem["code"] not in REFUSALS or "organisation_id" in problem["params"]


OWN_THINGS = [
    ("PATCH", "/organisations/{owner}", {"size": "micro"}),
    ("POST", "/technologies", {"title": "x", "organisation_id": "{owner}"}),
    ("POST", "/needs", {"title": "x", "organisation_id": "{owner}"}),
    ("PATCH", "/postings/{draft}", {"version": 1, "changes": {"trl": 5}}),
    ("DELETE", "/postings/{draft}", None),
    ("POST", "/postings/{draft}/state", {"state": "submitted"}),
    ("GET", "/postings/{draft}", None),
    ("GET", "/postings/{public}/history", None),
    ("GET", "/postings/{public}/candidates", None),
]


@pytest.mark.parametrize(("method", "path", "body"), OWN_THINGS, ids=lambda value: str(value)[:40])
def test_things_of_an_organisation_are_out_of_reach_for_the_members_of_others(
    app: Any, api: Any, database: Database, owner: int, other: int, method: str, path: str, body: Any
) -> None:
    ids = {"owner": owner, "draft": api.technology(owner)["id"], "public": api.published("need", owner)["id"]}
    person(database, "other@a.example", member_of=other, role=MemberRole.OWNER)
    person(database, "own@a.example", member_of=owner)
    stranger, member = Browser(app), Browser(app)
    stranger.sign_in("other@a.example")
    member.sign_in("own@a.example")
    sent = {name: owner if text == "{owner}" else text for name, text in body.items()} if body else None

    answers = [browser.call(method, path.format(**ids), sent) for browser in (stranger, member)]

    assert (answers[0].status_code in (403, 404), answers[1].is_success) == (True, True), answers[1].text
