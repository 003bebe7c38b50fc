"""One's own tokens over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Path

from matchmaker.accounts.acting import SignInDep
from matchmaker.accounts.tokens import service
from matchmaker.accounts.tokens.models import NewToken, TokenPublic, TokenSent
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses

router = APIRouter(prefix="/me/tokens", tags=["accounts"], responses=responses(400, 401, 403, 404, 409, 422))


@router.get("")
def list_tokens(session: SessionDep, signed_in: SignInDep) -> list[TokenPublic]:
    """One's tokens, the latest first."""
    rows = service.list_tokens(session, signed_in.account_id)
    return [TokenPublic.model_validate(row, from_attributes=True) for row in rows]


@router.post("", status_code=201)
def create_token(session: SessionDep, signed_in: SignInDep, sent: TokenSent) -> NewToken:
    """Make a token for a program; it is shown this once, and sent as `Authorization: Bearer`."""
    row, token = service.create_token(session, signed_in.account, signed_in.row.organisation_id, sent)
    return NewToken(**row.model_dump(exclude={"account_id", "token_hash"}), token=token)


@router.delete("/{token_id}", status_code=204)
def revoke_token(session: SessionDep, signed_in: SignInDep, token_id: Annotated[int, Path(ge=1, le=2**53)]) -> None:
    """End one of one's tokens at once."""
    service.revoke_token(session, signed_in.account_id, token_id)
