"""A case and what both sides and the organiser do with it."""

from datetime import timedelta
from typing import Any

import pytest
from held import Held
from support import ORGANISER

from matchmaker.kit import clock

TODAY = clock.today()


@pytest.fixture
def case(meeting: Held) -> Any:
    """A case of both, as the organiser sees it."""
    meeting.say(meeting.buyer)
    case_id = meeting.say(meeting.seller)["case_id"]
    return meeting.api.get(f"/cases/{case_id}")


def call(meeting: Held, method: str, path: str, acting: Any, body: Any = None) -> Any:
    answer = meeting.api.call(method, path, acting, json=body)
    assert answer.is_success, answer.text
    return answer.json() if answer.content else None


def move(meeting: Held, case: Any, acting: Any, stage: str, **values: Any) -> Any:
    body = {"stage": stage, "version": case["version"], **values}
    return call(meeting, "PUT", f"/cases/{case['id']}/stage", acting, body)


def test_a_stage_is_written_into_the_history_with_its_day(meeting: Held, case: Any) -> None:
    day = str(TODAY - timedelta(days=3))

    moved = move(meeting, case, meeting.buyer, "nda", day=day, note="Đã ký")

    assert moved["stage"] == "nda"
    assert [(one["stage"], one["by"], one["day"], one["note"]) for one in moved["steps"]] == [
        ("nda", "need", day, "Đã ký"),
        ("talking", "need", str(TODAY), ""),
    ]


def test_closing_needs_a_reason_and_a_day_to_come_is_refused(meeting: Held, case: Any) -> None:
    path = f"/cases/{case['id']}/stage"
    closing = {"stage": "closed", "version": case["version"]}
    tomorrow = closing | {"stage": "trial", "day": str(TODAY + timedelta(days=2))}

    assert meeting.api.refused("PUT", path, json=closing) == (400, "reason_missing")
    assert meeting.api.refused("PUT", path, json=tomorrow) == (400, "day_in_future")


def test_whoever_saw_an_older_version_moves_nothing(meeting: Held, case: Any) -> None:
    move(meeting, case, meeting.buyer, "nda")

    stale = {"stage": "trial", "version": case["version"]}

    assert meeting.api.refused("PUT", f"/cases/{case['id']}/stage", json=stale) == (409, "version_stale")


def test_nobody_else_sees_a_case(meeting: Held, case: Any) -> None:
    stranger = meeting.api.organisation(name_vi="Công ty lạ")
    path = f"/cases/{case['id']}"

    assert meeting.api.refused("GET", path, stranger) == (404, "case_not_found")
    assert meeting.api.refused("POST", f"{path}/notes", stranger, json={"text": "a"}) == (404, "case_not_found")
    assert meeting.api.get("/cases", stranger)["items"] == []


def test_a_side_that_has_not_spoken_sees_the_case_only_when_the_organiser_opens_it(meeting: Held) -> None:
    case_id = meeting.say(meeting.buyer)["case_id"]
    hidden = meeting.api.refused("GET", f"/cases/{case_id}", meeting.seller)
    listed = meeting.api.get("/cases", meeting.seller)["total"]

    call(meeting, "POST", f"/cases/{case_id}/open", ORGANISER, {"version": 1})

    assert (hidden, listed) == ((404, "case_not_found"), 0)
    assert meeting.api.get(f"/cases/{case_id}", meeting.seller)["waits_for"] is None


def test_the_reason_of_the_side_that_declined_is_not_the_others_to_read(meeting: Held) -> None:
    case_id = meeting.say(meeting.buyer)["case_id"]
    meeting.say(meeting.seller, interested=False, reason="competitor")

    reads = [meeting.api.get(f"/cases/{case_id}", who) for who in (meeting.buyer, ORGANISER)]

    assert [(one["stage"], one["reason"], one["steps"][-1]["reason"]) for one in reads] == [
        ("closed", None, None),
        ("closed", "competitor", "competitor"),
    ]


def test_steps_said_after_the_meeting_are_the_first_tasks(meeting: Held) -> None:
    step = {"what": "Gửi bản vẽ", "side": "technology", "due": str(TODAY)}
    case_id = meeting.say(meeting.buyer, steps=[step])["case_id"]
    meeting.say(meeting.buyer, steps=[step, {"what": "Gửi số liệu", "side": "need"}])

    tasks = meeting.api.get(f"/cases/{case_id}")["tasks"]

    assert [(one["what"], one["side"], one["responsible_side"], one["due"]) for one in tasks] == [
        ("Gửi bản vẽ", "technology", "technology", str(TODAY)),
        ("Gửi số liệu", "need", "need", None),
    ]


def test_a_task_has_person_progress_and_responsibility(meeting: Held, case: Any) -> None:
    body = {
        "what": "Khảo sát kho",
        "person": "Tuấn",
        "side": "need",
        "responsible": "Phòng kỹ thuật",
        "responsible_side": "technology",
        "due": str(TODAY - timedelta(days=1)),
    }
    (task,) = call(meeting, "POST", f"/cases/{case['id']}/tasks", meeting.buyer, body)["tasks"]
    path = f"/cases/{case['id']}/tasks/{task['id']}"

    done = body | {"progress": "done", "progress_note": "Xong", "version": task["version"]}
    (changed,) = call(meeting, "PUT", path, meeting.seller, done)["tasks"]

    assert (task["overdue"], changed["overdue"], changed["progress"]) == (True, False, "done")
    assert {name: changed[name] for name in body} == body
    assert meeting.api.refused("PUT", path, meeting.buyer, json=done) == (409, "version_stale")


