"""What organisers say of organisations, and administrators of people."""

from typing import Any

import pytest
from people import Browser, mails, person, told
from sqlmodel import select
from support import Api

from matchmaker.accounts.account_models import Account, MemberRole
from matchmaker.accounts.models import Organisation, Verification
from matchmaker.kit import clock
from matchmaker.kit.database import Database


@pytest.fixture
def pending(database: Database) -> int:
    """An organisation that somebody brought in."""
    with database.session() as session:
        made = Organisation(name_vi="Công ty Lạch Tray", tax_code="0100109106", verification=Verification.PENDING)
        session.add(made)
        session.flush()
        organisation_id = made.id or 0
    person(database, member_of=organisation_id, role=MemberRole.OWNER, language="en")
    return organisation_id


def decide(api: Api, organisation: int, state: str, reason: str = "", acting: Any = "organiser") -> Any:
    body = {"state": state, "reason": reason}
    return api.call("PUT", f"/organisations/{organisation}/verification", acting, json=body)


def test_an_organiser_verifies_and_the_owner_is_told(api: Api, pending: int) -> None:
    found = decide(api, pending, "verified").json()

    assert (found["state"], found["decided_by"]) == ("verified", "organiser")
    assert [(mail.recipient, mail.subject) for mail in mails(api.app)] == [
        ("lan@ben-binh.example", "Công ty Lạch Tray has been verified")
    ]


def test_a_rejection_says_why(api: Api, pending: int) -> None:
    without = decide(api, pending, "rejected")

    found = decide(api, pending, "rejected", "Mã số thuế của đơn vị khác").json()
    decide(api, pending, "rejected", "Mã số thuế của đơn vị khác")

    assert told(without) == (400, "reason_missing")
    assert (found["state"], found["reason"]) == ("rejected", "Mã số thuế của đơn vị khác")
    assert ["Mã số thuế của đơn vị khác" in mail.text for mail in mails(api.app)] == [True]
    assert api.get(f"/organisations/{pending}", "public")["verification"] == "rejected"


def test_only_organisers_verify_and_only_its_people_read_why(api: Api, pending: int, other: int) -> None:
    assert told(decide(api, pending, "verified", acting=pending)) == (403, "organiser_only")
    path = f"/organisations/{pending}/verification"
    assert api.refused("GET", path, other) == (403, "not_your_organisation")
    assert api.get(path, pending)["tax_code"] == "0100109106"


def test_one_tax_code_is_verified_once(api: Api, pending: int) -> None:
    twin = api.organisation(name_vi="Bản sao", key="twin")
    api.call("PATCH", f"/organisations/{twin}", twin, json={"tax_code": "0100109106"})
    decide(api, pending, "verified")

    assert told(decide(api, twin, "verified")) == (409, "tax_code_taken")


def test_another_name_or_tax_code_is_looked_at_again(api: Api, owner: int) -> None:
    path = f"/organisations/{owner}"

    by_size = api.call("PATCH", path, owner, json={"size": "small"}).json()["verification"]
    by_organiser = api.call("PATCH", path, json={"name_vi": "Viện Mới"}).json()["verification"]
    by_name = api.call("PATCH", path, owner, json={"name_vi": "Viện Khác"}).json()["verification"]

    assert (by_size, by_organiser, by_name) == ("verified", "verified", "pending")


# --- organisers and administrators -------------------------------------------------------------------


def set_rights(browser: Browser, account_id: int, organiser: bool, administrator: bool) -> Any:
    return browser.call("PUT", f"/people/{account_id}/rights", {"organiser": organiser, "administrator": administrator})


def test_administrators_make_and_unmake_organisers(app: Any, root: Browser, database: Database) -> None:
    lan = person(database)
    browser = Browser(app)
    browser.sign_in()

    seen = []
    for organiser in (True, False):
        set_rights(root, lan, organiser, False)
        seen.append(browser.me()["acting_as"])

    assert seen == ["organiser", "public"]


def test_organisers_make_nobody_anything(app: Any, database: Database) -> None:
    lan = person(database, organiser=True)
    browser = Browser(app)
    browser.sign_in()

    assert told(set_rights(browser, lan, True, True)) == (403, "administrator_only")
    assert told(browser.call("GET", "/people")) == (403, "administrator_only")


def test_the_last_administrator_stays(root: Browser, database: Database) -> None:
    own, lan = root.me()["account"]["id"], person(database)

    alone = set_rights(root, own, False, False)
    set_rights(root, lan, False, True)
    with_another = set_rights(root, own, False, False)

    assert (told(alone), with_another.status_code) == ((409, "last_administrator"), 200)
    with database.session(writes=False) as session:
        assert [row.id for row in session.exec(select(Account).where(Account.administrator)).all()] == [lan]


def test_a_closed_administrator_is_no_other_one(root: Browser, database: Database) -> None:
    person(database, "gone@a.example", administrator=True, disabled_at=clock.now())

    assert told(set_rights(root, root.me()["account"]["id"], True, False)) == (409, "last_administrator")


def test_people_are_found_by_name_and_address(root: Browser, database: Database) -> None:
    person(database, "ha_1@ben-binh.example")

    found = {text: root.call("GET", f"/people?q={text}").json() for text in ("HA_1", "lan", "%25", "root@")}

    assert {text: one["total"] for text, one in found.items()} == {"HA_1": 1, "lan": 2, "%25": 0, "root@": 1}
    assert [(one["email"], one["second_factor"]) for one in found["root@"]["items"]] == [("root@city.example", True)]
