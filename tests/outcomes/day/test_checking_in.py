"""Checking in: by code and name, once however often it is sent, in the order in which it was said."""

import pytest
from people import told
from running_day import RunningDay
from support import PUBLIC


def test_somebody_is_checked_in_by_name_or_by_the_code_of_their_badge(day: RunningDay) -> None:
    by_name = day.check_in(day.stage.tuan)
    by_code = day.check_in(code=f" {day.code(day.stage.hanh).lower()}\r\n")

    assert [answer.json()["here"] for answer in (by_name, by_code)] == [True, True]
    assert by_code.json()["person_id"] == day.stage.hanh
    shown = day.fair.get("/day")
    assert (shown["expected"], shown["here"], day.here()) == (4, 2, ["Hạnh", "Tuấn"])


def test_what_is_sent_twice_counts_once(day: RunningDay) -> None:
    body = day.said(person_id=day.stage.tuan)
    taken_back = day.said(person_id=day.stage.tuan, here=False)

    answers = [day.told(sent) for sent in (body, taken_back, body, taken_back)]

    assert [(status, answer["here"]) for status, answer in answers] == [(200, True), *[(200, False)] * 3]
    assert day.here() == []
    assert len(day.api.get("/audit", entity="event", limit=200, action="outcomes.check_in")["items"]) == 2


def test_what_was_said_last_counts_and_not_what_arrives_last(day: RunningDay) -> None:
    day.check_in(day.stage.tuan, minutes=5, here=False)
    late = day.check_in(day.stage.tuan, minutes=20)

    assert (late.json()["here"], day.here()) == (False, [])
    assert day.check_in(day.stage.tuan, minutes=1).json()["here"] is True


def test_a_clock_that_is_ahead_does_not_win_for_ever(day: RunningDay) -> None:
    day.check_in(day.stage.tuan, minutes=-600)

    assert day.check_in(day.stage.tuan, here=False).json()["here"] is False


def test_a_key_stands_for_one_thing_only(day: RunningDay) -> None:
    body = day.said(person_id=day.stage.tuan)
    day.told(body)

    others = [day.told({**body, "person_id": day.stage.hanh}), day.told({**body, "here": False})]

    assert [(status, answer["code"]) for status, answer in others] == [(409, "sent_key_taken")] * 2
    assert day.here() == ["Tuấn"]


def test_codes_of_others_are_not_known(day: RunningDay) -> None:
    good = day.code(day.stage.tuan)
    stranger = good.replace(f"MM{day.stage.tuan}", f"MM{day.stage.hanh}", 1)
    worn = f"{good[:-1]}{'B' if good[-1] != 'B' else 'C'}"

    answers = [day.check_in(code=code) for code in (stranger, worn, "", "MM", "MM9", "x" * 100, "MM٣" + good[3:])]

    assert [told(answer) for answer in answers] == [(404, "code_not_known")] * 7
    assert day.here() == []


def test_a_code_of_one_event_opens_no_other(day: RunningDay) -> None:
    event = day.api.post("/events", {**day.fair.get(), "key": None} and other_event(day))["id"]
    with day.api.database.session() as session:
        from matchmaker.events.models import Event
        from matchmaker.events.phases import Phase

        row = session.get_one(Event, event)
        row.phase = Phase.RUNNING
        session.add(row)

    answers = [
        day.api.call("POST", f"/events/{event}/day/check-ins", json=day.said(**whom))
        for whom in ({"code": day.code(day.stage.tuan)}, {"person_id": day.stage.tuan})
    ]

    assert [told(answer) for answer in answers] == [(404, "code_not_known"), (404, "person_not_found")]


def other_event(day: RunningDay) -> dict[str, object]:
    from fair import EVENT

    return dict(EVENT)


def test_who_was_taken_off_or_withdrew_is_not_checked_in(day: RunningDay) -> None:
    code = day.code(day.stage.tuan)
    day.fair.call("DELETE", f"/people/{day.stage.lan}")
    day.fair.call("DELETE", f"/registrations/{day.buyer}")

    answers = [day.check_in(code=code), day.check_in(day.stage.tuan), day.check_in(day.stage.lan)]

    assert [told(answer) for answer in answers[:2]] == [(409, "not_coming")] * 2
    assert answers[2].status_code in (404, 409)
    assert day.fair.get("/day")["expected"] == 2


def test_only_organisers_check_in_and_see_who_is_there(day: RunningDay) -> None:
    assert told(day.check_in(day.stage.tuan, acting=day.buyer)) == (403, "organiser_only")
    assert told(day.check_in(day.stage.tuan, acting=PUBLIC)) == (403, "organiser_only")
    assert day.fair.refused("GET", "/day", day.buyer) == (403, "organiser_only")


def test_people_see_the_codes_of_their_own_organisation_only(day: RunningDay) -> None:
    own = day.fair.get(f"/day/people/{day.stage.tuan}/code", day.buyer)

    assert own["picture"].startswith("data:image/svg+xml")
    assert day.fair.refused("GET", f"/day/people/{day.stage.tuan}/code", day.seller) == (404, "person_not_found")


@pytest.mark.parametrize("body", [{}, {"person_id": 1, "code": "MM1"}])
def test_one_says_who_it_is_in_one_way(day: RunningDay, body: dict[str, object]) -> None:
    assert told(day.check_in(**body)) == (400, "code_or_person")  # type: ignore[arg-type]


def test_before_the_agenda_is_out_nobody_is_checked_in(day: RunningDay) -> None:
    day.fair.move("planning")

    assert told(day.check_in(day.stage.tuan)) == (409, "phase_refuses")


def test_what_was_said_before_the_end_is_taken_after_it(day: RunningDay) -> None:
    day.fair.move("running", "closed")

    assert day.check_in(day.stage.tuan, minutes=10).json()["here"] is True
    assert told(day.check_in(day.stage.hanh, minutes=-1)) == (409, "phase_refuses")
    assert day.here() == ["Tuấn"]
