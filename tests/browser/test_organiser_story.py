"""What an organiser does in the browser: plan, move by pointer and by keyboard, undo, publish."""

import pytest
from board_moves import LegalMove, legal_moves
from live_service import LiveService
from playwright.sync_api import Locator, Page, expect
from screens import LANGUAGES
from visiting import asked, become, break_of_rules, open_screen

SAID = {
    "vi": {
        "board": "Bảng xếp lịch",
        "solve": "Xếp lịch",
        "solved": "Đã xếp xong",
        "undo": "Hoàn tác",
        "publish": "Công bố",
    },
    "en": {"board": "Agenda board", "solve": "Plan", "solved": "Planned", "undo": "Undo", "publish": "Publish"},
}


def cell(page: Page, row: int, column: int) -> Locator:
    return page.locator(f'td[data-row="{row}"][data-column="{column}"]')


def drag(page: Page, move: LegalMove) -> None:
    chip = page.locator(f'[data-key="{move.key}"]')
    target = cell(page, move.to_row, move.to_column)
    # The board scrolls by itself: both ends of the way have to be in view.
    target.scroll_into_view_if_needed()
    chip.scroll_into_view_if_needed()
    chip.hover(position={"x": 20, "y": 15})
    page.mouse.down()
    # Twice: what is said of a cell on the way may move the board under the pointer.
    for _ in range(2):
        target.hover(position={"x": 20, "y": 15}, force=True)
    expect(target).to_have_class("over")
    page.mouse.up()


@pytest.fixture(params=LANGUAGES)
def said(request: pytest.FixtureRequest, page: Page, service: LiveService) -> dict[str, str]:
    """The organiser's words, with the board of the planned day open."""
    language: str = request.param
    page.set_viewport_size({"width": 1600, "height": 1400})
    become(page, service, "organiser", language)
    open_screen(page, service.path("/events/{planned}"))
    page.get_by_role("link", name=SAID[language]["board"]).click()
    page.locator("[data-key]").first.wait_for()
    return SAID[language]


def test_planning_shows_how_value_and_bound_meet(page: Page, said: dict[str, str]) -> None:
    page.locator(".solve select").select_option("5")
    page.locator(".solve").get_by_role("button", name=said["solve"], exact=True).click()

    expect(page.locator(".solve .curve svg")).to_be_visible(timeout=20_000)
    expect(page.locator(".solve").get_by_text(said["solved"])).to_be_visible(timeout=30_000)
    expect(page.locator("[data-key]").first).to_be_visible()


def test_a_meeting_is_dragged_and_the_move_undone(page: Page, service: LiveService, said: dict[str, str]) -> None:
    move = legal_moves(page, service)[0]
    chip = f'[data-key="{move.key}"]'

    drag(page, move)
    expect(cell(page, move.to_row, move.to_column).locator(chip)).to_be_visible()
    page.get_by_role("button", name=said["undo"]).click()

    expect(cell(page, move.row, move.column).locator(chip)).to_be_visible()


def test_a_meeting_is_carried_by_the_keyboard(page: Page, service: LiveService, said: dict[str, str]) -> None:
    move = legal_moves(page, service, near=True)[0]
    chip = f'[data-key="{move.key}"]'

    page.locator(chip).focus()
    for key in ("Enter", "ArrowRight", "Enter"):
        page.keyboard.press(key)

    expect(cell(page, move.to_row, move.to_column).locator(chip)).to_be_visible()


def test_publishing_says_first_who_is_told(page: Page, service: LiveService, said: dict[str, str]) -> None:
    move = legal_moves(page, service)[0]
    drag(page, move)
    expect(cell(page, move.to_row, move.to_column).locator(f'[data-key="{move.key}"]')).to_be_visible()

    page.get_by_role("button", name=said["publish"]).click()
    dialog = page.get_by_role("dialog")
    expect(dialog.locator(".told > li")).not_to_have_count(0)
    before = asked(page, service, "/api/events/{planned}/agenda/versions")["total"]
    dialog.get_by_role("button", name=said["publish"]).click()

    expect(dialog).to_have_count(0)
    after = asked(page, service, "/api/events/{planned}/agenda/versions")
    assert (after["total"], after["items"][1]["state"]) == (before + 1, "published")


def test_one_goes_back_to_how_the_draft_was_a_step_before(
    page: Page, service: LiveService, said: dict[str, str]
) -> None:
    move = legal_moves(page, service)[0]
    chip = f'[data-key="{move.key}"]'
    drag(page, move)
    expect(cell(page, move.to_row, move.to_column).locator(chip)).to_be_visible()
    steps = page.locator(".record").filter(has=page.locator("ol"))

    steps.locator("summary").click()
    expect(steps.locator("li").first.locator("[aria-current]")).to_be_visible()
    assert break_of_rules(page) == []
    steps.locator("li").nth(1).get_by_role("button").click()

    expect(steps.locator("li").nth(1).locator("[aria-current]")).to_be_visible()
    expect(cell(page, move.row, move.column).locator(chip)).to_be_visible()


def test_who_was_told_is_seen_and_whom_no_letter_reaches_is_ticked_off(
    page: Page, service: LiveService, said: dict[str, str]
) -> None:
    move = legal_moves(page, service)[0]
    drag(page, move)
    expect(cell(page, move.to_row, move.to_column).locator(f'[data-key="{move.key}"]')).to_be_visible()
    page.get_by_role("button", name=said["publish"]).click()
    expect(page.get_by_role("dialog").locator(".told > li")).not_to_have_count(0)
    page.get_by_role("dialog").get_by_role("button", name=said["publish"]).click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    told = page.locator(".record").filter(has=page.locator("ul"))

    told.locator("summary").click()
    expect(told.locator("li")).not_to_have_count(0)
    assert break_of_rules(page) == []
    left = told.get_by_role("button").count()
    told.get_by_role("button").first.click()

    expect(told.locator("li .badge")).to_have_count(1)
    expect(told.get_by_role("button")).to_have_count(left - 1)
    last = next(
        one
        for one in asked(page, service, "/api/events/{planned}/agenda/versions")["items"]
        if one["state"] == "published"
    )
    notices = asked(page, service, f"/api/events/{service.planned_day}/agenda/versions/{last['number']}/notices")
    assert [one["told"] for one in notices].count(True) == 1
