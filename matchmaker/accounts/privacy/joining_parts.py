"""The parts that came with joining: consents, requests and invitations, links, letters, and the second factor."""

from collections.abc import Collection

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, or_, select

from matchmaker.accounts.account_models import Account, AccountLink, LinkPurpose
from matchmaker.accounts.joining.models import Consent, Invitation, JoinRequest
from matchmaker.accounts.privacy.forgetting import addresses_of, holds_address
from matchmaker.accounts.privacy.own_parts import plain
from matchmaker.accounts.privacy.parts import Forgotten, Rows, part
from matchmaker.accounts.second_factor.models import RecoveryCode, SecondFactor
from matchmaker.accounts.second_factor.service import show
from matchmaker.kit import clock
from matchmaker.kit.mail.models import MailState, OutgoingMail


def _consents(session: Session, account: Account) -> Rows:
    return plain(session.exec(select(Consent).where(Consent.account_id == account.id).order_by(col(Consent.id))))


def _withdraw_consents(session: Session, account: Account) -> Forgotten:
    """The rows stay, as proof of what was agreed to and until when; they name a number that leads to nobody."""
    standing = select(Consent).where(Consent.account_id == account.id, col(Consent.withdrawn_at).is_(None))
    for row in session.exec(standing).all():
        row.withdrawn_at = clock.now()
        session.add(row)
    return ()


def _join_requests(session: Session, account: Account) -> Rows:
    return plain(session.exec(select(JoinRequest).where(JoinRequest.account_id == account.id)))


def _ask_no_more(session: Session, account: Account) -> Forgotten:
    session.exec(delete(JoinRequest).where(col(JoinRequest.account_id) == account.id))
    return ()


def _invitations(session: Session, account: Account) -> Rows:
    return plain(session.exec(select(Invitation).where(_invited(session, account)).order_by(col(Invitation.id))))


def _uninvite(session: Session, account: Account) -> Forgotten:
    session.exec(delete(Invitation).where(_invited(session, account)))
    return ()


def _invited(session: Session, account: Account) -> ColumnElement[bool]:
    return col(Invitation.email).in_(addresses_of(session, account))


def _links(session: Session, account: Account) -> Rows:
    """Without what they do: of a sign-up that is also a digest of the password."""
    found = select(AccountLink).where(_linked(session, account)).order_by(col(AccountLink.id))
    return [{name: row[name] for name in ("purpose", "created_at", "expires_at")} for row in plain(session.exec(found))]


def _end_links(session: Session, account: Account) -> Forgotten:
    session.exec(delete(AccountLink).where(_linked(session, account)))
    return ()


def _linked(session: Session, account: Account) -> ColumnElement[bool]:
    """Their own links, and sign-ups that were asked for with their address."""
    email = col(AccountLink.details)["email"].as_string()
    asked = (col(AccountLink.purpose) == LinkPurpose.SIGN_UP) & email.in_(addresses_of(session, account))
    return or_(col(AccountLink.account_id) == account.id, asked)


def _second_factor(session: Session, account: Account) -> Rows:
    shown = show(session, account.id or 0)
    return [shown.model_dump(mode="json")] if shown.confirmed_at else []


def _remove_second_factor(session: Session, account: Account) -> Forgotten:
    for table in (SecondFactor, RecoveryCode):
        session.exec(delete(table).where(col(table.account_id) == account.id))
    return ()


def _letters(session: Session, account: Account) -> Rows:
    """Without their text: while it waits it holds a link that is for the mailbox alone."""
    found = col(OutgoingMail.recipient).in_(addresses_of(session, account))
    rows = session.exec(select(OutgoingMail).where(found).order_by(col(OutgoingMail.id)))
    kept = ("recipient", "language", "subject", "state", "created_at", "ended_at")
    return [{name: row[name] for name in kept} for row in plain(rows)]


def _drop_letters(session: Session, account: Account) -> Forgotten:
    """Letters to them, and those on their way to others that tell of them."""
    addresses = addresses_of(session, account)
    session.exec(delete(OutgoingMail).where(col(OutgoingMail.recipient).in_(addresses)))
    telling = [mail.id for mail in _waiting(session, addresses) if holds_address(mail.text, addresses)]
    session.exec(delete(OutgoingMail).where(col(OutgoingMail.id).in_(telling)))
    return ()


def _waiting(session: Session, addresses: Collection[str]) -> list[OutgoingMail]:
    says = or_(*(col(OutgoingMail.text).contains(address, autoescape=True) for address in addresses))
    return list(session.exec(select(OutgoingMail).where(OutgoingMail.state == MailState.WAITING, says)))


part("consents", _consents, _withdraw_consents)
part("join_requests", _join_requests, _ask_no_more)
part("invitations", _invitations, _uninvite)
part("links", _links, _end_links)
part("second_factor", _second_factor, _remove_second_factor)
part("letters", _letters, _drop_letters)
