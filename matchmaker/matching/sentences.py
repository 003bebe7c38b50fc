"""Centred vectors of single sentences: those asked for lately at hand, all others in the store."""

from collections import OrderedDict
from collections.abc import Sequence

import numpy as np

from matchmaker.catalogue.models import Kind
from matchmaker.embedding.encoder import Array, digest
from matchmaker.matching.build import Market
from matchmaker.matching.centring import centre
from matchmaker.matching.engine import ROLE, Engine

KEPT = 20_000


class SentenceVectors:
    """Vectors by sentence; the oldest ones unused are forgotten first."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: OrderedDict[str, Array] = OrderedDict()

    def vectors(self, wanted: Sequence[tuple[Kind, str, str]], market: Market) -> list[Array]:
        """A unit vector for each (side, language, sentence), centred as the market's; missing ones are encoded."""
        keys = [self._engine.encoder.name + digest(sentence, ROLE[kind]) for kind, _, sentence in wanted]
        found = {key: self._kept.pop(key) for key in dict.fromkeys(keys) if key in self._kept}
        for kind in Kind:
            missing = {
                key: sentence
                for key, (own, _, sentence) in zip(keys, wanted, strict=True)
                if own is kind and key not in found
            }
            if missing:
                found.update(zip(missing, self._engine.lasting_vectors(list(missing.values()), kind), strict=True))
        self._kept.update(found)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        centred: dict[int, Array] = {}
        for kind in {kind for kind, _, _ in wanted}:
            own = [place for place, (side, _, _) in enumerate(wanted) if side is kind]
            raw, languages = np.stack([found[keys[place]] for place in own]), [wanted[place][1] for place in own]
            centred.update(zip(own, centre(raw, languages, market.side(kind).means), strict=True))
        return [centred[place] for place in range(len(wanted))]


def stacked(vectors: Sequence[Array], dimension: int) -> Array:
    """Rows as one array, also when there are none."""
    return np.stack(vectors) if vectors else np.zeros((0, dimension), np.float32)
