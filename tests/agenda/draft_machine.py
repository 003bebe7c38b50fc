"""Answers and the draft made of them, done at random and compared with a model that is a few dictionaries."""

from typing import Any

from hands import Hands
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support import ORGANISER

from matchmaker.interest.mutual import PRIORITIES, Value

PLACES = st.integers(0, 3)
SLOTS = st.integers(0, 4)
Placed = dict[int, int]
SIDES = st.sampled_from(["need", "technology"])
VALUES = st.sampled_from(["must_meet", "would_meet", "rather_not", None])


class DraftMachine(RuleBasedStateMachine):
    """One seller has one delegate, so that a slot holds one meeting; every pair is accepted at first."""

    def begin(self) -> Hands:
        """A new event in planning with nothing placed; whoever runs the machine says where."""
        raise NotImplementedError

    @initialize()
    def start(self) -> None:
        self.hands = self.begin()
        self.said: dict[tuple[int, str], str | None] = {
            (p, s): "must_meet" for p in range(4) for s in ("need", "technology")
        }
        self.placed: dict[int, int] = {}
        self.done: list[dict[int, int]] = []
        self.undone: list[dict[int, int]] = []
        self.versions = 0
        self.published: Placed | None = None

    @rule(place=PLACES, side=SIDES, value=VALUES)
    def answer(self, place: int, side: str, value: str | None) -> None:
        need, technology = self.hands.keys[place].removeprefix("p").split("-")
        path = f"/answers/{need}/{technology}"
        known = self.said[place, side]
        if value is None:
            status = self.send("DELETE", f"{path}?side={side}")
            assert status == (404 if known is None else 204)
        else:
            reason = "price" if value == "rather_not" else None
            assert self.send("PUT", path, {"value": value, "reason": reason, "side": side}) == 200
        self.said[place, side] = value

    @rule(place=PLACES, slot=SLOTS)
    def put(self, place: int, slot: int) -> None:
        allowed = self.accepted(place) and place not in self.placed and slot not in self.placed.values()
        self.edit("place", allowed, {**self.placed, place: slot}, place, slot)

    @rule(place=PLACES, slot=SLOTS)
    def move(self, place: int, slot: int) -> None:
        others = {at for other, at in self.placed.items() if other != place}
        self.edit("move", place in self.placed and slot not in others, {**self.placed, place: slot}, place, slot)

    @rule(place=PLACES)
    def take_off(self, place: int) -> None:
        left = {other: at for other, at in self.placed.items() if other != place}
        self.edit("unplace", place in self.placed, left, place)

    @rule(first=PLACES, second=PLACES)
    def swap(self, first: int, second: int) -> None:
        if first == second or not {first, second} <= self.placed.keys():
            return
        new = {**self.placed, first: self.placed[second], second: self.placed[first]}
        self.edit("swap", True, new, first, other=self.hands.keys[second])

    @rule(forth=st.booleans())
    def step(self, forth: bool) -> None:
        here, there = (self.undone, self.done) if forth else (self.done, self.undone)
        back = set(here[-1]) - set(self.placed) if here else set()
        allowed = bool(here) and all(map(self.accepted, back))
        assert (self.hands.post("redo" if forth else "undo").status_code == 200) == allowed
        if allowed:
            there.append(self.placed)
            self.placed = here.pop()

    @precondition(lambda self: self.hands.revision > 0)
    @rule()
    def publish(self) -> None:
        number = self.newest()["number"]
        allowed = all(map(self.accepted, self.placed)) and self.placed != self.published
        assert (self.send("POST", "/agenda/publish", {"number": number}) == 200) == allowed
        if allowed:
            self.versions += 1
            self.published = self.placed
            self.done, self.undone = [], []

    @precondition(lambda self: self.hands.revision > 0)
    @rule(place=PLACES, slot=SLOTS)
    def look_at_an_old_draft(self, place: int, slot: int) -> None:
        old = self.hands.revision - 1
        assert self.hands.post("move", **self.hands.named(place, slot), revision=old).status_code == 409

    @invariant()
    def the_draft_is_that_of_the_model(self) -> None:
        assert {place: slot for place, (slot, _) in self.hands.places().items()} == self.placed
        assert len(set(self.placed.values())) == len(self.placed)

    @invariant()
    def versions_are_counted(self) -> None:
        states = [one["state"] for one in self.hands.fair.get("/agenda/versions")["items"]]
        assert states.count("published") == self.versions

    @invariant()
    def requests_are_what_answers_make(self) -> None:
        found = self.hands.fair.get("/requests", limit=50)["items"]
        states = {f"p{one['need_id']}-{one['technology_id']}": one["state"] for one in found}
        accepted = {key for key, state in states.items() if state == "accepted"}
        assert accepted == {self.hands.keys[place] for place in range(4) if self.accepted(place)}

    def accepted(self, place: int) -> bool:
        need, technology = (self.said[place, side] for side in ("need", "technology"))
        return None not in (need, technology) and (Value(need), Value(technology)) in PRIORITIES

    def edit(
        self, doing: str, allowed: bool, new: dict[int, int], place: int, slot: int | None = None, **more: Any
    ) -> None:
        answer = self.hands.post(doing, **self.hands.named(place, slot), **more)
        assert (answer.status_code == 200) == allowed, answer.text
        if allowed and new != self.placed:
            self.done.append(self.placed)
            self.undone.clear()
            self.placed = new

    def send(self, method: str, rest: str, body: Any = None) -> int:
        return int(self.hands.fair.api.call(method, self.hands.fair.path(rest), ORGANISER, json=body).status_code)

    def newest(self) -> Any:
        return self.hands.fair.get("/agenda/versions")["items"][0]
