"""What both sides say of the next step, and what of it the other one reads."""

from datetime import UTC, datetime, timedelta

from held import Held
from support import ORGANISER

LATER = datetime.now(UTC) - timedelta(minutes=1)
EARLIER = LATER - timedelta(minutes=10)


def test_a_word_is_kept_for_its_own_side(meeting: Held) -> None:
    said = meeting.say(meeting.buyer, interested=False, reason="too_early", note="Năm sau")

    assert (said["need"]["interested"], said["need"]["reason"], said["need"]["note"]) == (False, "too_early", "Năm sau")
    assert said["technology"] is None


def test_the_other_side_reads_nothing_before_it_has_spoken(meeting: Held) -> None:
    meeting.say(meeting.buyer)

    assert meeting.read(meeting.seller)["need"] is None


def test_after_both_have_spoken_each_reads_the_other_without_reason_and_note(meeting: Held) -> None:
    meeting.say(meeting.buyer, interested=False, note="Giá cao")

    said = meeting.say(meeting.seller)

    assert (said["need"]["interested"], said["need"]["reason"], said["need"]["note"]) == (False, None, "")


def test_organisers_read_reasons_and_notes(meeting: Held) -> None:
    meeting.say(meeting.buyer, interested=False, note="Giá cao")

    read = meeting.read(ORGANISER)["need"]

    assert (read["reason"], read["note"]) == ("price", "Giá cao")


def test_the_same_word_arriving_twice_changes_nothing(meeting: Held) -> None:
    meeting.say(meeting.buyer, sent_key="phone-once", said_at=EARLIER.isoformat())
    again = meeting.say(meeting.buyer, sent_key="phone-once", interested=False, said_at=LATER.isoformat())

    assert again["need"]["interested"] is True


def test_a_word_from_before_does_not_overwrite_a_newer_one(meeting: Held) -> None:
    meeting.say(meeting.buyer, interested=False, said_at=LATER.isoformat())
    late = meeting.say(meeting.buyer, said_at=EARLIER.isoformat())

    assert late["need"]["interested"] is False


def test_a_phone_whose_clock_is_ahead_does_not_have_the_last_word_for_ever(meeting: Held) -> None:
    ahead = datetime.now(UTC) + timedelta(days=300)
    meeting.say(meeting.buyer, interested=False, said_at=ahead.isoformat())

    corrected = meeting.say(meeting.buyer)

    assert corrected["need"]["interested"] is True


def test_no_interest_needs_a_reason_and_interest_takes_none(meeting: Held) -> None:
    assert meeting.refused(meeting.buyer, interested=False, reason=None) == (400, "reason_missing")
    assert meeting.refused(meeting.buyer, reason="price") == (400, "reason_not_needed")


def test_nobody_speaks_before_the_meeting_begins_but_the_organiser(meeting: Held) -> None:
    meeting.start(datetime.now(UTC) + timedelta(hours=1))

    assert meeting.refused(meeting.buyer) == (409, "meeting_not_begun")
    assert meeting.say(ORGANISER, side="need")["need"]["interested"] is True


def test_of_a_cancelled_meeting_there_is_nothing_to_say(meeting: Held) -> None:
    meeting.cancel()

    assert meeting.refused(meeting.buyer) == (409, "meeting_cancelled")


def test_for_others_there_is_no_such_meeting(meeting: Held) -> None:
    stranger = meeting.api.organisation(name_vi="Công ty lạ")

    assert meeting.refused(stranger) == (404, "meeting_not_found")
    assert meeting.api.refused("GET", meeting.path, stranger) == (404, "meeting_not_found")


def test_a_side_speaks_for_itself_and_the_organiser_names_one(meeting: Held) -> None:
    assert meeting.refused(meeting.buyer, side="technology") == (403, "not_your_side")
    assert meeting.refused(ORGANISER) == (400, "side_missing")
