"""Signing in with an organisation's own provider over HTTP, and entering providers."""

from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import RedirectResponse

from matchmaker.accounts import cookies, welcoming
from matchmaker.accounts.account_models import SecondFactorState
from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.oidc import provider as door
from matchmaker.accounts.oidc import service
from matchmaker.accounts.oidc.addresses import own_path
from matchmaker.accounts.oidc.models import ProviderChoice, ProviderPublic, ProviderSent, ProviderUpdate
from matchmaker.kit import auditing
from matchmaker.kit.database import Database, SessionDep
from matchmaker.kit.errors import MatchmakerError, SignInNeededError
from matchmaker.kit.problems import responses

router = APIRouter(tags=["accounts"], responses=responses(400, 401, 403, 404, 409, 422, 503))
RowId = Annotated[int, Path(ge=1, le=2**53)]
Short = Annotated[str, Query(max_length=4000)]
ELSEWHERE: Any = {303: {"description": "To the provider, or back to a page."}}


@router.get("/sign-in/providers")
def list_choices(session: SessionDep) -> list[ProviderChoice]:
    """The organisations with whose own sign-in one can come in."""
    return service.list_choices(session)


@router.get("/sign-in/with/{provider_id}", status_code=303, response_class=Response, responses=ELSEWHERE)
def begin_sign_in(
    request: Request,
    session: SessionDep,
    provider_id: RowId,
    next: Annotated[str, Query(max_length=500, description="The page to come back to.")] = "/",
) -> Response:
    """Go to a provider to sign in."""
    secret, settings = request.app.state.secret, request.app.state.settings
    client = service.client_of(secret, settings, service.get_open_provider(session, provider_id))
    waiting = service.begin_waiting(provider_id, own_path(next))
    answer = RedirectResponse(door.authorization_url(client, waiting.state, waiting.nonce, waiting.verifier), 303)
    cookies.keep_waiting(request, answer, service.write_waiting(secret, waiting))
    return answer


@router.get("/sign-in/return", status_code=303, response_class=Response, responses=ELSEWHERE)
def end_sign_in(
    request: Request, session: SessionDep, code: Short = "", state: Short = "", error: Short = ""
) -> Response:
    """Come back from a provider: to the page one came from, or to the sign-in page for a second step or a problem."""
    try:
        answer = _signed_in(request, session, code, state, error)
    except MatchmakerError as problem:
        answer = RedirectResponse(f"/sign-in?{urlencode({'problem': problem.code})}", 303)
    cookies.forget_waiting(request, answer)
    return answer


def _signed_in(request: Request, session: SessionDep, code: str, state: str, error: str) -> Response:
    secret, settings = request.app.state.secret, request.app.state.settings
    waiting = service.read_waiting(secret, cookies.read_waiting(request), state)
    if error or not code:
        raise SignInNeededError("provider_refused")
    client = service.client_of(secret, settings, service.get_open_provider(session, waiting.provider_id))
    claims = door.read_answer(client, code, waiting.verifier, waiting.nonce)
    answer = RedirectResponse(waiting.goes_to, 303)
    database: Database = request.app.state.database
    # Nothing is locked while the provider is asked.
    with database.session() as writing:
        auditing.begin(writing, auditing.acting_in(session))
        provider = service.get_open_provider(writing, waiting.provider_id)
        account_id = service.recognise(writing, settings, provider, claims)
        me = welcoming.welcome(request, answer, writing, account_id, provider.organisation_id)
    if me.second_factor is SecondFactorState.ASKED:
        answer.headers["location"] = f"/sign-in?{urlencode({'return': waiting.goes_to})}"
    return answer


@router.get("/identity-providers")
def list_providers(session: SessionDep, actor: ActorDep) -> list[ProviderPublic]:
    """All providers, without their secrets (administrators)."""
    rows = service.list_providers(session, actor)
    return [ProviderPublic.model_validate(row, from_attributes=True) for row in rows]


@router.post("/identity-providers", status_code=201)
def add_provider(request: Request, session: SessionDep, actor: ActorDep, sent: ProviderSent) -> ProviderPublic:
    """Enter an organisation's provider (administrators)."""
    row = service.add_provider(session, request.app.state.secret, sent, actor)
    return ProviderPublic.model_validate(row, from_attributes=True)


@router.patch("/identity-providers/{provider_id}")
def change_provider(session: SessionDep, actor: ActorDep, provider_id: RowId, update: ProviderUpdate) -> ProviderPublic:
    """Rename a provider, or switch it on or off (administrators)."""
    row = service.change_provider(session, provider_id, update, actor)
    return ProviderPublic.model_validate(row, from_attributes=True)


@router.delete("/identity-providers/{provider_id}", status_code=204)
def remove_provider(session: SessionDep, actor: ActorDep, provider_id: RowId) -> None:
    """Remove a provider (administrators)."""
    service.remove_provider(session, provider_id, actor)
