"""What the words after a meeting make of its case."""

from held import Held
from support import ORGANISER

from matchmaker.catalogue.models import Kind
from matchmaker.outcomes.following.cases.stages import Stage


def test_two_words_for_a_next_step_make_one_case(meeting: Held) -> None:
    meeting.say(meeting.buyer)
    said = meeting.say(meeting.seller)

    (case,) = meeting.rows()
    assert (case.id, case.stage, case.waits_for) == (said["case_id"], Stage.TALKING, None)


def test_one_word_makes_a_case_that_waits_and_that_the_other_does_not_know_of(meeting: Held) -> None:
    meeting.say(meeting.buyer)

    (case,) = meeting.rows()
    assert case.waits_for is Kind.TECHNOLOGY
    assert meeting.read(meeting.seller)["case_id"] is None
    assert meeting.read(meeting.buyer)["case_id"] == meeting.read(ORGANISER)["case_id"] == case.id


def test_the_other_sides_no_closes_what_waited(meeting: Held) -> None:
    meeting.say(meeting.buyer)
    meeting.say(meeting.seller, interested=False)

    (case,) = meeting.rows()
    assert (case.stage, case.declined_by) == (Stage.CLOSED, Kind.TECHNOLOGY)


def test_a_no_that_is_taken_back_opens_the_case_again(meeting: Held) -> None:
    meeting.say(meeting.buyer)
    meeting.say(meeting.seller, interested=False)
    meeting.say(meeting.seller)

    (case,) = meeting.rows()
    assert (case.stage, case.waits_for, case.declined_by, case.reason) == (Stage.TALKING, None, None, None)


def test_without_interest_there_is_no_case(meeting: Held) -> None:
    meeting.say(meeting.buyer, interested=False)

    assert meeting.rows() == []
