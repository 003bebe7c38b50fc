"""The taxonomy as administrators have it: changed, added to, retired, and seen everywhere."""

from typing import Any

import pytest
from people import Browser
from support import PUBLIC, Api

from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.catalogue.taxonomy import Sector, laid_over, shipped
from matchmaker.kit.database import Database

WORDS = {
    "name_vi": "Điện thủy triều",
    "name_en": "Tidal power",
    "description_vi": "Tua-bin dòng chảy.",
    "description_en": "",
}
NEW = WORDS | {"code": "renewable-energy.tidal-power"}
LEAF = "energy-efficiency.heat-recovery"
PATH = f"/sectors/{NEW['code']}"


def saved(sector: dict[str, Any], **values: Any) -> dict[str, Any]:
    """A sector as it is sent when it is changed."""
    names = ("name_vi", "name_en", "description_vi", "description_en", "retired", "version")
    return {name: sector[name] for name in names} | values


def listed(api: Api) -> dict[str, Any]:
    return {one["code"]: one for one in api.get("/sectors", PUBLIC)}


def refusal(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def test_what_was_added_stands_behind_the_leaves_of_its_top_and_can_be_used(
    root: Browser, api: Api, owner: int
) -> None:
    made = root.call("POST", "/sectors", NEW).json()

    codes = list(listed(api))
    siblings = [code for code in codes if code.startswith("renewable-energy.")]
    posting = api.technology(owner, sectors=[NEW["code"]])

    assert made == NEW | {"parent": "renewable-energy", "retired": False, "shipped": False, "version": 1}
    assert siblings[-1] == NEW["code"]
    assert codes.index(NEW["code"]) - codes.index("renewable-energy") == len(siblings)
    assert posting["sectors"] == [NEW["code"]]


def test_a_new_name_is_read_in_tables_at_once(root: Browser, api: Api, owner: int) -> None:
    root.call("PUT", f"/sectors/{LEAF}", saved(listed(api)[LEAF], name_vi="Tận thu nhiệt"))

    job = api.load("technology", "title,sectors\nBơm nhiệt,tận thu nhiệt\n".encode(), organisation_id=owner)

    assert job["result"]["created"] == 1
    assert api.get("/postings", owner)["items"][0]["sectors"] == [LEAF]


def test_another_process_sees_a_change_with_its_next_request(root: Browser, api: Api, database: Database) -> None:
    other = Database(database.url)
    with other.session(writes=False) as session:
        before = taxonomy_of(session).sectors[LEAF].name_en

    root.call("PUT", f"/sectors/{LEAF}", saved(listed(api)[LEAF], name_en="Waste heat"))

    with other.session(writes=False) as session:
        after = taxonomy_of(session).sectors[LEAF].name_en
    other.engine.dispose()
    assert (before, after) == (shipped().sectors[LEAF].name_en, "Waste heat")


def test_nothing_new_is_filed_under_a_retired_sector_but_what_was_stays_and_is_changed(
    root: Browser, api: Api, owner: int
) -> None:
    posting = api.technology(owner)
    retired = root.call("PUT", f"/sectors/{LEAF}", saved(listed(api)[LEAF], retired=True)).json()

    refused = api.refused("POST", "/technologies", owner, json={"title": "Ống nhiệt", "sectors": [LEAF]})
    changed = api.call(
        "PATCH", f"/postings/{posting['id']}", owner, json={"version": 1, "changes": {"title": "Ống nhiệt mới"}}
    ).json()
    suggested = api.post("/sectors/suggest", {"text": "thu hồi nhiệt khí thải"})

    assert (retired["retired"], refused) == (True, (400, "sector_retired"))
    assert (changed["title"], changed["sectors"]) == ("Ống nhiệt mới", [LEAF])
    assert LEAF not in [one["code"] for one in suggested]
    again = root.call("PUT", f"/sectors/{LEAF}", saved(retired, retired=False)).json()
    assert (again["retired"], again["version"]) == (False, 2)
    assert api.technology(owner, sectors=[LEAF])["sectors"] == [LEAF]


def test_what_is_in_use_cannot_be_removed_and_says_by_what(root: Browser, api: Api, owner: int) -> None:
    root.call("POST", "/sectors", NEW)
    posting = api.technology(owner, sectors=[NEW["code"]])
    need = api.need(owner, sectors=[NEW["code"]])
    api.post(
        "/plans",
        {
            "name_vi": "Kế hoạch",
            "year": 2026,
            "targets": [
                {
                    "name_vi": "Công nghệ",
                    "value": 2,
                    "due": "2026-12-31",
                    "indicator": "technologies",
                    "sector": NEW["code"],
                }
            ],
        },
    )

    refused = root.call("DELETE", PATH)
    for filed in (posting, need):
        api.call("DELETE", f"/postings/{filed['id']}", owner)
    by_plan = root.call("DELETE", PATH)
    api.call("DELETE", "/plans/1")
    gone = root.call("DELETE", PATH)

    assert (refused.status_code, refused.json()["code"]) == (409, "sector_in_use")
    assert refused.json()["params"]["uses"] == {"needs": 1, "technologies": 1, "targets": 1}
    assert by_plan.json()["params"]["uses"] == {"targets": 1}
    assert (gone.status_code, NEW["code"] in listed(api)) == (204, False)


def test_what_is_shipped_or_has_leaves_is_not_removed(root: Browser, api: Api) -> None:
    root.call("POST", "/sectors", WORDS | {"code": "sea"})
    root.call("POST", "/sectors", WORDS | {"code": "sea.tides"})

    assert refusal(root.call("DELETE", f"/sectors/{LEAF}")) == (409, "sector_shipped")
    assert refusal(root.call("DELETE", "/sectors/sea")) == (409, "sector_has_leaves")
    assert refusal(root.call("DELETE", "/sectors/no-such")) == (404, "sector_not_found")
    assert root.call("DELETE", "/sectors/sea.tides").status_code == 204
    assert root.call("DELETE", "/sectors/sea").status_code == 204


def test_a_top_sector_is_retired_after_its_leaves(root: Browser, api: Api) -> None:
    top = root.call("POST", "/sectors", WORDS | {"code": "sea"}).json()
    leaf = root.call("POST", "/sectors", WORDS | {"code": "sea.tides"}).json()

    early = root.call("PUT", "/sectors/sea", saved(top, retired=True))
    leaf = root.call("PUT", "/sectors/sea.tides", saved(leaf, retired=True)).json()
    then = root.call("PUT", "/sectors/sea", saved(top, retired=True))

    assert (refusal(early), then.json()["retired"]) == ((409, "sector_has_leaves"), True)
    assert refusal(root.call("PUT", "/sectors/sea.tides", saved(leaf, retired=False))) == (409, "sector_top_retired")
    assert refusal(root.call("POST", "/sectors", NEW | {"code": "sea.wind", "name_vi": "Gió", "name_en": "Wind"})) == (
        409,
        "sector_top_retired",
    )


@pytest.mark.parametrize(
    ("values", "refused"),
    [
        ({"code": LEAF}, (409, "sector_code_taken")),
        ({"code": "no-such.tides"}, (400, "sector_top_unknown")),
        ({"code": "Sea"}, (422, "malformed")),
        ({"code": "sea..tides"}, (422, "malformed")),
        ({"code": "sea-"}, (422, "malformed")),
        ({"name_vi": " "}, (422, "malformed")),
        ({"name_en": "HEAT recovery"}, (409, "sector_name_taken")),
        ({"colour": "blue"}, (422, "malformed")),
    ],
)
def test_what_is_no_new_sector(root: Browser, api: Api, values: dict[str, str], refused: tuple[int, str]) -> None:
    before = listed(api)
    name = before[LEAF]["name_en"]
    sent = NEW | {key: value.replace("HEAT recovery", name.upper()) for key, value in values.items()}

    assert refusal(root.call("POST", "/sectors", sent)) == refused
    assert listed(api) == before


def test_who_saw_an_older_version_changes_nothing(root: Browser, api: Api) -> None:
    seen = listed(api)[LEAF]
    root.call("PUT", f"/sectors/{LEAF}", saved(seen, name_en="Waste heat"))

    late = root.call("PUT", f"/sectors/{LEAF}", saved(seen, name_en="Something else"))

    assert (refusal(late), late.json()["params"]) == ((409, "version_stale"), {"current": 1})
    assert listed(api)[LEAF]["name_en"] == "Waste heat"


def test_organisers_and_others_change_nothing(api: Api, owner: int) -> None:
    for somebody in ("organiser", owner, PUBLIC):
        assert api.refused("POST", "/sectors", somebody, json=NEW)[0] == 403
        assert api.refused("PUT", f"/sectors/{LEAF}", somebody, json=saved(listed(api)[LEAF]))[0] == 403
        assert api.refused("DELETE", PATH, somebody)[0] == 403


def test_rows_over_what_is_shipped_change_and_add_and_leave_the_rest() -> None:
    base = shipped()
    changed = Sector(LEAF, "Nhiệt", "Heat", "", "", version=3)
    added = Sector("sea", "Biển", "Sea", "", "", shipped=False, version=1)

    known = laid_over(base, [added, changed])

    assert known.sectors[LEAF] == changed
    assert list(known.sectors) == [*base.sectors, "sea"]
    assert known.mark == ((LEAF, 3), ("sea", 1))
    assert (known.named("nhiệt"), known.named("SEA"), known.named("no such")) == (LEAF, "sea", None)
