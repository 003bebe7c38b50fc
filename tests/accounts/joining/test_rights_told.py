"""Whoever gains or loses a right is told by a letter in their own language."""

from typing import Any

import pytest
from people import Browser, mails, person, told

from matchmaker.accounts.account_models import Account, MemberRole
from matchmaker.kit import clock
from matchmaker.kit.database import Database


def letters(app: Any) -> list[tuple[str, str]]:
    return [(mail.recipient, mail.subject) for mail in mails(app)]


@pytest.fixture
def boss(app: Any, database: Database, owner: int) -> Browser:
    """An owner of the organisation."""
    person(database, "chu@ben-binh.example", member_of=owner, role=MemberRole.OWNER)
    browser = Browser(app)
    browser.sign_in("chu@ben-binh.example")
    return browser


def test_a_member_who_becomes_an_owner_and_back_is_told_each_time_once(
    app: Any, database: Database, boss: Browser, owner: int
) -> None:
    path = f"/organisations/{owner}/members/{person(database, member_of=owner)}"

    for role in ("owner", "owner", "member"):
        boss.call("PUT", path, {"role": role})

    assert letters(app) == [
        ("lan@ben-binh.example", "Bạn là chủ của Viện Cơ khí Bến Bính"),
        ("lan@ben-binh.example", "Bạn không còn là chủ của Viện Cơ khí Bến Bính"),
    ]
    assert f"/organisations/{owner}\n" in mails(app)[0].text


def test_who_is_removed_is_told_and_who_leaves_is_not(app: Any, database: Database, boss: Browser, owner: int) -> None:
    lan = person(database, member_of=owner, language="en")
    person(database, "ha@ben-binh.example", member_of=owner)
    leaving = Browser(app)
    leaving.sign_in("ha@ben-binh.example")

    boss.call("DELETE", f"/organisations/{owner}/members/{lan}")
    leaving.call("DELETE", f"/me/memberships/{owner}")

    assert letters(app) == [("lan@ben-binh.example", "You no longer belong to Viện Cơ khí Bến Bính")]


def test_a_refused_change_is_not_told(app: Any, boss: Browser, owner: int) -> None:
    own = f"/organisations/{owner}/members/{boss.me()['account']['id']}"

    assert told(boss.call("PUT", own, {"role": "member"})) == (409, "last_owner")
    assert told(boss.call("DELETE", own)) == (409, "last_owner")
    assert letters(app) == []


@pytest.mark.parametrize(
    ("language", "given", "taken"),
    [
        ("vi", "Bạn thuộc ban tổ chức.\nBạn là quản trị viên;", "Bạn không còn là quản trị viên."),
        ("en", "You are an organiser.\nYou are an administrator;", "You are no longer an administrator."),
    ],
)
def test_rights_given_and_taken_are_told_line_by_line(
    app: Any, database: Database, root: Browser, language: str, given: str, taken: str
) -> None:
    path = f"/people/{person(database, language=language)}/rights"

    for administrator in (True, True, False):
        root.call("PUT", path, {"organiser": True, "administrator": administrator})

    first, second = mails(app)
    assert (given in first.text, taken in second.text) == (True, True)
    assert ("ban tổ chức.\n" in second.text, "an organiser." in second.text) == (False, False)


def test_a_closed_account_gets_no_letter(app: Any, database: Database, root: Browser) -> None:
    closed = person(database)
    with database.session() as session:
        session.get_one(Account, closed).disabled_at = clock.now()

    answer = root.call("PUT", f"/people/{closed}/rights", {"organiser": True, "administrator": False})

    assert (answer.status_code, letters(app)) == (200, [])
