"""A map of both sides in two dimensions, on which near points are alike in meaning."""

import numpy as np
import numpy.typing as npt
from sqlmodel import Session

from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import Kind
from matchmaker.embedding.encoder import Array
from matchmaker.matching.engine import Engine
from matchmaker.matching.models import Landscape, MapPoint
from matchmaker.matching.side import HUB_DIMENSIONS
from matchmaker.matching.sklearn_loading import load_sklearn
from matchmaker.matching.state import EngineState

# t-SNE (van der Maaten and Hinton, JMLR 9, 2008) shows neighbourhoods well but slows down with many points.
TSNE_MOST = 1500
TSNE_LEAST = 10


def draw(session: Session, engine: Engine, limit: int) -> Landscape:
    """At most ``limit`` postings, evenly from both sides by their numbers; the same state gives the same map."""
    state = engine.current()
    ids, vectors, total = _evenly(state, limit)
    if not ids:
        return Landscape(points=[], method="none", shown=0, total=0)
    coordinates, method = project(vectors)
    known = catalogue.postings_by_id(session, ids)
    texts = catalogue.texts_of(session, ids)
    points = []
    for posting_id, (x, y) in zip(ids, coordinates, strict=True):
        posting = known.get(posting_id)
        if posting:
            title = next((t.body.get("title", "") for t in texts[posting_id] if t.language == posting.language), "")
            sector = posting.sectors[0] if posting.sectors else None
            points.append(MapPoint(id=posting_id, kind=posting.kind, x=x, y=y, title=title, sector=sector))
    return Landscape(points=points, method=method, shown=len(points), total=total)


def _evenly(state: EngineState, limit: int) -> tuple[list[int], Array, int]:
    """Ids of at most ``limit`` postings, each side with its share; their vectors; how many there are."""
    living = {kind: state.market.side(kind).living_postings for kind in Kind}
    total = sum(map(len, living.values()))
    share = min(1.0, limit / total) if total else 1.0
    chosen = {kind: own[evenly(len(own), int(len(own) * share))] for kind, own in living.items()}
    parts = [posting_vectors(state, kind, own) for kind, own in chosen.items()]
    return [i for ids, _ in parts for i in ids], np.concatenate([vectors for _, vectors in parts]), total


def evenly(size: int, count: int) -> npt.NDArray[np.int64]:
    """``count`` places among ``size``, as far from each other as can be."""
    return np.unique(np.linspace(0, size - 1, count).astype(np.int64))


def project(vectors: Array) -> tuple[list[tuple[float, float]], str]:
    """Coordinates between 0 and 1 for vectors ``[n, d]``, and the method that made them."""
    if TSNE_LEAST <= len(vectors) <= TSNE_MOST:
        load_sklearn()
        from sklearn.manifold import TSNE

        perplexity = min(30.0, (len(vectors) - 1) / 3)
        flat = TSNE(
            2, metric="cosine", init="pca" if len(vectors) > 2 else "random", random_state=0, perplexity=perplexity
        )
        return _scaled(flat.fit_transform(vectors)), "t-sne"
    centred = vectors - vectors.mean(axis=0)
    axes = np.linalg.svd(centred.T @ centred)[0][:, :2]
    return _scaled(centred @ axes), "pca"


def posting_vectors(
    state: EngineState, kind: Kind, only: npt.NDArray[np.int64] | None = None
) -> tuple[list[int], Array]:
    """Ids of a side's living postings, or of those among ``only``, and the mean of their texts' vectors ``[n, d]``."""
    side = state.market.side(kind)
    dimension = len(side.means.everything)
    ids: list[int] = []
    parts: list[Array] = []
    for start, segment in side.located():
        postings = segment.columns.posting
        rows = np.flatnonzero(segment.alive if only is None else segment.alive & np.isin(postings, only))
        ids += segment.columns.posting[rows].tolist()
        parts.append(side.vectors(rows + start)[:, :-HUB_DIMENSIONS])
    if not ids:
        return [], np.zeros((0, dimension), np.float32)
    order = np.argsort(ids, kind="stable")
    unique, starts = np.unique(np.array(ids)[order], return_index=True)
    sums = np.add.reduceat(np.concatenate(parts)[order], starts, axis=0)
    return unique.tolist(), sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9)


def _scaled(flat: Array) -> list[tuple[float, float]]:
    low, high = flat.min(axis=0), flat.max(axis=0)
    scaled = (flat - low) / np.maximum(high - low, 1e-9)
    return [(round(float(x), 4), round(float(y), 4)) for x, y in scaled]
