"""Which change of state is allowed, and to whom."""

from matchmaker.catalogue.models import State

OWNER, ORGANISER, SERVICE = "owner", "organiser", "service"

# from -> to -> who may; publication comes only out of review.
TRANSITIONS: dict[State, dict[State, frozenset[str]]] = {
    State.DRAFT: {State.SUBMITTED: frozenset({OWNER, ORGANISER})},
    State.SUBMITTED: {
        State.PUBLISHED: frozenset({ORGANISER}),
        State.RETURNED: frozenset({ORGANISER}),
        State.DRAFT: frozenset({OWNER, ORGANISER}),
    },
    State.RETURNED: {State.SUBMITTED: frozenset({OWNER, ORGANISER})},
    State.PUBLISHED: {
        State.CLOSED: frozenset({OWNER, ORGANISER}),
        State.RETURNED: frozenset({ORGANISER}),
        State.SUBMITTED: frozenset({OWNER}),
        State.EXPIRED: frozenset({SERVICE}),
    },
    State.CLOSED: {State.SUBMITTED: frozenset({OWNER, ORGANISER})},
    State.EXPIRED: {State.SUBMITTED: frozenset({OWNER, ORGANISER})},
}


def who_may_change(before: State, after: State) -> frozenset[str]:
    """The roles that may take a posting from ``before`` to ``after``; none when nobody may."""
    return TRANSITIONS.get(before, {}).get(after, frozenset())
