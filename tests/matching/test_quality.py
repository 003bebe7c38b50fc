"""Checks of a draft: every code once, and what the model adds."""

from typing import Any

import pytest
from support import NEED, TECHNOLOGY, Api

LONG = (
    "Nhà máy của chúng tôi chạy bốn máy nén lạnh trong kho chứa hai nghìn tấn thủy sản đông lạnh, và tiền điện "
    "mỗi tháng tăng vì các máy chạy liên tục suốt ngày đêm ngay cả khi cửa kho được đóng kín và hàng hóa ít."
)
GOOD: dict[str, dict[str, Any]] = {
    "needs": NEED | {"problem": LONG},
    "technologies": TECHNOLOGY | {"description": LONG},
}


def codes(api: Api, kind: str, **changes: Any) -> list[str]:
    return [finding["code"] for finding in api.post(f"/quality/{kind}", GOOD[kind] | changes)]


@pytest.mark.parametrize("kind", ["needs", "technologies"])
def test_a_good_draft_has_no_findings(api: Api, kind: str) -> None:
    assert codes(api, kind) == []


@pytest.mark.parametrize(
    ("kind", "changes", "code"),
    [
        ("needs", {"title": "Tiền điện"}, "title_too_short"),
        ("needs", {"problem": "Tiền điện tăng."}, "text_too_short"),
        ("needs", {"success_measure": ""}, "success_measure_missing"),
        ("needs", {"success_measure": "Tiết kiệm nhiều điện năng hơn trước."}, "success_measure_not_measurable"),
        ("needs", {"trl_min": None}, "readiness_missing"),
        ("needs", {"budget_min": None, "budget_max": None}, "budget_missing"),
        ("needs", {"currency": None}, "currency_missing"),
        ("needs", {"tried": ""}, "tried_missing"),
        ("needs", {"sectors": []}, "sector_missing"),
        ("needs", {"cooperation": []}, "cooperation_missing"),
        ("needs", {"language": "en"}, "language_differs"),
        ("technologies", {"title": "Ống nhiệt"}, "title_too_short"),
        ("technologies", {"description": "Đặt sau lò hơi."}, "text_too_short"),
        ("technologies", {"advantages": ""}, "advantage_missing"),
        ("technologies", {"advantages": "Ngay cả khi cửa kho"}, "advantage_repeats_description"),
        ("technologies", {"trl": None}, "readiness_missing"),
        ("technologies", {"ip_status": None}, "ip_status_missing"),
        ("technologies", {"requirements": ""}, "requirements_missing"),
        ("technologies", {"currency": None}, "currency_missing"),
        ("technologies", {"sectors": []}, "sector_missing"),
        ("technologies", {"cooperation": []}, "cooperation_missing"),
        ("technologies", {"language": "en"}, "language_differs"),
    ],
)
def test_what_is_wrong_is_found_and_nothing_else(api: Api, kind: str, changes: dict[str, Any], code: str) -> None:
    assert codes(api, kind, **changes) == [code]


def test_the_same_posting_of_somebody_else_is_a_duplicate(api: Api, owner: int, other: int) -> None:
    api.published("need", other, title="Xe điện chạy pin", problem="Trạm sạc cho xe tải.", tried="", success_measure="")
    twin = api.published("need", owner, **GOOD["needs"])["id"]

    (found,) = api.post("/quality/needs", GOOD["needs"], other)

    assert (found["code"], found["field"]) == ("duplicate", "title")
    assert (found["params"]["id"], found["params"]["own"]) == (twin, False)
    assert found["params"]["similarity"] == pytest.approx(1.0, abs=0.01)


def test_a_posting_is_no_duplicate_of_itself(api: Api, owner: int, other: int) -> None:
    api.published("need", other, title="Xe điện chạy pin", problem="Trạm sạc cho xe tải.", tried="", success_measure="")
    own = api.published("need", owner, **GOOD["needs"])["id"]

    assert api.post(f"/quality/needs?posting_id={own}", GOOD["needs"], owner) == []


def test_sectors_for_a_text_are_leaves_best_first(api: Api) -> None:
    found = api.post("/sectors/suggest?limit=5", {"text": "Điện mặt trời áp mái", "language": "vi"})

    scores = [suggestion["score"] for suggestion in found]
    leaves = {sector["code"] for sector in api.get("/sectors") if "." in sector["code"]}
    assert len(found) == 5
    assert scores == sorted(scores, reverse=True)
    assert [suggestion["code"] for suggestion in found if suggestion["code"] not in leaves] == []
