"""Tokens over HTTP: one's own, and for administrators everybody's."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from matchmaker.accounts.acting import ActorDep, SignInDep
from matchmaker.accounts.tokens import everybodys, service
from matchmaker.accounts.tokens.models import NewToken, TokenOfSomebody, TokenPublic, TokenSent
from matchmaker.kit.database import SessionDep
from matchmaker.kit.paging import Limit, Offset, Page
from matchmaker.kit.problems import responses

router = APIRouter(tags=["accounts"], responses=responses(400, 401, 403, 404, 409, 422))
TokenId = Annotated[int, Path(ge=1, le=2**53)]
Sought = Annotated[str, Query(max_length=100, description="Part of the token's name, or of its person's or address.")]


@router.get("/me/tokens")
def list_tokens(session: SessionDep, signed_in: SignInDep) -> list[TokenPublic]:
    """One's tokens, the latest first."""
    rows = service.list_tokens(session, signed_in.account_id)
    return [TokenPublic.model_validate(row, from_attributes=True) for row in rows]


@router.post("/me/tokens", status_code=201)
def create_token(session: SessionDep, signed_in: SignInDep, sent: TokenSent) -> NewToken:
    """Make a token for a program; it is shown this once, and sent as `Authorization: Bearer`."""
    row, token = service.create_token(session, signed_in.account, signed_in.row.organisation_id, sent)
    return NewToken(**row.model_dump(exclude={"account_id", "token_hash"}), token=token)


@router.delete("/me/tokens/{token_id}", status_code=204)
def revoke_token(session: SessionDep, signed_in: SignInDep, token_id: TokenId) -> None:
    """End one of one's tokens at once."""
    service.revoke_token(session, signed_in.account_id, token_id)


@router.get("/tokens")
def list_all_tokens(
    session: SessionDep, actor: ActorDep, q: Sought = "", offset: Offset = 0, limit: Limit = 50
) -> Page[TokenOfSomebody]:
    """Everybody's tokens, the latest first (administrators); the tokens themselves nobody can read."""
    items, total = everybodys.list_tokens(session, actor, q, offset, limit)
    return Page(items=items, total=total, offset=offset, limit=limit)


@router.delete("/tokens/{token_id}", status_code=204)
def revoke_any_token(session: SessionDep, actor: ActorDep, token_id: TokenId) -> None:
    """End somebody's token at once; its person is told (administrators)."""
    everybodys.revoke_token(session, token_id, actor)
