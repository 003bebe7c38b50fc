"""Postings over HTTP: creating, changing, reading and removing them."""

from typing import Any

import pytest
from support import CONTENT, NEED, PATHS, PUBLIC, TECHNOLOGY, Api, counted_statements

from matchmaker.catalogue.models import TEXT_FIELDS, Kind

KINDS = ["technology", "need"]
SHOWN_ONLY = {
    "id",
    "source",
    "kind",
    "state",
    "version",
    "teaser",
    "created_at",
    "updated_at",
    "key",
    "organisation_id",
    "editing",
}


# --- creating ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_sent_is_what_is_shown(api: Api, owner: int, kind: str) -> None:
    shown = api.create(kind, owner, key="k-1")

    defaults = {"language": "vi", "visibility": "public", "expires_on": None, "translations": []}
    defaults |= {"deadline": None} if kind == "need" else {}
    assert {name: value for name, value in shown.items() if name not in SHOWN_ONLY} == defaults | CONTENT[kind]
    assert (shown["kind"], shown["key"], shown["organisation_id"]) == (kind, "k-1", owner)
    assert (shown["state"], shown["version"], shown["teaser"]) == ("draft", 1, False)
    assert api.get(f"/postings/{shown['id']}", owner) == shown


def test_an_organiser_names_the_organisation(api: Api, owner: int) -> None:
    assert api.post("/technologies", {"title": "Bơm nhiệt", "organisation_id": owner})["organisation_id"] == owner
    assert api.refused("POST", "/technologies", json={"title": "Bơm nhiệt"}) == (400, "organisation_missing")
    body = {"title": "Bơm nhiệt", "organisation_id": owner + 1}
    assert api.refused("POST", "/technologies", json=body) == (404, "organisation_not_found")


def test_nobody_creates_for_somebody_else(api: Api, owner: int, other: int) -> None:
    body = {"title": "Bơm nhiệt", "organisation_id": owner}

    assert api.refused("POST", "/technologies", other, json=body) == (403, "not_your_organisation")
    assert api.refused("POST", "/technologies", PUBLIC, json=body) == (403, "not_your_organisation")


def test_a_key_is_used_once_per_organisation_and_kind(api: Api, owner: int, other: int) -> None:
    api.technology(owner, key="k-1")

    assert api.refused("POST", "/technologies", owner, json=TECHNOLOGY | {"key": "k-1"}) == (409, "key_taken")
    assert api.need(owner, key="k-1")["key"] == "k-1"
    assert api.technology(other, key="k-1")["key"] == "k-1"
    assert api.technology(owner, key="má")["key"] == "má"
    assert api.refused("POST", "/technologies", owner, json=TECHNOLOGY | {"key": "ma\u0301"}) == (409, "key_taken")


@pytest.mark.parametrize(
    ("kind", "change", "field"),
    [
        ("technology", {"title": ""}, "title"),
        ("technology", {"title": "\x00 \x07"}, "title"),
        ("technology", {"title": "x" * 501}, "title"),
        ("technology", {"title": None}, "title"),
        ("technology", {"title": 7}, "title"),
        ("technology", {"summary": "x" * 200_001}, "summary"),
        ("technology", {"language": "Vietnamese"}, "language"),
        ("technology", {"sectors": ["Solar Energy"]}, "sectors.0"),
        ("technology", {"sectors": ["a"] * 11}, "sectors"),
        ("technology", {"keywords": ["x" * 101]}, "keywords.0"),
        ("technology", {"keywords": [" "]}, "keywords.0"),
        ("technology", {"keywords": "pin"}, "keywords"),
        ("technology", {"cooperation": ["gift"]}, "cooperation.0"),
        ("technology", {"currency": "vnd"}, "currency"),
        ("technology", {"region": "Hải Phòng"}, "region"),
        ("technology", {"visibility": "secret"}, "visibility"),
        ("technology", {"expires_on": "31/12/2027"}, "expires_on"),
        ("technology", {"trl": 0}, "trl"),
        ("technology", {"trl": 10}, "trl"),
        ("technology", {"trl": 7.5}, "trl"),
        ("technology", {"ip_status": "patent"}, "ip_status"),
        ("technology", {"price_min": -1}, "price_min"),
        ("technology", {"price_max": 10**15 + 1}, "price_max"),
        ("technology", {"price_min": 10**400}, "price_min"),
        ("technology", {"key": "a\nb"}, "key"),
        ("technology", {"key": "x" * 101}, "key"),
        ("technology", {"organisation_id": 2**63}, "organisation_id"),
        ("technology", {"translations": [{"language": "en"}]}, "translations.0.title"),
        ("technology", {"translations": [{"language": "en", "title": "x"}] * 21}, "translations"),
        ("need", {"trl_min": 10}, "trl_min"),
        ("need", {"deadline": "soon"}, "deadline"),
        ("need", {"budget_min": "many"}, "budget_min"),
        ("need", {"problem": "x" * 200_001}, "problem"),
    ],
)
def test_each_field_is_checked(api: Api, owner: int, kind: str, change: dict[str, Any], field: str) -> None:
    answer = api.call("POST", PATHS[kind], owner, json=CONTENT[kind] | change)

    named = [found["field"] for found in answer.json()["params"]["fields"]]
    assert (answer.status_code, named) == (422, [f"body.{field}"])


