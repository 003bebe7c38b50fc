"""Plans with targets that are counted or entered by hand."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from people import Browser, person
from support import Api, succeeded

from matchmaker.kit import clock

SEED = Path("seed_data/plan_350.json")
TARGET = {
    "name_vi": "Sáng kiến",
    "unit_vi": "sáng kiến",
    "value": 190,
    "due": "2026-12-31",
    "responsible": "Phòng Sáng kiến",
}
COUNTED = {"name_en": "Technologies", "value": 2, "due": "2026-12-31", "indicator": "technologies"}
ENTRY = {"value": 191, "day": "2025-06-30", "evidence": "Báo cáo quý hai, trang 3"}


class Planned:
    """One plan of this year, made anew."""

    def __init__(self, api: Api, **values: Any) -> None:
        self.api = api
        self.shown = api.post("/plans", {"name_vi": "Kế hoạch", "year": clock.today().year} | values)

    @property
    def path(self) -> str:
        return f"/plans/{self.shown['id']}"

    @property
    def targets(self) -> list[Any]:
        return list(self.api.get(self.path)["targets"])

    def refused(self, method: str, rest: str, body: Any) -> tuple[int, str]:
        return self.api.refused(method, self.path + rest, json=body)


@pytest.fixture
def plan(api: Api) -> Planned:
    return Planned(api, targets=[TARGET, COUNTED])


def test_a_counted_target_follows_its_indicator(plan: Planned, owner: int) -> None:
    before = plan.targets[1]
    for title in ("Bơm nhiệt", "Tấm pin"):
        plan.api.published("technology", owner, title=title)

    after = plan.targets[1]

    assert (before["how"], before["now"], before["standing"]) == ("counted", 0, "on_the_way")
    assert (after["now"], after["standing"]) == (2, "done")


def test_only_the_year_of_the_plan_and_its_cut_count(api: Api, owner: int) -> None:
    api.published("technology", owner)
    year = clock.today().year
    last_year = Planned(api, year=year - 1, targets=[COUNTED])
    elsewhere = Planned(api, targets=[COUNTED | {"region": "ha-noi"}, COUNTED | {"region": "hai-phong"}])

    assert [target["now"] for target in last_year.targets] == [0]
    assert [target["now"] for target in elsewhere.targets] == [0, 1]


def test_a_part_of_a_figure_is_counted(api: Api, owner: int) -> None:
    api.published("technology", owner)
    by_kind = COUNTED | {"indicator": "organisations_by_kind"}

    plan = Planned(api, targets=[by_kind | {"part": "institute"}, by_kind | {"part": "enterprise"}])

    assert [target["now"] for target in plan.targets] == [1, 0]
    assert plan.refused("POST", "/targets", by_kind) == (400, "part_missing")
    assert plan.refused("POST", "/targets", COUNTED | {"part": "institute"}) == (400, "part_not_needed")


def test_the_value_of_the_latest_day_counts_whenever_it_was_entered(plan: Planned) -> None:
    path = f"{plan.path}/targets/{plan.targets[0]['id']}/entries"
    plan.api.post(path, ENTRY)

    shown = plan.api.post(path, ENTRY | {"value": 12, "day": "2025-03-31"})["targets"][0]

    assert (shown["how"], shown["now"], shown["standing"]) == ("entered", 191, "done")
    assert [(one["value"], one["day"], one["by"]) for one in shown["entries"]] == [
        (191, "2025-06-30", "organiser"),
        (12, "2025-03-31", "organiser"),
    ]


def test_a_value_entered_by_mistake_is_taken_back(plan: Planned) -> None:
    target = plan.targets[0]["id"]
    entry = plan.api.post(f"{plan.path}/targets/{target}/entries", ENTRY)["targets"][0]["entries"][0]["id"]
    other = plan.targets[1]["id"]

    assert plan.refused("DELETE", f"/targets/{other}/entries/{entry}", None) == (404, "entry_not_found")
    assert plan.api.call("DELETE", f"{plan.path}/targets/{target}/entries/{entry}").status_code == 204
    assert (plan.targets[0]["now"], plan.targets[0]["standing"]) == (None, "on_the_way")


def test_whoever_signed_in_stands_with_the_value(app: Any, plan: Planned) -> None:
    person(plan.api.database, organiser=True)
    browser = Browser(app)
    browser.sign_in()

    answer = browser.call("POST", f"{plan.path}/targets/{plan.targets[0]['id']}/entries", ENTRY)

    assert succeeded(answer)["targets"][0]["entries"][0]["by"] == "Lan"


def test_values_need_evidence_and_have_happened(plan: Planned) -> None:
    entries = f"/targets/{plan.targets[0]['id']}/entries"
    tomorrow = str(clock.today() + timedelta(days=1))

    assert plan.refused("POST", entries, ENTRY | {"evidence": " "}) == (422, "malformed")
    assert plan.refused("POST", entries, ENTRY | {"day": tomorrow}) == (400, "day_in_future")
    assert plan.refused("POST", entries, ENTRY | {"link": "javascript:alert(1)"}) == (422, "malformed")
    counted = f"/targets/{plan.targets[1]['id']}/entries"
    assert plan.refused("POST", counted, ENTRY) == (409, "target_is_counted")


def test_a_change_on_top_of_somebody_elses_is_refused(plan: Planned) -> None:
    renamed = {"name_vi": "Kế hoạch mới", "number": "12/KH", "year": 2027, "version": 1}
    target = plan.targets[0]["id"]
    lower = TARGET | {"value": 100, "version": 1}

    shown = succeeded(plan.api.call("PUT", plan.path, json=renamed))
    changed = succeeded(plan.api.call("PUT", f"{plan.path}/targets/{target}", json=lower))["targets"][0]

    assert (shown["number"], shown["year"], shown["version"]) == ("12/KH", 2027, 2)
    assert (changed["value"], changed["version"]) == (100, 2)
    assert plan.refused("PUT", "", renamed) == (409, "version_stale")
    assert plan.refused("PUT", f"/targets/{target}", lower) == (409, "version_stale")


@pytest.mark.parametrize(
    ("values", "refusal"),
    [
        ({"indicator": "happiness"}, (400, "indicator_unknown")),
        ({"indicator": "needs", "sector": "no-such"}, (400, "sector_unknown")),
        ({"indicator": "needs", "event_id": 999}, (404, "event_not_found")),
        ({"name_vi": ""}, (400, "name_missing")),
        ({"value": 1e300}, (422, "malformed")),
        ({"comparison": "about"}, (422, "malformed")),
    ],
)
def test_a_target_that_cannot_be_followed_is_refused(plan: Planned, values: Any, refusal: tuple[int, str]) -> None:
    assert plan.refused("POST", "/targets", TARGET | values) == refusal


def test_plans_and_targets_go_with_all_that_was_entered(plan: Planned) -> None:
    plan.api.post(f"{plan.path}/targets/{plan.targets[0]['id']}/entries", ENTRY)

    gone = plan.api.call("DELETE", f"{plan.path}/targets/{plan.targets[1]['id']}").status_code
    left = [target["name_vi"] for target in plan.targets]

    assert (gone, left) == (204, ["Sáng kiến"])
    assert plan.api.call("DELETE", plan.path).status_code == 204
    assert plan.api.refused("GET", plan.path) == (404, "plan_not_found")
    assert plan.api.get("/plans") == []


def test_plans_are_for_organisers(plan: Planned, owner: int) -> None:
    assert plan.api.refused("GET", "/plans", owner) == (403, "organiser_only")
    assert plan.api.refused("GET", plan.path, "public") == (403, "organiser_only")


def test_the_citys_plan_has_its_eleven_targets(api: Api) -> None:
    loaded = Planned(api, **json.loads(SEED.read_text("utf-8")))

    assert loaded.shown["number"] == "350/KH-UBND"
    assert [(one["value"], one["comparison"]) for one in loaded.targets] == [
        (60, "at_least"),
        (25, "at_least"),
        (5, "at_least"),
        (150, "at_least"),
        (190, "at_least"),
        (10, "at_least"),
        (31, "above"),
        (80, "at_least"),
        (85, "at_least"),
        (0.786, "at_least"),
        (500, "at_least"),
    ]
    # What the service can count is linked, all else is entered by hand and shown as such.
    assert [one["value"] for one in loaded.targets if one["indicator"]] == [150]
    assert api.refused("POST", "/plans", json={"key": "350-kh-ubnd-2026", "name_vi": "x", "year": 2026}) == (
        409,
        "key_taken",
    )
