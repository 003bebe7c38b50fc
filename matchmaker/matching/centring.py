"""Takes out of vectors what only tells the side and the language.

All texts of one language and one side (asking or offering) share a direction that has nothing to do with their
subject; in a pool of several languages it outweighs the subject. Each text's vector loses the mean of its group and
is made a unit vector again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from matchmaker.embedding.encoder import Array


@dataclass(frozen=True)
class LanguageMeans:
    """Mean vector ``[d]`` per language of one side; ``everything`` stands in for a language never seen."""

    everything: Array
    by_language: Mapping[str, Array] = field(default_factory=dict)

    def of(self, language: str) -> Array:
        """The mean to subtract from a text in this language."""
        return self.by_language.get(language, self.everything)


def estimate_means(
    vectors: Array, languages: Sequence[str], prior: LanguageMeans | None, strength: float
) -> LanguageMeans:
    """Means of ``vectors`` ``[n, d]`` by language, drawn towards ``prior`` while a language has few texts.

    ``strength`` is how many texts the prior is worth. Without a prior the mean of all texts takes its place.
    """
    count = len(vectors)
    overall = prior.everything if prior else None
    if count:
        mean = vectors.mean(axis=0)
        overall = mean if overall is None else (mean * count + overall * strength) / (count + strength)
    if overall is None:
        raise ValueError("no texts and no prior")
    known = dict(prior.by_language) if prior else {}
    codes = np.asarray(languages)
    for language in set(languages):
        own = vectors[codes == language]
        base = known.get(language, overall)
        known[language] = ((own.sum(axis=0) + base * strength) / (len(own) + strength)).astype(np.float32)
    return LanguageMeans(overall.astype(np.float32), known)


def centre(vectors: Array, languages: Sequence[str], means: LanguageMeans) -> Array:
    """Unit vectors ``[n, d]`` without the means of their languages."""
    moved = vectors - np.stack([means.of(language) for language in languages]) if len(vectors) else vectors
    return unit(moved)


def unit(vectors: Array) -> Array:
    """Rows divided by their length; a row of zeros stays."""
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Array = (vectors / np.maximum(norms, 1e-12)).astype(np.float32)
    return scaled
