"""Search and candidates through the API: what is listed, why, and what another organisation may read of it."""

from typing import Any

import pytest
from support import PUBLIC, Api

from matchmaker.matching.weights import shipped_weights

SUBJECTS = ("lò hơi", "kho lạnh", "nước thải", "điện mặt trời", "máy nén khí")
CRITERIA = ["readiness", "budget", "deadline", "cooperation", "intellectual_property", "region"]


@pytest.fixture
def fair(api: Api, owner: int, other: int) -> tuple[list[int], list[int]]:
    """Five technologies of ``owner`` and five needs of ``other`` on the same subjects; ids of both."""
    technologies = [
        api.published("technology", owner, title=f"Hệ thống {subject}", summary=f"Thiết bị cho {subject}.")["id"]
        for subject in SUBJECTS
    ]
    needs = [
        api.published("need", other, title=f"Cần giải pháp {subject}", problem=f"Chi phí cho {subject} quá cao.")["id"]
        for subject in SUBJECTS
    ]
    return technologies, needs


def candidates(api: Api, posting_id: int, acting: Any = "organiser", **options: Any) -> Any:
    return api.get(f"/postings/{posting_id}/candidates", acting, **options)


def ids(found: Any) -> list[int]:
    return [item["posting"]["id"] for item in found["items"]]


def test_candidates_of_a_need(api: Api, fair: tuple[list[int], list[int]]) -> None:
    technologies, needs = fair

    found = candidates(api, needs[0])

    assert (found["posting_id"], found["kind"], found["considered"]) == (needs[0], "technology", 5)
    assert (found["weights"], found["threshold"]) == ("shipped", shipped_weights().calibration.threshold)
    assert sorted(ids(found)) == technologies
    assert [item["rank"] for item in found["items"]] == [1, 2, 3, 4, 5]
    assert [item["good"] for item in found["items"]] == [
        item["probability"] >= found["threshold"] for item in found["items"]
    ]
    assert [criterion["name"] for criterion in found["items"][0]["criteria"]] == CRITERIA


def test_chosen_candidates_are_judged_as_they_are_among_all(api: Api, fair: tuple[list[int], list[int]]) -> None:
    for posting in (fair[1][0], fair[0][0]):
        every = {item["posting"]["id"]: item for item in candidates(api, posting)["items"]}
        last_two = list(every)[-2:]

        found = api.get(f"/postings/{posting}/candidates", among=last_two, limit=2)

        assert ids(found) == last_two
        for item in found["items"]:
            alone = every[item["posting"]["id"]]
            assert item["probability"] == pytest.approx(alone["probability"], abs=1e-4)
            assert (item["criteria"], item["reasons"]) == (alone["criteria"], alone["reasons"])


def test_too_many_at_once_are_not_compared(api: Api, fair: tuple[list[int], list[int]]) -> None:
    path = f"/postings/{fair[1][0]}/candidates"

    assert api.refused("GET", path, params={"among": list(range(1, 22))}) == (422, "malformed")
    assert api.get(path, among=[999_999])["items"] == []


def test_a_pair_has_one_probability_from_both_sides(api: Api, fair: tuple[list[int], list[int]]) -> None:
    technologies, needs = fair

    from_needs = {
        (n, item["posting"]["id"]): item["probability"] for n in needs for item in candidates(api, n)["items"]
    }
    from_technologies = {
        (item["posting"]["id"], t): item["probability"] for t in technologies for item in candidates(api, t)["items"]
    }

    assert len(from_needs) == 25
    assert from_technologies == pytest.approx(from_needs, abs=1e-4)


def test_the_better_place_has_the_higher_probability(api: Api, fair: tuple[list[int], list[int]]) -> None:
    lists = [candidates(api, posting)["items"] for side in fair for posting in side]

    for items in lists:
        said = [item["probability"] for item in items]
        assert said == sorted(said, reverse=True)
        assert [item["rank"] for item in items] == list(range(1, len(items) + 1))


