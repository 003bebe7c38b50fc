"""What an engine serves from at one moment."""

from dataclasses import dataclass, field

from matchmaker.catalogue.models import Kind
from matchmaker.matching.build import Market
from matchmaker.matching.side import TextRow
from matchmaker.matching.weights import Weights

# A side whose latecomers outgrow this share of it is rebuilt, so that means and hub values follow the catalogue.
REBUILD_SHARE = 0.1
REBUILD_LEAST = 20


@dataclass(frozen=True)
class EngineState:
    """One consistent state; replaced as a whole by a rebuild, so searches never see half of one.

    ``kept`` is the name under which it was saved before anything came late.
    """

    market: Market
    weights: Weights
    model: str
    seq: int
    late: dict[Kind, dict[int, list[TextRow]]] = field(default_factory=lambda: {kind: {} for kind in Kind})
    generation: int = 0
    kept: str = ""

    @property
    def needs_rebuild(self) -> bool:
        """Whether so much came late that the statistics should be made again, or a side had none to be made of."""
        return any(
            len(rows) > max(REBUILD_LEAST, REBUILD_SHARE * self.market.side(kind).segments[0].size)
            or (rows and not self.market.side(kind).segments[0].size)
            for kind, rows in self.late.items()
        )
