"""What turns text into vectors, and its deterministic twin for tests.

An encoder knows strings and the role they are read in, nothing of offers or needs. Asymmetric sentence models want
to be told whether a text asks (``query``) or answers (``passage``).
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float32]
Role = Literal["query", "passage"]
Progress = Callable[[int, int], None]


class Encoder(Protocol):
    """Encodes texts to unit vectors."""

    name: str
    """Identifies the model and its weights; vectors of different names are never compared."""
    dimension: int

    def encode(self, texts: Sequence[str], role: Role, progress: Progress | None = None) -> Array:
        """Unit vectors, fp32 ``[len(texts), dimension]``; ``progress(done, total)`` counts texts as they finish."""
        ...


class HashEncoder:
    """A twin that needs no model: words hashed to fixed random directions and summed.

    Texts that share words are near each other, the same text always gets the same vector, and nothing is learned.
    """

    def __init__(self, dimension: int = 64) -> None:
        self.name = f"hash-{dimension}"
        self.dimension = dimension

    def encode(self, texts: Sequence[str], role: Role, progress: Progress | None = None) -> Array:
        vectors = np.stack([self._vector(text) for text in texts]) if texts else np.zeros((0, self.dimension))
        if progress:
            progress(len(texts), len(texts))
        return vectors.astype(np.float32)

    def _vector(self, text: str) -> npt.NDArray[np.float64]:
        # A constant share mimics real models, whose vectors all point roughly the same way.
        total = np.full(self.dimension, 0.5)
        for word in re.findall(r"\w+", text.casefold()):
            total += self._direction(word)
        unit: npt.NDArray[np.float64] = total / np.linalg.norm(total)
        return unit

    def _direction(self, word: str) -> npt.NDArray[np.float64]:
        seed = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=8).digest(), "little")
        return np.random.default_rng(seed).standard_normal(self.dimension)


def digest(text: str, role: Role) -> str:
    """Under which a vector is stored: the same text read in another role is another vector."""
    return hashlib.sha256(f"{role}\n{text}".encode()).hexdigest()
