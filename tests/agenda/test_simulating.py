"""The whole way on the seed data: from needs and technologies to a published agenda and a day that is repaired."""

import pytest
from seeded import seed
from support import ORGANISER, Api

from matchmaker.agenda.simulating import Scale, simulate
from matchmaker.events.models import Event
from matchmaker.events.phases import Phase
from matchmaker.kit.errors import InvalidError


@pytest.fixture
def seeded(api: Api) -> Api:
    """The catalogue of the seed data, ranked."""
    return seed(api)


def test_a_simulated_day_from_needs_and_technologies_to_its_end(seeded: Api) -> None:
    services = seeded.app.state.services

    told = simulate(seeded.database, services, Scale(firms=15, institutes=8, tables=6), seed=1, seconds=3.0)

    plan, day = told["plan"], told["day"]
    assert told["violations"] == 0
    assert 0 < plan["meetings"] <= plan["pairs"]
    assert plan["levels"]["covered"]["value"] == plan["levels"]["covered"]["bound"]
    assert day["held"] == plan["meetings"] - day["lost"]
    assert day["absent"] + day["late"] > 0
    shown = seeded.get(f"/events/{told['event']}/agenda/versions", ORGANISER)["items"]
    assert {"published", "draft"} == {version["state"] for version in shown}
    with seeded.database.session(writes=False) as session:
        event = session.get(Event, told["event"])
        assert event is not None
        assert event.phase is Phase.CLOSED


def test_a_simulated_event_can_be_left_for_the_rest_by_hand(seeded: Api) -> None:
    services, scale = seeded.app.state.services, Scale(firms=4, institutes=3, tables=3)

    told = [
        simulate(seeded.database, services, scale, 1, 0.5, until=until) for until in (Phase.PLANNING, Phase.PUBLISHED)
    ]

    assert [seeded.get(f"/events/{one['event']}")["phase"] for one in told] == ["planning", "published"]
    versions = [seeded.get(f"/events/{one['event']}/agenda/versions", ORGANISER)["items"] for one in told]
    assert [[one["state"] for one in items] for items in versions] == [["draft"], ["draft", "published"]]


def test_without_candidates_there_is_nothing_to_simulate(api: Api) -> None:
    with pytest.raises(InvalidError, match="nothing_to_simulate"):
        simulate(api.database, api.app.state.services, Scale(), seed=1, seconds=1.0)
