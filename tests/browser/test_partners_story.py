"""A partner's catalogue from its address to the review, where what may be a copy is shown beside what is known."""

import secrets
from typing import Any

from answering import answering, feed
from live_service import LiveService
from playwright.sync_api import Locator, Page, expect
from speaking import Speech
from visiting import asked, become, open_screen

# What nobody offers yet, title and summary.
FRESH = {
    "vi": ("Giàn phơi mực tự xoay", "Hai trăm vỉ xoay theo nắng, che kín khi có mưa."),
    "en": ("Slurry ice maker for reef boats", "Four tonnes a day from sea water, driven by the engine's shaft."),
}


def known_technology(page: Page, service: LiveService) -> dict[str, Any]:
    """A technology of the catalogue."""
    found = asked(page, service, "/api/postings?kind=technology&state=published&limit=8")["items"]
    known: dict[str, Any] = found[-1]
    return known


def enter(page: Page, say: Speech, name: str, address: str) -> Locator:
    """Fill in what a JSON feed needs; the catalogue's line, once it is there."""
    form = page.locator("section").filter(has=page.get_by_role("heading", name=say("feeds.addPartner"), exact=True))
    form.get_by_label(say("feeds.name"), exact=True).fill(name)
    form.get_by_label(say("feeds.represented"), exact=True).select_option(index=1)
    form.get_by_label(say("feeds.partnerForm"), exact=True).select_option("json")
    form.get_by_label(say("feeds.partnerAddress"), exact=True).fill(address)
    form.get_by_label(say("feeds.licence"), exact=True).fill("CC BY 4.0")
    form.get_by_label(say("feeds.days"), exact=True).fill("0")
    form.get_by_role("button", name=say("feeds.addPartner"), exact=True).click()
    line = page.locator("li.partner").filter(has_text=name)
    expect(line).to_contain_text(say("feeds.neverHarvested"))
    return line


def test_a_copy_in_a_partners_feed_is_seen_before_it_is_published(
    page: Page, service: LiveService, say: Speech
) -> None:
    become(page, service, "organiser", say.code)
    known, (fresh, summary) = known_technology(page, service), FRESH[say.code]
    copy = {"id": "1", "title": known["title"], "summary": known["summary"], "language": known["language"]}
    other = {"id": "2", "title": fresh, "summary": summary, "language": say.code}
    tags = {"tags": [known["sectors"][0]]}
    before = both(page, service, known["title"], fresh)
    with answering(lambda _: feed(copy | tags, other | tags)) as partner:
        open_screen(page, service.path("/feeds?section=partners"))
        line = enter(page, say, f"Sàn Đà Nẵng {secrets.token_hex(3)}", partner.address)

        line.get_by_role("button", name=say("feeds.tryIt"), exact=True).click()
        expect(line.locator(".tried li")).to_contain_text([known["title"], fresh])
        expect(line).to_contain_text(say("feeds.neverHarvested"))

        line.get_by_role("button", name=say("feeds.harvestNow"), exact=True).click()
        expect(line.locator(".feed-head .copies")).to_contain_text("1")

    # Which one it is, and from there to the review of it.
    line.get_by_text(say("feeds.partnerRecords"), exact=True).click()
    line.get_by_label(say("feeds.show"), exact=True).select_option("alike")
    expect(line.locator(".partner-record")).to_have_count(1)
    line.locator(".rows").get_by_role("link", name=f"{say('feeds.reviewIt')} {known['title']}").click()

    alike = page.locator("section.alike")
    expect(alike.get_by_role("heading", name=say("review.alike"), exact=True)).to_be_visible()
    expect(alike.locator(f"a[href='/postings/{known['id']}']")).to_be_visible()
    send_back(page, say)

    publish_other(page, service, say, line, fresh)
    after = both(page, service, known["title"], fresh)
    assert after[: len(before)] == before
    assert [one["state"] for one in after[len(before) :]] == ["returned", "published"]


def send_back(page: Page, say: Speech) -> None:
    """A copy goes back, with words of the reviewer's own."""
    decision = page.locator("section.decision")
    decision.get_by_role("button", name=say("review.sendBack"), exact=True).click()
    decision.get_by_label(say("review.own"), exact=True).fill("Trùng với bài đã có.")
    decision.get_by_role("button", name=say("review.sendBack"), exact=True).click()
    expect(page.locator(".queue [aria-current=true]")).to_have_count(1)


def publish_other(page: Page, service: LiveService, say: Speech, line: Locator, title: str) -> None:
    """What is new goes into the catalogue; nothing is said of copies beside it."""
    open_screen(page, service.path("/review"))
    page.locator(".queue a").filter(has_text=title).click()
    expect(page.locator("#detail h2").filter(has_text=title)).to_be_visible()
    page.locator("section.decision").get_by_role("button", name=say("review.publish"), exact=True).click()
    expect(page.locator(".queue a").filter(has_text=title)).to_have_count(0)


def both(page: Page, service: LiveService, *titles: str) -> list[dict[str, Any]]:
    """All technologies under these titles, by id."""
    found = [
        one
        for state in ("published", "returned", "submitted")
        for one in asked(page, service, f"/api/postings?kind=technology&state={state}&limit=200")["items"]
        if one["title"] in titles
    ]
    return sorted(found, key=lambda one: int(one["id"]))
