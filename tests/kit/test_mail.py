"""Mail: what a message says, what a postman does, and what a server that is away cannot lose."""

import socket
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from sqlmodel import select

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.mail.carriers import CarryingError, FolderCarrier, SmtpCarrier, carrier_of
from matchmaker.kit.mail.message import AddressError, as_page, make_message
from matchmaker.kit.mail.models import Language, MailState, OutgoingMail
from matchmaker.kit.mail.outbox import CARRIED_FOR, forget_old, take, wait_after, write_mail
from matchmaker.kit.mail.postman import deliver_due
from matchmaker.settings import Settings

TEXT = "Chào chị,\n\nMở {own-address}/#/sign-up/abc để xác nhận."


def written(database: Database, recipient: str = "lan@ben-binh.example") -> int:
    with database.session() as session:
        return write_mail(session, recipient, Language.VIETNAMESE, "Xác nhận địa chỉ", TEXT).id or 0


def row(database: Database) -> OutgoingMail:
    with database.session(writes=False) as session:
        return session.exec(select(OutgoingMail)).one()


def make_due(database: Database) -> None:
    with database.session() as session:
        for mail in session.exec(select(OutgoingMail)).all():
            mail.next_at = clock.now()
            session.add(mail)


def message(subject: str = "Chào", recipient: str = "lan@ben-binh.example", text: str = "Chào") -> EmailMessage:
    at = datetime(2026, 11, 2, tzinfo=UTC)
    return make_message("m@ketnoi.example", recipient, "vi", subject, text, mark="k", at=at, own="https://k.example")


class Inbox:
    """What a mail server took in; it answers recipients with ``answer``."""

    def __init__(self) -> None:
        self.taken: list[Any] = []
        self.answer = "250 OK"

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any) -> str:  # noqa: N802
        if self.answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return self.answer

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.taken.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@pytest.fixture
def inbox() -> Iterator[tuple[Inbox, str]]:
    """A mail server of this machine, and its address as the setting has it."""
    found = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as asked:
        port = asked.getsockname()[1]
    server = Controller(found, hostname="127.0.0.1", port=port)
    server.start()
    yield found, f"smtp://127.0.0.1:{port}"
    server.stop()


# --- messages ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("subject", ["a\r\nBcc: b@c.example", "a\nBcc: b@c.example", "a\x0bBcc: b@c.example"])
def test_a_subject_makes_no_other_header(subject: str) -> None:
    made = message_from_bytes(message(subject).as_bytes(), policy=default)

    assert (made["Bcc"], made["Subject"]) == (None, "a Bcc: b@c.example")


@pytest.mark.parametrize(
    "recipient",
    ["a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example", "a,b@c.example", "a@[x.y", "é@b.example", "a", ""],
)
def test_an_address_is_one_address(recipient: str) -> None:
    with pytest.raises(AddressError):
        message(recipient=recipient)


def test_the_page_shows_the_text_and_only_our_links_as_links() -> None:
    shown = as_page("<b>Lan</b> & co\nhttps://k.example/#/a\n\nhttps://evil.example/", "vi", "https://k.example")

    link = '<a href="https://k.example/#/a">https://k.example/#/a</a>'
    body = f"<p>&lt;b&gt;Lan&lt;/b&gt; &amp; co<br>\n{link}</p>\n<p>https://evil.example/</p>"
    assert shown.split("<body>\n")[1].split("\n</body>")[0] == body


def test_a_link_that_only_begins_like_ours_is_no_link() -> None:
    assert "<a " not in as_page("https://k.example.evil.example/", "vi", "https://k.example")


# --- carriers ----------------------------------------------------------------------------------------


def test_a_server_gets_plain_text_and_page(database: Database, settings: Settings, inbox: Any) -> None:
    found, address = inbox
    written(database)
    at = settings.model_copy(update={"mail_server": address, "address": "https://ketnoi.example"})

    assert deliver_due(database, at) == 1

    mail = found.taken[0]
    assert (mail["To"], mail["From"], mail["Subject"]) == (
        "lan@ben-binh.example",
        "Matchmaker <matchmaker@ketnoi.example>",
        "Xác nhận địa chỉ",
    )
    plain, page = (mail.get_body((kind,)).get_content().replace("\r\n", "\n") for kind in ("plain", "html"))
    assert plain == "Chào chị,\n\nMở https://ketnoi.example/#/sign-up/abc để xác nhận.\n"
    assert '<a href="https://ketnoi.example/#/sign-up/abc">' in page
    assert (row(database).state, row(database).text) == (MailState.SENT, "")


def test_without_a_server_mail_is_a_file(database: Database, settings: Settings) -> None:
    written(database)

    deliver_due(database, settings)

    files = list((settings.data_folder / "mail").iterdir())
    assert [file.suffix for file in files] == [".eml"]
    assert message_from_bytes(files[0].read_bytes(), policy=default)["Subject"] == "Xác nhận địa chỉ"


