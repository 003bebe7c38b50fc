"""Tables are handed round for those who come back after a break, and only tables that fit."""

from dataclasses import replace

from event_days import a_small_event

from matchmaker.agenda.event_problem import EventProblem, Request, Table
from matchmaker.agenda.search.frame import Frame, Place
from matchmaker.agenda.search.seats_kept import keep_tables, table_changes, table_changes_bound
from matchmaker.agenda.search.seats_permuted import permute_tables

# "a" meets at the first and the last of three times, "d" and "e" in between at the same table.
DAY = a_small_event("ab", "de", "ac", slots=3, tables=2)
PLACES = {0: Place(0, 0, 0, -1), 1: Place(0, 1, 0, -1), 2: Place(0, 2, 1, -1)}
LINKS = [(0, 2, False)]


def test_who_comes_back_after_a_break_finds_the_table_again() -> None:
    frame = Frame(DAY)

    found = permute_tables(frame, PLACES, LINKS)

    assert table_changes(frame, PLACES) == 1
    assert table_changes(frame, found) == 0
    assert {request: place._replace(table=0) for request, place in found.items()} == {
        request: place._replace(table=0) for request, place in PLACES.items()
    }


def test_nobody_is_sent_to_a_table_that_does_not_fit() -> None:
    video = replace(DAY, tables=(Table("t0"), Table("t1", video=True)), requests=_last_by_video(DAY))
    closed = replace(DAY, tables=(Table("t0", slots=frozenset({0, 1})), Table("t1", slots=frozenset({2}))))

    for problem in (video, closed):
        frame = Frame(problem)
        places = {request: place._replace(table=_only(frame, request, place)) for request, place in PLACES.items()}

        assert permute_tables(frame, places, LINKS) == places


def test_too_many_tables_are_left_alone() -> None:
    assert permute_tables(Frame(DAY), PLACES, LINKS, cells=3) == PLACES


def test_nothing_to_hand_round() -> None:
    frame = Frame(DAY)

    assert permute_tables(frame, {}, []) == {}
    assert table_changes_bound(frame, keep_tables(frame, {})) == 0


def _last_by_video(problem: EventProblem) -> tuple[Request, ...]:
    *others, last = problem.requests
    return (*others, replace(last, video=True))


def _only(frame: Frame, request: int, place: Place) -> int:
    return (frame.options[request][0].tables & frame.open_tables[place.time]).bit_length() - 1
