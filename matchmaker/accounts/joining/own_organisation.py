"""The organisation somebody brings in, or asks to join."""

from sqlmodel import Session, col, func, select

from matchmaker.accounts.account_models import Account, MemberRole, Membership
from matchmaker.accounts.acting import Actor
from matchmaker.accounts.joining.models import JoinRequest, JoinRequestPublic, OwnOrganisation
from matchmaker.accounts.letters.writing import Letter, write_to
from matchmaker.accounts.models import Organisation, OrganisationKind, Verification
from matchmaker.accounts.service import check_tax_code, get_organisation
from matchmaker.kit.errors import ConflictError, InvalidError, NotFoundError

WITHOUT_TAX_CODE = (OrganisationKind.AGENCY, OrganisationKind.FOREIGN_SUPPLIER)
# Of one person, at the same time.
MOST_BROUGHT_IN = 5
MOST_ASKED = 10


def check_own(session: Session, sent: OwnOrganisation) -> None:
    """Raises InvalidError ``name_missing`` or ``tax_code_missing``, ConflictError ``tax_code_taken``."""
    if not (sent.name_vi or sent.name_en):
        raise InvalidError("name_missing")
    if not sent.tax_code and sent.kind not in WITHOUT_TAX_CODE:
        raise InvalidError("tax_code_missing", field="tax_code")
    check_tax_code(session, sent.tax_code)


def bring_in(session: Session, account: Account, sent: OwnOrganisation) -> Organisation:
    """Save somebody's own organisation, which waits to be verified; they are its owner."""
    check_own(session, sent)
    waiting = (
        select(func.count())
        .select_from(Membership)
        .join(Organisation, col(Organisation.id) == Membership.organisation_id)
        .where(Membership.account_id == account.id, col(Organisation.verification) != Verification.VERIFIED)
    )
    if session.exec(waiting).one() >= MOST_BROUGHT_IN:
        raise ConflictError("too_many_organisations", most=MOST_BROUGHT_IN)
    organisation = Organisation(**sent.model_dump(), verification=Verification.PENDING)
    session.add(organisation)
    session.flush()
    session.add(Membership(account_id=account.id or 0, organisation_id=organisation.id or 0, role=MemberRole.OWNER))
    session.flush()
    return organisation


def ask_to_join(session: Session, account: Account, organisation_id: int) -> None:
    """Ask an organisation to take somebody in; its owners are written to, or organisers where it has none."""
    organisation = get_organisation(session, organisation_id)
    account_id = account.id or 0
    if session.get(Membership, (account_id, organisation_id)):
        raise ConflictError("member_already", organisation_id=organisation_id)
    if session.get(JoinRequest, (account_id, organisation_id)):
        return
    asked = select(func.count()).select_from(JoinRequest).where(JoinRequest.account_id == account_id)
    if session.exec(asked).one() >= MOST_ASKED:
        raise ConflictError("too_many_join_requests", most=MOST_ASKED)
    session.add(JoinRequest(account_id=account_id, organisation_id=organisation_id))
    session.flush()
    for reader in owners_of(session, organisation_id) or _organisers(session):
        write_to(
            session,
            reader,
            Letter.JOIN_ASKED,
            f"/organisations/{organisation_id}/members",
            name=account.name,
            email=account.email,
            organisation=organisation.name_in(reader.language),
        )


def list_join_requests(session: Session, organisation_id: int, actor: Actor) -> list[JoinRequestPublic]:
    """Who asks to join an organisation, the longest wait first (its owners and organisers)."""
    actor.require_owner(organisation_id)
    get_organisation(session, organisation_id)
    waiting = (
        select(JoinRequest, Account)
        .join(Account, col(Account.id) == JoinRequest.account_id)
        .where(JoinRequest.organisation_id == organisation_id)
        .order_by(col(JoinRequest.created_at), col(JoinRequest.account_id))
    )
    return [_shown(request, account) for request, account in session.exec(waiting)]


def own_join_requests(session: Session, account: Account) -> list[JoinRequestPublic]:
    """Whom somebody asked to take them in."""
    own = select(JoinRequest).where(JoinRequest.account_id == account.id).order_by(col(JoinRequest.organisation_id))
    return [_shown(request, account) for request in session.exec(own)]


def decide_join(session: Session, organisation_id: int, account_id: int, actor: Actor, *, accepted: bool) -> None:
    """Take somebody in as a member, or refuse; they are told."""
    actor.require_owner(organisation_id)
    organisation = get_organisation(session, organisation_id)
    withdraw_join(session, account_id, organisation_id)
    account = session.get_one(Account, account_id)
    if accepted and session.get(Membership, (account_id, organisation_id)) is None:
        session.add(Membership(account_id=account_id, organisation_id=organisation_id, role=MemberRole.MEMBER))
        session.flush()
    letter = Letter.JOIN_ACCEPTED if accepted else Letter.JOIN_REFUSED
    write_to(session, account, letter, organisation=organisation.name_in(account.language))


def withdraw_join(session: Session, account_id: int, organisation_id: int) -> None:
    """Forget a request to join. Raises NotFoundError."""
    request = session.get(JoinRequest, (account_id, organisation_id), with_for_update=True)
    if request is None:
        raise NotFoundError("join_request_not_found", organisation_id=organisation_id)
    session.delete(request)
    session.flush()


def owners_of(session: Session, organisation_id: int) -> list[Account]:
    """The people who look after an organisation."""
    owners = (
        select(Account)
        .join(Membership, col(Membership.account_id) == Account.id)
        .where(
            Membership.organisation_id == organisation_id,
            Membership.role == MemberRole.OWNER,
            col(Account.disabled_at).is_(None),
        )
        .order_by(col(Account.id))
    )
    return list(session.exec(owners))


def _organisers(session: Session) -> list[Account]:
    organising = col(Account.organiser).is_(True) | col(Account.administrator).is_(True)
    return list(session.exec(select(Account).where(organising, col(Account.disabled_at).is_(None))))


def _shown(request: JoinRequest, account: Account) -> JoinRequestPublic:
    return JoinRequestPublic(
        account_id=request.account_id,
        organisation_id=request.organisation_id,
        name=account.name,
        email=account.email,
        created_at=request.created_at,
    )
