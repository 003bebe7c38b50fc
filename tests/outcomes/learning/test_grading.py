"""What people said and did as grades of pairs: one test for each row of the table, and for who goes before whom."""

import pytest

from matchmaker.catalogue.models import Kind
from matchmaker.interest.mutual import Reason, Value
from matchmaker.outcomes.following.cases.stages import Stage
from matchmaker.outcomes.learning.grading import Said, grade, of_answer

ASKS, OFFERS = Kind.NEED, Kind.TECHNOLOGY


def against(side: Kind, reason: Reason | None) -> Said:
    return Said(side, wants=False, reason=reason)


@pytest.mark.parametrize("stage", [Stage.SITE_VISIT, Stage.TRIAL, Stage.MEMORANDUM, Stage.CONTRACT, Stage.IN_USE])
def test_a_case_that_went_far_is_the_best(stage: Stage) -> None:
    assert grade([], [against(ASKS, Reason.NOT_OUR_FIELD)], [Stage.TALKING, stage, Stage.CLOSED]) == 3


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([Said(ASKS, True), Said(OFFERS, True)], 2),
        ([Said(OFFERS, True, must=True)], 2),
        ([Said(ASKS, True)], 1),
        ([Said(ASKS, True), Said(ASKS, True)], 1),
        ([Said(ASKS, True), against(OFFERS, Reason.PRICE)], 1),
        ([Said(ASKS, True, must=True), against(OFFERS, Reason.NOT_OUR_FIELD)], 0),
        ([against(ASKS, Reason.ADVANTAGE_UNCLEAR)], 0),
        ([], None),
    ],
)
def test_what_was_said_is_a_grade_alike_before_and_after_a_meeting(said: list[Said], expected: int | None) -> None:
    assert (grade(said, [], []), grade([], said, [Stage.TALKING])) == (expected, expected)


@pytest.mark.parametrize(
    "reason",
    [Reason.TOO_EARLY, Reason.ROUTE_UNCLEAR, Reason.PRICE, Reason.ALREADY_SOLVED, Reason.COMPETITOR, Reason.OTHER],
)
def test_reasons_that_do_not_speak_of_the_subject_teach_nothing(reason: Reason) -> None:
    assert grade([against(ASKS, reason)], [], []) is None


def test_what_came_of_a_meeting_goes_before_what_was_hoped_of_it() -> None:
    hoped = [Said(ASKS, True, must=True), Said(OFFERS, True, must=True)]

    assert grade(hoped, [against(ASKS, Reason.NOT_OUR_FIELD)], []) == 0
    assert grade([against(ASKS, Reason.NOT_OUR_FIELD)], [Said(ASKS, True)], []) == 1


def test_a_meeting_of_which_nothing_is_known_leaves_what_was_hoped() -> None:
    assert grade([Said(ASKS, True)], [against(OFFERS, Reason.PRICE)], [Stage.TALKING]) == 1


def test_a_veto_is_not_read() -> None:
    assert of_answer(ASKS, Value.VETO, None) is None
    assert of_answer(ASKS, Value.MUST_MEET, None) == Said(ASKS, True, must=True)
    assert of_answer(OFFERS, Value.RATHER_NOT, Reason.PRICE) == against(OFFERS, Reason.PRICE)
