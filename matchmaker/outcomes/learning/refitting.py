"""Fits fusion and calibration on grades of pairs, and measures both weights on needs that had no part in it."""

import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from sqlmodel import Session

from matchmaker.catalogue.models import Kind
from matchmaker.kit.errors import ConflictError
from matchmaker.matching import training
from matchmaker.matching.engine import Engine
from matchmaker.matching.evaluation import Collection, Relevance
from matchmaker.matching.fitting import quality
from matchmaker.matching.training import TOLERANCE, LabelledSet
from matchmaker.matching.weights import Weights
from matchmaker.outcomes.learning.gathering import Pair

# Fewer judged needs or pairs of either kind say nothing that holds for others.
LEAST_NEEDS = 12
LEAST_OF_A_KIND = 10
# One need in so many is held out.
HELD_OUT = 3
# Squared errors move by chance alone, as nDCG does.
BRIER_TOLERANCE = 0.001


@dataclass(frozen=True)
class Enough:
    """What there is to learn from, and the least that there must be."""

    needs: int
    fits: int
    misfits: int
    least_needs: int = LEAST_NEEDS
    least_of_a_kind: int = LEAST_OF_A_KIND

    @property
    def is_there(self) -> bool:
        return self.needs >= LEAST_NEEDS and min(self.fits, self.misfits) >= LEAST_OF_A_KIND


def count(grades: Mapping[Pair, int]) -> Enough:
    """How much is known."""
    fits = sum(found > 0 for found in grades.values())
    return Enough(len({need for need, _ in grades}), fits, len(grades) - fits)


def is_held_out(need_id: int) -> bool:
    """Whether a need is one of those that measure: the same ones at every refit, and no matter of their age."""
    return zlib.crc32(str(need_id).encode()) % HELD_OUT == 0


def read_labelled(session: Session, engine: Engine, grades: Mapping[Pair, int]) -> LabelledSet:
    """The live catalogue, each posting in the language it was written in, with these grades."""
    own = {kind: [row for row, _ in found] for kind, found in training.written_first(session).items()}
    ids = {kind: [str(row.posting) for row in own[kind]] for kind in Kind}
    known = {kind: set(found) for kind, found in ids.items()}
    relevance: Relevance = {}
    for (need, technology), found in grades.items():
        if str(need) in known[Kind.NEED] and str(technology) in known[Kind.TECHNOLOGY]:
            relevance.setdefault(str(need), {})[str(technology)] = found
    collection = Collection(own[Kind.TECHNOLOGY], ids[Kind.TECHNOLOGY], own[Kind.NEED], ids[Kind.NEED], relevance)
    vectors = {kind: engine.lasting_vectors([row.text for row in own[kind]], kind) for kind in Kind}
    return LabelledSet(collection, vectors, digest="", name="answers and outcomes")


def refit(labelled: LabelledSet, before: Weights) -> tuple[Weights, dict[str, Any]]:
    """New weights from the needs that are not held out, and what both do for those that are.

    Raises ConflictError where too little is known.
    """
    learning, measuring = (_part(labelled, held_out=held_out) for held_out in (False, True))
    for part in (learning, measuring):
        grades = [found for own in part.collection.relevance.values() for found in own.values()]
        if not 0 < sum(found > 0 for found in grades) < len(grades):
            raise ConflictError("too_little_to_learn_from", **asdict(count(_pairs(labelled))))
    after, figures = training.fit(learning, before, adapter=False, fusion=True)
    measured = {name: measure(measuring, weights) for name, weights in (("before", before), ("after", after))}
    told = {
        "learned_from": len(learning.collection.relevance),
        "measured_on": len(measuring.collection.relevance),
        "dense": {"before": before.dense, "after": after.dense},
        "fitting": figures,
        **measured,
        "better": is_better(measured["before"], measured["after"]),
    }
    return after, told


def measure(labelled: LabelledSet, weights: Weights) -> dict[str, Any]:
    """nDCG@10 of the judged needs, and how far what is said of a pair is what was seen."""
    _, pairs = training.measure_examples(labelled, weights)
    return {"ndcg@10": training.ndcg_of(labelled, weights)} | quality(pairs, weights.calibration)


def is_better(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether one of order and probability gains and the other does not lose."""
    order, error = after["ndcg@10"] - before["ndcg@10"], after["brier"] - before["brier"]
    loses = order < -TOLERANCE or error > BRIER_TOLERANCE
    return not loses and (order > TOLERANCE or error < -BRIER_TOLERANCE)


def _part(labelled: LabelledSet, *, held_out: bool) -> LabelledSet:
    relevance = {
        need: grades for need, grades in labelled.collection.relevance.items() if is_held_out(int(need)) is held_out
    }
    return replace(labelled, collection=replace(labelled.collection, relevance=relevance))


def _pairs(labelled: LabelledSet) -> dict[Pair, int]:
    return {
        (int(need), int(technology)): found
        for need, grades in labelled.collection.relevance.items()
        for technology, found in grades.items()
    }