@pytest.mark.parametrize(
    ("kind", "low", "high"), [("technology", "price_min", "price_max"), ("need", "budget_min", "budget_max")]
)
def test_a_range_upside_down_is_refused(api: Api, owner: int, kind: str, low: str, high: str) -> None:
    body = CONTENT[kind] | {low: 5, high: 4}

    assert api.refused("POST", PATHS[kind], owner, json=body) == (422, "malformed")


def test_sectors_are_those_of_the_taxonomy(api: Api, owner: int) -> None:
    codes = [sector["code"] for sector in api.get("/sectors", PUBLIC)]
    body = TECHNOLOGY | {"sectors": [codes[0], "no-such"]}

    answer = api.call("POST", "/technologies", owner, json=body)

    assert (answer.status_code, answer.json()["code"]) == (400, "sector_unknown")
    assert answer.json()["params"] == {"field": "sectors", "sectors": ["no-such"]}


@pytest.mark.parametrize("field", ["id", "state", "version", "kind", "created_at", "teaser", "owner", "titel"])
def test_fields_that_are_not_for_callers_are_refused(api: Api, owner: int, field: str) -> None:
    answer = api.call("POST", "/technologies", owner, json=TECHNOLOGY | {field: "published"})

    assert (answer.status_code, answer.json()["params"]) == (
        422,
        {"fields": [{"field": f"body.{field}", "code": "extra_forbidden"}]},
    )


# --- languages and encodings -------------------------------------------------------------------------


def test_several_languages(api: Api, owner: int) -> None:
    english = {"language": "en", "title": "Heat pipes for boilers", "summary": "Less fuel."}
    korean = {"language": "ko", "title": "보일러 히트파이프"}

    shown = api.technology(owner, translations=[korean, english])

    empty = {"summary": "", "description": "", "advantages": "", "requirements": "", "references": ""}
    assert shown["translations"] == [empty | english, empty | korean]


def test_a_language_is_used_once(api: Api, owner: int) -> None:
    body = TECHNOLOGY | {"translations": [{"language": "vi", "title": "Lần nữa"}]}

    assert api.refused("POST", "/technologies", owner, json=body) == (400, "language_twice")


def test_dropping_a_translation_removes_its_text(api: Api, owner: int) -> None:
    shown = api.technology(owner, translations=[{"language": "en", "title": "Heat pipes"}])

    update = {"version": 1, "changes": {"translations": []}}
    answer = api.call("PATCH", f"/postings/{shown['id']}", owner, json=update)

    assert (answer.json()["translations"], answer.json()["version"]) == ([], 2)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("Co\u0302ng nghe\u0323\u0302 ma\u0300ng", "Công nghệ màng"),
        ("C«ng nghÖ xö lý n\u00adíc th¶i c«ng nghiÖp", "Công nghệ xử lý nước thải công nghiệp"),
        ("Coâng ngheä xöû lyù nöôùc thaûi coâng nghieäp", "Công nghệ xử lý nước thải công nghiệp"),
        ("  Bơm\x00 nhiệt\u202e ", "Bơm nhiệt"),
        ("Pin 🔋 lưu trữ", "Pin 🔋 lưu trữ"),
        ("مضخة حرارية", "مضخة حرارية"),
        ("משאבת חום", "משאבת חום"),
    ],
)
def test_text_is_kept_in_one_form(api: Api, owner: int, sent: str, kept: str) -> None:
    shown = api.need(owner, title=sent, problem=sent, keywords=[sent], translations=[{"language": "en", "title": sent}])

    found = (shown["title"], shown["problem"], shown["keywords"], shown["translations"][0]["title"])
    assert found == (kept, kept, [kept], kept)


# --- changing ----------------------------------------------------------------------------------------


def test_what_is_left_out_stays(api: Api, owner: int) -> None:
    before = api.technology(owner)

    answer = api.call("PATCH", f"/postings/{before['id']}", owner, json={"version": 1, "changes": {"trl": 9}})

    after = answer.json()
    assert after == before | {"trl": 9, "version": 2, "updated_at": after["updated_at"]}


