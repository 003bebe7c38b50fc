"""What somebody is told of themselves."""

from typing import Any

from people import Browser, person

from matchmaker.accounts.account_models import MemberRole
from matchmaker.accounts.permissions import ENROLLING, RULES, Role, actions_of
from matchmaker.kit.database import Database


def test_one_is_told_what_the_table_allows_with_ones_own_things(app: Any, database: Database, owner: int) -> None:
    person(database, "an@a.example", member_of=owner, role=MemberRole.OWNER)
    browser = Browser(app)
    browser.sign_in("an@a.example")

    actions = browser.call("GET", "/me").json()["actions"]

    assert actions == actions_of(Role.OWNER)
    assert "catalogue.create_need" in actions
    assert "agenda.publish" not in actions


def test_the_public_is_told_what_everybody_may(app: Any) -> None:
    actions = Browser(app).call("GET", "/me").json()["actions"]

    assert actions == [action for action, rule in RULES.items() if rule.public.value == "all"]


def test_an_administrator_without_a_second_factor_is_told_only_what_leads_to_one(app: Any, database: Database) -> None:
    person(database, administrator=True, second_factor=False)
    browser = Browser(app)
    browser.sign_in()

    actions = browser.me()["actions"]

    assert set(actions) == ENROLLING
    assert len(actions) == len(ENROLLING)


def test_a_browser_that_owes_a_code_is_told_so_also_after_a_reload(app: Any, database: Database) -> None:
    person(database, second_factor=True)
    browser = Browser(app)
    browser.enter_password()

    asked = browser.me()
    browser.call("POST", "/sign-out")

    assert (asked["account"], asked["second_factor"]) == (None, "asked")
    assert browser.me()["second_factor"] == "off"
