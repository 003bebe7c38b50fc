"""An enterprise on the day, with a phone: the next meeting on top, and the agenda in its own calendar."""

import re

import pytest
from icalendar import Calendar
from live_service import LiveService
from playwright.sync_api import Page, expect
from screens import LANGUAGES, PHONE
from visiting import asked, become, open_screen, overflowing

SUBSCRIBE = {"vi": "Đưa vào lịch điện thoại", "en": "Put into my calendar"}


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest, page: Page, service: LiveService) -> str:
    """The reader's language, with the planned day open on a phone."""
    chosen: str = request.param
    page.set_viewport_size(PHONE)
    become(page, service, "enterprise", chosen)
    open_screen(page, service.path("/events/{planned}"))
    return chosen


def test_the_next_meeting_stands_on_top_of_ones_own_agenda(page: Page, service: LiveService, language: str) -> None:
    agendas = asked(page, service, "/api/events/{planned}/agenda/people")
    first = next(agenda for agenda in agendas if agenda["entries"])["entries"][0]

    shown = page.locator(".next-meeting").first

    expect(shown.locator("time")).to_have_text(first["starts_at"][11:16])
    expect(shown.locator(".next-table")).to_have_text(first["table"])
    top = shown.bounding_box()
    below = page.locator(".own-list").first.bounding_box()
    assert top
    assert below
    assert top["y"] < below["y"]
    assert overflowing(page) == []


def test_the_link_for_calendars_gives_the_same_meetings(page: Page, service: LiveService, language: str) -> None:
    mine = page.locator(".own-agenda").filter(has=page.locator(".next-meeting")).first
    mine.get_by_role("button", name=SUBSCRIBE[language]).click()

    address = mine.locator(".calendar-link input").input_value()
    calendar = Calendar.from_ical(page.request.get(address).text())

    starts = sorted(f"{event['DTSTART'].dt:%H:%M}" for event in calendar.walk("VEVENT"))
    shown = sorted(re.findall(r"\d\d:\d\d(?=–)", " ".join(mine.locator(".own-list .hours").all_inner_texts())))
    assert (len(starts) > 0, starts) == (True, shown)
    link = (
        mine.get_by_role("link")
        .filter(has_not=page.locator("[download]"))
        .evaluate_all("links => links.map((one) => one.href)")
    )
    assert address.replace("http:", "webcal:") in link
