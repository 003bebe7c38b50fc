"""Invitations, members and their roles."""

from datetime import timedelta
from typing import Any

import pytest
from people import PASSWORD, Browser, link_in, mails, person, told
from sqlmodel import select

from matchmaker.accounts.account_models import MemberRole, Membership
from matchmaker.accounts.joining.consents import CONSENT_VERSION
from matchmaker.accounts.joining.models import Invitation
from matchmaker.kit.database import Database

CONSENTS = {"version": CONSENT_VERSION, "purposes": ["account"]}
NEW = {"name": "Vũ Hà", "language": "vi", "password": PASSWORD, "consents": CONSENTS}


@pytest.fixture
def boss(app: Any, database: Database, owner: int) -> Browser:
    """The owner of the first organisation, signed in."""
    person(database, member_of=owner, role=MemberRole.OWNER)
    browser = Browser(app)
    browser.sign_in()
    return browser


def invite(browser: Browser, organisation: int, email: str = "ha@ben-binh.example", **values: Any) -> Any:
    return browser.call("POST", "/invitations", {"email": email, "organisation_id": organisation, **values})


def accept(browser: Browser, token: str) -> Any:
    return browser.call("POST", "/invitations/accept", NEW | {"token": token})


def last_link(app: Any) -> str:
    return link_in(mails(app)[-1])


def test_whoever_is_invited_sets_name_and_password_and_is_in(app: Any, boss: Browser, owner: int) -> None:
    invite(boss, owner, role="owner")
    browser = Browser(app)

    shown = browser.call("POST", "/invitations/show", {"token": last_link(app)}).json()
    accepted = accept(browser, last_link(app))

    assert (shown["email"], shown["name_vi"], shown["role"], shown["has_account"]) == (
        "ha@ben-binh.example",
        "Viện Cơ khí Bến Bính",
        "owner",
        False,
    )
    assert accepted.status_code == 201
    assert browser.me()["acting_as"] == f"organisation:{owner}"
    assert [one["role"] for one in browser.me()["memberships"]] == ["owner"]
    assert [one["state"] for one in boss.call("GET", "/invitations").json()["items"]] == ["accepted"]


def test_owners_invite_to_their_own_organisation_and_organisers_to_any(
    app: Any, boss: Browser, database: Database, owner: int, other: int
) -> None:
    person(database, "organiser@a.example", organiser=True)
    person(database, "member@a.example", member_of=owner)
    organiser, member = Browser(app), Browser(app)
    organiser.sign_in("organiser@a.example")
    member.sign_in("member@a.example")

    answers = [invite(boss, other), invite(member, owner), invite(organiser, other)]

    assert [answer.status_code for answer in answers] == [403, 403, 201]
    assert boss.call("GET", "/invitations").json()["total"] == 0
    assert told(boss.call("GET", f"/invitations?organisation_id={other}")) == (403, "owner_only")
    assert organiser.call("GET", "/invitations").json()["total"] == 1


def test_inviting_again_ends_the_former_link(app: Any, boss: Browser, owner: int) -> None:
    invite(boss, owner)
    former = last_link(app)
    invite(boss, owner)

    assert told(accept(Browser(app), former)) == (404, "link_not_valid")
    assert accept(Browser(app), last_link(app)).status_code == 201


def test_a_link_works_once_not_when_withdrawn_and_for_two_weeks(
    app: Any, boss: Browser, database: Database, owner: int
) -> None:
    invite(boss, owner, "a@a.example")
    used = last_link(app)
    accept(Browser(app), used)
    withdrawn_id = invite(boss, owner, "b@a.example").json()["id"]
    withdrawn = last_link(app)
    boss.call("DELETE", f"/invitations/{withdrawn_id}")
    invite(boss, owner, "c@a.example")
    late = last_link(app)
    with database.session() as session:
        found = session.exec(select(Invitation).where(Invitation.email == "c@a.example")).one()
        found.expires_at -= timedelta(days=14, minutes=1)

    for token in (used, withdrawn, late, "x"):
        assert told(accept(Browser(app), token)) == (404, "link_not_valid")


