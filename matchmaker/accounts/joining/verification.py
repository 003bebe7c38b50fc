"""What organisers say of an organisation that somebody brought in."""

from sqlmodel import Session

from matchmaker.accounts.acting import Actor
from matchmaker.accounts.joining.models import VerificationPublic, VerificationSent
from matchmaker.accounts.joining.own_organisation import owners_of
from matchmaker.accounts.letters.writing import Letter, write_to
from matchmaker.accounts.models import Organisation, Verification
from matchmaker.accounts.service import check_tax_code, get_organisation
from matchmaker.kit.errors import InvalidError

_LETTERS = {
    Verification.VERIFIED: Letter.ORGANISATION_VERIFIED,
    Verification.REJECTED: Letter.ORGANISATION_REJECTED,
}


def get_verification(session: Session, organisation_id: int, actor: Actor) -> VerificationPublic:
    """Tax code and state, for an organisation's own people and organisers."""
    actor.require_edit(organisation_id)
    return _show(get_organisation(session, organisation_id))


def decide(session: Session, organisation_id: int, sent: VerificationSent, actor: Actor) -> VerificationPublic:
    """Verify or reject an organisation, or let it wait again; its owners are told what changed.

    Raises InvalidError ``reason_missing``, ConflictError ``tax_code_taken``.
    """
    actor.require_organiser()
    organisation = get_organisation(session, organisation_id)
    if sent.state is Verification.REJECTED and not sent.reason:
        raise InvalidError("reason_missing", field="reason")
    if sent.state is Verification.VERIFIED:
        check_tax_code(session, organisation.tax_code, organisation_id)
    before = (organisation.verification, organisation.verification_reason)
    organisation.verification, organisation.verified_by = sent.state, actor.name
    organisation.verification_reason = sent.reason if sent.state is Verification.REJECTED else ""
    session.add(organisation)
    session.flush()
    if before != (organisation.verification, organisation.verification_reason):
        _tell_owners(session, organisation)
    return _show(organisation)


def _tell_owners(session: Session, organisation: Organisation) -> None:
    letter = _LETTERS.get(organisation.verification)
    if letter is None:
        return
    for owner in owners_of(session, organisation.id or 0):
        write_to(
            session,
            owner,
            letter,
            f"/organisations/{organisation.id}",
            organisation=organisation.name_in(owner.language),
            reason=organisation.verification_reason,
        )


def _show(organisation: Organisation) -> VerificationPublic:
    return VerificationPublic(
        organisation_id=organisation.id or 0,
        tax_code=organisation.tax_code,
        state=organisation.verification,
        reason=organisation.verification_reason,
        decided_by=organisation.verified_by,
    )
