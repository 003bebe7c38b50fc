"""Export and erasure of one's own data over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, StringConstraints

from matchmaker.accounts import cookies
from matchmaker.accounts.acting import ActorDep, SignInDep
from matchmaker.accounts.privacy import service
from matchmaker.accounts.privacy.service import OwnData
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses

router = APIRouter(tags=["privacy"], responses=responses(400, 401, 403, 404, 409, 422))


class ErasureSent(BaseModel):
    """The password once more; who has none sends an empty one, soon after signing in."""

    model_config = {"extra": "forbid"}

    password: Annotated[str, StringConstraints(max_length=200)] = ""


@router.get("/me/data")
def get_own_data(response: Response, session: SessionDep, signed_in: SignInDep) -> OwnData:
    """All that the service knows of oneself, as a file."""
    response.headers["Content-Disposition"] = 'attachment; filename="matchmaker-data.json"'
    response.headers["Cache-Control"] = "no-store"
    return service.export_own_data(session, signed_in.account)


@router.post("/me/erasure", status_code=204)
def erase_oneself(
    request: Request, response: Response, session: SessionDep, signed_in: SignInDep, sent: ErasureSent
) -> None:
    """Erase oneself for good: what one did stays and counts, without one's name and address."""
    service.erase_oneself(session, signed_in, sent.password)
    cookies.forget_token(request, response)


@router.post("/accounts/{account_id}/erasure", status_code=204)
def erase_account(session: SessionDep, actor: ActorDep, account_id: Annotated[int, Path(ge=1, le=2**53)]) -> None:
    """Erase somebody who asked organisers for it (organisers)."""
    service.erase_account(session, account_id, actor)
