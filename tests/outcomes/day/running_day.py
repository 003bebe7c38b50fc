"""A published day and what its desk does; time is moved by moving the slots."""

from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from sqlmodel import col, select
from stage import Stage
from support import ORGANISER

from matchmaker.events.models import Slot

NUMBERS = count(1)


def new_key() -> str:
    """A key as a browser makes one."""
    return f"00000000-0000-4000-8000-{next(NUMBERS):012}"


def minutes_ago(minutes: float) -> str:
    return (datetime.now(UTC) - timedelta(minutes=minutes)).isoformat()


class RunningDay:
    def __init__(self, stage: Stage) -> None:
        self.stage, self.fair, self.api = stage, stage.fair, stage.fair.api

    @property
    def buyer(self) -> int:
        return self.stage.market.buyer

    @property
    def seller(self) -> int:
        return self.stage.market.seller

    def said(self, minutes: float = 0, **values: Any) -> dict[str, Any]:
        return {"sent_key": new_key(), "said_at": minutes_ago(minutes), **values}

    def check_in(self, person: int | None = None, minutes: float = 0, acting: Any = ORGANISER, **values: Any) -> Any:
        """What the desk says of somebody so many minutes ago; the answer."""
        body = self.said(minutes, **({} if person is None else {"person_id": person}), **values)
        return self.api.call("POST", self.fair.path("/day/check-ins"), acting, json=body)

    def told(self, body: dict[str, Any], path: str = "/day/check-ins") -> tuple[int, Any]:
        answer = self.api.call("POST", self.fair.path(path), json=body)
        return answer.status_code, answer.json()

    def here(self) -> list[str]:
        """The names of those who are there."""
        return sorted(person["name"] for person in self.fair.get("/day")["people"] if person["here"])

    def code(self, person: int, acting: Any = ORGANISER) -> str:
        return str(self.fair.get(f"/day/people/{person}/code", acting)["code"])

    def state(self, state: str, acting: Any = ORGANISER, minutes: float = 0, **values: Any) -> Any:
        """What somebody says of the meeting; the answer."""
        body = {**self.said(minutes), "state": state, **values}
        return self.api.call("POST", self.fair.path(f"/agenda/meetings/{self.stage.key}/state"), acting, json=body)

    def begin(self, minutes_ago: float = 30) -> None:
        """Let the first slot have begun so long ago; all others follow as they did."""
        with self.api.database.session() as session:
            slots = session.exec(select(Slot).where(Slot.event_id == self.fair.id).order_by(col(Slot.starts_at))).all()
            by = datetime.now(UTC) - timedelta(minutes=minutes_ago) - slots[0].starts_at
            for slot in slots:
                slot.starts_at, slot.ends_at = slot.starts_at + by, slot.ends_at + by
                session.add(slot)
