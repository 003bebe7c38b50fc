"""Which moves of a draft break no rule, asked of the service itself."""

from dataclasses import dataclass
from typing import Any

from live_service import LiveService
from playwright.sync_api import Page
from visiting import asked


@dataclass(frozen=True)
class LegalMove:
    """A meeting, where it stands in the grid of tables, and a free cell that takes it; rows and columns from 0."""

    key: str
    row: int
    column: int
    to_row: int
    to_column: int


def legal_moves(page: Page, service: LiveService, near: bool = False) -> list[LegalMove]:
    """Moves of the newest draft to free cells, at most one for each meeting; ``near``: only to the next column."""
    event = f"/api/events/{service.planned_day}"

    def get(path: str) -> Any:
        return asked(page, service, event + path)

    tables = [table["id"] for table in get("/tables?limit=200")["items"]]
    slots = [slot["id"] for slot in get("/slots")]
    draft = get("/agenda/versions")["items"][0]
    seats = get(f"/agenda/versions/{draft['number']}/placements?limit=200")["items"]
    taken = {(seat["table_id"], seat["slot_id"]) for seat in seats}
    found = []
    for seat in seats:
        row, column = tables.index(seat["table_id"]), slots.index(seat["slot_id"])
        others = sorted(
            (to for to in range(len(slots)) if to != column), key=lambda to, column=column: abs(to - column)
        )
        for to in [column + 1] if near else others:
            if to >= len(slots) or (tables[row], slots[to]) in taken:
                continue
            target = {"slot_id": slots[to], "table_id": tables[row], "revision": draft["revision"]}
            body = {"key": seat["key"], "dry_run": True, **target}
            answer = page.request.post(service.path(f"{event}/agenda/draft/move"), data=body, max_retries=3)
            assert answer.ok, answer.text()
            if not answer.json()["violations"]:
                found.append(LegalMove(seat["key"], row, column, row, to))
                break
        if len(found) == 2:
            break
    return found