def test_a_draft_is_judged_as_it_will_be_when_published(
    api: Api, owner: int, fair: tuple[list[int], list[int]]
) -> None:
    draft = api.technology(owner, title="Bơm nhiệt cho kho lạnh")["id"]
    before = {item["posting"]["id"]: item["probability"] for item in candidates(api, draft)["items"]}

    api.move(draft, "submitted")
    api.move(draft, "published")

    after = {item["posting"]["id"]: item["probability"] for item in candidates(api, draft)["items"]}
    assert len(before) == 5
    # Measures of a side of five change a little when there is one more.
    assert after == pytest.approx(before, abs=4e-3)


def test_a_filter_leaves_scores_and_probabilities_as_they_are(api: Api, fair: tuple[list[int], list[int]]) -> None:
    technologies, needs = fair
    posting = api.get(f"/postings/{technologies[2]}")
    body = {"version": posting["version"], "changes": {"region": "ha-noi"}}
    api.call("PATCH", f"/postings/{technologies[2]}", json=body)
    whole = {item["posting"]["id"]: item for item in candidates(api, needs[0])["items"]}

    found = candidates(api, needs[0], region="ha-noi")

    (item,) = found["items"]
    assert found["considered"] == 1
    assert item["posting"]["id"] == technologies[2]
    assert (item["probability"], item["parts"]) == (
        whole[technologies[2]]["probability"],
        whole[technologies[2]]["parts"],
    )


def test_without_good_matches_the_answer_says_so(api: Api, owner: int) -> None:
    need = api.published("need", owner)["id"]

    found = candidates(api, need)

    assert (found["verdict"], found["considered"], found["items"]) == ("no_good_match", 0, [])


def test_a_draft_has_candidates_before_it_is_published(api: Api, other: int, fair: tuple[list[int], list[int]]) -> None:
    draft = api.need(other, title="Cần giải pháp kho lạnh")["id"]

    found = candidates(api, draft, other)

    assert sorted(ids(found)) == fair[0]


def test_candidates_are_for_owners_and_organisers(api: Api, owner: int, fair: tuple[list[int], list[int]]) -> None:
    path = f"/postings/{fair[1][0]}/candidates"

    refused = [api.refused("GET", path, owner), api.refused("GET", path, PUBLIC)]

    assert [status for status, _ in refused] == [403, 403]
    assert {code for _, code in refused} == {"not_your_organisation"}


def test_a_posting_in_two_languages_is_a_candidate_once(
    api: Api, owner: int, fair: tuple[list[int], list[int]]
) -> None:
    english = {"language": "en", "title": "Boiler system", "summary": "Equipment for boilers."}
    new = api.published("technology", owner, title="Hệ thống lò hơi mới", translations=[english])["id"]

    found = candidates(api, fair[1][0])

    assert sorted(ids(found)) == sorted([*fair[0], new])


# --- reasons and what a teaser withholds ---

SECRET = "Bí mật công nghệ nằm ở lớp phủ gốm bên trong ống."


def test_reasons_quote_both_postings(api: Api, other: int, fair: tuple[list[int], list[int]]) -> None:
    need, technology = fair[1][0], fair[0][0]

    (item,) = [i for i in candidates(api, need, other)["items"] if i["posting"]["id"] == technology]

    own, theirs = api.get(f"/postings/{need}"), api.get(f"/postings/{technology}")
    own_text = " ".join(own[name] for name in ("title", "problem", "tried", "success_measure"))
    their_text = " ".join(
        theirs[name] for name in ("title", "summary", "description", "advantages", "requirements", "references")
    )
    assert len(item["reasons"]) == 2
    assert [reason["need"] for reason in item["reasons"] if reason["need"] not in own_text] == []
    assert [reason["technology"] for reason in item["reasons"] if reason["technology"] not in their_text] == []


