"""Small markets in memory for the tests of ranking."""

from typing import Any

from matchmaker.catalogue.models import Kind
from matchmaker.embedding.encoder import Array, HashEncoder
from matchmaker.matching.build import Market, build_market
from matchmaker.matching.pairs import fresh_queries
from matchmaker.matching.ranking import Query
from matchmaker.matching.side import Attributes, TextRow
from matchmaker.matching.weights import Weights, shipped_weights

WEIGHTS = shipped_weights()
SUBJECTS = (
    "lò hơi",
    "kho lạnh",
    "nước thải",
    "điện mặt trời",
    "máy nén khí",
    "khí sinh học",
    "chiếu sáng",
    "in ba chiều",
)
ACTIONS = ("thu hồi nhiệt cho", "giám sát từ xa", "tiết kiệm điện ở", "thay thế", "kiểm định")


def row(posting: int, text: str, language: str = "vi", **attributes: Any) -> TextRow:
    return TextRow(posting, language, text, text.split(".")[0], Attributes(**attributes))


def many_rows() -> list[TextRow]:
    """Forty texts: every action on every subject."""
    texts = [
        f"{action} {subject}. Hệ thống {action} {subject} của nhà máy" for action in ACTIONS for subject in SUBJECTS
    ]
    return [row(number, text, trl=number % 9 + 1) for number, text in enumerate(texts, start=1)]


def raw(rows: list[TextRow]) -> Array:
    return HashEncoder().encode([each.text for each in rows], "passage")


def market_of(technologies: list[TextRow], needs: list[TextRow], weights: Weights = WEIGHTS) -> Market:
    """Both sides with the twin's vectors."""
    rows = {Kind.TECHNOLOGY: technologies, Kind.NEED: needs}
    return build_market(rows, {kind: raw(own) for kind, own in rows.items()}, weights, {})


def asked(market: Market, text: str, language: str = "vi", weights: Weights = WEIGHTS) -> Query:
    """A query from the side of the needs."""
    asking = [row(0, text, language)]
    (query,) = fresh_queries(market, Kind.NEED, asking, raw(asking), weights)
    return query
