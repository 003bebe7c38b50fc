"""Learns from labelled pairs and takes the result into use only if nothing that must not suffer does."""

import csv
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sqlmodel import Session, select

from matchmaker.catalogue.models import Kind, Posting
from matchmaker.embedding.encoder import Array, Encoder
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.errors import InvalidError
from matchmaker.matching import learned
from matchmaker.matching.build import adapt, without
from matchmaker.matching.centring import centre
from matchmaker.matching.engine import read_rows
from matchmaker.matching.evaluation import (
    Collection,
    Progress,
    Relevance,
    encode_collection,
    evaluate,
    make_market,
    make_queries,
    read_collection,
)
from matchmaker.matching.fitting import (
    UNSEEN,
    Example,
    Labelled,
    choose_dense_share,
    fit_adapter,
    fit_calibration,
    ndcg,
)
from matchmaker.matching.ranking import Ranked, rank
from matchmaker.matching.side import TextRow
from matchmaker.matching.weights import Weights

# An unlabelled candidate near the top is probably no fit, but nobody said so.
UNLABELLED_WEIGHT = 0.3
UNLABELLED_DEPTH = 20
PARTLY_WEIGHT = 0.5
# Needs for which there is nothing are few: of the seed's needs one in eight. With this weight they are one in five.
BARE_WEIGHT = 0.15
DEPTH = 200
# Figures move by chance alone; more than this is a loss.
TOLERANCE = 0.002
ADAPTER_STRENGTHS = (30.0, 10.0, 3.0, 1.0)


@dataclass(frozen=True)
class LabelledSet:
    """A collection whose relevance may hold zeros: pairs that somebody judged not to fit."""

    collection: Collection
    vectors: dict[Kind, Array]
    digest: str
    name: str


def train(
    database: Database,
    encoder: Encoder,
    folder: Path,
    pairs: Path,
    guards: Sequence[Path],
    *,
    adapter: bool,
    fusion: bool = True,
    progress: Progress | None = None,
) -> dict[str, Any]:
    """Fit on ``pairs`` (a BEIR folder, or a table of need, technology, grade by keys of the live catalogue).

    Saves a new version with its origin and figures into ``folder``, and takes it into use if neither the pairs' own
    nDCG@10 nor that of any guard folder falls; what is gained on needs not seen in fitting stands in the figures.
    Returns what was measured.
    """
    before = learned.current_weights(folder)
    labelled, *guarded = [read_labelled(database, encoder, source, progress) for source in (pairs, *guards)]
    after, figures = fit(labelled, before, adapter=adapter, fusion=fusion)
    checks = [_check(part.name, part, before, after) for part in (labelled, *guarded)]
    accepted = all(check["after"] >= check["before"] - TOLERANCE for check in checks)
    origin = {
        "trained_on": labelled.name,
        "data_digest": labelled.digest,
        "model": encoder.name,
        "at": clock.now().isoformat(timespec="seconds"),
        "former": before.version,
        "figures": figures,
        "checks": checks,
    }
    version = learned.save_weights(folder, replace(after, origin=origin))
    if accepted:
        learned.use(folder, version)
    return {"version": version, "in_use": accepted, "figures": figures, "checks": checks}


def fit(labelled: LabelledSet, before: Weights, *, adapter: bool, fusion: bool) -> tuple[Weights, dict[str, Any]]:
    """New weights from a labelled set, and their cross-validated figures."""
    figures: dict[str, Any] = {}
    after = before
    if adapter:
        fitted, figures["adapter"] = _choose_adapter(labelled, before)
        after = replace(after, adapter=fitted)
    examples, pairs = measure_examples(labelled, after)
    if fusion:
        share, figures["fusion"] = choose_dense_share(examples)
        if figures["fusion"][UNSEEN] > _mean_ndcg(examples, before.dense):
            # Where all shares do alike, such as across languages, or the best one is so by chance, the former stays.
            after = replace(after, dense=share, lexical=round(1 - share, 2))
            # Probabilities are made from the scores that the new shares give.
            _, pairs = measure_examples(labelled, after)
    if not 0 < pairs.fits.sum() < len(pairs.fits):
        raise InvalidError("labels_of_one_kind", pairs=len(pairs.fits))
    calibration, figures["calibration"] = fit_calibration(pairs)
    return replace(after, calibration=calibration), figures


