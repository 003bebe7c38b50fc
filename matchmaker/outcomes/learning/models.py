"""What is shown of learning: how much is known, and each version of the weights with what it was measured to do."""

from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel


class KnownPublic(SQLModel):
    """What there is to learn from, and the least that there must be."""

    needs: int
    fits: int
    misfits: int
    least_needs: int
    least_of_a_kind: int
    enough: bool


class BinPublic(SQLModel):
    """A tenth of the scale: the probability that was said, and the share that was seen to fit."""

    said: float
    seen: float
    weight: float


class MeasuredPublic(SQLModel):
    """What weights do on needs that had no part in learning."""

    ndcg: float = Field(description="nDCG@10.")
    brier: float
    calibration_error: float
    reliability: list[BinPublic]


class LearnedPublic(SQLModel):
    """Weights that were learned from answers and outcomes, or otherwise."""

    version: str
    in_use: bool
    at: datetime | None
    learned_from: int = Field(description="Needs.")
    measured_on: int = Field(description="Needs that were held out.")
    better: bool
    before: MeasuredPublic | None
    after: MeasuredPublic | None


class LearningPublic(SQLModel):
    in_use: str = Field(description="A version, or `shipped`.")
    former: str | None = Field(description="To which one can go back.")
    known: KnownPublic
    versions: list[LearnedPublic] = Field(description="The latest first.")


def measured(values: dict[str, Any] | None) -> MeasuredPublic | None:
    """What was measured, as it is shown."""
    if values is None:
        return None
    bins = [BinPublic(**row) for row in values["reliability"]]
    return MeasuredPublic(
        ndcg=values["ndcg@10"],
        brier=values["brier"],
        calibration_error=values["calibration_error"],
        reliability=bins,
    )
