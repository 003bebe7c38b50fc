"""Letters: words of a language with what they speak of filled in, put into the outbox."""

import tomllib
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sqlmodel import Session

from matchmaker.accounts.account_models import Account
from matchmaker.kit.mail.message import one_line
from matchmaker.kit.mail.models import Language, OutgoingMail
from matchmaker.kit.mail.outbox import OWN_ADDRESS, write_mail

# Nobody's mailbox: names under it are promised to lead nowhere.
_NOWHERE = ".invalid"


class Letter(StrEnum):
    """Each letter; its words stand under the same name in the file of each language."""

    CONFIRM_SIGN_UP = "confirm_sign_up"
    SIGN_UP_KNOWN = "sign_up_known"
    INVITATION = "invitation"
    JOIN_ASKED = "join_asked"
    JOIN_ACCEPTED = "join_accepted"
    JOIN_REFUSED = "join_refused"
    MADE_OWNER = "made_owner"
    MADE_MEMBER = "made_member"
    REMOVED = "removed"
    RIGHTS_CHANGED = "rights_changed"
    TOKEN_REVOKED = "token_revoked"
    ORGANISATION_VERIFIED = "organisation_verified"
    ORGANISATION_REJECTED = "organisation_rejected"
    RESET_PASSWORD = "reset_password"
    PASSWORD_CHANGED = "password_changed"
    CONFIRM_EMAIL = "confirm_email"
    EMAIL_KNOWN = "email_known"
    EMAIL_CHANGED = "email_changed"
    SECOND_FACTOR_ON = "second_factor_on"
    SECOND_FACTOR_OFF = "second_factor_off"
    NUDGE = "nudge"
    AGENDA_CHANGED = "agenda_changed"
    DIGEST = "digest"
    CASE_TASKS = "case_tasks"
    CASE_GOING = "case_going"


class Words(NamedTuple):
    subject: str
    text: str


@lru_cache
def words_of(language: Language) -> dict[Letter, Words]:
    """All letters in a language, with names in braces where something is filled in."""
    file = Path(__file__).parent / f"{language.value}.toml"
    read = tomllib.loads(file.read_text("utf-8"))
    frame: str = read["frame"]
    return {
        Letter(name): Words(words["subject"], frame.replace("{text}", words["text"].strip()))
        for name, words in read["letters"].items()
    }


@lru_cache
def phrases_of(language: Language) -> dict[str, str]:
    """Short words that letters are put together from."""
    found: dict[str, str] = tomllib.loads((Path(__file__).parent / f"{language.value}.toml").read_text("utf-8"))[
        "phrases"
    ]
    return found


def write_letter(
    session: Session,
    recipient: str,
    language: Language,
    letter: Letter,
    path: str = "/",
    unsubscribe: str = "",
    **values: str,
) -> OutgoingMail | None:
    """A letter that goes out after the transaction; None where its address leads nowhere by its form.

    ``path`` is the page of ours that it leads to.

    ``unsubscribe`` is the path at which programs for mail end such letters, if they can be ended. ``values`` fill the
    words; those that people wrote are brought onto one line, but ``lines``, which are ours.
    """
    if recipient.endswith(_NOWHERE):
        return None
    words = words_of(language)[letter]
    filled = {name: text if name == "lines" else one_line(text) for name, text in values.items()}
    filled["link"] = f"{OWN_ADDRESS}{path}"
    ends = f"{OWN_ADDRESS}{unsubscribe}" if unsubscribe else ""
    subject, text = words.subject.format_map(filled), words.text.format_map(filled)
    return write_mail(session, recipient, language, subject, text, ends)


def write_to(session: Session, account: Account, letter: Letter, path: str = "/", **values: str) -> None:
    """A letter to somebody in their own language."""
    write_letter(session, account.email, account.language, letter, path, **values)
