"""The catalogue's SELECTs."""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, String, cast
from sqlalchemy import select as select_many
from sqlmodel import Session, col, func, or_, select

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue.facets import Traits, Wanted
from matchmaker.catalogue.models import CatalogueChange, Kind, Posting, PostingText, ReviewEvent, State

CHUNK = 500


def texts_of(session: Session, posting_ids: Sequence[int]) -> dict[int, list[PostingText]]:
    """The texts of each posting, by language code."""
    found: dict[int, list[PostingText]] = {posting_id: [] for posting_id in posting_ids}
    for part in _chunks(posting_ids):
        query = select(PostingText).where(col(PostingText.posting_id).in_(part)).order_by(PostingText.language)
        for text in session.exec(query):
            found[text.posting_id].append(text)
    return found


def titles_of(session: Session, posting_ids: Sequence[int]) -> dict[int, dict[str, str]]:
    """The title of each posting by language, that of its own language first."""
    found: dict[int, dict[str, str]] = {}
    title = col(PostingText.body)["title"].as_string()
    for part in _chunks(posting_ids):
        query = (
            select(PostingText.posting_id, PostingText.language, title)
            .join(Posting, col(Posting.id) == col(PostingText.posting_id))
            .where(col(PostingText.posting_id).in_(part))
            .order_by(col(PostingText.language) != col(Posting.language), col(PostingText.language))
        )
        for posting_id, language, text in session.exec(query):
            found.setdefault(posting_id, {})[language] = text
    return found


def postings_by_id(session: Session, posting_ids: Sequence[int]) -> dict[int, Posting]:
    """The postings among these ids."""
    found: dict[int, Posting] = {}
    for part in _chunks(posting_ids):
        rows = session.exec(select(Posting).where(col(Posting.id).in_(part)))
        found.update({row.id: row for row in rows if row.id is not None})
    return found


class PostingLabels(NamedTuple):
    """What a posting is filed under."""

    id: int
    kind: Kind
    language: str
    sectors: list[str]
    keywords: list[str]


def labels_of(session: Session, posting_ids: Sequence[int]) -> dict[int, PostingLabels]:
    """What the postings among these ids are filed under; cheap also for all of a large catalogue."""
    columns = [col(getattr(Posting, name)) for name in PostingLabels._fields]
    found: dict[int, PostingLabels] = {}
    for part in _chunks(posting_ids):
        rows = session.execute(select_many(*columns).where(col(Posting.id).in_(part)))
        found.update({row[0]: PostingLabels(*row) for row in rows})
    return found


def find_by_key(session: Session, organisation_id: int, kind: Kind, key: str) -> Posting | None:
    """The posting with this reference of its organisation's own."""
    query = select(Posting).where(Posting.organisation_id == organisation_id, Posting.kind == kind, Posting.key == key)
    return session.exec(query).first()


def list_postings(session: Session, actor: Actor, wanted: Wanted, offset: int, limit: int) -> list[Posting]:
    """A page of the postings that the actor may know of, newest change first."""
    order = (col(Posting.updated_at).desc(), col(Posting.id).desc())
    query = select(Posting).where(_visible_to(actor), *_conditions(wanted)).order_by(*order)
    return list(session.exec(query.offset(offset).limit(limit)))


def count_postings(session: Session, actor: Actor, wanted: Wanted) -> int:
    """How many postings the actor may know of."""
    conditions = [_visible_to(actor), *_conditions(wanted)]
    return session.exec(select(func.count()).select_from(Posting).where(*conditions)).one()


def published_traits(session: Session, kind: Kind) -> list[tuple[Traits, int]]:
    """What published postings of a kind can be filtered by, each combination once with how many have it."""
    sectors = cast(col(Posting.sectors), String)
    columns = (sectors, col(Posting.language), col(Posting.region), col(Posting.trl))
    query = select_many(*columns, func.count()).where(*_conditions(Wanted(kind, State.PUBLISHED))).group_by(*columns)
    return [(Traits(tuple(json.loads(listed)), *rest), number) for listed, *rest, number in session.execute(query)]