def test_only_ones_own_invitations_are_withdrawn(app: Any, boss: Browser, database: Database, other: int) -> None:
    person(database, "other@a.example", member_of=other, role=MemberRole.OWNER)
    stranger = Browser(app)
    stranger.sign_in("other@a.example")
    theirs = invite(stranger, other).json()["id"]

    assert told(boss.call("DELETE", f"/invitations/{theirs}")) == (404, "invitation_not_found")


def test_who_has_an_account_signs_in_to_accept(app: Any, boss: Browser, database: Database, owner: int) -> None:
    person(database, "ha@ben-binh.example")
    person(database, "eve@a.example")
    ha, eve = Browser(app), Browser(app)
    ha.sign_in("ha@ben-binh.example")
    eve.sign_in("eve@a.example")
    invite(boss, owner)
    token = {"token": last_link(app)}

    as_new, as_another = accept(Browser(app), token["token"]), eve.call("POST", "/me/invitations/accept", token)
    as_oneself = ha.call("POST", "/me/invitations/accept", token)

    assert (told(as_new), told(as_another)) == ((409, "email_taken"), (403, "invitation_of_another"))
    assert as_oneself.json()["acting_as"] == f"organisation:{owner}"
    assert told(invite(boss, owner)) == (409, "member_already")


def test_one_address_is_not_written_to_without_end(boss: Browser, owner: int) -> None:
    assert [invite(boss, owner).status_code for _ in range(4)] == [201, 201, 201, 429]


def test_an_organisation_has_so_many_open_invitations(boss: Browser, owner: int) -> None:
    found = [invite(boss, owner, f"a{number}@a.example").status_code for number in range(51)]

    assert found == [201] * 50 + [409]


# --- members -----------------------------------------------------------------------------------------


def members(browser: Browser, organisation: int) -> list[tuple[str, str]]:
    found = browser.call("GET", f"/organisations/{organisation}/members").json()
    return [(one["email"], one["role"]) for one in found]


def test_members_see_each_other_and_strangers_do_not(
    app: Any, boss: Browser, database: Database, owner: int, other: int
) -> None:
    person(database, "member@a.example", member_of=owner)
    person(database, "other@a.example", member_of=other, role=MemberRole.OWNER)
    member, stranger = Browser(app), Browser(app)
    member.sign_in("member@a.example")
    stranger.sign_in("other@a.example")

    assert members(member, owner) == [("lan@ben-binh.example", "owner"), ("member@a.example", "member")]
    path = f"/organisations/{owner}/members"
    assert told(stranger.call("GET", path)) == (403, "not_your_organisation")


def test_owners_change_roles_and_remove_members(app: Any, boss: Browser, database: Database, owner: int) -> None:
    ha = person(database, "ha@a.example", member_of=owner)
    browser = Browser(app)
    browser.sign_in("ha@a.example")
    path = f"/organisations/{owner}/members/{ha}"

    refused = told(browser.call("PUT", path, {"role": "owner"}))
    raised = boss.call("PUT", path, {"role": "owner"}).status_code
    then = browser.me()["memberships"][0]["role"]
    removed = boss.call("DELETE", path).status_code

    assert (refused, raised, then, removed) == ((403, "owner_only"), 204, "owner", 204)
    assert (browser.me()["acting_as"], members(boss, owner)) == ("public", [("lan@ben-binh.example", "owner")])


def test_the_last_owner_stays(boss: Browser, database: Database, owner: int) -> None:
    lan, ha = boss.me()["account"]["id"], person(database, "ha@a.example", member_of=owner)
    path = f"/organisations/{owner}/members/{lan}"

    for answer in (
        boss.call("DELETE", path),
        boss.call("PUT", path, {"role": "member"}),
        boss.call("DELETE", f"/me/memberships/{owner}"),
    ):
        assert told(answer) == (409, "last_owner")

    boss.call("PUT", f"/organisations/{owner}/members/{ha}", {"role": "owner"})
    assert boss.call("DELETE", f"/me/memberships/{owner}").status_code == 204
    with database.session(writes=False) as session:
        assert [row.account_id for row in session.exec(select(Membership)).all()] == [ha]
