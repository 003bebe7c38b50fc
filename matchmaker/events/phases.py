"""Which change of phase is allowed, and what may be done in which phase."""

from datetime import datetime
from enum import StrEnum


class Phase(StrEnum):
    OPEN = "open"
    ANSWERING = "answering"
    PLANNING = "planning"
    PUBLISHED = "published"
    RUNNING = "running"
    CLOSED = "closed"


class Doing(StrEnum):
    """What an organisation does itself."""

    REGISTER = "register"
    AVAILABILITY = "availability"
    ANSWER = "answer"


class Refusal(StrEnum):
    """Why something may not be done now; each is the code of an error."""

    PHASE = "phase_refuses"
    DEADLINE = "deadline_passed"


# Forward step by step; one step back for whatever came too early; any event may be closed, and then for good.
MOVES: dict[Phase, frozenset[Phase]] = {
    Phase.OPEN: frozenset({Phase.ANSWERING, Phase.CLOSED}),
    Phase.ANSWERING: frozenset({Phase.OPEN, Phase.PLANNING, Phase.CLOSED}),
    Phase.PLANNING: frozenset({Phase.ANSWERING, Phase.PUBLISHED, Phase.CLOSED}),
    Phase.PUBLISHED: frozenset({Phase.PLANNING, Phase.RUNNING, Phase.CLOSED}),
    Phase.RUNNING: frozenset({Phase.PUBLISHED, Phase.CLOSED}),
    Phase.CLOSED: frozenset(),
}

OWN_PHASES: dict[Doing, frozenset[Phase]] = {
    Doing.REGISTER: frozenset({Phase.OPEN, Phase.ANSWERING}),
    Doing.AVAILABILITY: frozenset({Phase.OPEN, Phase.ANSWERING}),
    Doing.ANSWER: frozenset({Phase.ANSWERING}),
}

# Organisers put in what reaches them by telephone, also after a deadline.
ORGANISER_PHASES: dict[Doing, frozenset[Phase]] = {
    Doing.REGISTER: frozenset(Phase) - {Phase.CLOSED},
    Doing.AVAILABILITY: frozenset(Phase) - {Phase.CLOSED},
    Doing.ANSWER: frozenset(Phase) - {Phase.OPEN, Phase.CLOSED},
}


def may_move(before: Phase, after: Phase) -> bool:
    """Whether an event may go from one phase to the other."""
    return after in MOVES[before]


def may_do(doing: Doing, phase: Phase, *, organiser: bool) -> bool:
    """Whether something may be done in a phase; deadlines come on top of it."""
    return phase in (ORGANISER_PHASES if organiser else OWN_PHASES)[doing]


def refusal_of(doing: Doing, phase: Phase, deadline: datetime, now: datetime, *, organiser: bool) -> Refusal | None:
    """Why something may not be done now, if so; deadlines do not bind organisers."""
    if not may_do(doing, phase, organiser=organiser):
        return Refusal.PHASE
    return Refusal.DEADLINE if now > deadline and not organiser else None
