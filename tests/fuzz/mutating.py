"""Changes inputs a little, and always the same way for the same seed: what ``make test`` fuzzes with."""

import random
from collections.abc import Iterator, Sequence

MOST_BYTES = 20_000
TELLING = (b"\x00", b"\xff\xff\xff\xff", b"\x7f\xff\xff\xff", b"\x80\x00\x00\x00", b'"', b"'", b"=", b"\r\n", b"%00")


def mutated(seeds: Sequence[bytes], count: int, seed: int = 1888) -> Iterator[bytes]:
    """The seeds, then ``count`` inputs with one to four changes each."""
    yield from seeds
    chance = random.Random(seed)
    for _ in range(count):
        data = chance.choice(seeds)
        for _ in range(chance.randint(1, 4)):
            data = chance.choice(CHANGES)(chance, data, chance.choice(seeds))[:MOST_BYTES]
        yield data


def _flip(chance: random.Random, data: bytes, _: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + bytes([chance.randrange(256)]) + data[at + 1 :]


def _drop(chance: random.Random, data: bytes, _: bytes) -> bytes:
    start, end = _slice(chance, data)
    return data[:start] + data[end:]


def _repeat(chance: random.Random, data: bytes, _: bytes) -> bytes:
    start, end = _slice(chance, data)
    return data[:end] + data[start:end] * chance.randint(1, 8) + data[end:]


def _insert(chance: random.Random, data: bytes, _: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    return data[:at] + chance.choice(TELLING) + data[at:]


def _overwrite(chance: random.Random, data: bytes, _: bytes) -> bytes:
    at, told = chance.randrange(len(data) + 1), chance.choice(TELLING)
    return data[:at] + told + data[at + len(told) :]


def _splice(chance: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other) + 1) :]


def _slice(chance: random.Random, data: bytes) -> tuple[int, int]:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    return start, end


CHANGES = (_flip, _flip, _drop, _repeat, _insert, _overwrite, _splice)