@pytest.fixture
def teaser(api: Api, owner: int, other: int) -> tuple[int, int]:
    """A need that asks for exactly what a teaser's details say; ids of the need and of the technology."""
    technology = api.published(
        "technology",
        owner,
        title="Ống nhiệt phủ gốm cho lò hơi",
        summary="Ống nhiệt bền hơn trong khí thải.",
        description=SECRET,
        advantages=SECRET,
        requirements=SECRET,
        visibility="teaser",
    )
    need = api.published("need", other, title="Cần ống nhiệt có lớp phủ gốm bên trong", problem=SECRET)
    return need["id"], technology["id"]


def test_another_organisation_is_quoted_only_what_a_teaser_shows(api: Api, other: int, teaser: tuple[int, int]) -> None:
    (item,) = candidates(api, teaser[0], other)["items"]

    shown = {"Ống nhiệt phủ gốm cho lò hơi", "Ống nhiệt bền hơn trong khí thải."}
    assert item["posting"]["teaser"] is True
    assert {reason["technology"] for reason in item["reasons"]} == shown


def test_another_organisation_is_not_told_a_teasers_price(api: Api, other: int, teaser: tuple[int, int]) -> None:
    (item,) = candidates(api, teaser[0], other)["items"]

    told = {criterion["name"]: (criterion["verdict"], criterion["technology"]) for criterion in item["criteria"]}
    assert told.pop("readiness")[0] == told.pop("region")[0] == "met"
    assert {verdict for verdict, _ in told.values()} == {"not_stated"}
    assert [said for _, said in told.values() if said] == []


def test_an_organiser_is_told_and_quoted_everything(api: Api, teaser: tuple[int, int]) -> None:
    (item,) = candidates(api, teaser[0])["items"]

    budget = {criterion["name"]: criterion for criterion in item["criteria"]}["budget"]
    assert item["reasons"][0]["technology"] == SECRET
    assert (budget["verdict"], budget["technology"]) == (
        "met",
        {"min": 200_000_000, "max": 500_000_000, "currency": "VND"},
    )


def test_the_owner_is_quoted_its_own_teaser_in_full(api: Api, owner: int, teaser: tuple[int, int]) -> None:
    (item,) = candidates(api, teaser[1], owner)["items"]

    assert item["reasons"][0]["technology"] == SECRET


def test_words_that_both_say_are_words(api: Api, owner: int, other: int) -> None:
    need = api.published(
        "need", other, language="en", title="Heat pump for a cold store", problem="", tried="", success_measure=""
    )
    api.published(
        "technology",
        owner,
        language="en",
        **{"title": "Heat pump with cold store control"},
        **dict.fromkeys(("summary", "description", "advantages", "requirements", "references"), ""),
    )

    (item,) = candidates(api, need["id"])["items"]

    (reason,) = item["reasons"]
    assert reason["shared"] == ["cold", "heat", "pump", "store"]


# --- search ---


def test_search_without_accents_is_read_as_vietnamese(api: Api, fair: tuple[list[int], list[int]]) -> None:
    found = api.get("/search", q="he thong dien mat troi", acting=PUBLIC)

    assert (found["language"], found["total"]) == ("vi", 5)
    assert found["items"][0]["posting"]["id"] == fair[0][3]


def test_pages_of_a_search_are_parts_of_one_list(api: Api, fair: tuple[list[int], list[int]]) -> None:
    whole = api.get("/search", q="kho lạnh")["items"]

    pages = [api.get("/search", q="kho lạnh", offset=offset, limit=2)["items"] for offset in (0, 2, 4, 6)]

    assert [hit for page in pages for hit in page] == whole
    assert [len(page) for page in pages] == [2, 2, 1, 0]


def test_filters_count_what_they_leave(api: Api, owner: int, fair: tuple[list[int], list[int]]) -> None:
    own = api.get("/search", q="kho lạnh", organisation_id=owner)
    none = api.get("/search", q="kho lạnh", trl_min=9)
    top = api.get("/search", q="kho lạnh", sector="energy-efficiency")

    assert [own["total"], none["total"], top["total"]] == [5, 0, 5]
