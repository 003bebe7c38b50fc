"""Bounds on breaks for the requests that a plan places, whenever they are and whichever colleague goes.

Only delegates without colleagues count: how many meetings they have is known then. Their free times are runs of slots;
beyond the longest run of each day every further run that their meetings need costs a break. For one day, presolve of
the exact form knows more, and a search from below may raise it further.
"""

from collections.abc import Collection

from matchmaker.agenda.event_problem import EventProblem
from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.exact.presolve import Reason, Reduced, reduce
from matchmaker.agenda.problem import Meeting, Participant, Problem
from matchmaker.agenda.search.frame import Frame

# Above this, presolve takes longer than it is worth.
MOST_PRESOLVED = 1500


def breaks_bounds(frame: Frame, placed: Collection[int]) -> dict[str, int]:
    """For each delegate without colleagues, breaks that they have at least with these requests placed."""
    return {frame.people[person].id: _fewest(frame, person, count) for person, count in _alone(frame, placed).items()}


def reduced_form(frame: Frame, placed: Collection[int]) -> Reduced | None:
    """The exact form of these requests, with fewer rules and so never with more breaks; None where it is of no use."""
    if len(frame.days) != 1 or len(placed) > MOST_PRESOLVED:
        return None
    reduced = reduce(exact_form(frame, placed))
    return None if isinstance(reduced, Reason) else reduced


def exact_form(frame: Frame, placed: Collection[int]) -> Problem:
    """All these requests as meetings of delegates without colleagues, at any table and without interpreters."""
    alone = _alone(frame, placed)
    everything = set(range(frame.times))
    return Problem(
        slots=frame.times,
        tables=max(tables.bit_count() for tables in frame.open_tables),
        participants=tuple(
            Participant(frame.people[person].id, frozenset(everything - set(bits(frame.free[person]))))
            for person in alone
        ),
        meetings=tuple(
            Meeting(
                str(request),
                tuple(frame.people[person].id for person in frame.options[request][0].people if person in alone),
            )
            for request in placed
        ),
    )


def _alone(frame: Frame, placed: Collection[int]) -> dict[int, int]:
    """Delegates without colleagues, with the number of their meetings."""
    problem: EventProblem = frame.problem
    found: dict[int, int] = {}
    for request in placed:
        for person in frame.options[request][0].people:
            organisation = frame.people[person].organisation
            if organisation is not None and len(problem.delegates[organisation]) == 1:
                found[person] = found.get(person, 0) + 1
    return found


def _fewest(frame: Frame, person: int, meetings: int) -> int:
    free, more = 0, []
    for day in frame.days:
        lengths = sorted(_run_lengths(frame.free[person] & day), reverse=True)
        free += sum(lengths[:1])
        more.extend(lengths[1:])
    count = 0
    for length in sorted(more, reverse=True):
        if free >= meetings:
            break
        free += length
        count += 1
    return count


def _run_lengths(times: int) -> list[int]:
    lengths = []
    while times:
        times >>= (times & -times).bit_length() - 1
        length = (~times & (times + 1)).bit_length() - 1
        lengths.append(length)
        times >>= length
    return lengths