def test_a_demonstration_writes_to_nobody(settings: Settings) -> None:
    shown = {"mail_server": "smtp://mail.example", "demonstration": True}

    assert isinstance(carrier_of(settings.model_copy(update=shown)), FolderCarrier)
    assert isinstance(carrier_of(settings.model_copy(update=shown | {"demonstration": False})), SmtpCarrier)


def test_no_password_goes_over_an_open_line(inbox: Any) -> None:
    found, address = inbox
    carrier = SmtpCarrier(address.replace("smtp://", "smtp://lan:secret@"))

    with pytest.raises(CarryingError) as refused:
        carrier.carry(message(), "k")

    assert (refused.value.final, found.taken) == (False, [])


# --- the postman -------------------------------------------------------------------------------------


def test_a_server_that_is_away_loses_nothing(database: Database, settings: Settings, inbox: Any) -> None:
    found, address = inbox
    written(database)

    away = deliver_due(database, settings.model_copy(update={"mail_server": "smtp://127.0.0.1:1"}))
    waits = row(database)
    too_early = deliver_due(database, settings.model_copy(update={"mail_server": address}))
    make_due(database)
    later = deliver_due(database, settings.model_copy(update={"mail_server": address}))

    assert (away, waits.state, waits.attempts, too_early, later) == (0, MailState.WAITING, 1, 0, 1)
    assert 55 < (waits.next_at - clock.now()).total_seconds() <= 60
    assert len(found.taken) == 1


def test_waits_grow_to_an_hour() -> None:
    assert [wait_after(attempts).total_seconds() / 60 for attempts in (1, 2, 3, 7, 1000)] == [1, 2, 4, 60, 60]


@pytest.mark.parametrize(("answer", "state"), [("550 no such user", "failed"), ("451 try later", "waiting")])
def test_only_a_refusal_for_good_ends_a_mail(
    database: Database, settings: Settings, inbox: Any, answer: str, state: str
) -> None:
    found, address = inbox
    found.answer = answer
    written(database)

    deliver_due(database, settings.model_copy(update={"mail_server": address}))

    assert (row(database).state, answer[:3] in row(database).problem) == (state, True)
    assert (row(database).text == "") == (state == "failed")


def test_an_address_that_is_none_is_given_up_and_holds_up_nobody(database: Database, settings: Settings) -> None:
    written(database, "a,b@c.example")
    written(database)

    assert deliver_due(database, settings) == 1
    with database.session(writes=False) as session:
        assert sorted(mail.state for mail in session.exec(select(OutgoingMail))) == ["failed", "sent"]


def test_after_some_days_it_is_given_up(database: Database, settings: Settings) -> None:
    written(database)
    with database.session() as session:
        session.exec(select(OutgoingMail)).one().created_at -= timedelta(days=5, minutes=1)

    deliver_due(database, settings.model_copy(update={"mail_server": "smtp://127.0.0.1:1"}))

    assert row(database).state == MailState.FAILED


def test_what_a_killed_process_carried_goes_out_later(database: Database, settings: Settings) -> None:
    mail_id = written(database)
    with database.session() as session:
        take(session, mail_id, clock.now())
    at_once = deliver_due(database, settings)
    with database.session() as session:
        session.exec(select(OutgoingMail)).one().next_at -= CARRIED_FOR

    assert (at_once, deliver_due(database, settings)) == (0, 1)


class Counting:
    def __init__(self) -> None:
        self.marks: list[str] = []

    def carry(self, _message: EmailMessage, mark: str) -> None:
        self.marks.append(mark)


def test_several_postmen_send_each_mail_once(database: Database, settings: Settings) -> None:
    for _ in range(5):
        written(database)
    carrier = Counting()

    postmen = [threading.Thread(target=deliver_due, args=(database, settings, carrier)) for _ in range(4)]
    for postman in postmen:
        postman.start()
    for postman in postmen:
        postman.join()

    assert (len(carrier.marks), len(set(carrier.marks))) == (5, 5)


def test_a_mail_goes_only_with_what_it_speaks_of(database: Database, settings: Settings) -> None:
    def fail_afterwards() -> None:
        with database.session() as session:
            write_mail(session, "lan@ben-binh.example", Language.VIETNAMESE, "Xác nhận", TEXT)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail_afterwards()

    assert deliver_due(database, settings) == 0


def test_mails_that_went_out_are_forgotten_after_some_weeks(database: Database, settings: Settings) -> None:
    written(database)
    deliver_due(database, settings)
    with database.session() as session:
        session.exec(select(OutgoingMail)).one().ended_at = clock.now() - timedelta(days=31)
    written(database)

    with database.session() as session:
        forget_old(session)

    assert row(database).state == MailState.WAITING


def test_half_a_file_is_never_seen(settings: Settings, tmp_path: Path) -> None:
    FolderCarrier(tmp_path / "mail").carry(message(), "k")

    assert [file.name for file in (tmp_path / "mail").iterdir()] == ["k.eml"]
