"""Postings of the demonstration's enterprise as the screens need them: one written, one waiting for review."""

from dataclasses import dataclass
from typing import Any

import httpx

WRITTEN = {
    "title": "Giảm hao hụt khi sấy cà phê",
    "problem": "Sấy bằng than không đều: mẻ thì cháy cạnh, mẻ thì ẩm, mỗi vụ mất khoảng 4 % sản lượng.",
    "success_measure": "Độ ẩm 12 ± 0,5 % ở mọi mẻ, điện và than giảm 20 %.",
    "sectors": ["energy-efficiency.boilers-steam"],
    "translations": [
        {
            "language": "en",
            "title": "Lose less coffee in drying",
            "problem": "Drying with coal is uneven: some batches scorch, others stay damp, 4 % of a crop is lost.",
        }
    ],
}


@dataclass(frozen=True)
class OwnPostings:
    """Ids: whose they are, a draft, one that waits for review, a published need and what can be compared for it."""

    organisation: int
    own: int
    waiting: int
    need: int
    offers: str


def make_own_postings(address: str) -> OwnPostings:
    """Write them as the enterprise would, over HTTP."""
    with httpx.Client(base_url=f"{address}/api", timeout=30) as client:
        me = _sent(client.post("/demonstration/sign-in", json={"party": "enterprise"}))
        own, waiting = (write_need(client, me["organisation_id"], WRITTEN) for _ in range(2))
        submit(client, waiting)
        sought = {"organisation_id": me["organisation_id"], "kind": "need", "state": "published"}
        need = _sent(client.get("/postings", params=sought))["items"][0]["id"]
        found = _sent(client.get(f"/postings/{need}/candidates", params={"limit": 3}))["items"]
        offers = "-".join(str(one["posting"]["id"]) for one in found)
        return OwnPostings(me["organisation_id"], own["id"], waiting["id"], need, offers)


def write_need(client: httpx.Client, organisation_id: int, content: dict[str, Any]) -> dict[str, Any]:
    """A draft of the organisation."""
    return _sent(client.post("/needs", json={"organisation_id": organisation_id, **content}))


def submit(client: httpx.Client, posting: dict[str, Any]) -> None:
    """Ask organisers to read and publish it."""
    change = {"state": "submitted", "version": posting["version"]}
    _sent(client.post(f"/postings/{posting['id']}/state", json=change))


def _sent(answer: httpx.Response) -> Any:
    assert answer.is_success, answer.text
    return answer.json()
