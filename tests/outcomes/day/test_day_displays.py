"""Displays: who meets where, for everybody with the secret address, and no more than that."""

from running_day import RunningDay
from support import PUBLIC

from matchmaker.events.phases import Phase


def opened(day: RunningDay, **values: bool) -> str:
    return str(day.fair.call("POST", "/day/display", body=values)["token"])


def test_the_hall_shows_who_meets_now_and_next(day: RunningDay) -> None:
    token = opened(day)
    early = day.fair.get(f"/day/displays/{token}", PUBLIC)
    day.begin(minutes_ago=5)

    shown = day.fair.get(f"/day/displays/{token}", PUBLIC)

    need, technology = (
        {"name_vi": "Công ty Thủy sản Đồ Sơn", "name_en": ""},
        {"name_vi": "Viện Cơ khí Bến Bính", "name_en": ""},
    )
    first, second = shown["tables"]
    assert early["tables"][0]["current"] is None
    assert early["tables"][0]["next"]["need"] == need
    assert [first["current"][side] for side in ("need", "technology")] == [need, technology]
    assert (first["next"], second["current"], second["next"]) == (None, None, None)


def test_no_names_of_people_stand_on_the_walls(day: RunningDay) -> None:
    shown = day.api.call("GET", day.fair.path(f"/day/displays/{opened(day)}"), PUBLIC).text

    assert "Đồ Sơn" in shown
    assert [name for name in ("Hạnh", "Tuấn", "Lan", "Kim", "@") if name in shown] == []


def test_a_table_shows_itself_alone(day: RunningDay) -> None:
    token, table = opened(day), day.stage.tables[1]

    shown = day.fair.get(f"/day/displays/{token}", PUBLIC, table_id=table)

    assert [one["table_id"] for one in shown["tables"]] == [table]
    assert day.fair.refused("GET", f"/day/displays/{token}?table_id=999999", PUBLIC) == (404, "table_not_found")


def test_an_address_is_kept_until_it_is_renewed(day: RunningDay) -> None:
    first, again, renewed = opened(day), opened(day), opened(day, renew=True)

    assert first == again != renewed
    assert day.fair.refused("GET", f"/day/displays/{first}", PUBLIC) == (404, "display_not_found")
    assert len(renewed) >= 43
    assert renewed not in day.api.call("GET", "/audit?entity=event&limit=200").text


def test_the_secret_of_one_event_shows_no_other(day: RunningDay) -> None:
    from fair import Fair

    other = Fair(day.api)
    other.set(phase=Phase.RUNNING)
    day.begin()

    assert other.refused("GET", f"/day/displays/{opened(day)}", PUBLIC) == (404, "display_not_found")
    assert day.fair.refused("POST", "/day/display", day.buyer, {}) == (403, "organiser_only")


def test_what_is_repaired_is_shown(own_day: RunningDay) -> None:
    day = own_day
    token = opened(day)
    before = day.fair.get(f"/day/displays/{token}", PUBLIC)

    day.stage.publish(day.stage.meeting(slot=1, table=1))
    after = day.fair.get(f"/day/displays/{token}", PUBLIC)

    assert [[table["next"] is not None for table in one["tables"]] for one in (before, after)] == [
        [True, False],
        [False, True],
    ]
    assert before["version"] < after["version"]
