"""Time zones as people call them; names such as Asia/Ho_Chi_Minh are for programs."""

from datetime import UTC, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from matchmaker.kit import clock

HOME = {"vi": "giờ Việt Nam ({clocks})", "en": "Vietnam time ({clocks})"}
ELSEWHERE = {"vi": "giờ {clocks}", "en": "{clocks}"}


def zone_name(zone: str, at: datetime, language: Literal["vi", "en"]) -> str:
    """The name of a zone at a moment: that of the service's home in words, any other by its clocks."""
    named = HOME if zone == clock.HOME_ZONE.key else ELSEWHERE
    return named[language].format(clocks=_clocks(zone, at))


def _clocks(zone: str, at: datetime) -> str:
    """How far the clocks of a zone are from Greenwich, such as GMT+7 or GMT-3:30."""
    local = at.astimezone(ZoneInfo(zone)).replace(tzinfo=UTC)
    minutes = round((local - at).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "+" if minutes > 0 else "-"
    return "GMT" + (f"{sign}{hours}" if minutes else "") + (f":{rest:02}" if rest else "")
