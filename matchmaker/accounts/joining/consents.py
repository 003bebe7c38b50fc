"""Consents by purpose: what somebody agreed to, to which text, when, and until when."""

from sqlmodel import Session, col, select

from matchmaker.accounts.account_models import PASSWORD_LEAST
from matchmaker.accounts.joining.models import Consent, ConsentPublic, ConsentSent, ConsentsSent, Purpose, SignUpTerms
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, InvalidError

# The day from which the text on the page reads as it does; another text is another version.
CONSENT_VERSION = "2026-11-23"
NEEDED = (Purpose.ACCOUNT,)


def sign_up_terms() -> SignUpTerms:
    """What signing up asks for."""
    return SignUpTerms(
        version=CONSENT_VERSION, purposes=list(Purpose), needed=list(NEEDED), password_least=PASSWORD_LEAST
    )


def check_consents(sent: ConsentsSent) -> None:
    """Raises ConflictError ``consent_text_outdated``, InvalidError ``consent_needed``."""
    _check_version(sent.version)
    for purpose in NEEDED:
        if purpose not in sent.purposes:
            raise InvalidError("consent_needed", purpose=purpose)


def give_consents(session: Session, account_id: int, version: str, purposes: list[Purpose]) -> None:
    """Write down what somebody agreed to; what they agreed to before stays."""
    given = {row.purpose for row in _standing(session, account_id)}
    for purpose in sorted(set(purposes) - given):
        session.add(Consent(account_id=account_id, purpose=purpose, version=version))
    session.flush()


def change_consent(session: Session, account_id: int, purpose: Purpose, sent: ConsentSent) -> None:
    """Agree to a purpose, or do so no more. Raises InvalidError ``consent_needed`` where an account needs it."""
    if sent.given:
        _check_version(sent.version or "")
        give_consents(session, account_id, CONSENT_VERSION, [purpose])
        return
    if purpose in NEEDED:
        raise InvalidError("consent_needed", purpose=purpose)
    for row in _standing(session, account_id):
        if row.purpose is purpose:
            row.withdrawn_at = clock.now()
            session.add(row)
    session.flush()


def list_consents(session: Session, account_id: int) -> list[ConsentPublic]:
    """Everything somebody ever agreed to, the oldest first."""
    rows = session.exec(select(Consent).where(Consent.account_id == account_id).order_by(col(Consent.id)))
    return [ConsentPublic.model_validate(row, from_attributes=True) for row in rows]


def _standing(session: Session, account_id: int) -> list[Consent]:
    own = select(Consent).where(Consent.account_id == account_id, col(Consent.withdrawn_at).is_(None))
    return list(session.exec(own.with_for_update()))


def _check_version(version: str) -> None:
    if version != CONSENT_VERSION:
        raise ConflictError("consent_text_outdated", current=CONSENT_VERSION)
