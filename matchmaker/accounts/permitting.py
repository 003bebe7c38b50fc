"""The door before every route: refuses whom the table of permissions does not let in."""

from fastapi import Request

from matchmaker.accounts.acting import Actor, ActorDep
from matchmaker.accounts.costs import charge
from matchmaker.accounts.permissions import ENROLLING, RULES, Access, action_of, token_refusal
from matchmaker.kit import auditing
from matchmaker.kit.database import SessionDep, reads_only
from matchmaker.kit.errors import ForbiddenError, SignInNeededError


async def permit(request: Request, session: SessionDep, actor: ActorDep) -> None:
    """Let an actor pass whose role has any access to the route's action; from then on the changes are theirs.

    Raises SignInNeededError, ForbiddenError, or TooOftenError. A route without a rule is a fault of ours, and nobody
    passes.
    """
    endpoint = request.scope["endpoint"]
    action = action_of(endpoint.__module__, endpoint.__name__)
    charge(request, actor, action)
    _check_sender(request, actor)
    rule = RULES[action]
    if actor.enrolling and action not in ENROLLING:
        raise ForbiddenError("second_factor_required")
    if rule.access(actor.role) is Access.NO:
        kind = SignInNeededError if rule.refusal == "sign_in_needed" else ForbiddenError
        raise kind(rule.refusal)
    _check_token(request, actor, action)
    auditing.begin(session, _acting(actor, action))


def _check_sender(request: Request, actor: Actor) -> None:
    """What somebody kept on their device is not taken from whoever is signed in there by now.

    ``X-Said-By`` names the account and the organisation for which it acted, 0 for none.
    """
    said_by = request.headers.get("x-said-by")
    if said_by is not None and said_by != f"{actor.account_id or 0}:{actor.organisation_id or 0}":
        raise ForbiddenError("said_by_somebody_else")


def _check_token(request: Request, actor: Actor, action: str) -> None:
    if actor.token_id is None:
        return
    refused = token_refusal(action, actor.scopes, writes=not reads_only(request))
    if refused:
        code, scope = refused
        raise ForbiddenError(code, **({"scope": scope} if scope else {}))


def _acting(actor: Actor, action: str) -> auditing.Acting:
    return auditing.Acting(
        actor=actor.name,
        action=action,
        door=auditing.Door.PAGE if actor.token_id is None else auditing.Door.TOKEN,
        door_id=actor.token_id,
        account_id=actor.account_id,
        organisation_id=actor.organisation_id,
    )
