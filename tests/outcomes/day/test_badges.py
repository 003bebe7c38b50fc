"""Badges on paper: everybody who comes in person, in both languages, whatever their name is."""

import re
from pathlib import Path

import pytest
from people import told
from running_day import RunningDay

from matchmaker.agenda.handing_out.printing import typeset
from matchmaker.kit.qr import as_svg
from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.day.badges import ROLES, TEMPLATE, WORDS, line
from matchmaker.outcomes.day.codes import badge_code, person_of_code

NOWHERE = Path("/nowhere")
HOSTILE = [
    "#panic()",
    '"; #read("/etc/passwd")',
    "$x^2$ *a* _b_",
    "\\ [ ] { } <b>",
    "W" * 300,
    "Nguyễn Thị Ngọc Ánh " * 12,
]


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page[^s]", pdf))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_everybody_gets_a_badge(day: RunningDay, language: str) -> None:
    answer = day.api.call("GET", day.fair.path(f"/day/badges?language={language}"))

    assert (answer.status_code, answer.content[:5], pages(answer.content)) == (200, b"%PDF-", 1)


def test_one_badge_is_printed_again(day: RunningDay) -> None:
    whole, one = (
        len(day.api.call("GET", day.fair.path(f"/day/badges{which}")).content)
        for which in ("", f"?person_id={day.stage.tuan}")
    )

    assert one < whole
    assert told(day.api.call("GET", day.fair.path("/day/badges?person_id=999999"))) == (404, "person_not_found")
    assert day.fair.refused("GET", "/day/badges", day.buyer) == (403, "organiser_only")


def test_names_are_printed_as_they_are(tmp_path: Path) -> None:
    badges = [
        {
            "name": line(name),
            "organisation": line(name),
            "role": ROLES["vi"]["delegate"],
            "languages": line("VI"),
            "qr": as_svg("MM1"),
        }
        for name in HOSTILE * 2
    ]
    data = {"language": "vi", "words": WORDS["vi"], "event": line(HOSTILE[0]), "place": line(""), "badges": badges}

    assert pages(typeset(TEMPLATE, data, NOWHERE)) == 2


def test_what_a_badge_carries_is_known_again_by_this_service_alone(tmp_path: Path) -> None:
    ours, other = Secret("ours", tmp_path), Secret("another", tmp_path)
    code = badge_code(ours, 7, 12)

    assert person_of_code(ours, 7, f" {code.lower()}\n") == 12
    assert [person_of_code(*asked, code) for asked in ((ours, 8), (other, 7))] == [None, None]
    assert re.fullmatch("MM[0-9]+[BCFGHKLMNPQRSTVX]{32}", code)
