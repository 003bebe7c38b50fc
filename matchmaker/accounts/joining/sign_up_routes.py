"""Signing up, consents, and one's own organisation over HTTP."""

from fastapi import APIRouter, Request, Response

from matchmaker.accounts import attempts, cookies, welcoming
from matchmaker.accounts.account_models import Me
from matchmaker.accounts.acting import SignInDep
from matchmaker.accounts.joining import consents, own_organisation, sign_up
from matchmaker.accounts.joining.models import (
    ConsentPublic,
    ConsentSent,
    JoinRequestPublic,
    JoinSent,
    LinkTaken,
    OwnOrganisation,
    Purpose,
    SignUpSent,
    SignUpTerms,
)
from matchmaker.accounts.models import Organisation, OrganisationPublic
from matchmaker.accounts.passwords import hash_password
from matchmaker.accounts.routes import RowId
from matchmaker.accounts.throttling import mail_allowances
from matchmaker.kit.database import Database, SessionDep
from matchmaker.kit.problems import responses

router = APIRouter(tags=["accounts"], responses=responses(400, 401, 403, 404, 409, 422, 429))


@router.get("/sign-up")
def get_sign_up_terms() -> SignUpTerms:
    """What signing up asks for, and the version of the text that the page shows."""
    return consents.sign_up_terms()


@router.post("/sign-up", status_code=202)
def start_sign_up(request: Request, session: SessionDep, sent: SignUpSent) -> None:
    """Ask for an account; a letter goes to the address. The answer is the same whether it has an account or not."""
    database: Database = request.app.state.database
    secret, client = request.app.state.secret, cookies.visitor(request).client
    # Refused before, and hashed before anything is locked for writing: hashing takes its time.
    with database.session(writes=False) as reading:
        sign_up.check_sign_up(reading, sent)
        attempts.require_turn(reading, mail_allowances(secret, "sign_up", sent.email, client))
    sign_up.start_sign_up(session, secret, sent, hash_password(sent.password), client)


@router.post("/sign-up/confirm", status_code=201)
def confirm_sign_up(request: Request, response: Response, session: SessionDep, sent: LinkTaken) -> Me:
    """Make the account with the link from the letter and the password that was chosen; signs in."""
    account = sign_up.confirm_sign_up(session, sent)
    return welcoming.sign_in(request, response, session, account.id or 0)


@router.get("/me/consents")
def list_consents(session: SessionDep, signed_in: SignInDep) -> list[ConsentPublic]:
    """What one ever agreed to; without ``withdrawn_at`` it still stands."""
    return consents.list_consents(session, signed_in.account_id)


@router.put("/me/consents/{purpose}")
def change_consent(
    session: SessionDep, signed_in: SignInDep, purpose: Purpose, sent: ConsentSent
) -> list[ConsentPublic]:
    """Agree to a purpose, or do so no more."""
    consents.change_consent(session, signed_in.account_id, purpose, sent)
    return consents.list_consents(session, signed_in.account_id)


@router.post("/me/organisations", status_code=201, response_model=OrganisationPublic)
def bring_in_organisation(session: SessionDep, signed_in: SignInDep, sent: OwnOrganisation) -> Organisation:
    """Bring in one's own organisation, as its owner; an organiser verifies it."""
    return own_organisation.bring_in(session, signed_in.account, sent)


@router.post("/me/join-requests", status_code=202)
def ask_to_join(session: SessionDep, signed_in: SignInDep, sent: JoinSent) -> None:
    """Ask an organisation to take one in; asked again, nothing happens."""
    own_organisation.ask_to_join(session, signed_in.account, sent.organisation_id)


@router.get("/me/join-requests")
def list_own_join_requests(session: SessionDep, signed_in: SignInDep) -> list[JoinRequestPublic]:
    """Whom one asked, and who has not decided."""
    return own_organisation.own_join_requests(session, signed_in.account)


@router.delete("/me/join-requests/{organisation_id}", status_code=204)
def withdraw_join(session: SessionDep, signed_in: SignInDep, organisation_id: RowId) -> None:
    """Ask no more."""
    own_organisation.withdraw_join(session, signed_in.account_id, organisation_id)