def measure_examples(labelled: LabelledSet, weights: Weights) -> tuple[list[Example], Labelled]:
    """What ranking measures of each judged need's candidates, for fusion and for calibration.

    For calibration each need is asked once more without what fits it, so that needs for which there is nothing are
    known as well: labels alone are of needs that somebody found something for.
    """
    collection = labelled.collection
    market = make_market(collection, labelled.vectors, weights, "full")
    queries = make_queries(collection, labelled.vectors[Kind.NEED], market, weights, "full")
    graded = any(grade > 1 for grades in collection.relevance.values() for grade in grades.values())
    posting = {name: row.posting for name, row in zip(collection.document_ids, collection.documents, strict=True)}
    examples, parts = [], []
    for number, (need, query) in enumerate(zip(collection.query_ids, queries, strict=True)):
        grades = collection.relevance.get(need)
        if not grades:
            continue
        depth = max(DEPTH, len(grades))
        ranked = rank(market.technologies, query, weights, depth)
        found = _grades(collection, ranked, grades)
        fitting = [document for document, grade in grades.items() if grade > 0]
        examples.append(Example(ranked.features, np.maximum(found, 0), len(fitting)))
        parts.append(_pairs(ranked, found, number, graded=graded, bare=False))
        if fitting:
            left = without(market.technologies, [posting[name] for name in fitting if name in posting])
            ranked = rank(left, query, weights, depth)
            found = _grades(collection, ranked, grades)
            parts.append(_pairs(ranked, found, number, graded=graded, bare=True))
    return examples, _joined(parts)


def _grades(collection: Collection, ranked: Ranked, grades: dict[str, int]) -> npt.NDArray[np.int64]:
    """The grade of each row, -1 where nobody gave one."""
    return np.array([grades.get(collection.document_ids[row], -1) for row in ranked.rows], np.int64)


def _pairs(ranked: Ranked, found: npt.NDArray[np.int64], need: int, *, graded: bool, bare: bool) -> Labelled:
    """The pairs of one need that say something for calibration."""
    weights = np.array([_weight(int(grade), place, graded) for place, grade in enumerate(found)], np.float32)
    pairs = Labelled(
        ranked.scores,
        ranked.evidence,
        (found > 0).astype(np.int64),
        weights * (BARE_WEIGHT if bare else 1.0),
        np.full(len(found), need),
        np.full(len(found), bare),
    )
    return pairs.where(weights > 0)


def _joined(parts: Sequence[Labelled]) -> Labelled:
    return Labelled(*(np.concatenate([getattr(part, one.name) for part in parts]) for one in fields(Labelled)))


def _mean_ndcg(examples: Sequence[Example], dense: float) -> float:
    return float(np.mean([ndcg(example, dense) for example in examples])) if examples else 0.0


def _weight(grade: int, place: int, graded: bool) -> float:
    """How much a pair counts in calibration; where fits come in degrees, the lesser one counts less."""
    if grade < 0:
        return UNLABELLED_WEIGHT if place < UNLABELLED_DEPTH else 0.0
    return PARTLY_WEIGHT if graded and grade == 1 else 1.0


def _check(name: str, labelled: LabelledSet, before: Weights, after: Weights) -> dict[str, Any]:
    """nDCG@10 of a set before and after."""
    return {"name": name, "before": ndcg_of(labelled, before), "after": ndcg_of(labelled, after)}


def ndcg_of(labelled: LabelledSet, weights: Weights) -> float:
    """nDCG@10 of the judged needs, as users are served with these weights."""
    return float(evaluate(labelled.collection, labelled.vectors, weights, ("full",))["ndcg@10"])


def _choose_adapter(labelled: LabelledSet, weights: Weights) -> tuple[Array | None, dict[str, Any]]:
    """The least held adapter that helps on needs it has not seen; the present one, if any, when none does."""
    collection = labelled.collection
    position = {document: row for row, document in enumerate(collection.document_ids)}
    pairs = [
        (row, position[document])
        for row, need in enumerate(collection.query_ids)
        for document, grade in collection.relevance.get(need, {}).items()
        if grade > 0 and document in position
    ]
    halves = [[pair for pair in pairs if pair[0] % 2 == half] for half in (0, 1)]
    if not all(halves):
        # Too few needs to see what an adapter does for others.
        return weights.adapter, {"ndcg@10_on_the_other_half": {}, "strength": None}
    base = [_half_figure(labelled, weights, half) for half in (0, 1)]
    tried: dict[str, float] = {"before": round(float(np.mean(base)), 4)}
    best: tuple[float, float | None] = (float(np.mean(base)), None)
    for strength in ADAPTER_STRENGTHS:
        told = []
        for half in (0, 1):
            fitted = _fit_pairs(labelled, weights, halves[1 - half], strength)
            told.append(_half_figure(labelled, replace(weights, adapter=fitted), half))
        tried[str(strength)] = round(float(np.mean(told)), 4)
        if float(np.mean(told)) > best[0] + TOLERANCE:
            best = (float(np.mean(told)), strength)
    fitted_all = weights.adapter if best[1] is None else _fit_pairs(labelled, weights, pairs, best[1])
    return fitted_all, {"ndcg@10_on_the_other_half": tried, "strength": best[1]}


