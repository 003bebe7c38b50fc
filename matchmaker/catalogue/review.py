"""Which change of state is allowed, to whom, and for whom a state waits; pure."""

from matchmaker.catalogue.models import Party, State

OWNER, ORGANISER, SERVICE = Party.OWNER.value, Party.ORGANISER.value, "service"

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


# Whose step is next; nobody's where a state is missing.
WAITS_FOR: dict[State, Party] = {
    State.DRAFT: Party.OWNER,
    State.RETURNED: Party.OWNER,
    State.SUBMITTED: Party.ORGANISER,
}
# What stands behind these was seen by organisers, and is what a later version is compared with.
KEEPS_CONTENT = frozenset({State.RETURNED, State.CLOSED, State.EXPIRED})


def next_states(before: State, *, organiser: bool) -> list[State]:
    """Where one may take a posting of one's own; organisers may do whatever its organisation may."""
    role = frozenset({OWNER, ORGANISER} if organiser else {OWNER})
    return [after for after, allowed in TRANSITIONS[before].items() if allowed & role]


def goes_back(state: State, *, organiser: bool) -> bool:
    """Whether a change of content takes a posting out of the catalogue until it was reviewed again."""
    return state is State.PUBLISHED and not organiser


def who_may_change(before: State, after: State) -> frozenset[str]:
    """The roles that may take a posting from ``before`` to ``after``; none when nobody may."""
    return TRANSITIONS.get(before, {}).get(after, frozenset())
