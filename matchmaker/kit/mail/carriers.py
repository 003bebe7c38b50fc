"""How mail leaves: through a mail server, or as files into a folder while there is none."""

import asyncio
import os
from email.message import EmailMessage
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import unquote, urlsplit

from matchmaker.settings import Settings

SECONDS = 30.0
TRYING_SECONDS = 5.0


class CarryingError(Exception):
    """A mail that could not be handed over; ``final`` where trying again is no use."""

    def __init__(self, reason: str, *, final: bool) -> None:
        self.final = final
        super().__init__(reason)


class Carrier(Protocol):
    def carry(self, message: EmailMessage, mark: str) -> None:
        """Hand one message over. Raises CarryingError."""
        ...


class FolderCarrier:
    """Writes each message into a folder, as a file that mail programs open."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def carry(self, message: EmailMessage, mark: str) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            half = self.folder / f".{mark}.half"
            half.write_bytes(message.as_bytes())
            os.replace(half, self.folder / f"{mark}.eml")
        except OSError as error:
            raise CarryingError(str(error), final=False) from error


class SmtpCarrier:
    """Hands messages to a mail server; with a user's name only over an encrypted connection."""

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self.host, self.port = parts.hostname or "localhost", parts.port
        self.username = unquote(parts.username) if parts.username else None
        self.password = unquote(parts.password) if parts.password else None
        self.encrypted = parts.scheme == "smtps"

    def carry(self, message: EmailMessage, mark: str) -> None:
        import aiosmtplib

        try:
            asyncio.run(aiosmtplib.send(message, **self._connecting(SECONDS)))
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise CarryingError(_reason(error), final=_is_final(error)) from error

    def try_out(self) -> None:
        """Connect, greet and sign in as for a message, and send none. Raises CarryingError."""
        import aiosmtplib

        async def greet() -> None:
            async with aiosmtplib.SMTP(**self._connecting(TRYING_SECONDS)) as client:
                await client.noop()

        try:
            asyncio.run(greet())
        except (aiosmtplib.SMTPException, OSError, ValueError) as error:
            raise CarryingError(_reason(error), final=False) from error

    def _connecting(self, seconds: float) -> dict[str, Any]:
        """How to reach the server and be let in, for a message as for a trial."""
        return {
            "hostname": self.host,
            "port": self.port,
            "username": self.username,
            "password": self.password,
            "use_tls": self.encrypted,
            "start_tls": self._start_tls,
            "timeout": seconds,
        }

    @property
    def _start_tls(self) -> bool | None:
        """None: where the server offers it."""
        if self.encrypted:
            return False
        return True if self.username else None


def carrier_of(settings: Settings) -> Carrier:
    """The mail server of the settings; a demonstration, where anybody is an organiser, writes to nobody."""
    if settings.mail_server and not settings.demonstration:
        return SmtpCarrier(settings.mail_server)
    return FolderCarrier(settings.data_folder / "mail")


def _is_final(error: Exception) -> bool:
    """Whether the server refuses this very mail for good; what is wrong with the server itself is put right."""
    import aiosmtplib

    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        return all(_is_final_code(one.code) for one in error.recipients)
    if isinstance(error, aiosmtplib.SMTPRecipientRefused | aiosmtplib.SMTPDataError):
        return _is_final_code(error.code)
    # An address in letters that the server does not know.
    return isinstance(error, aiosmtplib.SMTPNotSupported)


def _is_final_code(code: int) -> bool:
    return 500 <= code < 600


def _reason(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
