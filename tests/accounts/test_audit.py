"""Every change that matters is written down: who, what, when, before and after."""

import threading
from datetime import timedelta
from typing import Any

import pytest
from people import PASSWORD, Browser, person
from sqlalchemy import text
from sqlmodel import SQLModel, col, delete, insert, select, update
from support import Api

from matchmaker import tables
from matchmaker.accounts.account_models import Account, AccountLink, LinkPurpose, SignIn
from matchmaker.accounts.models import Organisation
from matchmaker.kit import auditing, clock
from matchmaker.kit.auditing import AUDITED, AuditEntry
from matchmaker.kit.database import Database


def entries(api: Api, **wanted: Any) -> list[Any]:
    return list(api.get("/audit", **wanted)["items"])


def test_every_table_is_audited_or_listed_with_the_reason() -> None:
    every = {mapper.class_ for mapper in SQLModel._sa_registry.mappers}

    assert set(AUDITED) | set(tables.NOT_AUDITED) == every
    assert set(AUDITED) & set(tables.NOT_AUDITED) == set()


def test_a_change_is_told_with_who_and_before_and_after(app: Any, api: Api, database: Database, owner: int) -> None:
    posting = api.technology(owner)["id"]
    account = person(database, member_of=owner)
    browser = Browser(app)
    browser.sign_in()

    browser.call("PATCH", f"/postings/{posting}", {"version": 1, "changes": {"trl": 9}})

    (entry,) = entries(api, entity="posting", entity_id=posting, account_id=account)
    assert entry.pop("at").startswith(clock.now().date().isoformat())
    assert entry.pop("id") > 0
    assert entry == {
        "actor": f"organisation:{owner}",
        "account_id": account,
        "account_name": "Lan",
        "organisation_id": owner,
        "door": "page",
        "door_id": None,
        "action": "catalogue.update_posting",
        "entity": "posting",
        "entity_id": str(posting),
        "part": "posting",
        "part_id": str(posting),
        "before": {"trl": 8, "version": 1},
        "after": {"trl": 9, "version": 2},
    }


def test_what_is_made_has_no_before_and_what_is_removed_no_after(api: Api, owner: int) -> None:
    posting = api.technology(owner)["id"]
    api.call("DELETE", f"/postings/{posting}", owner)

    told = entries(api, entity="posting", entity_id=posting)

    assert [(entry["part"], bool(entry["before"]), bool(entry["after"])) for entry in told] == [
        ("posting", True, False),
        ("posting_text", True, False),
        ("posting_text", False, True),
        ("posting", False, True),
    ]
    assert told[0]["before"]["trl"] == told[3]["after"]["trl"] == 8


def test_a_request_that_is_refused_leaves_no_entry(api: Api, owner: int) -> None:
    posting = api.technology(owner)["id"]
    before = entries(api, limit=1)[0]["id"]

    api.refused("PATCH", f"/postings/{posting}", owner, json={"version": 1, "changes": {"sectors": ["no.such"]}})

    assert entries(api, limit=1)[0]["id"] == before


def test_a_job_is_told_as_the_door(api: Api, owner: int) -> None:
    job = api.load("need", "title\nGiảm tiền điện".encode(), acting=owner)["id"]

    (made,) = entries(api, entity="posting", part="posting")
    (asked,) = entries(api, entity="job", entity_id=job)

    assert (made["door"], made["door_id"], made["action"]) == ("job", job, "catalogue.import")
    assert (asked["door"], asked["action"], asked["actor"]) == (
        "page",
        "catalogue.start_import",
        f"organisation:{owner}",
    )


def test_secrets_are_never_in_the_log(app: Any, api: Api, database: Database) -> None:
    person(database)
    browser = Browser(app)
    browser.sign_in()
    browser.call("PUT", "/me/password", {"current": PASSWORD, "new": "thuyền thúng ra khơi"})
    with database.session() as session:
        account, row = session.exec(select(Account)).one(), session.exec(select(SignIn)).one()
        secrets = [account.password_hash or "", row.token_hash, row.former_hash or "none"]
        log = str(session.execute(text("SELECT * FROM audit_entry")).all())

    assert "sign_in" in log
    assert [secret for secret in secrets if secret in log] == []


