"""Changing the taxonomy: names and descriptions, new sectors, and those that are no longer used."""

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue.sectors.models import MOST_SECTORS, SectorBase, SectorCreate, SectorRow, SectorSaved
from matchmaker.catalogue.sectors.reading import read_again, taxonomy_of
from matchmaker.catalogue.sectors.uses import uses_of
from matchmaker.catalogue.taxonomy import Sector, Taxonomy, top_of
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError
from matchmaker.kit.text import fold


def add_sector(session: Session, data: SectorCreate, actor: Actor) -> Sector:
    """Add a sector. Raises ConflictError for a code or name that is taken, InvalidError for a leaf of nothing."""
    actor.require_administrator()
    known = taxonomy_of(session)
    if data.code in known.sectors:
        raise ConflictError("sector_code_taken", field="code", sector=data.code)
    if len(known.sectors) >= MOST_SECTORS:
        raise ConflictError("too_many_sectors", most=MOST_SECTORS)
    if "." in data.code and top_of(data.code) not in known.sectors:
        raise InvalidError("sector_top_unknown", field="code", sector=top_of(data.code))
    _check_top(known, data.code)
    _check_names(known, data.code, data)
    session.add(SectorRow(**data.model_dump()))
    return _written(session, data.code)


def save_sector(session: Session, code: str, data: SectorSaved, actor: Actor) -> Sector:
    """Change a sector, retire it, or take it up again. Raises ConflictError ``version_stale`` for an older version."""
    actor.require_administrator()
    row = session.get(SectorRow, code, with_for_update=True)
    known = taxonomy_of(session)
    before = _get(known, code)
    if before.version != data.version:
        raise ConflictError("version_stale", current=before.version)
    _check_names(known, code, data)
    if data.retired and not before.retired and any(one.parent == code for one in known.leaves()):
        raise ConflictError("sector_has_leaves", sector=code)
    if not data.retired:
        _check_top(known, code)
    row = row or SectorRow(code=code, **data.model_dump(exclude={"version"}))
    row.sqlmodel_update(data.model_dump(exclude={"version"}))
    row.version = before.version + 1
    row.updated_at = clock.now()
    session.add(row)
    return _written(session, code)


def remove_sector(session: Session, code: str, actor: Actor) -> None:
    """Remove a sector that was added here and under which nothing is filed. Raises ConflictError for any other."""
    actor.require_administrator()
    row = session.get(SectorRow, code, with_for_update=True)
    known = taxonomy_of(session)
    if _get(known, code).shipped:
        raise ConflictError("sector_shipped", sector=code)
    if any(one.parent == code for one in known.sectors.values()):
        raise ConflictError("sector_has_leaves", sector=code)
    if uses := uses_of(session, code):
        raise ConflictError("sector_in_use", sector=code, uses=uses)
    session.delete(row)
    session.flush()
    read_again(session)


def _written(session: Session, code: str) -> Sector:
    session.flush()
    read_again(session)
    return taxonomy_of(session).sectors[code]


def _get(known: Taxonomy, code: str) -> Sector:
    if code not in known.sectors:
        raise NotFoundError("sector_not_found", sector=code)
    return known.sectors[code]


def _check_top(known: Taxonomy, code: str) -> None:
    """Nothing can be filed under a leaf whose top sector is retired."""
    top = known.sectors.get(top_of(code))
    if top and top.code != code and top.retired:
        raise ConflictError("sector_top_retired", sector=top.code)


def _check_names(known: Taxonomy, code: str, data: SectorBase) -> None:
    """Tables name sectors in words, so that no two of one level may be called the same."""
    level = "." in code
    for field, name in (("name_vi", data.name_vi), ("name_en", data.name_en)):
        for other in known.sectors.values():
            if other.code != code and ("." in other.code) is level and fold(getattr(other, field)) == fold(name):
                raise ConflictError("sector_name_taken", field=field, name=name, sector=other.code)