def _conditions(wanted: Wanted) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    # Both kinds are named too: the index of lists begins with them.
    conditions.append(col(Posting.kind).in_([wanted.kind] if wanted.kind else list(Kind)))
    if wanted.state:
        conditions.append(col(Posting.state) == wanted.state)
    if wanted.organisation_id is not None:
        conditions.append(col(Posting.organisation_id) == wanted.organisation_id)
    if wanted.sectors:
        conditions.append(or_(*(in_sector(sector) for sector in wanted.sectors)))
    if wanted.languages:
        conditions.append(col(Posting.language).in_(wanted.languages))
    if wanted.regions:
        conditions.append(col(Posting.region).in_(wanted.regions))
    if wanted.trl_min is not None:
        conditions.append(col(Posting.trl) >= wanted.trl_min)
    return conditions


def in_sector(sector: str) -> ColumnElement[bool]:
    """Whether a posting is filed under a sector or one below it."""
    # Codes are plain ASCII, so the JSON text of a list of them can be searched on every database.
    written = cast(col(Posting.sectors), String)
    return or_(written.contains(f'"{sector}"', autoescape=True), written.contains(f'"{sector}.'))


def published_ids(session: Session, after_id: int, limit: int) -> list[int]:
    """The next published postings by id."""
    query = select(Posting.id).where(Posting.state == State.PUBLISHED, col(Posting.id) > after_id)
    return [row for row in session.exec(query.order_by(col(Posting.id)).limit(limit)) if row is not None]


def waiting_for_review(session: Session, kind: Kind, limit: int) -> list[Posting]:
    """The latest postings of a kind that wait for review."""
    query = select(Posting).where(Posting.kind == kind, Posting.state == State.SUBMITTED)
    return list(session.exec(query.order_by(col(Posting.updated_at).desc(), col(Posting.id).desc()).limit(limit)))


def published_between(session: Session, first: int, last: int) -> list[int]:
    """Ids of published postings from ``first`` to ``last``."""
    query = select(Posting.id).where(Posting.state == State.PUBLISHED, col(Posting.id).between(first, last))
    return [number for number in session.exec(query.order_by(col(Posting.id))) if number is not None]


def last_change(session: Session) -> int:
    """The number of the catalogue's latest change, 0 for an empty one."""
    return session.exec(select(func.max(CatalogueChange.seq))).one() or 0


def changes_since(session: Session, seq: int, limit: int | None = None) -> tuple[list[int], int]:
    """Postings that appeared, changed or vanished after change ``seq``, and the number of the last change told.

    Of at most ``limit`` changes. Both come from one statement: what is committed a moment later has a higher number.
    """
    query = select(CatalogueChange.seq, CatalogueChange.posting_id).where(col(CatalogueChange.seq) > seq)
    found = session.exec(query.order_by(col(CatalogueChange.seq)).limit(limit)).all()
    return list(dict.fromkeys(posting for _, posting in found)), (found[-1][0] or seq) if found else seq


def history(session: Session, posting_id: int) -> list[ReviewEvent]:
    """A posting's changes of state, oldest first."""
    query = select(ReviewEvent).where(ReviewEvent.posting_id == posting_id).order_by(col(ReviewEvent.id))
    return list(session.exec(query))


def languages(session: Session, kind: Kind) -> list[str]:
    """The languages that texts of postings of a kind are written in, by code."""
    query = select(PostingText.language).join(Posting, col(Posting.id) == PostingText.posting_id)
    return sorted(session.exec(query.where(Posting.kind == kind).distinct()))


def counts(session: Session) -> dict[tuple[Kind, State], int]:
    """How many postings there are of each kind in each state."""
    query = select(Posting.kind, Posting.state, func.count()).group_by(Posting.kind, Posting.state)
    return {(Kind(kind), State(state)): number for kind, state, number in session.exec(query)}


def _visible_to(actor: Actor) -> ColumnElement[bool]:
    published = col(Posting.state) == State.PUBLISHED
    if actor.organiser:
        return col(Posting.id) > 0
    if actor.organisation_id is None:
        return published
    return or_(published, col(Posting.organisation_id) == actor.organisation_id)


def _chunks(ids: Sequence[int]) -> Iterable[Sequence[int]]:
    for start in range(0, len(ids), CHUNK):
        yield ids[start : start + CHUNK]
