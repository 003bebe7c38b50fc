"""Random tokens, of which only fingerprints are stored, and signatures with the service's own key."""

import base64
import hashlib
import hmac
import os
import secrets
import tempfile
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

TOKEN_BYTES = 32
KEY_BYTES = 32


def new_token() -> str:
    """A token that nobody can guess: 43 letters that need no escaping in an address."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def fingerprint(token: str) -> str:
    """What is stored of a token: 64 hexadecimal digits. A plain digest will do, because tokens are random."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class Secret:
    """The key of this service, from the settings or from a file that is made when it is first needed."""

    def __init__(self, given: str, folder: Path) -> None:
        self._given = given
        self._file = folder / "secret"

    @cached_property
    def key(self) -> bytes:
        """The key's bytes; the file can be read by its owner only."""
        if self._given:
            return self._given.encode("utf-8")
        self._file.parent.mkdir(parents=True, exist_ok=True)
        if not self._file.exists():
            self._make()
        return self._file.read_bytes()

    def _make(self) -> None:
        """Write a key, on disk and whole before anybody finds it; of several who do, one is first."""
        opened, name = tempfile.mkstemp(dir=self._file.parent, prefix="secret-")
        try:
            with os.fdopen(opened, "wb") as stream:
                stream.write(secrets.token_bytes(KEY_BYTES))
                stream.flush()
                os.fsync(stream.fileno())
            with suppress(FileExistsError):
                os.link(name, self._file)
        finally:
            os.unlink(name)

    def mark(self, purpose: str, text: str) -> str:
        """The signature of a text for one purpose: 64 hexadecimal digits."""
        return hmac.new(self.key, f"{purpose}\0{text}".encode("utf-8", "replace"), hashlib.sha256).hexdigest()

    def sign(self, purpose: str, text: str) -> str:
        """The text with its signature behind a full stop."""
        return f"{text}.{self.mark(purpose, text)}"

    def seal(self, purpose: str, text: str) -> str:
        """A text that only this service can read again."""
        return self._box(purpose).encrypt(text.encode()).decode()

    def unseal(self, purpose: str, sealed: str) -> str | None:
        """The text of what ``seal`` made for this purpose; None for anything else, as after a change of the key."""
        from cryptography.fernet import InvalidToken

        try:
            return self._box(purpose).decrypt(sealed.encode()).decode()
        except InvalidToken:
            return None

    def _box(self, purpose: str) -> "Fernet":
        from cryptography.fernet import Fernet

        return Fernet(base64.urlsafe_b64encode(bytes.fromhex(self.mark("seal", purpose))))

    def signed_text(self, purpose: str, signed: str) -> str | None:
        """The text of what ``sign`` made for this purpose; None for anything else."""
        text, _, mark = signed.rpartition(".")
        good = hmac.compare_digest(mark.encode("utf-8", "replace"), self.mark(purpose, text).encode())
        return text if text and good else None
