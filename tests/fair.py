"""An event to test with: what is sent for one, and steps that many tests take."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import col, update
from support import ORGANISER, Api

from matchmaker.events.models import Event
from matchmaker.matching.models import Candidate

SOON = datetime.now(UTC) + timedelta(days=30)
DAY = (datetime.now(UTC) + timedelta(days=60)).date()
NEXT_DAY = DAY + timedelta(days=1)
EVENT = {
    "name_vi": "Ngày kết nối năng lượng xanh",
    "name_en": "Green energy connection day",
    "sectors": ["renewable-energy"],
    "place": "Cung Văn hóa Hữu nghị Việt Tiệp",
    "first_day": str(DAY),
    "last_day": str(NEXT_DAY),
    "registration_until": (SOON - timedelta(days=10)).isoformat(),
    "answers_until": SOON.isoformat(),
    "announced": True,
}
TIMETABLE = {
    "days": [
        {"day": str(DAY), "starts": "08:30", "ends": "11:30", "breaks": [{"starts": "09:30", "ends": "10:00"}]},
        {"day": str(NEXT_DAY), "starts": "13:30", "ends": "14:30"},
    ],
    "meeting_minutes": 25,
    "changeover_minutes": 5,
}


class Fair:
    """One event and what is done at it; paths are relative to the event."""

    def __init__(self, api: Api, **values: Any) -> None:
        self.api = api
        self.id = int(api.post("/events", EVENT | values)["id"])

    def path(self, rest: str = "") -> str:
        return f"/events/{self.id}{rest}"

    def get(self, rest: str = "", acting: Any = ORGANISER, **params: Any) -> Any:
        return self.api.get(self.path(rest), acting, **params)

    def call(self, method: str, rest: str, acting: Any = ORGANISER, body: Any = None, **options: Any) -> Any:
        """A request that must succeed; its JSON, or None where there is none."""
        answer = self.api.call(method, self.path(rest), acting, json=body, **options)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    def refused(self, method: str, rest: str, acting: Any = ORGANISER, body: Any = None) -> tuple[int, str]:
        options = {} if body is None else {"json": body}
        return self.api.refused(method, self.path(rest), acting, **options)

    def slots(self, timetable: Any = TIMETABLE) -> list[int]:
        """Slots made from a timetable; their ids in order."""
        return [slot["id"] for slot in self.call("POST", "/slots/generate", body=timetable)]

    def tables(self, number: int = 2, **values: Any) -> list[int]:
        body = [{"name": f"Bàn {i + 1}", **values} for i in range(number)]
        return [table["id"] for table in self.call("POST", "/tables", body=body)]

    def register(self, organisation: int, *names: str, acting: Any = None, **values: Any) -> Any:
        delegates = [{"name": name, "email": f"{name.lower()}@example.org"} for name in names or ("Hạnh",)]
        body = {"delegates": delegates, **values}
        if acting is None:
            acting = organisation
        else:
            body["organisation_id"] = organisation
        return self.call("POST", "/registrations", acting, body)

    def move(self, *phases: str) -> Any:
        shown = None
        for phase in phases:
            shown = self.call("POST", "/phase", body={"phase": phase, "reason": "thử"})
        return shown

    def publish(self) -> None:
        """An agenda without meetings: what an event in planning needs to go on."""
        number = self.call("PUT", "/agenda/draft", body={"placements": []})["number"]
        self.call("POST", "/agenda/publish", body={"number": number})

    def answer(self, pair: tuple[int, int], acting: Any, value: str, **values: Any) -> Any:
        """An answer, with a reason where it needs one."""
        reason = "price" if value in ("rather_not", "veto") else None
        return self.call("PUT", f"/answers/{pair[0]}/{pair[1]}", acting, {"value": value, "reason": reason, **values})

    def answer_refused(self, pair: tuple[int, int], acting: Any, value: str, **values: Any) -> tuple[int, str]:
        return self.refused("PUT", f"/answers/{pair[0]}/{pair[1]}", acting, {"value": value, **values})

    def set(self, **values: Any) -> None:
        """Change columns of the event as time would, past every rule."""
        with self.api.database.session() as session:
            session.execute(update(Event).where(col(Event.id) == self.id).values(**values))


def keep_candidates(api: Api, *pairs: tuple[int, int], probability: float = 0.6) -> None:
    """Write pairs of need and technology as the ranking does; each is a little less probable than the one before."""
    with api.database.session() as session:
        for place, (need, technology) in enumerate(pairs):
            kept = Candidate(
                need_id=need,
                technology_id=technology,
                rank=place + 1,
                score=1.0,
                probability=round(probability - place / 100, 4),
                weights="shipped",
                seq=1,
            )
            session.merge(kept)


@dataclass
class Market:
    """An event where the seller's technologies meet the buyer's needs; all pairs are candidates."""

    fair: Fair
    seller: int
    buyer: int
    technologies: list[int]
    needs: list[int]

    @property
    def pair(self) -> tuple[int, int]:
        return self.needs[0], self.technologies[0]


def open_market(api: Api, seller: int, buyer: int) -> Market:
    """A fair of two organisations, each with two postings, where answers are taken."""
    technologies = [api.published("technology", seller, title=f"Bơm nhiệt {i}")["id"] for i in range(2)]
    needs = [api.published("need", buyer, title=f"Kho lạnh {i}")["id"] for i in range(2)]
    keep_candidates(api, *((need, technology) for need in needs for technology in technologies))
    fair = Fair(api)
    fair.slots()
    fair.tables()
    fair.register(seller, "Hạnh")
    fair.register(buyer, "Tuấn")
    fair.move("answering")
    return Market(fair, seller, buyer, technologies, needs)
