"""Resetting a password and changing an address; nobody learns here who has an account."""

from datetime import timedelta

from sqlmodel import Session

from matchmaker.accounts import attempts, sign_ins
from matchmaker.accounts.account_models import Account, LinkPurpose
from matchmaker.accounts.account_service import find_by_email
from matchmaker.accounts.letters.writing import Letter, write_letter, write_to
from matchmaker.accounts.links import end_links, make_link, take_link
from matchmaker.accounts.regaining.models import EmailChangeAsked, ResetSent
from matchmaker.accounts.throttling import mail_allowances
from matchmaker.kit.errors import ConflictError, ForbiddenError, MatchmakerError, NotFoundError
from matchmaker.kit.secrets import Secret

RESET_GOOD_FOR = timedelta(hours=1)
CHANGE_GOOD_FOR = timedelta(days=1)


def start_reset(session: Session, secret: Secret, email: str, client: str) -> None:
    """Send a link to set another password, where the address has an account. Raises TooOftenError ``too_often``."""
    attempts.take_turn(session, mail_allowances(secret, "reset", email, client))
    account = find_by_email(session, email)
    if account is None or account.disabled_at or account.demonstration:
        return
    token = make_link(session, LinkPurpose.RESET_PASSWORD, RESET_GOOD_FOR, account.id)
    write_to(session, account, Letter.RESET_PASSWORD, f"/reset-password#{token}")


def take_reset(session: Session, sent: ResetSent) -> None:
    """Set the password with a link; ends every sign-in and every other link. A second factor stays.

    Raises NotFoundError ``link_not_valid``.
    """
    account = _account_of(session, LinkPurpose.RESET_PASSWORD, sent.token)
    sign_ins.set_password(session, account, sent.password, kept=None)


def start_email_change(
    session: Session, secret: Secret, account: Account, sent: EmailChangeAsked, client: str
) -> MatchmakerError | None:
    """Send a link to the new address; one that has an account gets a letter that says so.

    A refusal to be counted is returned. Raises TooOftenError ``too_often``.
    """
    if account.demonstration:
        raise ForbiddenError("demonstration_account")
    if refused := sign_ins.prove_password(session, secret, account, sent.password):
        return refused
    attempts.take_turn(session, mail_allowances(secret, "change_email", sent.email, client))
    end_links(session, account.id or 0, LinkPurpose.CHANGE_EMAIL)
    known = find_by_email(session, sent.email)
    if known is not None:
        write_to(session, known, Letter.EMAIL_KNOWN, "/sign-in")
        return None
    token = make_link(session, LinkPurpose.CHANGE_EMAIL, CHANGE_GOOD_FOR, account.id, {"email": sent.email})
    write_letter(session, sent.email, account.language, Letter.CONFIRM_EMAIL, f"/confirm-email#{token}")
    return None


def take_email_change(session: Session, token: str) -> None:
    """Change the address with a link; the former one is told, and links that went there end.

    Raises NotFoundError ``link_not_valid``, ConflictError ``email_taken``.
    """
    link = take_link(session, LinkPurpose.CHANGE_EMAIL, token)
    account = _usable(session, link.account_id)
    email: str = link.details["email"]
    if find_by_email(session, email):
        raise ConflictError("email_taken")
    write_to(session, account, Letter.EMAIL_CHANGED)
    account.email = email
    session.add(account)
    end_links(session, account.id or 0, LinkPurpose.RESET_PASSWORD)
    session.flush()


def _account_of(session: Session, purpose: LinkPurpose, token: str) -> Account:
    return _usable(session, take_link(session, purpose, token).account_id)


def _usable(session: Session, account_id: int | None) -> Account:
    account = session.get(Account, account_id) if account_id else None
    if account is None or account.disabled_at is not None:
        raise NotFoundError("link_not_valid")
    return account
