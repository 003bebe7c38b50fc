"""Who read names of people in an agenda is told to their organisation."""

from typing import Any

from stage import Stage


def views(stage: Stage, owner: int) -> list[tuple[Any, ...]]:
    items = stage.fair.api.get(f"/organisations/{owner}/views")["items"]
    return sorted((view["what"], view["item_id"], view["organisation_id"]) for view in items)


def test_whom_one_meets_is_told_to_their_organisation(stage: Stage) -> None:
    stage.publish(stage.meeting())
    buyer, seller = stage.market.buyer, stage.market.seller

    stage.agenda(stage.tuan, buyer)
    stage.fair.get("/agenda/people", buyer)

    assert (views(stage, seller), views(stage, buyer)) == ([("person", stage.hanh, buyer)], [])


def test_a_subscribed_calendar_is_read_for_its_organisation(stage: Stage) -> None:
    stage.publish(stage.meeting())
    feed = stage.fair.call("POST", f"/agenda/people/{stage.hanh}/feed", stage.market.seller, {"renew": False})

    stage.fair.api.client.get(feed["path"])

    assert views(stage, stage.market.buyer) == [("person", stage.tuan, stage.market.seller)]


def test_organisers_reading_is_not_told_but_what_they_take_away(stage: Stage) -> None:
    stage.publish(stage.meeting())
    stage.fair.get("/agenda")

    stage.fair.api.call("GET", stage.fair.path("/agenda/export"), params={"form": "csv"})

    expected = [("agenda_export", stage.fair.id, None)]
    assert (views(stage, stage.market.seller), views(stage, stage.market.buyer)) == (expected, expected)
