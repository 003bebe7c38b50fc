"""What several do to one agenda at the same moment, on both databases."""

from typing import Any

from hands import Hands
from support import Api
from test_events_on_both import at_once
from test_migrations import empty, server, service  # noqa: F401
from test_offers import Crowd
from test_release_on_both import stage_of

from matchmaker.kit.jobs.service import run_job


def status_of(hands: Hands, rest: str, body: dict[str, Any]) -> int:
    return int(hands.fair.api.call("POST", hands.fair.path(rest), json=body).status_code)


def test_of_two_plans_at_once_one_is_kept_beside_the_draft(service: Api) -> None:  # noqa: F811
    hands = Hands(stage_of(service))
    jobs = [int(hands.fair.call("POST", "/agenda/solve", body={"seconds": 1.0})["id"]) for _ in range(2)]

    at_once(*(lambda job=job: run_job(service.database, service.app.state.services, job) for job in jobs))

    results = [service.get(f"/jobs/{job}") for job in jobs]
    assert [one["state"] for one in results] == ["done", "done"], results
    kept = [job for job, one in zip(jobs, results, strict=True) if not one["result"]["replaced"]]
    assert (len(kept), len(hands.places()), hands.revision) == (1, 4, 1)
    hands.do("take", job_id=kept[0])


def test_of_two_who_undo_at_once_one_is_refused(service: Api) -> None:  # noqa: F811
    hands = Hands(stage_of(service))
    hands.do("place", 0, slot=0)
    hands.do("move", 0, slot=1)

    found = at_once(*(lambda: status_of(hands, "/agenda/draft/undo", {"revision": 2}) for _ in range(2)))

    assert (sorted(found), hands.places()) == ([200, 409], {0: (0, 0)})


def test_a_repair_and_a_publication_come_one_after_the_other(service: Api) -> None:  # noqa: F811
    hands = Hands(stage_of(service))
    hands.do("place", 0, slot=0)
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})
    hands.do("place", 1, slot=5)
    late = {"what": "late", "person_id": hands.stage.hanh, "until_slot_id": hands.stage.slots[1]}
    body = {"mishaps": [late], "now_slot_id": hands.stage.slots[0], "apply": True}

    repaired, published = at_once(
        lambda: status_of(hands, "/agenda/repair", body),
        lambda: status_of(hands, "/agenda/publish", {"number": 2}),
    )

    versions = hands.fair.get("/agenda/versions")["items"]
    # Publishing second finds its number taken by the repair.
    assert (repaired, published) in {(200, 200), (200, 409)}
    assert [one["state"] for one in versions] == ["draft", *["published"] * (len(versions) - 1)]
    assert [one["number"] for one in versions] == list(range(len(versions), 0, -1))
    assert hands.places()[0] == (1, 0)


def test_both_sides_accept_an_offer_at_once_and_it_is_placed_once(service: Api) -> None:  # noqa: F811
    crowd = Crowd(Hands(stage_of(service)))
    offer = crowd.offer()
    sides = (crowd.third, crowd.stage.market.seller)

    found = at_once(*(lambda side=side: crowd.say(offer, side).status_code for side in sides))

    assert (found, crowd.state()) == ([200, 200], "placed")
    versions = crowd.fair.get("/agenda/versions")["items"]
    assert [(one["state"], one["meetings"]) for one in versions] == [("draft", 2), ("published", 2), ("published", 1)]
