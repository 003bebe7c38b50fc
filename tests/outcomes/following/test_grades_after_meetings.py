"""What is said after a meeting is a grade of its pair, which ranking learns from."""

from held import Held

from matchmaker.outcomes.learning.gathering import grades_of_pairs


def test_a_word_after_the_meeting_goes_before_the_answers(meeting: Held) -> None:
    pair = meeting.stage.market.pair
    with meeting.api.database.session(writes=False) as session:
        before = grades_of_pairs(session)

    meeting.say(meeting.buyer, interested=False, reason="not_our_field")

    with meeting.api.database.session(writes=False) as session:
        assert (before[pair], grades_of_pairs(session)[pair]) == (2, 0)


def test_a_case_that_comes_to_a_trial_is_the_best_grade(meeting: Held) -> None:
    pair = meeting.stage.market.pair
    for side in (meeting.buyer, meeting.seller):
        meeting.say(side)
    (case,) = meeting.api.get("/cases")["items"]

    sent = {"stage": "trial", "version": case["version"]}
    moved = meeting.api.call("PUT", f"/cases/{case['id']}/stage", json=sent)

    assert moved.is_success, moved.text
    with meeting.api.database.session(writes=False) as session:
        assert grades_of_pairs(session)[pair] == 3
