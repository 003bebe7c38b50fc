"""Letters that the service has sent, as they arrive in somebody's mailbox."""

import email
import re
import time
from email.message import EmailMessage
from email.policy import default

from live_service import LiveService

SECONDS = 20.0


def link_to(service: LiveService, address: str, path: str) -> str:
    """The link to a page of ours in the letters to an address; the last one where there are several. Waits for it."""
    link = re.compile(re.escape(service.address + path) + r"#\S+")
    ends = time.monotonic() + SECONDS
    while time.monotonic() < ends:
        if found := link.findall("\n".join(_text(one) for one in _letters(service, address))):
            return str(found[-1])
        time.sleep(0.2)
    raise AssertionError(f"no letter to {address} leads to {path}")


def _letters(service: LiveService, address: str) -> list[EmailMessage]:
    files = sorted(service.letters.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
    read = [email.message_from_bytes(file.read_bytes(), policy=default) for file in files]
    return [one for one in read if one["To"] == address]


def _text(letter: EmailMessage) -> str:
    body = letter.get_body(("plain",))
    assert body
    return str(body.get_content())
