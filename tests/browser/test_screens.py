"""Every screen in both languages: readable for all in light and dark, and not wider than a phone."""

import pytest
from live_service import LiveService
from playwright.sync_api import Page
from screens import LANGUAGES, PHONE, SCREENS, Screen
from visiting import become, break_of_rules, open_screen, overflowing


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
def test_everybody_can_read_and_use_the_screen(page: Page, service: LiveService, screen: Screen, language: str) -> None:
    become(page, service, screen.party, language)
    open_screen(page, service.path(screen.path))

    in_light = break_of_rules(page)
    page.evaluate("document.documentElement.dataset.appearance = 'dark'")
    in_dark = break_of_rules(page)
    page.set_viewport_size(PHONE)
    too_wide = overflowing(page)

    assert (in_light, in_dark, too_wide) == ([], [], [])
    assert page.locator("html").get_attribute("lang") == language
