"""A mail as it travels: headers, plain text, and the same text as a page; pure."""

import re
from datetime import datetime
from email.errors import MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from html import escape

SUBJECT_LENGTH = 200
_LINK = re.compile(r"https?://[^\s<>\"]+")


class AddressError(ValueError):
    """An address that cannot stand in a mail."""


def one_line(text: str) -> str:
    """The text on one line and not too long, as a subject must be."""
    return " ".join(text.split())[:SUBJECT_LENGTH]


def address_of(text: str) -> Address:
    """A plain address, without a name. Raises AddressError."""
    try:
        return Address(addr_spec=text)
    except (ValueError, IndexError, AttributeError, MessageError) as error:
        # The parser of the standard library stumbles in several ways.
        raise AddressError(text) from error


def make_message(
    sender: str,
    recipient: str,
    language: str,
    subject: str,
    text: str,
    *,
    mark: str,
    at: datetime,
    own: str,
    unsubscribe: str = "",
) -> EmailMessage:
    """The message. ``mark`` tells it from all others, ``own`` is the address whose links the page shows as links,
    ``unsubscribe`` the address at which a POST ends such mail.

    Raises AddressError. Nothing that people wrote reaches a header but through this function.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = Address("Matchmaker", addr_spec=address_of(sender).addr_spec)
    message["To"] = address_of(recipient)
    message["Subject"] = one_line(subject)
    message["Date"] = format_datetime(at)
    message["Message-ID"] = f"<{mark}@{address_of(sender).domain}>"
    message["Content-Language"] = language
    # Answering machines keep quiet.
    message["Auto-Submitted"] = "auto-generated"
    if unsubscribe:
        # One click in programs for mail, after RFC 8058.
        message["List-Unsubscribe"] = f"<{unsubscribe}>"
        message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(text)
    message.add_alternative(as_page(text, language, own), subtype="html")
    return message


def as_page(text: str, language: str, own: str) -> str:
    """The text as a page of paragraphs; only links to ``own`` can be clicked, not what others wrote."""
    paragraphs = "\n".join(f"<p>{_paragraph(part, own)}</p>" for part in re.split(r"\n{2,}", text.strip()))
    return f'<!doctype html>\n<html lang="{language}"><meta charset="utf-8"><body>\n{paragraphs}\n</body></html>\n'


def _paragraph(text: str, own: str) -> str:
    shown, place = [], 0
    for found in _LINK.finditer(text):
        shown.append(escape(text[place : found.start()]))
        place = found.end()
        link = escape(found.group())
        shown.append(f'<a href="{link}">{link}</a>' if found.group().startswith(f"{own}/") else link)
    shown.append(escape(text[place:]))
    return "".join(shown).replace("\n", "<br>\n")
