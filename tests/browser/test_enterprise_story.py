"""What an enterprise does in the browser: search, read, see matches, answer with a reason, take it back."""

import re

import pytest
from live_service import LiveService
from playwright.sync_api import Page, expect
from screens import LANGUAGES
from visiting import become, open_screen

SAID = {
    "vi": {"query": "giảm tiền điện kho lạnh", "no": "Không", "why": "Giá", "undo": "Hoàn tác"},
    "en": {"query": "cut the power bill of a cold store", "no": "No", "why": "Price", "undo": "Undo"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_search_leads_to_a_posting_and_back(page: Page, service: LiveService, language: str) -> None:
    become(page, service, None, language)
    open_screen(page, service.path("/"))

    with page.expect_response(re.compile("/api/search")):
        page.locator("#search input[type=search], #search textarea").first.fill(SAID[language]["query"])
    page.wait_for_url("**/?*q=*")
    expect(page.locator("section[aria-labelledby=results-title]")).to_have_attribute("aria-busy", "false")
    found = page.locator("#main .card h2 a, #main .card h3 a").first
    title = found.inner_text()
    found.click()
    page.wait_for_url("**/postings/*")

    expect(page.locator("h1")).to_have_text(title)
    page.go_back()
    expect(page.locator("#main .card a").first).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_no_has_a_reason_and_can_be_taken_back(page: Page, service: LiveService, language: str) -> None:
    said = SAID[language]
    become(page, service, "enterprise", language)
    open_screen(page, service.path("/matches?event={answering}"))
    answers = page.locator(".answering").first
    no = answers.get_by_role("button", name=said["no"], exact=True)

    no.click()
    answers.get_by_role("button", name=said["why"], exact=True).click()
    expect(no).to_have_attribute("aria-pressed", "true")
    expect(answers.get_by_role("status")).to_contain_text(said["why"])
    answers.get_by_role("button", name=said["undo"]).click()

    expect(no).to_have_attribute("aria-pressed", "false")
    page.reload()
    expect(no).to_have_attribute("aria-pressed", "false")
