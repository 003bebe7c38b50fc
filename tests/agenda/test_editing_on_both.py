"""Hand moves on both databases, after a restart, and of two organisers at the same time."""

from hands import Hands
from starlette.testclient import TestClient
from support import Api
from test_events_on_both import at_once
from test_migrations import empty, server, service  # noqa: F401
from test_release_on_both import stage_of

from matchmaker.app import create_app


def test_what_was_done_is_undone_after_a_restart(service: Api) -> None:  # noqa: F811
    hands = Hands(stage_of(service))
    hands.do("place", 0, slot=0)
    before = hands.stored()
    hands.do("move", 0, slot=1)
    after = hands.stored()
    started = create_app(service.app.state.settings, background=False)

    hands.fair.api = Api(TestClient(started), started)
    hands.do("undo")
    back = hands.stored()
    hands.do("redo")

    assert (back, hands.stored()) == (before, after)
    started.state.database.engine.dispose()


def test_of_two_organisers_who_move_at_once_one_is_refused(service: Api) -> None:  # noqa: F811
    hands = Hands(stage_of(service))
    hands.do("place", 0, slot=0)

    def move(slot: int) -> int:
        body = {"key": hands.keys[0], "slot_id": hands.stage.slots[slot], "revision": 1}
        return int(service.call("POST", hands.fair.path("/agenda/draft/move"), json=body).status_code)

    assert sorted(at_once(lambda: move(1), lambda: move(2))) == [200, 409]
    assert len(hands.fair.get("/agenda/draft/steps")) == 2


def test_a_repair_takes_the_number_of_the_draft(service: Api) -> None:  # noqa: F811
    hands = Hands(stage_of(service))
    hands.do("place", 0, slot=0)
    hands.fair.call("POST", "/agenda/publish", body={"number": 1})
    late = {"what": "late", "person_id": hands.stage.hanh, "until_slot_id": hands.stage.slots[1]}

    body = {"mishaps": [late], "now_slot_id": hands.stage.slots[0], "apply": True}
    found = hands.fair.call("POST", "/agenda/repair", body=body)

    assert (found["moved"], found["version"], hands.places()) == ([hands.keys[0]], 2, {0: (1, 0)})
    assert [one["number"] for one in hands.fair.get("/agenda/versions")["items"]] == [3, 2, 1]
