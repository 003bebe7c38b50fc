"""The value of a contract, and who confirmed it."""

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.catalogue.models import Kind
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError, NotFoundError
from matchmaker.outcomes.following.cases.access import case_to_change, check_version, side_of
from matchmaker.outcomes.following.cases.models import CaseEvidenceSent, CaseValueSent
from matchmaker.outcomes.following.cases.money import to_smallest
from matchmaker.outcomes.following.models import Case, CaseValue


def set_value(session: Session, case_id: int, sent: CaseValueSent, actor: Actor) -> Case:
    """Say what the contract is worth: for one's own side that is confirmed, the other one is asked, also anew.

    Raises ConflictError ``version_stale``, InvalidError ``amount_too_fine``.
    """
    case = case_to_change(session, case_id, actor)
    if sent.evidence and not actor.organiser:
        raise ForbiddenError("organiser_only")
    value = session.get(CaseValue, case_id)
    if (value.version if value else None) != sent.version:
        raise ConflictError("version_stale", current=value.version if value else None)
    amount = _amount(sent)
    if value is None:
        value = CaseValue(case_id=case_id, amount=amount, currency=sent.currency, actor=actor.name)
    elif (value.amount, value.currency) != (amount, sent.currency):
        value.amount, value.currency = amount, sent.currency
        value.need_confirmed_at = value.technology_confirmed_at = value.evidenced_at = None
        value.evidence, value.version = "", value.version + 1
    _back(value, side_of(case, actor), sent.evidence)
    value.actor, value.at = actor.name, clock.now()
    session.add(value)
    session.flush()
    return case


def confirm_value(session: Session, case_id: int, version: int, actor: Actor) -> Case:
    """Confirm for one's side the value that was seen. Raises NotFoundError, ConflictError, ForbiddenError."""
    case = case_to_change(session, case_id, actor)
    side = side_of(case, actor)
    if side is None:
        raise ForbiddenError("not_your_side", side=None)
    value = _value_of(session, case_id, version)
    _back(value, side, "")
    session.add(value)
    session.flush()
    return case


def evidence_value(session: Session, case_id: int, sent: CaseEvidenceSent, actor: Actor) -> Case:
    """Confirm a value by a document (organisers); it is shown as such."""
    actor.require_organiser()
    case = case_to_change(session, case_id, actor)
    value = _value_of(session, case_id, sent.version)
    _back(value, None, sent.evidence)
    session.add(value)
    session.flush()
    return case


def _value_of(session: Session, case_id: int, version: int) -> CaseValue:
    value = session.get(CaseValue, case_id)
    if value is None:
        raise NotFoundError("case_value_not_found", id=case_id)
    check_version(value.version, version)
    return value


def _amount(sent: CaseValueSent) -> int:
    try:
        return to_smallest(sent.amount, sent.currency)
    except ValueError:
        raise InvalidError("amount_too_fine", field="amount", currency=sent.currency) from None


def _back(value: CaseValue, side: Kind | None, evidence: str) -> None:
    """Somebody vouches for the value: a side, or an organiser by evidence."""
    now = clock.now()
    if side is Kind.NEED:
        value.need_confirmed_at = value.need_confirmed_at or now
    elif side is Kind.TECHNOLOGY:
        value.technology_confirmed_at = value.technology_confirmed_at or now
    elif evidence:
        value.evidence, value.evidenced_at = evidence, now
