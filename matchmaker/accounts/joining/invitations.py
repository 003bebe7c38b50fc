"""Invitations: an organisation's owner, or an organiser, invites an address; whoever reads its mail may accept."""

from datetime import datetime, timedelta

from sqlmodel import Session, col, func, select

from matchmaker.accounts import attempts
from matchmaker.accounts.account_models import Account, MemberRole, Membership, PersonSent
from matchmaker.accounts.account_service import find_by_email, save_person
from matchmaker.accounts.acting import Actor
from matchmaker.accounts.joining.consents import check_consents, give_consents
from matchmaker.accounts.joining.models import (
    Invitation,
    InvitationAccepted,
    InvitationPublic,
    InvitationSent,
    InvitationShown,
    InvitationState,
    JoinRequest,
)
from matchmaker.accounts.letters.writing import Letter, write_letter
from matchmaker.accounts.service import get_organisation
from matchmaker.accounts.throttling import FREE_MAILS_TO_ADDRESS
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, ForbiddenError, NotFoundError
from matchmaker.kit.secrets import Secret, fingerprint, new_token

GOOD_FOR = timedelta(days=14)
# Of one organisation, at the same time, by its owners.
MOST_OPEN = 50


def invite(session: Session, secret: Secret, sent: InvitationSent, actor: Actor) -> Invitation:
    """Invite an address and write to it; an invitation that is there gets another link, and the former one ends.

    Raises ForbiddenError ``owner_only``, ConflictError ``member_already`` or ``too_many_invitations``.
    """
    actor.require_owner(sent.organisation_id)
    organisation = get_organisation(session, sent.organisation_id)
    _check_free(session, sent)
    invitation = session.exec(
        select(Invitation)
        .where(Invitation.organisation_id == sent.organisation_id, Invitation.email == sent.email)
        .with_for_update()
    ).first()
    if invitation is None and not actor.organiser and _count_open(session, sent.organisation_id) >= MOST_OPEN:
        raise ConflictError("too_many_invitations", most=MOST_OPEN)
    key = secret.mark("invitation", f"{sent.organisation_id} {sent.email}")
    attempts.take_turn(session, {key: FREE_MAILS_TO_ADDRESS})
    token = new_token()
    values = sent.model_dump() | {
        "token_hash": fingerprint(token),
        "invited_by": actor.name,
        "created_at": clock.now(),
        "expires_at": clock.now() + GOOD_FOR,
        "accepted_at": None,
    }
    invitation = invitation or Invitation(**values)
    invitation.sqlmodel_update(values)
    session.add(invitation)
    session.flush()
    write_letter(
        session,
        sent.email,
        sent.language,
        Letter.INVITATION,
        f"/invitation#{token}",
        organisation=organisation.name_in(sent.language),
    )
    return invitation


def list_invitations(
    session: Session, organisation_id: int | None, actor: Actor, offset: int, limit: int
) -> tuple[list[Invitation], int]:
    """A page of invitations, the latest first; of one's organisation, or for organisers of any or all."""
    if organisation_id is None and not actor.organiser:
        organisation_id = actor.organisation_id or 0
    if organisation_id is not None:
        actor.require_owner(organisation_id)
    conditions = [] if organisation_id is None else [Invitation.organisation_id == organisation_id]
    total = session.exec(select(func.count()).select_from(Invitation).where(*conditions)).one()
    order = (col(Invitation.created_at).desc(), col(Invitation.id).desc())
    rows = select(Invitation).where(*conditions).order_by(*order).offset(offset).limit(limit)
    return list(session.exec(rows)), total


def withdraw_invitation(session: Session, invitation_id: int, actor: Actor) -> None:
    """Take an invitation back: its link ends. Raises NotFoundError, also for those of others."""
    invitation = session.get(Invitation, invitation_id, with_for_update=True)
    mine = invitation is not None and (
        actor.organiser or (actor.owner and actor.organisation_id == invitation.organisation_id)
    )
    if invitation is None or not mine:
        raise NotFoundError("invitation_not_found", id=invitation_id)
    session.delete(invitation)
    session.flush()


def show_invitation(session: Session, token: str) -> InvitationShown:
    """What whoever has the link reads. Raises NotFoundError ``link_not_valid``."""
    invitation = _open_one(session, token)
    organisation = get_organisation(session, invitation.organisation_id)
    return InvitationShown(
        email=invitation.email,
        organisation_id=invitation.organisation_id,
        name_vi=organisation.name_vi,
        name_en=organisation.name_en,
        role=invitation.role,
        language=invitation.language,
        has_account=find_by_email(session, invitation.email) is not None,
    )


def accept_as_new(session: Session, sent: InvitationAccepted) -> Account:
    """Make an account for whoever was invited, with their name and password.

    Raises NotFoundError ``link_not_valid``, ConflictError ``email_taken``: whoever has an account signs in to accept.
    """
    check_consents(sent.consents)
    invitation = _open_one(session, sent.token, lock=True)
    if find_by_email(session, invitation.email):
        raise ConflictError("email_taken")
    values = sent.model_dump(include={"token", "name", "language", "password"})
    account = save_person(session, PersonSent(email=invitation.email, **values))
    give_consents(session, account.id or 0, sent.consents.version, sent.consents.purposes)
    _join(session, invitation, account)
    return account


def accept_as(session: Session, token: str, account: Account) -> int:
    """Accept as somebody who is signed in; the organisation's id. Raises ForbiddenError ``invitation_of_another``."""
    invitation = _open_one(session, token, lock=True)
    if account.email != invitation.email:
        raise ForbiddenError("invitation_of_another")
    _join(session, invitation, account)
    return invitation.organisation_id


def show(invitation: Invitation) -> InvitationPublic:
    state = _state(invitation, clock.now())
    return InvitationPublic.model_validate(invitation.model_dump() | {"state": state})


def _state(invitation: Invitation, now: datetime) -> InvitationState:
    if invitation.accepted_at:
        return InvitationState.ACCEPTED
    return InvitationState.EXPIRED if invitation.expires_at < now else InvitationState.OPEN


def _open_one(session: Session, token: str, *, lock: bool = False) -> Invitation:
    found = select(Invitation).where(Invitation.token_hash == fingerprint(token))
    invitation = session.exec(found.with_for_update() if lock else found).first()
    if invitation is None or _state(invitation, clock.now()) is not InvitationState.OPEN:
        raise NotFoundError("link_not_valid")
    return invitation


def _join(session: Session, invitation: Invitation, account: Account) -> None:
    key = (account.id or 0, invitation.organisation_id)
    membership = session.get(Membership, key) or Membership(account_id=key[0], organisation_id=key[1])
    if invitation.role is MemberRole.OWNER:
        membership.role = invitation.role
    session.add(membership)
    if request := session.get(JoinRequest, key):
        session.delete(request)
    invitation.accepted_at = clock.now()
    session.add(invitation)
    session.flush()


def _check_free(session: Session, sent: InvitationSent) -> None:
    account = find_by_email(session, sent.email)
    if account and session.get(Membership, (account.id or 0, sent.organisation_id)):
        raise ConflictError("member_already", organisation_id=sent.organisation_id)


def _count_open(session: Session, organisation_id: int) -> int:
    waiting = (
        select(func.count())
        .select_from(Invitation)
        .where(
            Invitation.organisation_id == organisation_id,
            col(Invitation.accepted_at).is_(None),
            col(Invitation.expires_at) >= clock.now(),
        )
    )
    return session.exec(waiting).one()