# --- statements over many rows -----------------------------------------------------------------------


def link(mark: str) -> AccountLink:
    return AccountLink(purpose=LinkPurpose.FIRST_ADMINISTRATOR, token_hash=mark, expires_at=clock.now())


def test_rows_that_one_statement_removes_are_told_each(api: Api, database: Database) -> None:
    with database.session() as session:
        session.add_all([link("a"), link("b")])
    with database.session() as session:
        session.exec(delete(AccountLink).where(col(AccountLink.token_hash) == "b"))

    (entry,) = [entry for entry in entries(api, entity="account_link") if not entry["after"]]

    assert (entry["entity_id"], entry["before"]["purpose"], entry["door"]) == ("2", "first_administrator", "service")


def test_rows_that_one_statement_changes_are_told_each(api: Api, database: Database, owner: int, other: int) -> None:
    with database.session() as session:
        session.exec(update(Organisation).where(col(Organisation.id) > 0).values(region="hue"))

    changed = {entry["entity_id"]: entry for entry in entries(api, entity="organisation") if entry["before"]}

    assert {key: (entry["before"], entry["after"]) for key, entry in changed.items()} == {
        str(key): ({"region": "hai-phong"}, {"region": "hue"}) for key in (owner, other)
    }


def test_rows_cannot_be_inserted_past_the_log(database: Database) -> None:
    with database.session() as session, pytest.raises(TypeError, match="Organisation is audited"):
        session.execute(insert(Organisation), [{"name_vi": "x"}])


# --- searching ---------------------------------------------------------------------------------------


def test_the_log_is_for_organisers(api: Api, owner: int) -> None:
    assert api.refused("GET", "/audit", owner) == (403, "organiser_only")


def test_texts_are_found_in_capitals_or_not_and_with_accents_and_quotes(api: Api, owner: int) -> None:
    api.technology(owner, title='Máy "xúc" ĐIỆN 50%')

    found = [len(entries(api, text=words)) for words in ("máy", 'MÁY "XÚC" điện 50%', "50_", "may", "\\u")]

    assert found == [1, 1, 0, 0, 0]


def test_moments_bound_the_search(api: Api, database: Database, owner: int) -> None:
    with database.session() as session:
        for entry in session.exec(select(AuditEntry)).all():
            entry.at -= timedelta(days=2)
    other = api.organisation(key="later")
    yesterday = (clock.now() - timedelta(days=1)).isoformat()

    found = [
        [entry["entity_id"] for entry in entries(api, entity="organisation", **{side: yesterday})]
        for side in ("from", "until")
    ]

    assert found == [[str(other)], [str(owner)]]
    assert api.refused("GET", "/audit", params={"from": "2026-01-01T00:00:00"}) == (400, "offset_missing")


def test_pages_follow_each_other_while_entries_come(api: Api, owner: int) -> None:
    posting = api.technology(owner)["id"]
    for trl in range(1, 6):
        api.call("PATCH", f"/postings/{posting}", owner, json={"version": trl, "changes": {"trl": trl}})
    first = api.get("/audit", limit=3, entity="posting")
    api.organisation(key="meanwhile")

    second = api.get("/audit", limit=100, entity="posting", before=first["next"])

    numbers = [entry["id"] for page in (first, second) for entry in page["items"]]
    assert (numbers, second["next"]) == (sorted(set(numbers), reverse=True), None)
    assert len(numbers) == 7


def test_no_route_changes_the_log(app: Any) -> None:
    methods = {
        method.upper()
        for path, operations in app.openapi()["paths"].items()
        if path.startswith("/api/audit")
        for method in operations
    }

    assert methods == {"GET"}


def test_what_is_around_one_thread_is_not_around_another(database: Database) -> None:
    told: list[str] = []

    def ask() -> None:
        with database.session() as session:
            told.append(auditing.acting_in(session).actor)

    with auditing.around(auditing.Acting("command_line", "seed", auditing.Door.COMMAND)):
        other = threading.Thread(target=ask)
        other.start()
        other.join()
        ask()
    ask()

    assert told == ["service", "command_line", "service"]
