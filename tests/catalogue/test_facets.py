"""How many postings each choice of a filter would leave."""

from support import Api

from matchmaker.catalogue.facets import Traits, Wanted, count_facets

SOLAR = Traits(("renewable-energy.solar-pv",), "vi", "hai-phong", 8)
WIND = Traits(("renewable-energy.wind", "renewable-energy.solar-pv"), "en", "hai-phong", 5)
PORT = Traits(("ports.cranes",), "en", None, None)
POSTINGS = [(SOLAR, 2), (WIND, 1), (PORT, 1)]


def test_without_filters_every_posting_counts() -> None:
    found = count_facets(POSTINGS, Wanted())

    assert found.total == 4
    assert found.languages == {"vi": 2, "en": 2}
    assert found.regions == {"hai-phong": 3}


def test_a_posting_counts_once_in_a_top_sector_and_once_in_each_of_its_own() -> None:
    found = count_facets([(WIND, 1)], Wanted())

    assert found.sectors == {"renewable-energy": 1, "renewable-energy.wind": 1, "renewable-energy.solar-pv": 1}


def test_a_choice_changes_the_counts_of_the_other_filters_and_not_of_its_own() -> None:
    found = count_facets(POSTINGS, Wanted(languages=("vi",)))

    assert found.total == 2
    assert found.languages == {"vi": 2, "en": 2}
    assert found.sectors == {"renewable-energy": 2, "renewable-energy.solar-pv": 2}


def test_levels_say_how_many_reach_them() -> None:
    found = count_facets(POSTINGS, Wanted(trl_min=6))

    assert [found.levels[level] for level in (5, 6, 8, 9)] == [3, 2, 2, 0]
    assert found.total == 2


def test_what_facets_count_is_what_the_list_shows(api: Api) -> None:
    owner = api.organisation()
    api.published("technology", owner)
    api.published("technology", owner, language="en", title="Heat pipes", region="kr", trl=4)
    api.create("technology", owner)

    counted = api.get("/postings/facets", kind="technology", region="kr")
    listed = api.get("/postings", kind="technology", state="published", region="kr", trl_min=4)

    assert (counted["total"], counted["regions"], counted["languages"]) == (1, {"hai-phong": 1, "kr": 1}, {"en": 1})
    assert [item["title"] for item in listed["items"]] == ["Heat pipes"]


def test_values_of_one_filter_are_alternatives(api: Api) -> None:
    owner = api.organisation()
    for region in ("hai-phong", "kr", "jp"):
        api.published("need", owner, region=region)

    found = api.get("/postings", kind="need", region=["kr", "jp"])

    assert [item["region"] for item in found["items"]] == ["jp", "kr"]
