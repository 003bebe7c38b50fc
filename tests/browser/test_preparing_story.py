"""What an organiser fixes, changes and takes back while a day is prepared."""

import pytest
from live_service import LiveService
from organising import DELEGATES, Prepared, a_prepared_day, filled, of_event, press, step
from playwright.sync_api import Page, expect
from speaking import Speech
from visiting import become, open_screen


@pytest.fixture
def prepared(page: Page, service: LiveService, say: Speech) -> Prepared:
    """A day with its steps open before an organiser."""
    page.set_viewport_size({"width": 1280, "height": 1400})
    become(page, service, "organiser", say.code)
    made = a_prepared_day(page, service)
    open_screen(page, service.path(f"{made.path}/setup"))
    return made


def test_what_is_fixed_is_added_changed_and_removed(
    page: Page, service: LiveService, say: Speech, prepared: Prepared
) -> None:
    step(page, say, "fixed")
    opening, company = "Khai mạc" if say.code == "vi" else "Opening", DELEGATES[0]
    press(page, opening)
    press(page, "08:30–08:55")
    press(page, say("fixedParts.addThis"))
    line = page.locator(".fixed-parts > li")
    expect(line).to_contain_text([opening])
    expect(line).to_contain_text([say("fixedParts.everybody")])

    line.locator(".quiet").click()
    press(line, "09:00–09:25")
    filled(line, say, nameEn="Opening and tea")
    line.get_by_label(say("fixedParts.forAll"), exact=True).uncheck()
    finder = line.get_by_role("combobox", name=say("fixedParts.who"), exact=True)
    finder.press_sequentially(company[:4])
    finder.press("Enter")
    press(line, say("setup.save"))
    expect(line.locator("form")).to_have_count(0)
    expect(line).to_contain_text([company])
    (block,) = of_event(page, service, prepared, "blocks")
    slots = [slot["id"] for slot in of_event(page, service, prepared, "slots")]
    assert (block["name_en"], block["everybody"], block["slot_ids"]) == ("Opening and tea", False, slots[:2])
    assert len(block["person_ids"]) == 1

    line.locator(".remove").click()
    expect(line).to_have_count(0)
    assert of_event(page, service, prepared, "blocks") == []
