"""What cases hold of a person: given out on request, and erased without losing what counts."""

from typing import Any

import pytest
from held import Held
from people import person
from sqlmodel import Session, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.acting import ORGANISER
from matchmaker.accounts.privacy.service import erase_account, export_own_data
from matchmaker.kit.auditing import AuditEntry
from matchmaker.kit.auditing.models import as_text
from matchmaker.outcomes.following.models import CaseTask

NAME = "Phạm Thị Mai Lan"


@pytest.fixture
def task(meeting: Held, request: Any) -> Any:
    """A task of the seller's that its one member is to do, with the case it belongs to."""
    email = f"{request.node.name[:40]}@example.org"
    account_id = person(meeting.api.database, email, member_of=meeting.seller)
    with meeting.api.database.session() as session:
        session.get_one(Account, account_id).name = NAME
    meeting.say(meeting.buyer)
    case_id = meeting.say(meeting.seller)["case_id"]
    body = {"what": "Gửi bản vẽ", "account_id": account_id}
    (made,) = meeting.api.post(f"/cases/{case_id}/tasks", body, meeting.seller)["tasks"]
    return made | {"case_id": case_id}


def account_of(session: Session, task: Any) -> Account:
    return session.get_one(Account, task["account_id"])


def test_a_member_is_named_with_name_and_side(task: Any) -> None:
    assert (task["person"], task["side"]) == (NAME, "technology")


def test_nobody_gives_tasks_to_members_of_the_other_side_or_reads_their_names(meeting: Held, task: Any) -> None:
    body = {"what": "Gửi báo giá", "account_id": task["account_id"]}
    path = f"/cases/{task['case_id']}"

    refused = meeting.api.refused("POST", f"{path}/tasks", meeting.buyer, json=body)

    assert refused == (400, "account_unknown")
    assert NAME not in [one["name"] for one in meeting.api.get(path, meeting.buyer)["people"]]
    assert NAME in [one["name"] for one in meeting.api.get(path, meeting.seller)["people"]]


def test_own_tasks_are_given_out(meeting: Held, task: Any) -> None:
    with meeting.api.database.session(writes=False) as session:
        parts = export_own_data(session, account_of(session, task)).parts

    assert [(row["what"], row["person"]) for row in parts["case_tasks"]] == [("Gửi bản vẽ", NAME)]


def test_erasing_keeps_the_task_without_its_person_also_in_the_log(meeting: Held, task: Any) -> None:
    with meeting.api.database.session() as session:
        erase_account(session, task["account_id"], ORGANISER)

    with meeting.api.database.session(writes=False) as session:
        kept = session.get_one(CaseTask, task["id"])
        log = session.exec(select(AuditEntry).where(AuditEntry.part == "case_task")).all()
    assert (kept.what, kept.person, kept.account_id) == ("Gửi bản vẽ", "—", None)
    assert [one for one in log if one.part_id == str(task["id"]) and NAME in as_text(one.after)] == []