def test_the_same_content_changes_nothing(api: Api, owner: int) -> None:
    before = api.need(owner)

    answer = api.call("PATCH", f"/postings/{before['id']}", owner, json={"version": 1, "changes": NEED})

    assert answer.json() == before


def test_a_stale_version_is_refused(api: Api, owner: int) -> None:
    posting_id = api.need(owner)["id"]
    api.call("PATCH", f"/postings/{posting_id}", owner, json={"version": 1, "changes": {"trl_min": 5}})

    answer = api.call("PATCH", f"/postings/{posting_id}", owner, json={"version": 1, "changes": {"trl_min": 6}})

    assert (answer.status_code, answer.json()["code"], answer.json()["params"]) == (
        409,
        "version_stale",
        {"current": 2},
    )
    assert api.get(f"/postings/{posting_id}", owner)["trl_min"] == 5


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"trl": 0}, (400, "content_invalid")),
        ({"title": None}, (400, "content_invalid")),
        ({"price_min": 10**14}, (400, "content_invalid")),
        ({"colour": "red"}, (400, "field_unknown")),
        ({"version": 7}, (400, "field_unknown")),
        ({"trl_min": 7}, (400, "field_unknown")),
        ({"sectors": ["no-such"]}, (400, "sector_unknown")),
        ({"language": "en", "translations": [{"language": "en", "title": "x"}]}, (400, "language_twice")),
        ({"organisation_id": 1}, (422, "malformed")),
        ({"key": "mine"}, (422, "malformed")),
        ({"state": "published"}, (422, "malformed")),
        ({"id": 9}, (422, "malformed")),
    ],
)
def test_a_wrong_change_is_refused_whole(
    api: Api, owner: int, changes: dict[str, Any], expected: tuple[int, str]
) -> None:
    before = api.technology(owner)

    update = {"version": 1, "changes": {"summary": "Khác", **changes}}
    assert api.refused("PATCH", f"/postings/{before['id']}", owner, json=update) == expected
    assert api.get(f"/postings/{before['id']}", owner) == before


