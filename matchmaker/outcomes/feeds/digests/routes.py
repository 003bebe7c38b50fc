"""Stopping letters of the week: by a link without signing in, or in one's account."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request

from matchmaker.accounts.acting import SignInDep
from matchmaker.kit.database import SessionDep
from matchmaker.kit.problems import responses
from matchmaker.outcomes.feeds.digests import service
from matchmaker.outcomes.feeds.digests.models import News, NewsChoice, NewsWanted, StoppedPublic, StopSent

router = APIRouter(tags=["outcomes"], responses=responses(400, 401, 403, 404, 422))
Token = Annotated[str, Query(min_length=1, max_length=300)]


@router.get("/me/news")
def list_news_choices(session: SessionDep, signed_in: SignInDep) -> list[NewsChoice]:
    """What letters of the week tell you of."""
    return service.list_choices(session, signed_in.account_id)


@router.put("/me/news/{kind}")
def choose_news(
    session: SessionDep, signed_in: SignInDep, kind: Annotated[News, Path()], sent: NewsWanted
) -> list[NewsChoice]:
    """Get news of a kind, or no more of it."""
    service.set_choice(session, signed_in.account_id, kind, wanted=sent.wanted)
    return service.list_choices(session, signed_in.account_id)


@router.post("/news/stop")
def stop_all_news(request: Request, session: SessionDep, token: Token) -> StoppedPublic:
    """Stop what a letter names in its header, as programs for mail do with one click (RFC 8058)."""
    return StoppedPublic(kinds=service.stop_by_token(session, request.app.state.secret, token))


@router.post("/news/stop-one")
def stop_news(request: Request, session: SessionDep, sent: StopSent) -> StoppedPublic:
    """Stop what a link in a letter names."""
    return StoppedPublic(kinds=service.stop_by_token(session, request.app.state.secret, sent.token))
