"""Writing down who saw what, and showing it to those of whom it was seen."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session, col, func, select

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.records.view_models import DetailView, SeenKind, ViewPublic
from matchmaker.accounts.service import get_organisation
from matchmaker.kit import clock
from matchmaker.kit.database import Database, after_commit, database_of, insert_missing

CHUNK = 200
_KEY = "views"

__all__ = ["Seen", "SeenKind", "list_views", "note_views"]


@dataclass(frozen=True)
class Seen:
    """Something of an organisation that a reader is shown."""

    what: SeenKind
    item_id: int
    owner_id: int


def note_views(session: Session, actor: Actor, seen: Iterable[Seen]) -> None:
    """Write down what this actor is shown of other organisations, once a day.

    Those who read take no lock: the rows are written by a transaction of their own, before the answer leaves.
    """
    rows = [_row(actor, one) for one in seen if one.owner_id != actor.organisation_id]
    if not rows:
        return
    noted: dict[str, DetailView] = session.info.setdefault(_KEY, {})
    if not noted:
        database = database_of(session)
        after_commit(session, lambda: _save(database, session.info.pop(_KEY)))
    noted |= {row.key: row for row in rows}


def _row(actor: Actor, seen: Seen) -> DetailView:
    today = clock.today()
    parts = (today, seen.what, seen.item_id, seen.owner_id, actor.name, actor.organisation_id, actor.account_id)
    return DetailView(
        key=" ".join("-" if part is None else str(part) for part in parts),
        day=today,
        what=seen.what,
        item_id=seen.item_id,
        owner_id=seen.owner_id,
        viewer=actor.name,
        organisation_id=None if actor.organiser else actor.organisation_id,
        account_id=actor.account_id,
    )


def _save(database: Database, noted: dict[str, DetailView]) -> None:
    keys = list(noted)
    for start in range(0, len(keys), CHUNK):
        part = keys[start : start + CHUNK]
        with database.session(writes=False) as session:
            known = set(session.exec(select(DetailView.key).where(col(DetailView.key).in_(part))))
        if missing := [noted[key].model_dump() for key in part if key not in known]:
            with database.session() as session:
                insert_missing(session, DetailView, missing)


def list_views(
    session: Session, organisation_id: int, actor: Actor, offset: int, limit: int
) -> tuple[list[ViewPublic], int]:
    """A page of who saw what of an organisation, the latest first, and how many there are (its own, organisers)."""
    get_organisation(session, organisation_id)
    actor.require_edit(organisation_id)
    mine = DetailView.owner_id == organisation_id
    statement = (
        select(DetailView, Organisation.name_vi, Organisation.name_en)
        .join(Organisation, col(Organisation.id) == col(DetailView.organisation_id), isouter=True)
        .where(mine)
        .order_by(col(DetailView.at).desc(), col(DetailView.key))
    )
    rows = session.exec(statement.offset(offset).limit(limit)).all()
    items = [
        ViewPublic(**view.model_dump(), organisation_vi=name_vi, organisation_en=name_en)
        for view, name_vi, name_en in rows
    ]
    return items, session.exec(select(func.count()).select_from(DetailView).where(mine)).one()
