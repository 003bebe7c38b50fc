"""A letter of the week says what waits for somebody, in their language, and is stopped with one click."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from people import Browser, mails, person
from sqlmodel import select
from support import Api

from matchmaker.kit import clock
from matchmaker.kit.mail.message import make_message
from matchmaker.matching.models import Candidate
from matchmaker.outcomes.feeds.digests.models import NewsStopped
from matchmaker.outcomes.feeds.digests.service import write_digests

EMAIL = "lan@ben-binh.example"


@pytest.fixture
def account(api: Api, owner: int, other: int) -> int:
    """A member of an organisation for whose need there is a fresh candidate."""
    need = api.published("need", owner, title="Giảm tiền điện")["id"]
    technology = api.published("technology", other, title="Bơm nhiệt\n{link}")["id"]
    weak = api.published("technology", other, title="Không hợp")["id"]
    with api.database.session() as session:
        for other_id, probability in ((technology, 0.8), (weak, 0.1)):
            values = {"rank": 1, "score": 1.0, "weights": "shipped", "seq": 1}
            session.add(Candidate(need_id=need, technology_id=other_id, probability=probability, **values))
    return person(api.database, EMAIL, member_of=owner)


def write(app: Any, now: datetime | None = None) -> int:
    return write_digests(app.state.database, app.state.secret, 0.4, now)


def stop_token(app: Any, place: int = 0) -> str:
    """The token behind a link to stop, of the last letter."""
    links = [line for line in mails(app)[-1].text.splitlines() if "/stop-news#" in line]
    return links[place].rpartition("#")[2]


def test_a_letter_says_what_is_new_once_a_week(app: Any, account: int) -> None:
    assert [write(app), write(app)] == [1, 0]

    (mail,) = mails(app)
    assert (mail.recipient, mail.language) == (EMAIL, "vi")
    assert "- Giảm tiền điện: Bơm nhiệt {link}" in mail.text
    assert "Không hợp" not in mail.text


def test_next_week_the_same_is_no_news(app: Any, account: int) -> None:
    write(app)

    assert (write(app, clock.now() + timedelta(days=8)), len(mails(app))) == (0, 1)


def test_a_week_begins_on_monday_at_home(app: Any, api: Api, owner: int) -> None:
    person(api.database, EMAIL, member_of=owner)
    sunday_at_home = datetime(2026, 3, 1, 16, 59, tzinfo=UTC)
    for moment in (sunday_at_home, sunday_at_home + timedelta(minutes=2)):
        write(app, moment)

    with api.database.session(writes=False) as session:
        days = session.connection().exec_driver_sql("SELECT monday FROM digest_week ORDER BY monday").scalars().all()
    assert [str(day) for day in days] == ["2026-02-23", "2026-03-02"]


def test_who_has_nothing_to_be_told_gets_no_mail(app: Any, api: Api, owner: int, other: int) -> None:
    person(api.database, EMAIL, member_of=owner)
    person(api.database, "nobody@a.example")

    assert (write(app), mails(app)) == (0, [])


def test_a_letter_is_in_the_language_of_its_reader(app: Any, api: Api, account: int, owner: int) -> None:
    person(api.database, "kim@ben-binh.example", member_of=owner, language="en")
    write(app)

    assert {mail.subject for mail in mails(app)} == {"Tuần này trên Matchmaker", "This week on Matchmaker"}


def test_a_link_stops_its_kind_without_signing_in(app: Any, api: Api, account: int) -> None:
    write(app)

    stopped = Browser(app).call("POST", "/news/stop-one", {"token": stop_token(app)}).json()

    assert stopped == {"kinds": ["candidates"]}
    with app.state.database.session() as session:
        session.connection().exec_driver_sql("DELETE FROM digest_week")
    assert write(app) == 0


def test_programs_for_mail_stop_everything_with_one_click(app: Any, account: int) -> None:
    write(app)
    (mail,) = mails(app)
    own = "https://k.example"
    address = mail.unsubscribe.replace("{own-address}", own)
    message = make_message(
        *("m@k.example", EMAIL, "vi", mail.subject, mail.text),
        mark="k",
        at=mail.created_at,
        own=own,
        unsubscribe=address,
    )

    path = message["List-Unsubscribe"].strip("<>").removeprefix(f"{own}/api")
    answer = Browser(app).client.post(
        f"/api{path}", content="List-Unsubscribe=One-Click", headers={"Sec-Fetch-Site": "none"}
    )

    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert answer.json() == {"kinds": ["candidates", "requests", "tasks"]}
    with app.state.database.session(writes=False) as session:
        assert len(session.exec(select(NewsStopped).where(NewsStopped.account_id == account)).all()) == 3


@pytest.mark.parametrize("token", ["1-all.00", "x", "1-candidates", "."])
def test_a_token_that_nobody_signed_stops_nothing(app: Any, account: int, token: str) -> None:
    answer = Browser(app).call("POST", "/news/stop-one", {"token": token})

    assert (answer.status_code, answer.json()["code"]) == (404, "link_not_valid")


def test_news_are_switched_off_and_on_in_the_account(app: Any, account: int) -> None:
    browser = Browser(app)
    browser.sign_in(EMAIL)

    off = browser.call("PUT", "/me/news/tasks", {"wanted": False}).json()
    on = browser.call("PUT", "/me/news/tasks", {"wanted": True}).json()

    assert [one["wanted"] for one in off] == [True, True, False]
    assert [one["wanted"] for one in on] == [True, True, True]


def test_opening_a_link_changes_nothing(app: Any, account: int) -> None:
    write(app)

    answer = Browser(app).client.get(f"/api/news/stop?token={stop_token(app)}")

    assert answer.status_code in (404, 405)
    with app.state.database.session(writes=False) as session:
        assert session.exec(select(NewsStopped)).all() == []
