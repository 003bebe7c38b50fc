"""Invitations, members, verification, and who organises, over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from matchmaker.accounts import welcoming
from matchmaker.accounts.account_models import Me
from matchmaker.accounts.acting import ActorDep, SignInDep
from matchmaker.accounts.joining import invitations, members, own_organisation, rights, verification
from matchmaker.accounts.joining.models import (
    AccountWithRights,
    InvitationAccepted,
    InvitationPublic,
    InvitationSent,
    InvitationShown,
    JoinRequestPublic,
    LinkSent,
    MemberPublic,
    RightsSent,
    RoleSent,
    VerificationPublic,
    VerificationSent,
)
from matchmaker.accounts.routes import RowId
from matchmaker.kit.database import SessionDep, only_reads
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses

router = APIRouter(tags=["accounts"], responses=responses(400, 401, 403, 404, 409, 422, 429))
HERE = "/organisations/{organisation_id}"
Whose = Annotated[int | None, Query(ge=1, le=2**53, description="Of which organisation; for organisers else of all.")]
Sought = Annotated[str, Query(max_length=100, description="Part of a name or an address.")]


@router.post("/invitations", status_code=201)
def invite(request: Request, session: SessionDep, actor: ActorDep, sent: InvitationSent) -> InvitationPublic:
    """Invite an address to one's organisation (its owners; organisers: to any); again, another letter goes out."""
    return invitations.show(invitations.invite(session, request.app.state.secret, sent, actor))


@router.get("/invitations")
def list_invitations(
    session: SessionDep, actor: ActorDep, organisation_id: Whose = None, offset: Offset = 0, limit: Limit = 50
) -> Page[InvitationPublic]:
    """Invitations of one's organisation, the latest first."""
    rows, total = invitations.list_invitations(session, organisation_id, actor, offset, limit)
    return Page(items=[invitations.show(row) for row in rows], total=total, offset=offset, limit=limit)


@router.delete("/invitations/{invitation_id}", status_code=204)
def withdraw_invitation(session: SessionDep, actor: ActorDep, invitation_id: RowId) -> None:
    """Take an invitation back; its link ends."""
    invitations.withdraw_invitation(session, invitation_id, actor)


@router.post("/invitations/show")
@only_reads
def show_invitation(session: SessionDep, sent: LinkSent) -> InvitationShown:
    """What an invitation says, for whoever has its link."""
    return invitations.show_invitation(session, sent.token)


@router.post("/invitations/accept", status_code=201)
def accept_invitation_as_new(request: Request, response: Response, session: SessionDep, sent: InvitationAccepted) -> Me:
    """Accept with a new account; signs in."""
    account = invitations.accept_as_new(session, sent)
    return welcoming.sign_in(request, response, session, account.id or 0)


@router.post("/me/invitations/accept")
def accept_invitation(request: Request, session: SessionDep, signed_in: SignInDep, sent: LinkSent) -> Me:
    """Accept with the account one is signed in with, if the invitation went to its address; acts for it from now."""
    organisation_id = invitations.accept_as(session, sent.token, signed_in.account)
    signed_in.row.organisation_id = organisation_id
    session.add(signed_in.row)
    return welcoming.show_signed_in(request, session, signed_in)


@router.get(f"{HERE}/members")
def list_members(session: SessionDep, actor: ActorDep, organisation_id: RowId) -> list[MemberPublic]:
    """The people of one's organisation."""
    return members.list_members(session, organisation_id, actor)


@router.put(HERE + "/members/{account_id}", status_code=204)
def change_member(
    session: SessionDep, actor: ActorDep, organisation_id: RowId, account_id: RowId, sent: RoleSent
) -> None:
    """Make a member an owner, or the reverse (owners); the last owner stays one."""
    members.change_role(session, organisation_id, account_id, sent.role, actor)


@router.delete(HERE + "/members/{account_id}", status_code=204)
def remove_member(session: SessionDep, actor: ActorDep, organisation_id: RowId, account_id: RowId) -> None:
    """Take somebody out of one's organisation (owners)."""
    members.remove_member(session, organisation_id, account_id, actor)


@router.delete("/me/memberships/{organisation_id}", status_code=204)
def leave_organisation(session: SessionDep, signed_in: SignInDep, organisation_id: RowId) -> None:
    """Leave an organisation; its last owner cannot."""
    members.leave(session, organisation_id, signed_in.account_id)


@router.get(f"{HERE}/join-requests")
def list_join_requests(session: SessionDep, actor: ActorDep, organisation_id: RowId) -> list[JoinRequestPublic]:
    """Who asks to join one's organisation (owners)."""
    return own_organisation.list_join_requests(session, organisation_id, actor)


@router.post(HERE + "/join-requests/{account_id}", status_code=204)
def accept_join(session: SessionDep, actor: ActorDep, organisation_id: RowId, account_id: RowId) -> None:
    """Take somebody in who asked (owners)."""
    own_organisation.decide_join(session, organisation_id, account_id, actor, accepted=True)


@router.delete(HERE + "/join-requests/{account_id}", status_code=204)
def refuse_join(session: SessionDep, actor: ActorDep, organisation_id: RowId, account_id: RowId) -> None:
    """Refuse somebody who asked (owners)."""
    own_organisation.decide_join(session, organisation_id, account_id, actor, accepted=False)


@router.get(f"{HERE}/verification")
def get_verification(session: SessionDep, actor: ActorDep, organisation_id: RowId) -> VerificationPublic:
    """What organisers said of one's organisation, with its tax code."""
    return verification.get_verification(session, organisation_id, actor)


@router.put(f"{HERE}/verification")
def decide_verification(
    session: SessionDep, actor: ActorDep, organisation_id: RowId, sent: VerificationSent
) -> VerificationPublic:
    """Verify an organisation, or reject it with a reason (organisers)."""
    return verification.decide(session, organisation_id, sent, actor)


@router.get("/people")
def list_people(
    session: SessionDep, actor: ActorDep, q: Sought = "", offset: Offset = 0, limit: Limit = 50
) -> Page[AccountWithRights]:
    """Everybody with an account (administrators)."""
    items, total = rights.list_people(session, actor, q, offset, limit)
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.put("/people/{account_id}/rights")
def set_rights(session: SessionDep, actor: ActorDep, account_id: RowId, sent: RightsSent) -> AccountWithRights:
    """Make somebody an organiser or an administrator, or no longer (administrators); the last one stays."""
    return rights.set_rights(session, account_id, sent, actor)
