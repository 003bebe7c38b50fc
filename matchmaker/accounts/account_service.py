"""Accounts: the first administrator, the parties of a demonstration, and what somebody sees of themselves."""

from datetime import timedelta

from sqlmodel import Session, col, delete, func, select

from matchmaker.accounts.account_models import (
    Account,
    AccountLink,
    AccountPublic,
    DemonstrationParty,
    LinkPurpose,
    Me,
    MemberRole,
    Membership,
    MembershipPublic,
    PersonSent,
    SecondFactorState,
)
from matchmaker.accounts.acting import Actor, SignedIn
from matchmaker.accounts.links import make_link, take_link
from matchmaker.accounts.models import Organisation, OrganisationKind
from matchmaker.accounts.passwords import hash_password
from matchmaker.accounts.permissions import actions_of
from matchmaker.accounts.second_factor.states import second_factor_of
from matchmaker.kit.errors import ConflictError, ForbiddenError, InvalidError
from matchmaker.settings import Settings

FIRST_LINK_GOOD_FOR = timedelta(days=1)
_DEMONSTRATION_NAMES = {
    DemonstrationParty.ENTERPRISE: "Doanh nghiệp dùng thử",
    DemonstrationParty.INSTITUTE: "Viện dùng thử",
    DemonstrationParty.ORGANISER: "Ban tổ chức dùng thử",
}


def has_administrator(session: Session) -> bool:
    """Whether somebody looks after the service; those of a demonstration are organisers only."""
    return bool(session.exec(select(func.count()).where(col(Account.administrator).is_(True))).one())


def first_administrator_token(session: Session) -> str | None:
    """A new token for the first administrator, which ends the one before; None once there is an administrator."""
    if has_administrator(session):
        return None
    session.exec(delete(AccountLink).where(col(AccountLink.purpose) == LinkPurpose.FIRST_ADMINISTRATOR))
    return make_link(session, LinkPurpose.FIRST_ADMINISTRATOR, FIRST_LINK_GOOD_FOR)


def create_first_administrator(session: Session, sent: PersonSent) -> Account:
    """The first administrator, made by whoever has the link that the service printed when it started."""
    take_link(session, LinkPurpose.FIRST_ADMINISTRATOR, sent.token)
    if has_administrator(session):
        raise ConflictError("administrator_exists")
    if find_by_email(session, sent.email):
        raise ConflictError("email_taken")
    return save_person(session, sent, administrator=True)


def save_person(session: Session, sent: PersonSent, *, administrator: bool = False) -> Account:
    """A new account with its password."""
    account = Account(
        email=sent.email,
        name=sent.name,
        language=sent.language,
        password_hash=hash_password(sent.password),
        administrator=administrator,
    )
    session.add(account)
    session.flush()
    return account


def find_by_email(session: Session, email: str) -> Account | None:
    return session.exec(select(Account).where(Account.email == email)).first()


def demonstration_account(session: Session, party: DemonstrationParty, demonstration: bool) -> Account:
    """The account of a party of the demonstration. Raises ForbiddenError where there is no demonstration."""
    if not demonstration:
        raise ForbiddenError("no_demonstration")
    email = f"{party.value}@demonstration.invalid"
    account = find_by_email(session, email)
    if account is None:
        organiser = party is DemonstrationParty.ORGANISER
        account = Account(email=email, name=_DEMONSTRATION_NAMES[party], organiser=organiser, demonstration=True)
        session.add(account)
        session.flush()
        if not organiser:
            _join_first(session, account, OrganisationKind(party.value))
    return account


def _join_first(session: Session, account: Account, kind: OrganisationKind) -> None:
    organisation = session.exec(
        select(Organisation).where(Organisation.kind == kind).order_by(col(Organisation.id))
    ).first()
    if organisation is None:
        raise InvalidError("organisation_missing", kind=kind.value)
    session.add(Membership(account_id=account.id or 0, organisation_id=organisation.id or 0, role=MemberRole.OWNER))
    session.flush()


def show_me(session: Session, settings: Settings, actor: Actor, signed_in: SignedIn | None) -> Me:
    """What somebody sees of themselves."""
    account = signed_in.account if signed_in else None
    return Me(
        account=AccountPublic.model_validate(account, from_attributes=True) if account else None,
        acting_as=actor.name,
        organisation_id=actor.organisation_id,
        memberships=memberships_of(session, account.id or 0) if account else [],
        demonstration=settings.demonstration,
        second_factor=second_factor_of(session, account, settings) if account else SecondFactorState.OFF,
        actions=actions_of(actor.role, enrolling=actor.enrolling),
    )


def memberships_of(session: Session, account_id: int) -> list[MembershipPublic]:
    """The organisations of an account, by id."""
    statement = (
        select(Membership, Organisation)
        .join(Organisation, col(Organisation.id) == Membership.organisation_id)
        .where(Membership.account_id == account_id)
        .order_by(col(Membership.organisation_id))
    )
    return [
        MembershipPublic(
            organisation_id=membership.organisation_id,
            name_vi=organisation.name_vi,
            name_en=organisation.name_en,
            role=membership.role,
        )
        for membership, organisation in session.exec(statement).all()
    ]
