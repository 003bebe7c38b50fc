"""The case of the demonstration's enterprise and institute, as the screens need it: with work, a note and a value."""

import secrets
from datetime import UTC, date, datetime, timedelta
from typing import Any

import httpx


def make_own_case(address: str, day: int) -> int:
    """Write it as an organiser would after the two have met on a planned day, over HTTP; its id."""
    with httpx.Client(base_url=f"{address}/api", timeout=30) as client:
        enterprise, institute = (_organisation(client, party) for party in ("enterprise", "institute"))
        _sent(client.post("/demonstration/sign-in", json={"party": "organiser"}))
        key = _meeting(client, day, enterprise, institute)
        for side in ("need", "technology"):
            said = _sent(client.put(f"/events/{day}/agenda/meetings/{key}/feedback", json=_word(side)))
        case: int = said["case_id"]
        _sent(client.post(f"/cases/{case}/notes", json={"text": "Hai bên hẹn khảo sát kho lạnh vào đầu tháng sau."}))
        _sent(client.put(f"/cases/{case}/value", json={"amount": "1250000000", "currency": "VND"}))
        return case


def _word(side: str) -> dict[str, Any]:
    late, soon = (str(date.today() + timedelta(days=days)) for days in (-3, 20))
    steps = {
        "need": [{"what": "Gửi số liệu điện năng 12 tháng", "side": "need", "due": late}],
        "technology": [{"what": "Gửi bản vẽ và báo giá sơ bộ", "side": "technology", "due": soon}],
    }
    said_at, sent_key = datetime.now(UTC).isoformat(), secrets.token_hex(8)
    return {"interested": True, "side": side, "steps": steps[side], "said_at": said_at, "sent_key": sent_key}


def _organisation(client: httpx.Client, party: str) -> int:
    me = _sent(client.post("/demonstration/sign-in", json={"party": party}))
    return int(me["organisation_id"])


def _meeting(client: httpx.Client, day: int, enterprise: int, institute: int) -> str:
    """The key of the meeting in which the enterprise has the need and the institute the technology.

    Which pairs meet depends on what the encoder finds; where these two do not, an organiser brings them together.
    """
    versions = _sent(client.get(f"/events/{day}/agenda/versions"))["items"]
    number = next(one["number"] for one in versions if one["state"] == "published")
    found = _sent(client.get(f"/events/{day}/agenda/versions/{number}/placements", params={"limit": 200}))["items"]
    sides = (enterprise, institute)
    keys = [one["key"] for one in found if (one["need_organisation_id"], one["technology_organisation_id"]) == sides]
    return str(keys[0]) if keys else _brought_together(client, day, enterprise, institute)


def _brought_together(client: httpx.Client, day: int, enterprise: int, institute: int) -> str:
    need, technology = _first(client, enterprise, "need"), _first(client, institute, "technology")
    first, second = sorted((enterprise, institute))
    rule = {"rule": "add", "must": True, "need_id": need, "technology_id": technology}
    _sent(client.put(f"/events/{day}/pairs/{first}/{second}", json=rule))
    key = f"p{need}-{technology}"
    versions = _sent(client.get(f"/events/{day}/agenda/versions"))["items"]
    draft = next(one for one in versions if one["state"] == "draft")
    _sent(client.post(f"/events/{day}/agenda/draft/place", json={"key": key, "revision": draft["revision"]}))
    _sent(client.post(f"/events/{day}/agenda/publish", json={"number": draft["number"]}))
    return key


def _first(client: httpx.Client, organisation: int, kind: str) -> int:
    sought = {"organisation_id": organisation, "kind": kind, "state": "published", "limit": 1}
    return int(_sent(client.get("/postings", params=sought))["items"][0]["id"])


def _sent(answer: httpx.Response) -> Any:
    assert answer.is_success, answer.text
    return answer.json()
