"""One request more in a plan: whatever is in its way moves elsewhere, and a rival of the same pair gives way to it."""

import random
from collections.abc import Collection
from itertools import islice

from matchmaker.agenda.adjusting.replanning import known_places
from matchmaker.agenda.event_problem import EventPlan, EventProblem
from matchmaker.agenda.exact.counting import bits
from matchmaker.agenda.search.board import Board
from matchmaker.agenda.search.frame import Frame, Place
from matchmaker.agenda.search.greedy import Placer

# So many times and choices of delegates are tried, those first at which the least is in the way.
MOST_TRIED = 60


def make_room(
    problem: EventProblem, plan: EventPlan, request: str, fixed: Collection[str], slot: int | None = None
) -> EventPlan | None:
    """The plan with this request in it, at ``slot`` if one is given; None if there is no way.

    Requests in ``fixed`` stay exactly where they are. Others keep their people and change time, table or interpreter
    only where that makes room; none but rivals lose their place.
    """
    frame = Frame(problem)
    number = {one.id: place for place, one in enumerate(problem.requests)}
    before = known_places(frame, {name: at for name, at in plan.placements.items() if name != request})
    board = Board(frame)
    board.load(before.items())
    held = {one: board.places[one] for name in fixed if (one := number.get(name, -1)) in board.places}
    if not _placed(board, number[request], held, None if slot is None else frame.position[slot]):
        return None
    gone = {one for one in before if one not in board.places}
    new = {name: at for name, at in plan.placements.items() if number.get(name) not in gone}
    changed = {one: at for one, at in board.places.items() if before.get(one) != at}
    return EventPlan({**new, **{problem.requests[one].id: frame.seating(one, at) for one, at in changed.items()}})


def _placed(board: Board, request: int, held: dict[int, Place], time: int | None) -> bool:
    ways = [
        (len(conflicts), at, choice, conflicts)
        for choice, option in enumerate(board.frame.options[request])
        for at in bits(option.times)
        if time in (None, at)
        for conflicts in (board.conflicts(request, choice, at),)
        if conflicts is not None and not conflicts & held.keys()
    ]
    ways.sort(key=lambda way: way[:3])
    return any(
        _makes_way(board, request, choice, at, conflicts, held) for _, at, choice, conflicts in islice(ways, MOST_TRIED)
    )


def _makes_way(board: Board, request: int, choice: int, time: int, conflicts: set[int], held: dict[int, Place]) -> bool:
    """Whether the request is placed there and all that was in its way found another time; else nothing has changed."""
    rivals = board.frame.rivals.get(request, ())
    placer = Placer(board, random.Random(0))
    board.reseated.clear()
    old = {one: board.lift(one) for one in sorted(conflicts)}
    if board.drop(request, choice, time):
        moved = all(one in rivals or placer.insert(one) for one in sorted(conflicts))
        if moved and all(board.places[one] == at for one, at in held.items()):
            return True
        board.lift(request)
    board.restore(old)
    return False
