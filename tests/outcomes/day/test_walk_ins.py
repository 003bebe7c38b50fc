"""Those who come unregistered, alone or with an organisation that nobody knew."""

from people import told
from running_day import RunningDay


def test_somebody_new_is_registered_and_there(day: RunningDay) -> None:
    body = day.said(organisation="Công ty Đóng tàu Sông Cấm", person="Đỗ Văn Ước")

    first, again = (day.told(body, "/day/walk-ins") for _ in range(2))

    assert first == again
    assert (first[0], first[1]["here"]) == (200, True)
    people = [one for one in day.fair.get("/day")["people"] if one["name"] == "Đỗ Văn Ước"]
    assert [(one["organisation_vi"], one["here"]) for one in people] == [("Công ty Đóng tàu Sông Cấm", True)]


def test_a_colleague_joins_an_organisation_that_is_registered(day: RunningDay) -> None:
    day.told(day.said(organisation_id=day.buyer, person="Mai"), "/day/walk-ins")
    day.told(day.said(organisation="công ty thủy sản đồ sơn", person="Bình"), "/day/walk-ins")

    assert day.here() == ["Bình", "Mai"]
    assert day.fair.get(f"/registrations/{day.buyer}")["delegates"] == 4


def test_who_is_registered_already_is_only_checked_in(day: RunningDay) -> None:
    _, shown = day.told(day.said(organisation_id=day.buyer, person="TUAN"), "/day/walk-ins")

    assert shown["person_id"] == day.stage.tuan


def test_somebody_belongs_to_an_organisation(day: RunningDay) -> None:
    nobodys = day.api.call("POST", day.fair.path("/day/walk-ins"), json=day.said(person="Mai"))
    unknown = day.api.call("POST", day.fair.path("/day/walk-ins"), json=day.said(person="Mai", organisation_id=999))

    assert told(nobodys) == (400, "organisation_missing")
    assert told(unknown) == (404, "organisation_not_found")
