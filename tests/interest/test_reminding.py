"""Reminders as letters: to whom, in which language, and once."""

from fair import Market
from people import mails, person
from sqlmodel import col, update

from matchmaker.events.people_models import EventPerson


def test_members_and_delegates_are_written_to_in_their_own_languages(market: Market) -> None:
    api = market.fair.api
    person(api.database, "lan@ben-binh.example", member_of=market.seller, language="en")
    person(api.database, "stranger@a.example")
    with api.database.session() as session:
        hanh = col(EventPerson.name) == "Hạnh"
        session.execute(update(EventPerson).where(hanh).values(email="hanh@ben-binh.example", languages=["ko", "vi"]))
    market.fair.answer(market.pair, market.buyer, "must_meet")

    market.fair.call("POST", "/nudges")

    assert {mail.recipient: mail.subject for mail in mails(api.app)} == {
        "lan@ben-binh.example": "Green energy connection day: somebody waits for your answer",
        "hanh@ben-binh.example": "Ngày kết nối năng lượng xanh: có bên đang chờ trả lời của bạn",
    }
    text = mails(api.app)[0].text
    assert "- Công ty Thủy sản Đồ Sơn\n" in text
    assert f"{{own-address}}/events/{market.fair.id}" in text


def test_one_letter_for_all_who_wait_and_none_the_second_time(market: Market) -> None:
    person(market.fair.api.database, "hạnh@example.org", member_of=market.seller)
    for need in market.needs:
        market.fair.answer((need, market.technologies[0]), market.buyer, "must_meet")

    counts = []
    for _ in range(2):
        market.fair.call("POST", "/nudges")
        counts.append(len(mails(market.fair.api.app)))

    assert counts == [1, 1]


def test_a_refused_reminder_writes_to_nobody(market: Market) -> None:
    market.fair.answer(market.pair, market.buyer, "must_meet")

    market.fair.refused("POST", "/nudges", market.buyer)

    assert mails(market.fair.api.app) == []
