"""The door before every route: refuses whom the table of permissions does not let in."""

from fastapi import Request

from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.permissions import ENROLLING, RULES, Access, action_of
from matchmaker.kit.errors import ForbiddenError, SignInNeededError


def permit(request: Request, actor: ActorDep) -> None:
    """Let an actor pass whose role has any access to the route's action.

    Raises SignInNeededError or ForbiddenError. A route without a rule is a fault of ours, and nobody passes.
    """
    endpoint = request.scope["endpoint"]
    action = action_of(endpoint.__module__, endpoint.__name__)
    rule = RULES[action]
    if actor.enrolling and action not in ENROLLING:
        raise ForbiddenError("second_factor_required")
    if rule.access(actor.role) is Access.NO:
        kind = SignInNeededError if rule.refusal == "sign_in_needed" else ForbiddenError
        raise kind(rule.refusal)
