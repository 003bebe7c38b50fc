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
    """The key of a meeting for a need of the enterprise: with the institute, and only if there is none with another.

    Which pairs meet depends on what the encoder found.
    """
    number = next(
        one["number"]
        for one in _sent(client.get(f"/events/{day}/agenda/versions"))["items"]
        if one["state"] == "published"
    )
    found = _sent(client.get(f"/events/{day}/agenda/versions/{number}/placements", params={"limit": 200}))["items"]
    own = [one for one in found if one["need_organisation_id"] == enterprise]
    return str(min(own, key=lambda one: one["technology_organisation_id"] != institute)["key"])


def _sent(answer: httpx.Response) -> Any:
    assert answer.is_success, answer.text
    return answer.json()
