"""The checks of a draft that need the model: duplicates by meaning, sectors, and the language it is written in."""

from collections.abc import Sequence

import numpy as np
from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue import queries as catalogue
from matchmaker.catalogue.models import TEXT_FIELDS, Kind, NeedBase, TechnologyBase
from matchmaker.catalogue.quality import Finding, check
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Sector
from matchmaker.catalogue.text import embedding_text
from matchmaker.embedding.encoder import Array
from matchmaker.kit import clock
from matchmaker.matching.build import adapt
from matchmaker.matching.centring import centre
from matchmaker.matching.engine import Engine
from matchmaker.matching.filters import Filter, selections
from matchmaker.matching.language import detect_language
from matchmaker.matching.models import SectorSuggestion
from matchmaker.matching.side import HUB_DIMENSIONS

# Centred cosine above which two postings of one side say the same. Of the seed data's different postings no two come
# above 0.54; the same text with another opening stays above 0.8.
DUPLICATE_COSINE = 0.6
LEAST_LETTERS = 40


def check_draft(
    session: Session, engine: Engine, kind: Kind, draft: TechnologyBase | NeedBase, actor: Actor, posting_id: int | None
) -> list[Finding]:
    """Every finding for a draft; ``posting_id`` is itself when it was saved before, and no duplicate of its own."""
    findings = check(kind, draft)
    body = {name: getattr(draft, name) for name in TEXT_FIELDS[kind]}
    spoken = detect_language(" ".join(body.values()))
    if spoken and spoken != draft.language and sum(map(len, body.values())) >= LEAST_LETTERS:
        findings.append(Finding("language_differs", "language", {"declared": draft.language, "found": spoken}))
    text = embedding_text(kind, body, draft.keywords)
    for twin, cosine in _twins(engine, kind, text, draft.language):
        posting = catalogue.postings_by_id(session, [twin]).get(twin)
        if posting and twin != posting_id:
            own = actor.may_edit(posting.organisation_id)
            params = {"id": twin, "similarity": round(cosine, 3), "own": own}
            findings.append(Finding("duplicate", "title", params))
    return findings


def suggest_sectors(
    session: Session, engine: Engine, text: str, language: str, limit: int = 3
) -> list[SectorSuggestion]:
    """Leaves of the taxonomy for a text, best first, by the model alone; scores are cosines of centred vectors."""
    leaves = taxonomy_of(session).leaves()
    if not leaves:
        return []
    order, scores = sector_scores(engine, leaves, [text], [language or detect_language(text)])
    return [
        SectorSuggestion(
            code=leaves[i].code,
            name_vi=leaves[i].name_vi,
            name_en=leaves[i].name_en,
            score=round(float(scores[0, i]), 4),
        )
        for i in order[0, :limit]
    ]


def sector_scores(
    engine: Engine, leaves: Sequence[Sector], texts: Sequence[str], languages: Sequence[str]
) -> tuple[np.ndarray, Array]:
    """Leaves in order per text, and their scores: both ``[texts, leaves]``, scores in the order of ``leaves``.

    A leaf is described in two languages; a text is compared with the mean of both, so that its own language does
    not favour any leaf. Both sides are centred on themselves: what all sectors have in common tells nothing.
    """
    described = [f"{leaf.name_vi}. {leaf.description_vi}" for leaf in leaves]
    described += [f"{leaf.name_en}. {leaf.description_en}" for leaf in leaves]
    raw = adapt(engine.lasting_vectors(described, Kind.TECHNOLOGY), engine.weights)
    half = len(leaves)
    both = sum(part - part.mean(axis=0) for part in (raw[:half], raw[half:]))
    anchors = both / np.linalg.norm(both, axis=1, keepdims=True)
    asked = centre(adapt(engine.encode(texts, Kind.NEED), engine.weights), languages, engine.means(Kind.NEED))
    scores = (asked @ anchors.T).astype(np.float32)
    return np.argsort(-scores, axis=1), scores


def _twins(engine: Engine, kind: Kind, text: str, language: str) -> list[tuple[int, float]]:
    """Postings of the same side that mean the same, with their cosines."""
    state = engine.current()
    side = state.market.side(kind)
    if not text.strip() or not side.living:
        return []
    vector = centre(adapt(engine.encode([text], kind), state.weights), [language], side.means)
    # Zeros instead of ones at the end: between texts of one side hub values mean nothing.
    query = np.pad(vector, ((0, 0), (0, HUB_DIMENSIONS)))
    found: dict[int, float] = {}
    for segment, allowed in zip(side.segments, selections(side, Filter(), clock.today()), strict=True):
        scores, rows = segment.index.search(query, 5, segment.living(allowed))
        for score, row in zip(scores[0], rows[0], strict=True):
            posting = int(segment.columns.posting[row])
            found[posting] = max(found.get(posting, -1.0), float(score))
    return [(posting, cosine) for posting, cosine in found.items() if cosine >= DUPLICATE_COSINE]