def test_wrong_changes_are_named_field_by_field(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    update = {"version": 1, "changes": {"trl": 12, "currency": "XXX"}}

    answer = api.call("PATCH", f"/postings/{posting_id}", owner, json=update)

    assert answer.json()["params"]["fields"] == [
        {"field": "currency", "code": "enum"},
        {"field": "trl", "code": "less_than_equal"},
    ]


# --- who may read ------------------------------------------------------------------------------------


def test_a_draft_is_known_to_its_organisation_and_organisers_only(api: Api, owner: int, other: int) -> None:
    path = f"/postings/{api.technology(owner)['id']}"

    assert api.get(path, owner) == api.get(path)
    for method, body in (("GET", None), ("PATCH", {"version": 1, "changes": {}}), ("DELETE", None)):
        assert api.refused(method, path, other, json=body) == (404, "posting_not_found")
        expected = (404, "posting_not_found") if method == "GET" else (403, "not_your_organisation")
        assert api.refused(method, path, PUBLIC, json=body) == expected
    assert api.refused("POST", f"{path}/state", other, json={"state": "submitted"}) == (404, "posting_not_found")
    assert api.refused("GET", f"{path}/history", other) == (404, "posting_not_found")


def test_a_published_posting_is_read_by_all_and_changed_by_its_own(api: Api, owner: int, other: int) -> None:
    path = f"/postings/{api.published('need', owner)['id']}"

    assert api.get(path, PUBLIC) == api.get(path, owner) | {"editing": None}
    for stranger in (other, PUBLIC):
        update = {"version": 3, "changes": {}}
        assert api.refused("PATCH", path, stranger, json=update) == (403, "not_your_organisation")
        assert api.refused("GET", f"{path}/history", stranger) == (403, "not_your_organisation")


BESIDE = ("key", "keywords", "cooperation", "currency", "expires_on")


@pytest.mark.parametrize(
    ("kind", "withheld"),
    [
        (
            "technology",
            {"description", "advantages", "requirements", "references", "price_min", "price_max", "ip_status", *BESIDE},
        ),
        ("need", {"problem", "tried", "success_measure", "budget_min", "budget_max", "deadline", *BESIDE}),
    ],
)
def test_a_teaser_withholds_details(api: Api, owner: int, other: int, kind: str, withheld: set[str]) -> None:
    english = {
        "language": "en",
        "title": "Title",
        **dict.fromkeys(withheld & set(TEXT_FIELDS[Kind(kind)]), "secret"),
    }
    dates = {name: "2099-12-31" for name in ("deadline", "expires_on") if name in withheld}
    whole = api.published(kind, owner, visibility="teaser", key="secret", translations=[english], **dates)

    for stranger in (other, PUBLIC):
        teaser = api.get(f"/postings/{whole['id']}", stranger)

        changed = {name for name, value in teaser.items() if value != whole[name]}
        assert changed == withheld | {"teaser", "translations", "editing"}
        assert [teaser[name] or None for name in sorted(withheld)] == [None] * len(withheld)
        assert "secret" not in str(teaser)
        assert api.get("/postings", stranger)["items"] == [teaser]
    assert api.get(f"/postings/{whole['id']}", owner) | {"editing": whole["editing"]} == whole


# --- lists -------------------------------------------------------------------------------------------


def test_a_list_shows_what_is_published_and_what_is_ones_own(api: Api, owner: int, other: int) -> None:
    public = api.published("technology", owner)["id"]
    draft = api.need(owner)["id"]

    found = {
        acting: [item["id"] for item in api.get("/postings", acting)["items"]]
        for acting in (PUBLIC, owner, other, "organiser")
    }

    assert found == {PUBLIC: [public], owner: [draft, public], other: [public], "organiser": [draft, public]}


def test_a_list_is_filtered(api: Api, owner: int, other: int) -> None:
    energy = api.published("technology", owner)["id"]
    water = api.published("need", owner, sectors=["water-waste.industrial-wastewater"])["id"]
    draft = api.need(other, sectors=["water-waste"])["id"]

    def ids(**params: Any) -> list[int]:
        return [item["id"] for item in api.get("/postings", **params)["items"]]

    assert ids(kind="technology") == [energy]
    assert ids(state="draft") == [draft]
    assert ids(organisation_id=owner) == [water, energy]
    assert ids(sector="water-waste") == [draft, water]
    assert ids(sector="water-waste.industrial-wastewater") == [water]
    assert ids(sector="water") == []
    assert ids(kind="need", state="published", sector="water-waste") == [water]


def test_a_list_comes_in_pages(api: Api, owner: int) -> None:
    ids = [api.technology(owner, title=f"Bơm {number}")["id"] for number in range(5)][::-1]

    pages = [api.get("/postings", limit=2, offset=offset) for offset in (0, 2, 4, 6)]

    assert [[item["id"] for item in page["items"]] for page in pages] == [ids[:2], ids[2:4], ids[4:], []]
    assert [(page["total"], page["limit"], page["offset"]) for page in pages] == [(5, 2, at) for at in (0, 2, 4, 6)]
    assert api.refused("GET", "/postings", params={"limit": 201}) == (422, "malformed")
    assert api.refused("GET", "/postings", params={"offset": -1}) == (422, "malformed")


def test_a_list_asks_the_database_as_often_for_three_as_for_one(api: Api, owner: int) -> None:
    statements = []
    for count in (1, 3):
        while api.get("/postings")["total"] < count:
            api.technology(owner, translations=[{"language": "en", "title": "Pump"}])
        with counted_statements(api.database) as sent:
            assert len(api.get("/postings", owner)["items"]) == count
        statements.append(sent)

    assert len(statements[0]) == len(statements[1])


# --- removing ----------------------------------------------------------------------------------------


def test_a_draft_is_removed_with_its_texts_and_history(api: Api, owner: int) -> None:
    posting_id = api.technology(owner)["id"]
    api.move(posting_id, "submitted", "draft", acting=owner)

    assert api.call("DELETE", f"/postings/{posting_id}", owner).status_code == 204
    assert api.refused("GET", f"/postings/{posting_id}", owner) == (404, "posting_not_found")
    with api.database.session() as session:
        left = [
            session.connection().exec_driver_sql(f"SELECT count(*) FROM {t}").scalar()
            for t in ("posting_text", "review_event")
        ]
    assert left == [0, 0]


def test_what_was_published_once_is_never_removed(api: Api, owner: int) -> None:
    posting_id = api.published("need", owner)["id"]
    api.move(posting_id, "closed", acting=owner)

    for acting in (owner, "organiser"):
        assert api.refused("DELETE", f"/postings/{posting_id}", acting) == (409, "published_before")


def test_there_is_no_such_posting(api: Api) -> None:
    assert api.refused("GET", "/postings/999") == (404, "posting_not_found")
    assert api.refused("GET", f"/postings/{2**53 + 1}") == (422, "malformed")
    assert api.refused("GET", "/postings/0") == (422, "malformed")
    assert api.refused("GET", "/postings/one") == (422, "malformed")
