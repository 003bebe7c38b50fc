"""The network goes while the day runs: what was noted is kept, and arrives once, in order, as whoever said it."""

import secrets
from collections.abc import Callable
from typing import Any

import pytest
from live_service import LiveService
from playwright.sync_api import Page, expect
from running_days import NAMES, UnderWay, a_day_under_way
from speaking import Speech
from visiting import Watched, asked, become, open_screen

HANH, TUAN = NAMES
SAY = Speech("vi")


@pytest.fixture
def under_way(page: Page, service: LiveService) -> UnderWay:
    """A running day; an organiser is signed in."""
    become(page, service, "organiser", "vi")
    return a_day_under_way(page, service, f"Ngày mất mạng {secrets.token_hex(3)}")


def open_for_offline(page: Page, address: str) -> None:
    """Open a page until it could be opened again without a network."""
    open_screen(page, address)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function("navigator.serviceWorker.controller !== null")
    # Once more, so that what the service says now is kept.
    open_screen(page, address)


def cut(page: Page) -> None:
    page.context.set_offline(True)


def mend(page: Page) -> None:
    page.context.set_offline(False)


def check_in(page: Page, name: str) -> None:
    page.get_by_label(SAY("onDay.codeOrName")).fill(name)
    page.keyboard.press("Enter")
    expect(page.locator(".check-in .said")).to_contain_text(name)


def take_back(page: Page, name: str) -> None:
    page.get_by_label(SAY("onDay.codeOrName")).fill(name)
    page.locator(".check-in").get_by_role("button", name=f"{SAY('onDay.takeBack')}: {name}").click()


def arrived(page: Page, service: LiveService, day: UnderWay) -> list[tuple[int, bool]]:
    """Who was said to be here or not, in the order in which it arrived."""
    found = asked(page, service, f"/api/audit?entity=event&entity_id={day.event}&limit=200")["items"]
    rows = [one["after"] for one in found if one["part"] == "check_in"]
    return [(row["person_id"], row["here"]) for row in reversed(rows)]


def waiting(page: Page) -> Any:
    return page.locator(".outbox strong").first


def test_check_ins_without_a_network_arrive_once_and_in_order(
    page: Page, service: LiveService, under_way: UnderWay, watched: Watched
) -> None:
    open_for_offline(page, service.path(f"{under_way.path}/day"))
    cut(page)

    check_in(page, HANH)
    check_in(page, TUAN)
    take_back(page, HANH)
    expect(waiting(page)).to_contain_text("3")
    page.reload()
    expect(waiting(page)).to_contain_text("3")
    expect(page.locator(".presence strong")).to_contain_text("1")
    assert arrived_offline(page, service, under_way) == []
    mend(page)

    expect(page.locator(".outbox")).to_have_count(0, timeout=30_000)
    tuan, hanh = under_way.people[TUAN], under_way.people[HANH]
    assert arrived(page, service, under_way) == [(hanh, True), (tuan, True), (hanh, False)]
    expect(page.locator(".presence strong")).to_contain_text("1")
    watched.take("ERR_")


def arrived_offline(page: Page, service: LiveService, day: UnderWay) -> list[tuple[int, bool]]:
    """As above; the requests of the test itself need the network for a moment, and the page must not see it."""
    mended = page.context.browser
    assert mended
    other = mended.new_context()
    try:
        beside = other.new_page()
        become(beside, service, "organiser", "vi")
        return arrived(beside, service, day)
    finally:
        other.close()


def test_feedback_without_a_network_arrives_once(
    page: Page, service: LiveService, under_way: UnderWay, watched: Watched
) -> None:
    become(page, service, "enterprise", "vi")
    open_for_offline(page, service.path(under_way.path))
    cut(page)

    page.get_by_role("button", name=SAY("onDay.yesHeld"), exact=True).click()
    page.locator(".after-meeting").get_by_role("button", name=SAY("onDay.yes"), exact=True).click()
    expect(page.locator(".after-meeting .badge.yes")).to_have_text(SAY("onDay.saidYes"))
    page.reload()
    expect(page.locator(".after-meeting .badge.yes")).to_have_text(SAY("onDay.saidYes"))
    expect(waiting(page)).to_contain_text("2")
    mend(page)

    expect(page.locator(".outbox")).to_have_count(0, timeout=30_000)
    told = asked(page, service, f"/api/events/{under_way.event}/agenda/meetings/{under_way.key}/feedback")
    assert (told["need"]["interested"], told["technology"]) == (True, None)
    agendas = asked(page, service, f"/api/events/{under_way.event}/agenda/people")
    assert [entry["state"] for agenda in agendas for entry in agenda["entries"]] == ["held"]
    watched.take("ERR_")


def test_what_one_noted_is_never_sent_as_somebody_else(
    page: Page, service: LiveService, under_way: UnderWay, watched: Watched
) -> None:
    open_for_offline(page, service.path(f"{under_way.path}/day"))
    cut(page)
    # It is tried at once, and must have failed before there is a network again.
    with page.expect_event("requestfailed", lambda request: request.url.endswith("/day/check-ins")):
        check_in(page, HANH)
    expect(waiting(page)).to_contain_text("1")
    page.context.clear_cookies()
    with page.expect_response(lambda answer: answer.url.endswith("/day/check-ins")) as signed_out:
        mend(page)
    assert signed_out.value.status == 403

    become(page, service, "enterprise", "vi")
    open_screen(page, service.path("/events"))
    expect(page.locator(".outbox")).to_contain_text("1")
    page.wait_for_timeout(1_000)
    become(page, service, "organiser", "vi")
    before = arrived(page, service, under_way)
    open_screen(page, service.path(f"{under_way.path}/day"))

    expect(page.locator(".outbox")).to_have_count(0, timeout=30_000)
    assert (before, arrived(page, service, under_way)) == ([], [(under_way.people[HANH], True)])
    watched.take("ERR_")
    watched.take("403")


def test_what_is_refused_is_shown_with_its_reason(
    page: Page, service: LiveService, under_way: UnderWay, watched: Watched, somebody_else: Callable[[], Page]
) -> None:
    open_for_offline(page, service.path(f"{under_way.path}/day"))
    cut(page)
    check_in(page, HANH)
    beside = somebody_else()
    become(beside, service, "organiser", "vi")
    gone = beside.request.delete(service.path(f"/api/events/{under_way.event}/registrations/{under_way.pair.needing}"))
    assert gone.ok, gone.text()
    mend(page)

    refused = page.locator(".outbox li")
    expect(refused).to_contain_text(HANH, timeout=30_000)
    expect(refused).to_contain_text(SAY("errors.not_coming"))
    refused.get_by_role("button", name=SAY("onDay.giveUp"), exact=True).click()
    expect(page.locator(".outbox")).to_have_count(0)
    assert arrived(page, service, under_way) == []
    watched.take("ERR_")
    watched.take("409")


def test_after_signing_out_nothing_of_the_day_can_be_read(
    page: Page, service: LiveService, under_way: UnderWay
) -> None:
    open_for_offline(page, service.path(f"{under_way.path}/day"))
    kept = """caches.open('answers').then((cache) => cache.keys())
        .then((all) => all.map((one) => new URL(one.url).pathname))"""
    assert f"/api/events/{under_way.event}/day" in page.evaluate(kept)

    open_screen(page, service.path("/events"))
    page.locator(".menu > summary").click()
    page.get_by_role("button", name=SAY("accounts.signOut"), exact=True).click()
    expect(page.locator("a.sign-in")).to_have_count(1)

    assert f"/api/events/{under_way.event}/day" not in page.evaluate(kept)
