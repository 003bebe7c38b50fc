"""What was made of an agenda is kept while other events are answered and drafts are typed, and no longer."""

from collections.abc import Callable
from typing import Any

import pytest
from fair import Fair
from stage import Stage
from support import Api
from test_migrations import empty, server, service  # noqa: F401
from test_release_on_both import stage_of

from matchmaker.agenda.keeping import kept


def readings(stage: Stage) -> Callable[[], int]:
    """Reads what is kept of the event; how often it was made so far."""
    made: list[None] = []

    def read() -> int:
        with stage.fair.api.database.session(writes=False) as session:
            kept(session, stage.fair.id, "x", None, lambda: made.append(None))
        return len(made)

    return read


def test_it_stays_whatever_happens_elsewhere(service: Api) -> None:  # noqa: F811
    stage = stage_of(service)
    other, buyer = Fair(service), stage.market.buyer
    read = readings(stage)
    assert read() == 1

    other.tables(2)
    draft = service.need(buyer)
    service.call("PATCH", f"/api/postings/{draft['id']}", json={"version": draft["version"], "changes": {"title": "y"}})

    assert read() == 1


def own_table(stage: Stage) -> None:
    stage.fair.tables(1, name="Bàn mới")


def new_organisation(stage: Stage) -> None:
    stage.fair.api.organisation()


def closed_need(stage: Stage) -> None:
    stage.fair.api.move(stage.market.needs[0], "closed")


def person_away(stage: Stage) -> None:
    stage.fair.call("PUT", f"/people/{stage.hanh}/availability", body={"away": stage.slots[:1]})


@pytest.mark.parametrize("change", [own_table, new_organisation, closed_need, person_away])
def test_it_is_made_again_after_a_change_of_its_own(service: Api, change: Callable[[Stage], Any]) -> None:  # noqa: F811
    stage = stage_of(service)
    read = readings(stage)
    read()

    change(stage)

    assert (read(), read()) == (2, 2)
