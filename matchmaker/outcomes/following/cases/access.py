"""Whose a case is, and who reads it."""

from collections.abc import Iterable

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.records.views import Seen, SeenKind, note_views
from matchmaker.catalogue.models import Kind
from matchmaker.kit.errors import ConflictError, ForbiddenError, NotFoundError
from matchmaker.outcomes.following.models import Case


def side_of(case: Case, actor: Actor) -> Kind | None:
    """The side for which an actor speaks; None for organisers."""
    if actor.organiser:
        return None
    return Kind.NEED if actor.organisation_id == case.need_organisation_id else Kind.TECHNOLOGY


def may_see(case: Case, actor: Actor) -> bool:
    """Organisers see all; a side does, but not before its own word while the case waits for it."""
    if actor.organiser:
        return True
    if actor.organisation_id not in (case.need_organisation_id, case.technology_organisation_id):
        return False
    return case.waits_for is not side_of(case, actor)


def read_case(session: Session, case_id: int, actor: Actor) -> Case:
    """A case that the actor may see. Raises NotFoundError for all others."""
    return _seen(session.get(Case, case_id), case_id, actor)


def case_to_change(session: Session, case_id: int, actor: Actor) -> Case:
    """The case, locked until the transaction ends. Raises NotFoundError."""
    return _seen(session.get(Case, case_id, with_for_update=True), case_id, actor)


def check_version(current: int, seen: int | None) -> None:
    """Raises ConflictError ``version_stale`` where somebody else was quicker."""
    if seen != current:
        raise ConflictError("version_stale", current=current)


def may_remove(case: Case, owner_id: int | None, actor: Actor) -> bool:
    """Notes and files go by whoever's side put them there, or by organisers."""
    return actor.organiser or (owner_id is not None and owner_id == actor.organisation_id)


def require_remove(case: Case, owner_id: int | None, actor: Actor) -> None:
    """Raises ForbiddenError."""
    if not may_remove(case, owner_id, actor):
        raise ForbiddenError("not_your_side", side=None)


def note_reading(session: Session, actor: Actor, case: Case) -> None:
    """Write down that an organiser read a case, for both sides."""
    if actor.organiser:
        note_views(session, actor, [Seen(SeenKind.CASE, case.id or 0, whose) for whose in _owners(case)])


def note_export(session: Session, actor: Actor, cases: Iterable[Case]) -> None:
    """Write down that an organiser took cases away as a file, once for each of the organisations."""
    if actor.organiser:
        owners = sorted({whose for case in cases for whose in _owners(case)})
        note_views(session, actor, [Seen(SeenKind.CASE_EXPORT, 0, whose) for whose in owners])


def _owners(case: Case) -> tuple[int, int]:
    return case.need_organisation_id, case.technology_organisation_id


def _seen(case: Case | None, case_id: int, actor: Actor) -> Case:
    if case is None or not may_see(case, actor):
        raise NotFoundError("case_not_found", id=case_id)
    return case
