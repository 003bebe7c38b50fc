"""What organisers see of the whole: unmet needs, the map, themes."""

from typing import Any

import pytest
from support import PUBLIC, Api

from matchmaker.kit import clock
from matchmaker.matching.models import Candidate

SUBJECTS = ("lò hơi", "kho lạnh", "nước thải", "điện mặt trời", "máy nén khí", "khí sinh học")


@pytest.fixture
def fair(api: Api, owner: int, other: int) -> tuple[list[int], list[int]]:
    """Six technologies and six needs on the same subjects, ranked; ids of both."""
    technologies = [
        api.published("technology", owner, title=f"Hệ thống {subject}", keywords=[subject])["id"]
        for subject in SUBJECTS
    ]
    needs = [
        api.published("need", other, title=f"Cần giải pháp {subject}", keywords=[subject])["id"] for subject in SUBJECTS
    ]
    return technologies, needs


def rank_all(api: Api) -> Any:
    return api.run(api.post("/matching/rank-all")["id"])


def listed(found: Any) -> list[int]:
    return [item["posting"]["id"] for group in found["sectors"] for item in group["items"]]


def test_before_anything_was_ranked_every_need_is_unmet(api: Api, fair: tuple[list[int], list[int]]) -> None:
    found = api.get("/overview/unmet-needs")

    assert (found["kind"], found["current"], found["ranked_at"]) == ("need", False, None)
    assert (found["total"], sorted(listed(found))) == (6, fair[1])


def test_ranking_everything_makes_the_overview_current(api: Api, fair: tuple[list[int], list[int]]) -> None:
    job = rank_all(api)

    found = api.get("/overview/unmet-needs")
    assert job["state"] == "done"
    assert job["result"] == {"needs": 6, "candidates": 36}
    assert found["current"] is True


def test_a_change_makes_the_overview_old(api: Api, fair: tuple[list[int], list[int]]) -> None:
    rank_all(api)

    api.move(fair[0][0], "closed")

    assert api.get("/overview/unmet-needs")["current"] is False


def test_postings_whose_best_counterpart_reaches_the_threshold_are_left_out(
    api: Api, fair: tuple[list[int], list[int]]
) -> None:
    technologies, needs = fair
    pairs = [(needs[0], technologies[0], 0.99), (needs[0], technologies[1], 0.01), (needs[1], technologies[1], 0.02)]
    with api.database.session() as session:
        for need, technology, probability in pairs:
            session.add(
                Candidate(
                    need_id=need,
                    technology_id=technology,
                    rank=1,
                    score=0.0,
                    probability=probability,
                    weights="shipped",
                    seq=1,
                    ranked_at=clock.now(),
                )
            )

    unmet, unasked = api.get("/overview/unmet-needs"), api.get("/overview/unasked-technologies")

    assert sorted(listed(unmet)) == needs[1:]
    assert sorted(listed(unasked)) == technologies[1:]
    (group,) = unmet["sectors"]
    assert group["sector"] == "energy-efficiency"
    assert [(item["best_probability"], item["best_id"]) for item in group["items"]][:2] == [
        (0.02, technologies[1]),
        (0.0, None),
    ]


def test_a_posting_without_a_sector_is_listed_among_others(api: Api, other: int) -> None:
    api.published("need", other, sectors=[])

    (group,) = api.get("/overview/unmet-needs")["sectors"]

    assert (group["sector"], group["name_vi"], group["name_en"]) == ("other", "Khác", "Other")


def test_the_map_shows_every_posting_once(api: Api, fair: tuple[list[int], list[int]]) -> None:
    found = api.get("/overview/map")

    assert (found["shown"], found["total"], found["method"]) == (12, 12, "t-sne")
    assert sorted(point["id"] for point in found["points"]) == sorted([*fair[0], *fair[1]])
    assert [point for point in found["points"] if not (0 <= point["x"] <= 1 and 0 <= point["y"] <= 1)] == []
    assert found == api.get("/overview/map")


def test_a_smaller_map_shows_both_sides_evenly(api: Api, fair: tuple[list[int], list[int]]) -> None:
    found = api.get("/overview/map", limit=6)

    kinds = [point["kind"] for point in found["points"]]
    assert (found["shown"], found["total"], found["method"]) == (6, 12, "pca")
    assert (kinds.count("need"), kinds.count("technology")) == (3, 3)


def test_themes_share_out_the_postings(api: Api, fair: tuple[list[int], list[int]]) -> None:
    rank_all(api)

    themes = api.get("/overview/themes", count=4)

    sizes = [len(theme["needs"]) + len(theme["technologies"]) for theme in themes]
    assert len(themes) == 4
    assert sorted(posting for theme in themes for posting in theme["needs"]) == fair[1]
    assert sorted(posting for theme in themes for posting in theme["technologies"]) == fair[0]
    assert sizes == sorted(sizes, reverse=True)
    strangers = [
        pair
        for theme in themes
        for pair in theme["pairs"]
        if pair["need_id"] not in theme["needs"] or pair["technology_id"] not in theme["technologies"]
    ]
    assert strangers == []


def test_an_empty_catalogue_has_an_empty_overview(api: Api) -> None:
    assert api.get("/overview/map") == {"points": [], "method": "none", "shown": 0, "total": 0}
    assert api.get("/overview/themes") == []
    assert api.get("/overview/unmet-needs")["sectors"] == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_few_postings_have_an_overview_too(count: int, api: Api, owner: int) -> None:
    for number in range(count):
        api.published("need", owner, title=f"Cần giải pháp {SUBJECTS[number]}")

    assert len(api.get("/overview/map")["points"]) == count
    assert sum(len(theme["needs"]) for theme in api.get("/overview/themes")) == (0 if count == 1 else count)


@pytest.mark.parametrize("path", ["unmet-needs", "unasked-technologies", "map", "themes"])
def test_the_overview_is_for_organisers(path: str, api: Api, owner: int) -> None:
    refused = [api.refused("GET", f"/overview/{path}", acting) for acting in (owner, PUBLIC)]

    assert refused == [(403, "organiser_only")] * 2
