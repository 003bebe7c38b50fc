"""Many people do the same thing at the same moment, on both databases: nothing is lost, and nothing is there twice."""

from datetime import UTC, datetime, timedelta
from typing import Any

from fair import Fair, keep_candidates
from sqlmodel import select
from support import Api
from test_events_on_both import at_once
from test_migrations import empty, server, service  # noqa: F401

from matchmaker.catalogue.models import Kind
from matchmaker.interest.models import Answer, MeetingRequest
from matchmaker.interest.mutual import settle
from matchmaker.kit.jobs.service import run_job

ROWS = 30
TABLE = "title,key\n" + "".join(f"Bơm nhiệt {number},k-{number}\n" for number in range(ROWS))


def test_a_hundred_people_answer_in_the_last_moment(service: Api) -> None:  # noqa: F811
    sides = CrowdedFair(service)
    fair, pairs = sides.fair, sides.pairs
    fair.set(answers_until=datetime.now(UTC) + timedelta(seconds=2), open_requests_limit=1000)

    found = at_once(*(sides.say(pair, side, turn) for turn, (pair, side) in enumerate(pairs_and_sides(pairs))))

    with service.database.session(writes=False) as session:
        answers = {(row.need_id, row.technology_id, row.side): row for row in session.exec(select(Answer))}
        requests = {(row.need_id, row.technology_id): row.state for row in session.exec(select(MeetingRequest))}
    made = {
        pair: settle(*(getattr(answers.get((*pair, side)), "value", None) for side in (Kind.NEED, Kind.TECHNOLOGY)))
        for pair in pairs
    }
    assert (len(found), set(found) - {200, 409}) == (100, set())
    assert len(answers) == found.count(200)
    assert requests == {pair: one.state for pair, one in made.items() if one.state}


def test_the_same_table_twice_at_once_is_imported_once(service: Api) -> None:  # noqa: F811
    owner = service.organisation()
    jobs = [
        service.start_import("technology", TABLE.encode(), dry_run=False, publish=True, organisation_id=owner).json()
        for _ in range(2)
    ]

    at_once(*(lambda job=job: run_job(service.database, service.app.state.services, job["id"]) for job in jobs))

    results = [service.get(f"/jobs/{job['id']}") for job in jobs]
    told = [(one["state"], one["problem"], one["result"].get("rejected")) for one in results]
    assert told == [("done", {}, 0)] * 2
    assert sum(one["result"]["created"] for one in results) == ROWS
    assert service.get("/postings", owner, limit=1)["total"] == ROWS


def test_of_four_who_saw_the_same_posting_one_changes_it(service: Api) -> None:  # noqa: F811
    posting = service.technology(service.organisation())["id"]

    def change(level: int) -> tuple[int, str]:
        body = {"changes": {"trl": level}}
        answer = service.call("PATCH", f"/postings/{posting}", json=body, headers={"If-Match": '"1"'})
        return answer.status_code, answer.headers.get("etag", "")

    found = at_once(*(lambda level=level: change(level) for level in (3, 4, 5, 6)))

    assert sorted(found) == [(200, '"2"'), (412, ""), (412, ""), (412, "")]


class CrowdedFair:
    """Five technologies and ten needs, every pair of which both sides may answer."""

    def __init__(self, api: Api) -> None:
        self.seller, self.buyer = api.organisation(), api.organisation(kind="enterprise")
        technologies = [api.published("technology", self.seller, title=f"Bơm {i}")["id"] for i in range(5)]
        needs = [api.published("need", self.buyer, title=f"Kho {i}")["id"] for i in range(10)]
        self.pairs = [(need, technology) for need in needs for technology in technologies]
        keep_candidates(api, *self.pairs, probability=0.9)
        self.fair = Fair(api)
        self.fair.slots()
        self.fair.tables()
        self.fair.register(self.seller, "Hạnh")
        self.fair.register(self.buyer, "Tuấn")
        self.fair.move("answering")

    def say(self, pair: tuple[int, int], side: Kind, turn: int) -> Any:
        acting = self.buyer if side is Kind.NEED else self.seller
        value = ("must_meet", "would_meet", "rather_not")[turn % 3]
        body = {"value": value, "reason": "price" if value == "rather_not" else None}
        path = self.fair.path(f"/answers/{pair[0]}/{pair[1]}")
        return lambda: self.fair.api.call("PUT", path, acting, json=body).status_code


def pairs_and_sides(pairs: list[tuple[int, int]]) -> list[tuple[tuple[int, int], Kind]]:
    return [(pair, side) for pair in pairs for side in (Kind.NEED, Kind.TECHNOLOGY)]
