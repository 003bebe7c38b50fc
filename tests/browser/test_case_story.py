"""A case from its first task to a confirmed contract, by both sides and the organiser."""

import secrets
from datetime import date, timedelta
from typing import Any

from live_service import LiveService
from playwright.sync_api import Locator, Page, expect
from speaking import Speech
from visiting import Watched, asked, become, open_screen

PDF = {"name": "báo giá.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n1 0 obj\n"}
DISGUISED = {"name": "ảnh.png", "mimeType": "image/png", "buffer": b"<html><script>alert(1)</script></html>"}


def press(scope: Page | Locator, name: str) -> None:
    scope.get_by_role("button", name=name, exact=True).click()


def section(page: Page, say: Speech, name: str) -> Locator:
    return page.locator("section.panel").filter(
        has=page.get_by_role("heading", name=say(f"following.{name}"), exact=True)
    )


def visit(page: Page, service: LiveService, say: Speech, party: Any) -> Any:
    """The case before somebody; what the service says of it."""
    become(page, service, party, say.code)
    open_screen(page, service.path("/cases/{case}"))
    return asked(page, service, f"/api/cases/{service.case}")


def test_both_sides_and_the_organiser_bring_a_case_to_a_contract(
    page: Page, service: LiveService, say: Speech, watched: Watched
) -> None:
    what, amount = f"Khảo sát kho {secrets.token_hex(3)}", str(secrets.randbelow(10**9) + 10**9)
    become(page, service, "enterprise", say.code)
    open_screen(page, service.path("/desk"))
    page.get_by_role("navigation").get_by_role("link", name=say("following.short"), exact=True).click()
    page.locator(".case-rows a").first.click()

    give_task(page, say, what)
    send_files(page, say, watched)
    enter_value(page, say, amount)

    visit(page, service, say, "institute")
    finish_task(page, say, what)
    press(section(page, say, "value.title"), say("following.value.confirm"))
    expect(section(page, say, "value.title")).to_contain_text(say("following.value.backings.confirmed"))

    visit(page, service, say, "organiser")
    move_on_the_board(page, service, say)
    case = asked(page, service, f"/api/cases/{service.case}")
    assert (case["value"]["amount"], case["value"]["backing"]) == (amount, "confirmed")
    assert [task["progress"] for task in case["tasks"] if task["what"] == what] == ["done"]


def give_task(page: Page, say: Speech, what: str) -> None:
    """The enterprise gives the institute something to do by tomorrow."""
    tasks = section(page, say, "tasks.title")
    press(tasks, say("following.tasks.add"))
    tasks.get_by_label(say("following.tasks.what"), exact=True).fill(what)
    tasks.get_by_label(say("following.tasks.person"), exact=True).fill("Kỹ sư Hạnh")
    tasks.get_by_label(say("following.tasks.responsible"), exact=True).select_option("technology")
    tasks.get_by_label(say("following.tasks.due"), exact=True).fill(f"{date.today() + timedelta(days=1)}")
    press(tasks, say("following.tasks.save"))
    expect(tasks.locator("li").filter(has_text=what)).to_contain_text("Kỹ sư Hạnh")


def send_files(page: Page, say: Speech, watched: Watched) -> None:
    """A document is taken; something else under a picture's name is refused in words."""
    files = section(page, say, "files.title")
    before = files.locator("li").count()
    files.locator("input[type=file]").set_input_files([PDF])
    press(files, say("following.files.add"))
    expect(files.locator("li")).to_have_count(before + 1)
    with page.expect_download() as saved:
        files.locator("li a").first.click()
    assert saved.value.path().read_bytes() == PDF["buffer"]
    files.locator("input[type=file]").set_input_files([DISGUISED])
    press(files, say("following.files.add"))
    expect(files.get_by_role("alert")).to_contain_text(say("errors.file_kind_refused"))
    watched.take("^400: POST .*/files ")
    watched.take("^console: .* 400 ")


def enter_value(page: Page, say: Speech, amount: str) -> None:
    value = section(page, say, "value.title")
    press(value, say("following.value.change"))
    value.get_by_label(say("following.value.amount"), exact=True).fill(amount)
    press(value, say("following.value.save"))
    expect(value).to_contain_text(say("following.value.awaits.technology"))


def finish_task(page: Page, say: Speech, what: str) -> None:
    tasks = section(page, say, "tasks.title")
    tasks.locator("li").filter(has_text=what).get_by_role("button").first.click()
    tasks.locator("form").get_by_text(say("following.tasks.progresses.done"), exact=True).click()
    press(tasks, say("following.tasks.save"))
    expect(tasks.locator("li.done").filter(has_text=what)).to_have_count(1)


def move_on_the_board(page: Page, service: LiveService, say: Speech) -> None:
    """By the choice on the card alone, as a keyboard does."""
    stage = asked(page, service, f"/api/cases/{service.case}")["stage"]
    after = "contract" if stage == "talking" else "trial"
    open_screen(page, service.path("/cases?view=board"))
    column = page.locator(".stage-board section").filter(has=page.locator(f"#stage-{after}"))
    card = page.locator(".stage-card").filter(has=page.locator(f'a[href="/cases/{service.case}"]'))
    card.get_by_label(say("following.moveTo"), exact=True).select_option(after)
    press(card, say("following.move"))
    expect(column.locator(f'a[href="/cases/{service.case}"]')).to_have_count(1)
    assert asked(page, service, f"/api/cases/{service.case}")["stage"] == after
