"""What is looked after from time to time: postings expire, the index is rebuilt, everything is ranked again."""

import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import select
from support import Api

from matchmaker.catalogue.models import Kind, Posting
from matchmaker.catalogue.tables import write_jsonl
from matchmaker.kit import clock
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.matching.engine import Engine
from matchmaker.matching.jobs import PREPARE_REASONS, RANK_ALL, REBUILD, REST_SECONDS, maintain
from matchmaker.matching.state import REBUILD_LEAST


def engine_of(api: Api) -> Engine:
    found: Engine = api.app.state.services.matcher.engine
    return found


def looked_after(api: Api) -> list[int]:
    """Ids of the jobs that maintenance asks for now."""
    return maintain(api.database, api.app.state.services.matcher)


def asked_for(api: Api) -> list[tuple[str, JobState]]:
    """Every job of matching, oldest first."""
    with api.database.session(writes=False) as session:
        rows = session.exec(select(Job).where(Job.owner == "service").order_by("id"))
        return [(row.kind, row.state) for row in rows]


def rest(api: Api) -> None:
    """As if nothing had changed for a while."""
    engine = engine_of(api)
    engine.current()
    engine._changed = time.monotonic() - REST_SECONDS


def expire(api: Api, posting_id: int) -> None:
    """As if the posting's last day had been yesterday."""
    with api.database.session() as session:
        posting = session.get_one(Posting, posting_id)
        posting.expires_on = clock.today() - timedelta(days=1)
        session.add(posting)


def publish_many(api: Api, owner: int, count: int) -> None:
    """Publish technologies one after the other, as editors do, without the rebuild that follows an import."""
    for number in range(count):
        api.published("technology", owner, title=f"Thiết bị số {number}")


@pytest.fixture
def fair(api: Api, owner: int, other: int) -> dict[str, Any]:
    """A need and a technology, everything ranked, and nothing left to do."""
    made = {"technology": api.published("technology", owner), "need": api.published("need", other)}
    engine_of(api).rebuild()
    rest(api)
    for job in looked_after(api):
        api.run(job)
    with api.database.session(writes=False) as session:
        prepared = session.exec(select(Job.id).where(Job.kind == PREPARE_REASONS)).one()
    api.run(prepared or 0)
    return made


def test_where_nothing_is_due_nothing_is_asked_for(api: Api, fair: dict[str, Any]) -> None:
    before = asked_for(api)

    assert (looked_after(api), looked_after(api)) == ([], [])
    assert asked_for(api) == before == [(RANK_ALL, JobState.DONE), (PREPARE_REASONS, JobState.DONE)]


def test_an_expired_posting_vanishes(api: Api, fair: dict[str, Any]) -> None:
    expire(api, fair["technology"]["id"])
    assert engine_of(api).current().market.technologies.living == 1

    looked_after(api)

    shown = api.get(f"/postings/{fair['technology']['id']}")
    assert (shown["state"], shown["version"]) == ("expired", fair["technology"]["version"] + 1)
    assert api.get("/search", q="ống nhiệt")["items"] == []
    assert api.get(f"/postings/{fair['need']['id']}/candidates")["items"] == []


def test_the_last_day_of_a_posting_is_still_its_own(api: Api, owner: int) -> None:
    today = api.published("technology", owner, expires_on=clock.today().isoformat())

    looked_after(api)

    assert api.get(f"/postings/{today['id']}")["state"] == "published"


def test_an_expiry_is_written_down_once(api: Api, fair: dict[str, Any]) -> None:
    posting_id = fair["technology"]["id"]
    expire(api, posting_id)

    for _ in range(3):
        looked_after(api)

    last = api.get(f"/postings/{posting_id}/history")[-1]
    assert (last["from_state"], last["to_state"], last["actor"], last["reasons"]) == (
        "published",
        "expired",
        "service",
        ["expired"],
    )
    assert len(api.get(f"/postings/{posting_id}/history")) == 3


def test_many_latecomers_ask_for_a_rebuild(api: Api, owner: int, fair: dict[str, Any]) -> None:
    publish_many(api, owner, REBUILD_LEAST)
    few = looked_after(api)
    publish_many(api, owner, 1)

    (job,) = looked_after(api)

    assert few == []
    assert api.get(f"/jobs/{job}")["kind"] == REBUILD
    ended = api.run(job)
    assert ended["result"]["texts"] == {"technology": REBUILD_LEAST + 2, "need": 1}
    assert engine_of(api).behind() is False


def test_a_side_that_had_nothing_is_rebuilt_at_its_first_posting(api: Api, owner: int) -> None:
    api.published("technology", owner)

    (job,) = looked_after(api)

    assert api.get(f"/jobs/{job}")["kind"] == REBUILD


def test_everything_is_ranked_again_once_the_catalogue_has_come_to_rest(
    api: Api, owner: int, fair: dict[str, Any]
) -> None:
    new = api.published("technology", owner)["id"]
    while_editing = looked_after(api)
    rest(api)

    (job,) = looked_after(api)

    assert while_editing == []
    assert api.get(f"/jobs/{job}")["kind"] == RANK_ALL
    assert api.run(job)["result"] == {"needs": 1, "candidates": 2}
    assert new in [item["posting"]["id"] for item in api.get(f"/postings/{fair['need']['id']}/candidates")["items"]]
    assert looked_after(api) == []


def test_other_weights_ask_for_a_ranking(api: Api, fair: dict[str, Any]) -> None:
    matcher = api.app.state.services.matcher
    matcher.engine.weights = replace(matcher.engine.weights, version="20260101T000000Z")
    matcher.engine.rebuild()

    (job,) = looked_after(api)

    assert api.get(f"/jobs/{job}")["kind"] == RANK_ALL


def test_what_waits_is_not_asked_for_twice(api: Api, owner: int, fair: dict[str, Any]) -> None:
    api.published("technology", owner)
    rest(api)
    ranking = [looked_after(api), looked_after(api)]
    publish_many(api, owner, REBUILD_LEAST)
    rebuilding = [looked_after(api), looked_after(api)]

    assert [len(jobs) for jobs in ranking] == [1, 0]
    assert rebuilding[0] == rebuilding[1]
    assert asked_for(api)[2:] == [(RANK_ALL, JobState.QUEUED), (REBUILD, JobState.QUEUED)]


def test_a_rebuild_comes_before_a_ranking(api: Api, owner: int, fair: dict[str, Any]) -> None:
    publish_many(api, owner, REBUILD_LEAST + 1)
    rest(api)

    (first,) = looked_after(api)
    api.run(first)
    rest(api)
    (second,) = looked_after(api)

    assert [api.get(f"/jobs/{job}")["kind"] for job in (first, second)] == [REBUILD, RANK_ALL]


def test_an_import_that_another_process_wrote_asks_for_a_rebuild(api: Api, owner: int, fair: dict[str, Any]) -> None:
    stale = Engine(api.database, engine_of(api).encoder, engine_of(api).weights)
    stale.rebuild()
    rows = [{"key": f"t{number}", "title": f"Thiết bị số {number}"} for number in range(210)]
    api.load("technology", write_jsonl(rows), "rows.jsonl", publish=True, organisation_id=owner)

    assert (stale.waiting, stale.behind(), stale.current().market.side(Kind.TECHNOLOGY).living) == (210, True, 1)
    assert engine_of(api).behind() is False
