"""The taxonomy of this service: what is shipped with the rows of its administrators over it."""

from sqlmodel import Session, select

from matchmaker.catalogue.sectors.models import SectorRow
from matchmaker.catalogue.taxonomy import Sector, Taxonomy, laid_over, shipped

_READ = "taxonomy"
_COLUMNS = ("code", "name_vi", "name_en", "description_vi", "description_en", "retired", "version")


def taxonomy_of(session: Session) -> Taxonomy:
    """All sectors as they are now; read once in a session, so that a change is seen by whatever begins after it."""
    known: Taxonomy | None = session.info.get(_READ)
    if known is None:
        with session.no_autoflush:
            rows = session.exec(select(*(getattr(SectorRow, name) for name in _COLUMNS))).all()
        base = shipped()
        known = (
            laid_over(base, (_sector(dict(zip(_COLUMNS, row, strict=True)), base) for row in rows)) if rows else base
        )
        session.info[_READ] = known
    return known


def read_again(session: Session) -> None:
    """Let a session that has changed the taxonomy see it."""
    session.info.pop(_READ, None)


def _sector(values: dict[str, object], base: Taxonomy) -> Sector:
    return Sector(**values, shipped=values["code"] in base.sectors)  # type: ignore[arg-type]
