"""Hand moves on the draft of a stage where four pairs are accepted."""

from typing import Any

from stage import Stage


class Hands:
    """Moves on the draft of a stage where four pairs are accepted and may all be placed."""

    def __init__(self, stage: Stage) -> None:
        self.stage, self.fair = stage, stage.fair
        version = self.fair.get()["version"]
        self.fair.call("PATCH", "", body={"version": version, "changes": {"repeat_meetings": True}})
        pairs = [(need, technology) for need in stage.market.needs for technology in stage.market.technologies]
        for pair in pairs:
            for side in ("need", "technology"):
                self.fair.answer(pair, "organiser", "must_meet", side=side)
        self.keys = [f"p{need}-{technology}" for need, technology in pairs]

    @property
    def revision(self) -> int:
        versions = self.fair.get("/agenda/versions")["items"]
        return int(versions[0]["revision"]) if versions else 0

    def post(self, doing: str, **body: Any) -> Any:
        path = self.fair.path(f"/agenda/draft/{doing}")
        return self.fair.api.call("POST", path, json={"revision": self.revision, **body})

    def do(self, doing: str, key: int | None = None, slot: int | None = None, **body: Any) -> Any:
        """A move that must be saved."""
        answer = self.post(doing, **self.named(key, slot), **body)
        assert answer.status_code == 200, answer.text
        assert answer.json()["saved"]
        return answer.json()

    def named(self, key: int | None, slot: int | None) -> dict[str, Any]:
        named: dict[str, Any] = {} if key is None else {"key": self.keys[key]}
        return named if slot is None else {**named, "slot_id": self.stage.slots[slot]}

    def stored(self) -> list[Any]:
        """The rows of the draft, as they are saved."""
        versions = self.fair.get("/agenda/versions")["items"]
        if not versions:
            return []
        number = versions[0]["number"]
        return list(self.fair.get(f"/agenda/versions/{number}/placements")["items"])

    def places(self) -> dict[int, tuple[int, int]]:
        """Slot and table of each placed request, counted from zero."""
        return {
            self.keys.index(row["key"]): (
                self.stage.slots.index(row["slot_id"]),
                self.stage.tables.index(row["table_id"]),
            )
            for row in self.stored()
        }