def test_overdue_cases_stand_on_top_and_can_be_asked_for(meeting: Held, case: Any) -> None:
    nothing_late = meeting.api.get("/cases", overdue=True)["total"]
    late = {"what": "Gọi lại", "due": str(TODAY - timedelta(days=1))}
    call(meeting, "POST", f"/cases/{case['id']}/tasks", ORGANISER, late)

    (row,) = meeting.api.get("/cases", overdue=True)["items"]

    assert nothing_late == 0
    assert (row["overdue"], row["open_tasks"], row["next_due"]) == (1, 1, late["due"])


def test_cases_are_found_by_words_without_accents(meeting: Held, case: Any) -> None:
    assert meeting.api.get("/cases", search="thuy san do son")["total"] == 1
    assert meeting.api.get("/cases", search="bơm nhiệt")["total"] == 1
    assert meeting.api.get("/cases", search="thep")["total"] == 0


def test_a_value_counts_when_both_sides_confirmed_it(meeting: Held, case: Any) -> None:
    path = f"/cases/{case['id']}/value"
    entered = call(meeting, "PUT", path, meeting.buyer, {"amount": "1250000.50", "currency": "USD"})["value"]

    confirmed = call(meeting, "POST", f"{path}/confirm", meeting.seller, {"version": entered["version"]})["value"]

    assert (entered["amount"], entered["backing"], entered["awaited"]) == ("1250000.50", "open", ["technology"])
    assert (confirmed["backing"], confirmed["awaited"]) == ("confirmed", [])


def test_a_changed_value_asks_the_other_side_again(meeting: Held, case: Any) -> None:
    path = f"/cases/{case['id']}/value"
    call(meeting, "PUT", path, meeting.buyer, {"amount": "5", "currency": "VND"})
    call(meeting, "POST", f"{path}/confirm", meeting.seller, {"version": 1})

    changed = call(meeting, "PUT", path, meeting.seller, {"amount": "6", "currency": "VND", "version": 1})["value"]

    assert (changed["backing"], changed["awaited"]) == ("open", ["need"])
    assert meeting.api.refused("POST", f"{path}/confirm", meeting.buyer, json={"version": 1}) == (409, "version_stale")


def test_an_organiser_confirms_by_evidence_and_it_is_shown_as_such(meeting: Held, case: Any) -> None:
    path = f"/cases/{case['id']}/value"
    call(meeting, "PUT", path, meeting.buyer, {"amount": "5", "currency": "VND"})
    evidence = {"version": 1, "evidence": "Hợp đồng số 12/2026"}

    value = call(meeting, "POST", f"{path}/evidence", ORGANISER, evidence)["value"]

    assert (value["backing"], value["evidence"], value["awaited"]) == (
        "evidenced",
        "Hợp đồng số 12/2026",
        ["technology"],
    )
    assert meeting.api.refused("POST", f"{path}/evidence", meeting.buyer, json=evidence) == (403, "organiser_only")


def test_amounts_are_exact_decimal_text(meeting: Held, case: Any) -> None:
    path = f"/cases/{case['id']}/value"

    assert meeting.api.refused("PUT", path, meeting.buyer, json={"amount": "0.5", "currency": "VND"}) == (
        400,
        "amount_too_fine",
    )
    assert meeting.api.refused("PUT", path, meeting.buyer, json={"amount": 0.5, "currency": "USD"})[0] == 422
    assert meeting.api.refused("PUT", path, meeting.buyer, json={"amount": "0.00", "currency": "USD"})[0] == 422


def test_a_note_is_removed_by_its_own_side_or_the_organiser(meeting: Held, case: Any) -> None:
    path = f"/cases/{case['id']}/notes"
    (note,) = call(meeting, "POST", path, meeting.buyer, {"text": "Gọi lại thứ hai"})["notes"]

    assert meeting.api.refused("DELETE", f"{path}/{note['id']}", meeting.seller) == (403, "not_your_side")
    assert call(meeting, "DELETE", f"{path}/{note['id']}", meeting.buyer)["notes"] == []


def test_what_organisers_read_is_told_to_both_organisations(meeting: Held, case: Any) -> None:
    seen = [meeting.api.get(f"/organisations/{who}/views", who)["items"] for who in (meeting.buyer, meeting.seller)]

    assert [[(one["what"], one["item_id"]) for one in items if one["item_id"] == case["id"]] for items in seen] == [
        [("case", case["id"])]
    ] * 2


def test_the_list_is_taken_away_as_a_file(meeting: Held, case: Any) -> None:
    answer = meeting.api.call("GET", "/cases/export", params={"form": "csv", "language": "vi"})

    header, row = answer.content.decode("utf-8-sig").splitlines()
    assert header.startswith("Mã hồ sơ,Ngày kết nối,Bên có nhu cầu")
    assert "Công ty Thủy sản Đồ Sơn" in row


def test_an_organiser_removes_a_case_with_all_that_belongs_to_it(meeting: Held, case: Any) -> None:
    call(meeting, "POST", f"/cases/{case['id']}/notes", meeting.buyer, {"text": "a"})

    assert meeting.api.refused("DELETE", f"/cases/{case['id']}", meeting.buyer) == (403, "organiser_only")
    call(meeting, "DELETE", f"/cases/{case['id']}", ORGANISER)
    assert meeting.rows() == []
