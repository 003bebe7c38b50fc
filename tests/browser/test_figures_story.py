"""What an organiser does with figures: choose what counts, take a report away, enter what a target has come to."""

from live_service import LiveService
from playwright.sync_api import Page, expect
from visiting import become, open_screen


def test_what_counts_is_kept_in_the_address_and_taken_away_as_a_report(page: Page, service: LiveService) -> None:
    become(page, service, "organiser", "en")
    open_screen(page, service.path("/figures"))
    meetings = page.locator("dl.figures div").filter(has_text="Meetings planned").locator("dd")

    expect(page.get_by_text("Choose a session day, or both the first and the last day")).to_be_visible()
    page.get_by_label("Session day", exact=True).first.select_option(str(service.answering_day))
    expect(meetings).to_have_text("0")
    page.get_by_label("Session day", exact=True).first.select_option(str(service.planned_day))
    expect(meetings).not_to_have_text("0")
    page.get_by_text("Sector", exact=True).last.click()
    expect(page).to_have_url(service.path("/figures?event={planned}&by=sector"))

    with page.expect_download() as taken:
        page.get_by_role("link", name="Download PDF").click()
    assert taken.value.suggested_filename == f"report-event-{service.planned_day}-en.pdf"


def test_a_value_by_hand_needs_evidence_and_moves_its_target(page: Page, service: LiveService) -> None:
    become(page, service, "organiser", "en")
    open_screen(page, service.path("/plans"))
    target = page.locator(".target").filter(has_text="Initiatives recognised")

    target.get_by_text("Enter a value").first.click()
    target.get_by_label("Value", exact=True).fill("191")
    target.get_by_label("As of").fill("2025-06-30")
    target.get_by_label("Evidence").fill("Report of the second quarter, page 3")
    target.get_by_role("button", name="Enter a value").click()

    expect(target.get_by_text("now 191 initiatives")).to_be_visible()
    expect(target.get_by_text("Reached", exact=False).first).to_be_visible()
    expect(page.get_by_text("1 of 11 targets reached")).to_be_visible()
    target.get_by_text("What was entered (1)").click()
    target.get_by_role("button", name="Take this back").click()
    expect(target.get_by_text("no value yet")).to_be_visible()
