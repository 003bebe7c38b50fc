"""From answers to weights: what helps on held-out needs serves, what does not is only kept, and one can go back."""

from typing import Any

import pytest
from fair import Fair
from sqlmodel import select
from support import Api

from matchmaker.catalogue.models import Kind
from matchmaker.catalogue.tables import write_jsonl
from matchmaker.interest.models import Answer
from matchmaker.interest.mutual import Reason, Value
from matchmaker.kit.text import fold
from matchmaker.matching import learned
from matchmaker.matching.weights import SHIPPED
from matchmaker.outcomes.learning.refitting import is_better, is_held_out
from matchmaker.services import open_matcher

THINGS = ("bò sữa", "mía đường", "lúa mì", "cá cơm", "hồ tiêu", "muối tôm", "rau má", "chè xanh")
WORKS = ("Sấy", "Nghiền", "Ướp", "Đóng gói")
TITLES = [f"{work} {thing}" for work in WORKS for thing in THINGS]


@pytest.fixture
def catalogue(api: Api) -> Api:
    """32 technologies, and as many needs for them without accents: only words find them, meaning is lost on them."""
    owner = api.organisation(kind="institute")
    rows = {
        "technology": [{"key": f"t{n}", "title": title} for n, title in enumerate(TITLES)],
        "need": [{"key": f"n{n}", "title": fold(title), "language": "vi"} for n, title in enumerate(TITLES)],
    }
    for kind, own in rows.items():
        api.load(kind, write_jsonl(own), "rows.jsonl", publish=True, organisation_id=owner)
    open_matcher(api.app.state.services)
    return api


def ids(api: Api, kind: str) -> list[int]:
    """Ids of the postings of a kind in the order of TITLES."""
    found = api.get("/postings", kind=kind, limit=200)["items"]
    return [one["id"] for one in sorted(found, key=lambda one: int(one["key"][1:]))]


def answer(api: Api, *, fitting: Value, other: tuple[Value, Reason | None]) -> None:
    """Each need's firm answers to its technology, and to the next one of the same work."""
    event = Fair(api).get()["id"]
    needs, technologies = ids(api, "need"), ids(api, "technology")
    owner = api.get(f"/postings/{needs[0]}")["organisation_id"]
    with api.database.session() as session:
        for place, need in enumerate(needs):
            for technology, (value, reason) in (
                (technologies[place], (fitting, None)),
                (technologies[(place + 1) % len(technologies)], other),
            ):
                session.add(
                    Answer(
                        event_id=event,
                        need_id=need,
                        technology_id=technology,
                        side=Kind.NEED,
                        organisation_id=owner,
                        value=value,
                        reason=reason,
                        actor="test",
                    )
                )


def refit(api: Api) -> Any:
    return api.run(api.call("POST", "/learning/refit").json()["id"])


def test_what_is_learned_from_answers_serves_and_can_be_given_up(catalogue: Api) -> None:
    answer(catalogue, fitting=Value.MUST_MEET, other=(Value.RATHER_NOT, Reason.NOT_OUR_FIELD))

    job = refit(catalogue)

    told = catalogue.get("/learning")
    (version,) = told["versions"]
    assert (job["state"], job["result"]["in_use"]) == ("done", True)
    assert (told["in_use"], told["former"], version["in_use"]) == (version["version"], SHIPPED, True)
    assert version["learned_from"] + version["measured_on"] == len(TITLES)
    assert version["after"]["ndcg"] >= version["before"]["ndcg"] - 0.002
    assert version["after"]["brier"] < version["before"]["brier"]
    assert sum(row["weight"] for row in version["after"]["reliability"]) > 0
    back = catalogue.call("POST", "/learning/go-back").json()
    assert (back["in_use"], back["former"], back["versions"][0]["in_use"]) == (SHIPPED, None, False)
    entries = catalogue.get("/audit", entity="weights")["items"]
    assert [(one["before"]["version"], one["after"]["version"]) for one in entries] == [
        (version["version"], SHIPPED),
        (SHIPPED, version["version"]),
    ]


def test_answers_against_all_sense_are_kept_but_do_not_serve(catalogue: Api) -> None:
    """Firms that want what does not fit on the needs that teach, and what fits on those that measure."""
    answer(catalogue, fitting=Value.MUST_MEET, other=(Value.RATHER_NOT, Reason.NOT_OUR_FIELD))
    with catalogue.database.session() as session:
        for row in session.exec(select(Answer)):
            if not is_held_out(row.need_id):
                wanted = row.value is Value.MUST_MEET
                row.value = Value.RATHER_NOT if wanted else Value.MUST_MEET
                row.reason = Reason.NOT_OUR_FIELD if wanted else None
                session.add(row)

    job = refit(catalogue)

    told = catalogue.get("/learning")
    assert (job["state"], job["result"]["in_use"]) == ("done", False)
    assert (told["in_use"], [one["better"] for one in told["versions"]]) == (SHIPPED, [False])


def test_with_few_answers_nothing_is_learned(catalogue: Api) -> None:
    answer(catalogue, fitting=Value.MUST_MEET, other=(Value.RATHER_NOT, Reason.PRICE))

    job = refit(catalogue)

    known = catalogue.get("/learning")["known"]
    assert (job["state"], job["problem"]["code"]) == ("failed", "too_little_to_learn_from")
    assert (known["needs"], known["fits"], known["misfits"], known["enough"]) == (len(TITLES), len(TITLES), 0, False)
    assert learned.versions(catalogue.app.state.services.learned_folder) == []


def test_before_anything_is_learned_there_is_nothing_to_go_back_to(api: Api) -> None:
    assert api.refused("POST", "/learning/go-back") == (400, "no_former_weights")


@pytest.mark.parametrize(
    ("order", "error", "expected"),
    [
        (0.01, 0.0, True),
        (0.0, -0.01, True),
        (0.01, 0.0005, True),
        (0.0, 0.0, False),
        (0.01, 0.01, False),
        (-0.01, -0.01, False),
    ],
)
def test_better_is_a_gain_in_one_and_no_loss_in_the_other(order: float, error: float, expected: bool) -> None:
    before = {"ndcg@10": 0.5, "brier": 0.1}

    assert is_better(before, {"ndcg@10": 0.5 + order, "brier": 0.1 + error}) is expected
