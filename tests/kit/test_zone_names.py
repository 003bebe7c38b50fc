"""Zones are named as people name them, with the clocks of the day that is meant."""

from datetime import UTC, datetime

import pytest

from matchmaker.kit.zone_names import zone_name

SUMMER, WINTER = datetime(2027, 7, 1, 5, tzinfo=UTC), datetime(2027, 1, 1, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("zone", "at", "vi", "en"),
    [
        ("Asia/Ho_Chi_Minh", SUMMER, "giờ Việt Nam (GMT+7)", "Vietnam time (GMT+7)"),
        ("Asia/Seoul", SUMMER, "giờ GMT+9", "GMT+9"),
        ("Asia/Kolkata", SUMMER, "giờ GMT+5:30", "GMT+5:30"),
        ("America/St_Johns", WINTER, "giờ GMT-3:30", "GMT-3:30"),
        ("Europe/Paris", SUMMER, "giờ GMT+2", "GMT+2"),
        ("Europe/Paris", WINTER, "giờ GMT+1", "GMT+1"),
        ("UTC", WINTER, "giờ GMT", "GMT"),
    ],
)
def test_a_zone_is_named_by_its_people_or_by_its_clocks(zone: str, at: datetime, vi: str, en: str) -> None:
    assert (zone_name(zone, at, "vi"), zone_name(zone, at, "en")) == (vi, en)
