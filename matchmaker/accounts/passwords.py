"""Passwords: argon2id, a few at a time, as slow for addresses that nobody has."""

import threading
from functools import lru_cache

from pwdlib import PasswordHash
from pwdlib.hashers.argon2 import Argon2Hasher

from matchmaker.accounts.password_strength import is_common
from matchmaker.kit.errors import InvalidError

MEMORY_KIB = 19 * 1024
ROUNDS = 2
# Each takes memory and a processor; many at once would be a way to stop the service.
_ROOM = threading.Semaphore(2)
_HASHING = PasswordHash((Argon2Hasher(time_cost=ROUNDS, memory_cost=MEMORY_KIB, parallelism=1),))


def hash_password(password: str) -> str:
    """What is stored of a password. Raises InvalidError ``password_too_common``."""
    if is_common(password):
        raise InvalidError("password_too_common")
    with _ROOM:
        return _HASHING.hash(password)


def is_password(password: str, stored: str | None) -> bool:
    """Whether ``stored`` was made of this password. Takes its time also where nothing is stored."""
    with _ROOM:
        right = _HASHING.verify(password, stored or _nobodys())
    return right and stored is not None


@lru_cache
def _nobodys() -> str:
    return _HASHING.hash("nobody's")
