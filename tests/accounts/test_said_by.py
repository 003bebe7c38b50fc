"""What somebody kept on their device is taken from them alone."""

from typing import Any

from people import Browser, person, told

from matchmaker.kit.database import Database


def test_a_request_that_says_who_said_it_is_taken_from_them_only(app: Any, database: Database, owner: int) -> None:
    account = person(database, member_of=owner)
    browser = Browser(app)
    signed_out = browser.call("GET", "/me", X_Said_By=f"{account}:{owner}")
    browser.sign_in()

    answers = [
        browser.call("GET", "/me", X_Said_By=said_by) for said_by in (f"{account}:{owner}", f"{account}:0", "1:1:1")
    ]

    assert told(signed_out) == (403, "said_by_somebody_else")
    assert answers[0].status_code == 200
    assert [told(answer) for answer in answers[1:]] == [(403, "said_by_somebody_else")] * 2
