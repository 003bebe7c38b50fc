"""Letters about published agendas: each person's own changes, and nothing to those for whom nothing changed."""

from people import mails
from sqlmodel import col, update
from stage import Stage
from support import PUBLIC

from matchmaker.events.people_models import EventPerson


def give_addresses(stage: Stage) -> None:
    """Tuấn reads Vietnamese, Hạnh English, Lan has an address and no meeting; Kim has none."""
    with stage.fair.api.database.session() as session:
        for name, email, languages in (
            ("Tuấn", "tuan@do-son.example", ["vi"]),
            ("Hạnh", "hanh@ben-binh.example", ["en", "vi"]),
            ("Lan", "lan@do-son.example", ["ko"]),
        ):
            one = col(EventPerson.name) == name
            session.execute(update(EventPerson).where(one).values(email=email, languages=languages))


def letters(stage: Stage) -> list[tuple[str, list[str]]]:
    """Recipients, and the lines of what changed."""
    found = mails(stage.fair.api.app)
    return [(mail.recipient, [line for line in mail.text.splitlines() if line.startswith("- ")]) for mail in found]


def test_each_person_is_told_their_own_meetings_in_their_language(stage: Stage) -> None:
    give_addresses(stage)

    stage.publish(stage.meeting())

    starts = stage.agenda(stage.tuan)[0]["starts_at"]
    day, time = starts[:10], starts[11:16]
    (tuan, (told_tuan,)), (hanh, (told_hanh,)) = sorted(letters(stage), reverse=True)
    assert (tuan, hanh) == ("tuan@do-son.example", "hanh@ben-binh.example")
    year, month, number = day.split("-")
    assert told_tuan == f"- Mới: {time} ngày {number}/{month}/{year}, Bàn 1, Viện Cơ khí Bến Bính"
    assert told_hanh.startswith(f"- New: {number} ")
    assert told_hanh.endswith(f"{time}, Bàn 1, Công ty Thủy sản Đồ Sơn")
    subjects = sorted(mail.subject for mail in mails(stage.fair.api.app))
    assert subjects == ["Green energy connection day: your meetings", "Ngày kết nối năng lượng xanh: lịch hẹn của bạn"]


def test_another_version_tells_only_what_is_different(stage: Stage) -> None:
    give_addresses(stage)
    stage.publish(stage.meeting())
    before = len(letters(stage))

    stage.publish(stage.meeting(need_person_id=stage.lan, interpreter_id=stage.kim, slot=1))

    later = letters(stage)[before:]
    kinds = {recipient: [line.split(":")[0] for line in lines] for recipient, lines in later}
    assert kinds == {
        "tuan@do-son.example": ["- Hủy"],
        "hanh@ben-binh.example": ["- Changed"],
        "lan@do-son.example": ["- New"],
    }


def test_a_version_that_is_refused_is_told_to_nobody(stage: Stage) -> None:
    give_addresses(stage)
    stage.draft(stage.meeting())

    stage.fair.refused("POST", "/agenda/publish", body={"number": 7})

    assert letters(stage) == []


def notices(stage: Stage, number: int) -> list[tuple[str, int, str, str | None, bool]]:
    found = stage.fair.get(f"/agenda/versions/{number}/notices")
    return [(one["person"], one["changes"], one["channel"], one["letter"], one["told"]) for one in found]


def test_organisers_see_who_was_told_by_what_those_whom_no_letter_reached_first(stage: Stage) -> None:
    give_addresses(stage)
    stage.publish(stage.meeting())

    stage.publish(stage.meeting(need_person_id=stage.lan, interpreter_id=stage.kim, slot=1))

    assert notices(stage, 1) == [("Hạnh", 1, "letter", "waiting", False), ("Tuấn", 1, "letter", "waiting", False)]
    assert notices(stage, 2) == [
        ("Kim", 1, "none", None, False),
        ("Hạnh", 1, "letter", "waiting", False),
        ("Lan", 1, "letter", "waiting", False),
        ("Tuấn", 1, "letter", "waiting", False),
    ]


def test_who_was_told_otherwise_and_who_subscribed_is_seen_too(stage: Stage) -> None:
    stage.publish(stage.meeting())
    stage.fair.call("POST", "/agenda/told", body={"number": 1, "person_ids": [stage.tuan]})
    stage.fair.call("POST", f"/agenda/people/{stage.hanh}/feed", body={})

    found = {one["person_id"]: one for one in stage.fair.get("/agenda/versions/1/notices")}

    assert (found[stage.tuan]["told"], found[stage.hanh]["told"]) == (True, False)
    assert (found[stage.tuan]["calendar"], found[stage.hanh]["calendar"]) == (False, True)


def test_whom_letters_went_to_is_for_organisers_and_of_published_versions(stage: Stage) -> None:
    stage.publish(stage.meeting())

    assert notices(stage, 2) == []
    assert stage.fair.refused("GET", "/agenda/versions/7/notices") == (404, "agenda_version_not_found")
    assert stage.fair.refused("GET", "/agenda/versions/1/notices", PUBLIC) == (403, "organiser_only")
