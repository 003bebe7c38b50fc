"""Review: every state to every state, for everybody; what is written down; expiry."""

from datetime import date, timedelta
from typing import Any

import pytest
from support import PUBLIC, Api

from matchmaker.catalogue import queries
from matchmaker.catalogue.models import Posting, State
from matchmaker.catalogue.service import expire_postings
from matchmaker.kit import clock
from matchmaker.kit.database import Database

STATES = ("draft", "submitted", "published", "returned", "closed", "expired")

# from -> (where its organisation may take it, where an organiser may)
ALLOWED: dict[str, tuple[set[str], set[str]]] = {
    "draft": ({"submitted"}, {"submitted"}),
    "submitted": ({"draft"}, {"draft", "published", "returned"}),
    "published": ({"closed", "submitted"}, {"closed", "submitted", "returned"}),
    "returned": ({"submitted"}, {"submitted"}),
    "closed": ({"submitted"}, {"submitted"}),
    "expired": ({"submitted"}, {"submitted"}),
}


def put_into(database: Database, posting_id: int, state: str) -> None:
    """Set a posting's state, however it may have come there."""
    with database.session() as session:
        posting = session.get_one(Posting, posting_id)
        posting.state = State(state)
        session.add(posting)


@pytest.mark.parametrize("before", STATES)
def test_every_change_of_state(api: Api, owner: int, before: str) -> None:
    posting_id = api.technology(owner)["id"]
    answers: dict[str, dict[str, Any]] = {"owner": {}, "organiser": {}}

    for role, acting in (("owner", owner), ("organiser", "organiser")):
        for after in STATES:
            put_into(api.database, posting_id, before)
            body = {"state": after, "reasons": ["because"]}
            answer = api.call("POST", f"/postings/{posting_id}/state", acting, json=body).json()
            answers[role][after] = answer.get("code") or answer["state"]

    by_owner, by_organiser = ALLOWED[before]
    nobody = "state_change_refused"
    assert answers["organiser"] == {after: after if after in by_organiser else nobody for after in STATES}
    assert answers["owner"] == {
        after: after if after in by_owner else "organiser_only" if after in by_organiser else nobody for after in STATES
    }


def test_a_refused_change_says_from_where_to_where(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]

    answer = api.call("POST", f"/postings/{posting_id}/state", json={"state": "closed"})

    assert (answer.status_code, answer.json()["params"]) == (409, {"before": "draft", "after": "closed"})
    assert api.refused("POST", f"/postings/{posting_id}/state", json={"state": "secret"}) == (422, "malformed")


def test_strangers_change_no_state(api: Api, owner: int, other: int) -> None:
    posting_id = api.published("need", owner)["id"]

    for stranger in (other, PUBLIC):
        refusal = api.refused("POST", f"/postings/{posting_id}/state", stranger, json={"state": "closed"})
        assert refusal == (403, "not_your_organisation")
    assert api.get(f"/postings/{posting_id}")["state"] == "published"


def test_returning_needs_reasons(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    api.move(posting_id, "submitted", acting=owner)

    assert api.refused("POST", f"/postings/{posting_id}/state", json={"state": "returned"}) == (400, "reasons_missing")
    assert api.move(posting_id, "returned", reasons=["budget_missing"])["state"] == "returned"


def test_the_history_tells_who_when_and_why(api: Api, owner: int) -> None:
    started = clock.now()
    posting_id = api.need(owner)["id"]
    api.move(posting_id, "submitted", acting=owner)
    api.move(posting_id, "returned", reasons=["Thiếu ngân sách", "deadline_missing"])
    api.move(posting_id, "submitted", acting=owner)
    api.move(posting_id, "published")

    events = api.get(f"/postings/{posting_id}/history", owner)

    me = f"organisation:{owner}"
    assert [(e["from_state"], e["to_state"], e["actor"], e["reasons"]) for e in events] == [
        ("draft", "submitted", me, []),
        ("submitted", "returned", "organiser", ["Thiếu ngân sách", "deadline_missing"]),
        ("returned", "submitted", me, []),
        ("submitted", "published", "organiser", []),
    ]
    times = [e["at"] for e in events]
    assert times == sorted(times)
    assert started.isoformat() < times[0].replace("Z", "+00:00")


def test_what_an_owner_changes_after_publication_is_reviewed_again(api: Api, owner: int) -> None:
    posting = api.published("technology", owner)
    update = {"version": posting["version"], "changes": {"trl": 9}}

    shown = api.call("PATCH", f"/postings/{posting['id']}", owner, json=update).json()

    assert (shown["state"], shown["trl"]) == ("submitted", 9)
    assert api.get(f"/postings/{posting['id']}/history")[-1]["reasons"] == ["changed_by_owner"]
    assert api.refused("GET", f"/postings/{posting['id']}", PUBLIC) == (404, "posting_not_found")


def test_what_an_organiser_changes_stays_published(api: Api, owner: int) -> None:
    posting = api.published("technology", owner)
    update = {"version": posting["version"], "changes": {"trl": 9}}

    assert api.call("PATCH", f"/postings/{posting['id']}", json=update).json()["state"] == "published"


def test_every_visible_change_is_logged_and_no_other(api: Api, owner: int, database: Database) -> None:
    hidden = api.need(owner)["id"]
    api.move(hidden, "submitted", "draft")
    shown = api.published("technology", owner)
    api.call("PATCH", f"/postings/{shown['id']}", json={"version": shown["version"], "changes": {"trl": 9}})
    api.move(shown["id"], "closed", acting=owner)
    api.move(shown["id"], "submitted", acting=owner)

    with database.session(writes=False) as session:
        assert queries.last_change(session) == 3
        assert queries.changes_since(session, 0, 10)[0] == [shown["id"]]


# --- expiry ------------------------------------------------------------------------------------------


def test_a_posting_expires_the_day_after_its_last(api: Api, owner: int, database: Database) -> None:
    today = clock.today()
    last_day = api.published("need", owner, expires_on=str(today))["id"]
    open_end = api.published("need", owner)["id"]
    passed = api.published("need", owner, expires_on=str(today))["id"]
    with database.session() as session:
        session.get_one(Posting, passed).expires_on = today - timedelta(days=1)

    with database.session() as session:
        assert expire_postings(session) == 1
    with database.session() as session:
        assert expire_postings(session) == 0

    assert [api.get(f"/postings/{i}")["state"] for i in (last_day, open_end, passed)] == [
        "published",
        "published",
        "expired",
    ]
    assert [(e["actor"], e["reasons"]) for e in api.get(f"/postings/{passed}/history")[-1:]] == [
        ("service", ["expired"])
    ]


@pytest.mark.parametrize("state", ["submitted", "published"])
def test_nothing_is_submitted_or_published_after_its_last_day(api: Api, owner: int, state: str) -> None:
    posting_id = api.need(owner, expires_on=str(date(2020, 1, 1)))["id"]
    put_into(api.database, posting_id, {"submitted": "draft", "published": "submitted"}[state])

    refusal = api.refused("POST", f"/postings/{posting_id}/state", json={"state": state})

    assert refusal == (400, "expiry_in_the_past")


def test_an_expired_posting_comes_back_with_a_new_last_day(api: Api, owner: int) -> None:
    posting = api.need(owner, expires_on="2020-01-01")
    put_into(api.database, posting["id"], "expired")
    update = {"version": 1, "changes": {"expires_on": str(clock.today())}}
    api.call("PATCH", f"/postings/{posting['id']}", owner, json=update)

    assert api.move(posting["id"], "submitted", "published")["state"] == "published"
