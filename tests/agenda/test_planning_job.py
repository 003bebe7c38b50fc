"""Planning as a job: what is pinned stays, progress in fields, stopping, and drafts that are changed meanwhile."""

from collections.abc import Callable
from typing import Any

from hands import Hands

from matchmaker.kit.jobs.service import run_job


def solve(hands: Hands, meanwhile: Callable[[int], Any] = lambda job_id: None, seconds: float = 1.0) -> Any:
    """Run a planning job; ``meanwhile`` is called once, at its first report."""
    job_id = int(hands.fair.call("POST", "/agenda/solve", body={"seconds": seconds})["id"])
    said: list[str] = []

    def listen(stage: str, _done: int, _total: int) -> None:
        said.append(stage)
        if len(said) == 1:
            meanwhile(job_id)

    api = hands.fair.api
    run_job(api.database, api.app.state.services, job_id, listen)
    return api.get(f"/jobs/{job_id}")


def test_what_is_pinned_stays_where_it_is(hands: Hands) -> None:
    hands.do("place", 0, slot=5, table_id=hands.stage.tables[1])
    hands.do("pin", 0)

    job = solve(hands)

    assert (job["result"]["replaced"], len(hands.places()), hands.places()[0]) == (True, 4, (5, 1))


def test_a_plan_of_a_job_is_undone_like_a_move(hands: Hands) -> None:
    hands.do("place", 0, slot=5)
    hands.do("pin", 0)
    before = hands.stored()

    solve(hands)
    hands.do("undo")

    assert hands.stored() == before
    hands.do("redo")
    assert len(hands.stored()) == 4


def test_a_draft_that_was_changed_meanwhile_is_left_alone(hands: Hands) -> None:
    hands.do("place", 0, slot=5)

    job = solve(hands, lambda _: hands.do("move", 0, slot=6))

    result = job["result"]
    assert (job["state"], result["replaced"], result["code"]) == ("done", False, "draft_changed")
    assert (hands.places(), result["revision"], result["meetings"]) == ({0: (6, 0)}, 2, 4)


def test_a_plan_that_was_found_too_late_can_be_taken(hands: Hands) -> None:
    hands.do("place", 0, slot=5)
    job = solve(hands, lambda _: hands.do("move", 0, slot=6))

    tried = hands.post("take", job_id=job["id"], dry_run=True).json()
    taken = hands.do("take", job_id=job["id"])

    assert (tried["saved"], tried["changes"]) == (False, taken["changes"])
    assert len(hands.places()) == 4
    hands.do("undo")
    assert hands.places() == {0: (6, 0)}


def test_a_draft_that_was_published_meanwhile_is_left_alone(hands: Hands) -> None:
    hands.do("place", 0, slot=5)

    job = solve(hands, lambda _: hands.fair.call("POST", "/agenda/publish", body={"number": 1}))

    assert (job["result"]["replaced"], job["result"]["number"], hands.places()) == (False, 2, {0: (5, 0)})


def test_progress_is_told_in_fields(hands: Hands) -> None:
    job = solve(hands)

    detail = job["detail"]
    levels = job["result"]["levels"]
    assert sorted(detail) == ["bound", "breaks", "level", "seconds", "value"]
    assert (detail["value"], detail["breaks"]) == (levels["value"]["value"], levels["breaks"]["value"])
    assert 0 < detail["seconds"] < 30


def test_a_job_that_is_stopped_keeps_its_best_plan(hands: Hands) -> None:
    job = solve(hands, lambda job_id: hands.fair.api.post(f"/jobs/{job_id}/cancel"), seconds=300.0)

    assert (job["state"], job["cancel_requested"], job["result"]["stopped"]) == ("done", True, True)
    assert (len(hands.places()), job["result"]["meetings"]) == (4, 4)


def test_whoever_comes_back_finds_the_planning_of_their_event(hands: Hands) -> None:
    before = hands.fair.get("/agenda/solve")
    seen: list[Any] = []

    job = solve(hands, lambda _: seen.append(hands.fair.get("/agenda/solve")))

    assert before is None
    assert [(one["id"], one["state"]) for one in seen] == [(job["id"], "running")]
    assert hands.fair.get("/agenda/solve") == job
