"""Postings that may be copies of each other; titles here, since the twin of the model reads words alone."""

from typing import Any

from support import PUBLIC, Api

TITLE = "Ao tảo xoắn nuôi bằng khói lò"
# Nothing of the words of `TECHNOLOGY`, so that only the title is shared.
OTHERWISE: dict[str, Any] = {
    "summary": "Bè nổi mang ống gom mưa.",
    "description": "Mỗi bè chở sáu thùng, neo quanh cù lao, thay phao vào mùa gió chướng.",
    "advantages": "Không đào giếng.",
    "requirements": "Vịnh kín sóng.",
    "references": "Ba làng chài.",
    "keywords": ["bè nổi"],
    "sectors": ["agri-aqua.aquaculture"],
}


def alike(api: Api, posting: Any) -> list[int]:
    return [one["posting"]["id"] for one in api.get(f"/postings/{posting['id']}/alike")]


def test_the_same_title_is_found_whatever_the_rest_says(api: Api, owner: int, other: int) -> None:
    known = api.published("technology", owner, title=TITLE)
    api.published("technology", owner, title="Ống nhiệt cho lò hơi")
    copy = api.technology(other, title=TITLE, **OTHERWISE)

    assert alike(api, copy) == [known["id"]]


def test_case_accents_and_signs_make_no_other_title_but_one_word_more_does(api: Api, owner: int, other: int) -> None:
    known = api.published("technology", owner, title=TITLE)

    same = api.technology(other, title="AO TAO XOAN, nuôi bằng “khói lò”!", **OTHERWISE)
    longer = api.technology(other, title=f"{TITLE} gạch", **OTHERWISE)

    assert (alike(api, same), alike(api, longer)) == ([known["id"]], [])


def test_a_title_counts_in_any_language_of_either(api: Api, owner: int, other: int) -> None:
    english = {"language": "en", "summary": "", "description": "", "title": "Algae ponds on flues"}
    known = api.published("technology", owner, title=TITLE, translations=[english])
    copy = api.technology(other, language="de", **{**OTHERWISE, "title": "Algae ponds on flues"})

    assert alike(api, copy) == [known["id"]]


def test_the_other_side_is_no_copy(api: Api, owner: int, other: int) -> None:
    api.published("technology", owner, title=TITLE)

    assert alike(api, api.need(other, title=TITLE)) == []


def test_whoever_waits_under_the_same_title_comes_before_what_is_near(api: Api, owner: int, other: int) -> None:
    near = api.published("technology", owner, title="Ao tảo nuôi bằng khói")
    waiting = api.technology(owner, title=TITLE, **OTHERWISE)
    api.move(waiting["id"], "submitted")
    copy = api.technology(other, title=TITLE)

    found = api.get(f"/postings/{copy['id']}/alike")

    assert [one["posting"]["id"] for one in found] == [waiting["id"], near["id"]]
    assert found[0]["similarity"] == 0.4
    assert found[1]["similarity"] > found[0]["similarity"]
    assert api.refused("GET", f"/postings/{copy['id']}/alike", PUBLIC)[0] in {401, 403, 404}


def test_a_closed_posting_is_no_reason_for_suspicion(api: Api, owner: int, other: int) -> None:
    known = api.published("technology", owner, title=TITLE)
    api.move(known["id"], "closed")

    assert alike(api, api.technology(other, title=TITLE, **OTHERWISE)) == []
