"""Members of an organisation and their roles; one that has an owner keeps one."""

from sqlmodel import Session, col, select

from matchmaker.accounts.account_models import Account, MemberRole, Membership
from matchmaker.accounts.acting import Actor
from matchmaker.accounts.joining.models import MemberPublic
from matchmaker.accounts.letters.writing import Letter, write_to
from matchmaker.accounts.models import Organisation
from matchmaker.accounts.service import get_organisation
from matchmaker.kit.errors import ConflictError, NotFoundError


def list_members(session: Session, organisation_id: int, actor: Actor) -> list[MemberPublic]:
    """The people of an organisation, owners first; for themselves and organisers."""
    actor.require_edit(organisation_id)
    get_organisation(session, organisation_id)
    members = (
        select(Membership, Account)
        .join(Account, col(Account.id) == Membership.account_id)
        .where(Membership.organisation_id == organisation_id)
        .order_by(col(Membership.role).desc(), col(Account.id))
    )
    return [
        MemberPublic(account_id=account.id or 0, name=account.name, email=account.email, role=membership.role)
        for membership, account in session.exec(members)
    ]


def change_role(session: Session, organisation_id: int, account_id: int, role: MemberRole, actor: Actor) -> None:
    """Make a member an owner, or the reverse; they are told. Raises ConflictError ``last_owner``."""
    actor.require_owner(organisation_id)
    membership = _locked(session, organisation_id, account_id)
    if membership.role is role:
        return
    if role is not MemberRole.OWNER:
        _keep_an_owner(session, membership)
    membership.role = role
    session.add(membership)
    session.flush()
    letter = Letter.MADE_OWNER if role is MemberRole.OWNER else Letter.MADE_MEMBER
    _tell(session, membership, letter, f"/organisations/{organisation_id}")


def remove_member(session: Session, organisation_id: int, account_id: int, actor: Actor) -> None:
    """Take somebody out of an organisation; they are told. Raises ConflictError ``last_owner``."""
    actor.require_owner(organisation_id)
    _tell(session, _remove(session, organisation_id, account_id), Letter.REMOVED, "/account")


def leave(session: Session, organisation_id: int, account_id: int) -> None:
    """Leave an organisation oneself. Raises ConflictError ``last_owner``."""
    _remove(session, organisation_id, account_id)


def _remove(session: Session, organisation_id: int, account_id: int) -> Membership:
    membership = _locked(session, organisation_id, account_id)
    _keep_an_owner(session, membership)
    session.delete(membership)
    session.flush()
    return membership


def _tell(session: Session, membership: Membership, letter: Letter, path: str) -> None:
    account = session.get_one(Account, membership.account_id)
    organisation = session.get_one(Organisation, membership.organisation_id)
    if account.disabled_at is None:
        write_to(session, account, letter, path, organisation=organisation.name_in(account.language))


def _locked(session: Session, organisation_id: int, account_id: int) -> Membership:
    """A membership, while nobody else changes those of the organisation. Raises NotFoundError."""
    session.get(Organisation, organisation_id, with_for_update=True)
    membership = session.get(Membership, (account_id, organisation_id), populate_existing=True)
    if membership is None:
        raise NotFoundError("member_not_found", id=account_id)
    return membership


def _keep_an_owner(session: Session, leaving: Membership) -> None:
    owners = select(Membership.account_id).where(
        Membership.organisation_id == leaving.organisation_id, Membership.role == MemberRole.OWNER
    )
    if list(session.exec(owners)) == [leaving.account_id]:
        raise ConflictError("last_owner", organisation_id=leaving.organisation_id)
