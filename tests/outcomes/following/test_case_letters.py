"""Letters at due dates and at milestones: each once, whatever happens to the process."""

import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from held import Held
from people import mails, person
from sqlmodel import delete

from matchmaker.kit import clock
from matchmaker.kit.mail.models import Language, OutgoingMail
from matchmaker.outcomes.following.models import Case
from matchmaker.outcomes.following.reminding.service import remind

NOW = clock.now()
TODAY = clock.today()


@pytest.fixture(scope="module")
def readers(shared_meeting: Held) -> tuple[int, int]:
    """One account on each side: the buyer's reads Vietnamese, the seller's English."""
    database = shared_meeting.api.database
    buyer = person(database, "tuan@example.org", member_of=shared_meeting.buyer, language=Language.VIETNAMESE)
    seller = person(database, "hanh@example.org", member_of=shared_meeting.seller, language=Language.ENGLISH)
    return buyer, seller


@pytest.fixture
def case_id(meeting: Held, readers: tuple[int, int]) -> int:
    """A case of both, and an empty outbox."""
    with meeting.api.database.session() as session:
        session.exec(delete(OutgoingMail))
    meeting.say(meeting.buyer)
    return int(meeting.say(meeting.seller)["case_id"])


def add(meeting: Held, case_id: int, **values: Any) -> Any:
    return meeting.api.post(f"/cases/{case_id}/tasks", {"what": "Gửi bản vẽ"} | values)["tasks"][-1]


def letters(meeting: Held) -> list[tuple[str, str]]:
    return sorted((mail.recipient, mail.subject) for mail in mails(meeting.api.app))


def run(meeting: Held, now: datetime = NOW) -> int:
    return remind(meeting.api.database, now)


def test_the_side_that_answers_is_told_the_day_before_once(meeting: Held, case_id: int) -> None:
    add(meeting, case_id, responsible_side="technology", due=str(TODAY + timedelta(days=1)))

    written = [run(meeting), run(meeting)]

    assert written == [1, 0]
    assert letters(meeting) == [("hanh@example.org", "Tasks due with Công ty Thủy sản Đồ Sơn")]


def test_after_standing_still_only_that_it_is_overdue_is_told(meeting: Held, case_id: int) -> None:
    add(meeting, case_id, side="need", due=str(TODAY + timedelta(days=1)))

    run(meeting, NOW + timedelta(days=9))
    run(meeting, NOW + timedelta(days=10))

    (mail,) = mails(meeting.api.app)
    assert (mail.recipient, mail.subject) == ("tuan@example.org", "Việc đến hạn với Viện Cơ khí Bến Bính")
    assert f"- Gửi bản vẽ: đã quá hạn từ ngày {TODAY + timedelta(days=1):%d/%m/%Y}" in mail.text
    assert f"/cases/{case_id}" in mail.text


def test_several_tasks_are_one_letter(meeting: Held, case_id: int) -> None:
    for what in ("Gửi bản vẽ", "Gửi báo giá"):
        add(meeting, case_id, what=what, side="need", due=str(TODAY))

    run(meeting)

    (mail,) = mails(meeting.api.app)
    assert ("- Gửi bản vẽ" in mail.text, "- Gửi báo giá" in mail.text) == (True, True)


def test_who_is_to_do_it_is_written_to_alone(meeting: Held, case_id: int, readers: tuple[int, int]) -> None:
    add(meeting, case_id, account_id=readers[1], due=str(TODAY))

    run(meeting)

    assert [recipient for recipient, _ in letters(meeting)] == ["hanh@example.org"]


def test_another_date_is_worth_another_letter_and_done_is_worth_none(meeting: Held, case_id: int) -> None:
    task = add(meeting, case_id, side="need", due=str(TODAY))
    run(meeting)
    path, kept = f"/cases/{case_id}/tasks/{task['id']}", {"what": "Gửi bản vẽ", "side": "need"}
    later = kept | {"due": str(TODAY + timedelta(days=1)), "version": 1}
    meeting.api.call("PUT", path, json=later)
    run(meeting)
    meeting.api.call("PUT", path, json=later | {"progress": "done", "version": 2})

    run(meeting, NOW + timedelta(days=5))

    assert len(mails(meeting.api.app)) == 2


def test_after_a_month_both_are_asked_once_and_nobody_in_a_heap(meeting: Held, case_id: int) -> None:
    with meeting.api.database.session() as session:
        session.get_one(Case, case_id).began_at = NOW - timedelta(days=120)

    run(meeting)
    run(meeting)

    assert letters(meeting) == [
        ("hanh@example.org", "How is it going with Công ty Thủy sản Đồ Sơn?"),
        ("tuan@example.org", "Hợp tác với Viện Cơ khí Bến Bính tiến triển thế nào?"),
    ]
    assert meeting.api.get(f"/cases/{case_id}", meeting.buyer)["asks"] == 3


def test_who_has_answered_is_not_asked(meeting: Held, case_id: int) -> None:
    with meeting.api.database.session() as session:
        session.get_one(Case, case_id).began_at = NOW - timedelta(days=40)
    answer = meeting.api.call("PUT", f"/cases/{case_id}/going", meeting.buyer, json={"says": "well"}).json()

    run(meeting)

    assert (answer["asks"], [(one["side"], one["months"], one["says"]) for one in answer["goings"]]) == (
        None,
        [("need", 1, "well")],
    )
    assert [recipient for recipient, _ in letters(meeting)] == ["hanh@example.org"]


def test_a_side_that_does_not_know_of_the_case_gets_no_letter(meeting: Held, readers: tuple[int, int]) -> None:
    with meeting.api.database.session() as session:
        session.exec(delete(OutgoingMail))
    case_id = meeting.say(meeting.buyer)["case_id"]
    add(meeting, case_id, due=str(TODAY), responsible_side="technology")

    run(meeting)

    assert [recipient for recipient, _ in letters(meeting)] == ["tuan@example.org"]


def test_a_closed_case_is_quiet(meeting: Held, case_id: int) -> None:
    add(meeting, case_id, due=str(TODAY))
    closing = {"stage": "closed", "reason": "price", "version": meeting.api.get(f"/cases/{case_id}")["version"]}
    assert meeting.api.call("PUT", f"/cases/{case_id}/stage", json=closing).is_success

    assert run(meeting, NOW + timedelta(days=200)) == 0


def test_two_processes_write_one_letter(meeting: Held, case_id: int) -> None:
    add(meeting, case_id, side="need", due=str(TODAY))
    both = [threading.Thread(target=run, args=(meeting,)) for _ in range(2)]

    for thread in both:
        thread.start()
    for thread in both:
        thread.join()

    assert len(mails(meeting.api.app)) == 1
