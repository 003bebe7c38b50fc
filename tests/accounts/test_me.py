"""What somebody is told of themselves."""

from typing import Any

from people import Browser, person

from matchmaker.accounts.account_models import MemberRole
from matchmaker.accounts.permissions import RULES, Role, actions_of
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