def _fit_pairs(labelled: LabelledSet, weights: Weights, pairs: list[tuple[int, int]], strength: float) -> Array:
    plain = replace(weights, adapter=None)
    market = make_market(labelled.collection, labelled.vectors, plain, "full")
    moved = {
        kind: centre(adapt(labelled.vectors[kind], plain), [row.language for row in rows], market.side(kind).means)
        for kind, rows in (
            (Kind.NEED, labelled.collection.queries),
            (Kind.TECHNOLOGY, labelled.collection.documents),
        )
    }
    own = {document for _, document in pairs}
    others = np.array([row for row in range(len(labelled.collection.documents)) if row not in own][:2000], np.int64)
    needs = moved[Kind.NEED][[need for need, _ in pairs]]
    technologies = moved[Kind.TECHNOLOGY]
    return fit_adapter(needs, technologies[[row for _, row in pairs]], technologies[others], strength)


def _half_figure(labelled: LabelledSet, weights: Weights, half: int) -> float:
    collection = labelled.collection
    judged = {n: g for i, n in enumerate(collection.query_ids) if i % 2 == half and (g := collection.relevance.get(n))}
    return ndcg_of(replace(labelled, collection=replace(collection, relevance=judged)), weights)


def read_labelled(database: Database, encoder: Encoder, source: Path, progress: Progress | None = None) -> LabelledSet:
    """A labelled set from a folder or a table. Raises InvalidError naming what is wrong with it."""
    if source.is_dir():
        collection = read_collection(source)
        digest = _digest([source / "corpus.jsonl", source / "queries.jsonl", source / "qrels" / "test.tsv"])
    else:
        with database.session(writes=False) as session:
            collection = _read_table(session, source)
        digest = _digest([source])
    graded = [grade for need in collection.query_ids for grade in collection.relevance.get(need, {}).values()]
    if not any(grade > 0 for grade in graded):
        raise InvalidError("labels_of_one_kind", pairs=len(graded))
    vectors = encode_collection(collection, encoder, symmetric=False, progress=progress)
    return LabelledSet(collection, vectors, digest, source.name)


def written_first(session: Session) -> dict[Kind, list[tuple[TextRow, str]]]:
    """Each published posting in the language that it was written in, with its owner's key, empty for none."""
    columns = select(Posting.id, Posting.language, Posting.key)
    known = {posting: (language, key or "") for posting, language, key in session.exec(columns)}
    return {
        kind: [(row, known[row.posting][1]) for row in rows if row.language == known[row.posting][0]]
        for kind, rows in read_rows(session).items()
    }


def _read_table(session: Session, path: Path) -> Collection:
    """The live catalogue's postings that have a key, as they were written first, with the table's grades."""
    keyed = {kind: [(row, key) for row, key in found if key] for kind, found in written_first(session).items()}
    texts = {kind: [row for row, _ in found] for kind, found in keyed.items()}
    ids = {kind: [key for _, key in found] for kind, found in keyed.items()}
    relevance = _read_pairs(path)
    graded = {Kind.NEED: set(relevance), Kind.TECHNOLOGY: {key for grades in relevance.values() for key in grades}}
    for kind, code in ((Kind.NEED, "pairs_of_unknown_needs"), (Kind.TECHNOLOGY, "pairs_of_unknown_technologies")):
        if missing := sorted(graded[kind] - set(ids[kind])):
            raise InvalidError(code, keys=missing[:10])
    return Collection(texts[Kind.TECHNOLOGY], ids[Kind.TECHNOLOGY], texts[Kind.NEED], ids[Kind.NEED], relevance)


def _read_pairs(path: Path) -> Relevance:
    relevance: Relevance = {}
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InvalidError("collection_file_unreadable", file=str(path)) from error
    for number, line in enumerate(csv.DictReader(lines, delimiter="\t"), start=2):
        try:
            need, technology, grade = line["need"], line["technology"], int(line["grade"])
        except (KeyError, ValueError, TypeError) as error:
            raise InvalidError("pair_invalid", file=path.name, line=number) from error
        relevance.setdefault(need, {})[technology] = grade
    return relevance


def _digest(paths: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()
