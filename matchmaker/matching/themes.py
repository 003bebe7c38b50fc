"""Proposes session themes: groups of needs and technologies that mean something alike, named in two languages."""

from collections import Counter
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
from sqlmodel import Session, col, select

from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind
from matchmaker.catalogue.queries import PostingLabels
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Taxonomy
from matchmaker.embedding.encoder import Array
from matchmaker.matching.engine import Engine
from matchmaker.matching.landscape import evenly, posting_vectors
from matchmaker.matching.models import Candidate, Theme, ThemePair
from matchmaker.matching.sklearn_loading import load_sklearn

SMALLEST, LARGEST = 4, 24
# Agglomerative clustering keeps all distances; of more postings than these so many make the groups, and the others
# go to the nearest one.
EXACT_MOST = 3000
# The silhouette of so many tells which number of groups fits best.
JUDGED_MOST = 2000
STRONGEST = 5
WORDS = 3


def propose(session: Session, engine: Engine, count: int | None) -> list[Theme]:
    """Themes, the one with most postings first; ``count`` of them or as many as fit the texts best."""
    state = engine.current()
    parts = {kind: posting_vectors(state, kind) for kind in Kind}
    ids = [i for own, _ in parts.values() for i in own]
    if len(ids) < 2:
        return []
    vectors = np.concatenate([vectors for _, vectors in parts.values()])
    labels = cluster(vectors, count)
    rows = catalogue.labels_of(session, ids)
    pairs = _pairs(session)
    members = [[rows[i] for i, label in zip(ids, labels, strict=True) if label == n and i in rows] for n in set(labels)]
    words, known = _distinctive(members), taxonomy_of(session)
    themes = [_theme(own, pairs, said, known) for own, said in zip(members, words, strict=True) if own]
    return sorted(themes, key=lambda theme: -(len(theme.needs) + len(theme.technologies)))


def cluster(vectors: Array, count: int | None) -> npt.NDArray[np.int64]:
    """A label per row of unit vectors ``[n, d]``; without a count the one with the best silhouette is taken."""
    chosen = vectors[evenly(len(vectors), min(len(vectors), EXACT_MOST))]
    labels = _cluster_exactly(chosen, count)
    if len(chosen) == len(vectors):
        return labels
    centres = np.stack([chosen[labels == label].mean(axis=0) for label in np.unique(labels)])
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    nearest: npt.NDArray[np.int64] = (vectors @ centres.T).argmax(axis=1)
    return nearest


def _cluster_exactly(vectors: Array, count: int | None) -> npt.NDArray[np.int64]:
    from scipy.cluster.hierarchy import cut_tree, linkage

    # Ward on unit vectors: Euclidean distance grows with the angle, and groups come out of like size.
    tree = linkage(vectors, "ward")
    most = min(LARGEST, len(vectors) - 1)
    if count or most <= SMALLEST:
        found: npt.NDArray[np.int64] = cut_tree(tree, min(count or 2, len(vectors)))[:, 0].astype(np.int64)
        return found
    cuts = cut_tree(tree, list(range(SMALLEST, most + 1, 2))).astype(np.int64)
    return max(cuts.T, key=_silhouettes(vectors))


def _silhouettes(vectors: Array) -> Callable[[npt.NDArray[np.int64]], float]:
    """How well groups of these are told apart (Rousseeuw, J. Comput. Appl. Math. 20, 1987), by cosine."""
    load_sklearn()
    from sklearn.metrics import silhouette_score

    judged = evenly(len(vectors), min(len(vectors), JUDGED_MOST))
    distances = np.maximum(1 - vectors[judged] @ vectors[judged].T, 0)
    np.fill_diagonal(distances, 0)

    def silhouette(labels: npt.NDArray[np.int64]) -> float:
        seen = labels[judged]
        if not 1 < len(np.unique(seen)) < len(seen):
            return -1.0
        return float(silhouette_score(distances, seen, metric="precomputed"))

    return silhouette


def _theme(
    members: Sequence[PostingLabels], pairs: list[Candidate], words: dict[str, list[str]], known: Taxonomy
) -> Theme:
    by_kind = {kind: [m.id for m in members if m.kind is kind] for kind in Kind}
    needs, technologies = set(by_kind[Kind.NEED]), set(by_kind[Kind.TECHNOLOGY])
    inside = [p for p in pairs if p.need_id in needs and p.technology_id in technologies]
    strongest = sorted(inside, key=lambda p: (-p.probability, p.need_id, p.technology_id))[:STRONGEST]
    leaves = Counter(code for member in members for code in member.sectors)
    code = leaves.most_common(1)[0][0] if leaves else None
    sector = known.sectors.get(code or "")
    return Theme(
        name_vi=_name(sector.name_vi if sector else "", words["vi"]),
        name_en=_name(sector.name_en if sector else "", words["en"]),
        sector=code,
        words=words["vi"] + words["en"],
        needs=by_kind[Kind.NEED],
        technologies=by_kind[Kind.TECHNOLOGY],
        pairs=[
            ThemePair(need_id=p.need_id, technology_id=p.technology_id, probability=p.probability) for p in strongest
        ],
    )


def _name(sector: str, words: list[str]) -> str:
    said = ", ".join(words)
    return f"{sector}: {said}" if sector and said else sector or said


def _distinctive(groups: Sequence[Sequence[PostingLabels]]) -> list[dict[str, list[str]]]:
    """Per group and language the keywords that it uses more than the others do (class-based tf-idf)."""
    counts: list[dict[str, Counter[str]]] = []
    for group in groups:
        own: dict[str, Counter[str]] = {"vi": Counter(), "en": Counter()}
        for posting in group:
            if posting.language in own:
                own[posting.language].update({word.lower() for word in posting.keywords})
        counts.append(own)
    everywhere = {code: sum((own[code] for own in counts), Counter()) for code in ("vi", "en")}
    result = []
    for own in counts:
        chosen = {}
        for code in ("vi", "en"):
            value = {word: n * n / everywhere[code][word] for word, n in own[code].items()}
            chosen[code] = sorted(value, key=lambda word: (-value[word], word))[:WORDS]
        result.append(chosen)
    return result


def _pairs(session: Session) -> list[Candidate]:
    query = select(Candidate).where(col(Candidate.rank) <= STRONGEST)
    return list(session.exec(query))
