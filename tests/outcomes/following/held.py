"""Meetings that have begun, and what both sides say of them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from fair import open_market
from sqlmodel import col, delete, select
from stage import Stage, make_stage
from support import ORGANISER, Api

from matchmaker.agenda.models import Placement, PlacementState
from matchmaker.events.models import Slot
from matchmaker.outcomes.following.models import Case, CaseReminder, Feedback

BEGUN = datetime.now(UTC) - timedelta(hours=2)
_KEYS = count(1)


@dataclass
class Held:
    """One published meeting of a buyer and a seller, under way; and what is said of it."""

    stage: Stage

    @property
    def api(self) -> Api:
        found: Api = self.stage.fair.api
        return found

    @property
    def buyer(self) -> int:
        return self.stage.market.buyer

    @property
    def seller(self) -> int:
        return self.stage.market.seller

    @property
    def path(self) -> str:
        return str(self.stage.fair.path(f"/agenda/meetings/{self.stage.key}/feedback"))

    def word(self, **values: Any) -> dict[str, Any]:
        """A word on the next step, with a key of its own."""
        said = {"interested": True, "said_at": datetime.now(UTC).isoformat(), "sent_key": f"phone-{next(_KEYS):06}"}
        return said | ({"reason": "price"} if values.get("interested") is False else {}) | values

    def say(self, acting: Any, **values: Any) -> Any:
        """Say whether there is a next step; both words as the speaker sees them."""
        answer = self.api.call("PUT", self.path, acting, json=self.word(**values))
        assert answer.is_success, answer.text
        return answer.json()

    def refused(self, acting: Any, **values: Any) -> tuple[int, str]:
        return self.api.refused("PUT", self.path, acting, json=self.word(**values))

    def read(self, acting: Any = ORGANISER) -> Any:
        return self.api.get(self.path, acting)

    def rows(self) -> list[Case]:
        """All cases there are."""
        with self.api.database.session(writes=False) as session:
            return list(session.exec(select(Case).order_by(col(Case.id))))

    def reset(self) -> None:
        """As if nobody had said anything, and the meeting were under way."""
        with self.api.database.session() as session:
            for table in (CaseReminder, Case, Feedback):
                session.exec(delete(table))
            self._start(session, BEGUN)
            for row in session.exec(select(Placement)):
                row.state = PlacementState.RUNNING
                session.add(row)

    def start(self, at: datetime) -> None:
        """Let the meeting begin at another moment."""
        with self.api.database.session() as session:
            self._start(session, at)

    def cancel(self) -> None:
        with self.api.database.session() as session:
            for row in session.exec(select(Placement)):
                row.state = PlacementState.CANCELLED
                session.add(row)

    def _start(self, session: Any, at: datetime) -> None:
        slot = session.get(Slot, self.stage.slots[0])
        slot.starts_at, slot.ends_at = at, at + timedelta(minutes=25)
        session.add(slot)


def hold(api: Api) -> Held:
    """A fair where the one accepted pair has its meeting."""
    seller = api.organisation(key="ben-binh")
    buyer = api.organisation(name_vi="Công ty Thủy sản Đồ Sơn", kind="enterprise", key="do-son")
    stage = make_stage(open_market(api, seller, buyer))
    stage.publish(stage.meeting())
    return Held(stage)
