"""How a posting comes into the catalogue: written, kept whatever happens, reviewed, changed, published, found."""

import secrets
from collections.abc import Callable
from urllib.parse import quote

import pytest
from live_service import LiveService
from newcomers import join, newcomer
from playwright.sync_api import Locator, Page, expect
from screens import LANGUAGES
from speaking import Speech
from visiting import Watched, asked, become, open_screen

SomebodyElse = Callable[[], Page]
TITLES = {
    "vi": "Màng gốm lọc nước thải dệt nhuộm tuần hoàn",
    "en": "Ceramic membranes that recycle water of dye works",
}
SUMMARIES = {
    "vi": "Màng gốm siêu lọc giữ lại phẩm nhuộm và muối, trả về 85 % nước sạch cho xưởng nhuộm.",
    "en": "Ceramic ultrafiltration holds back dyes and salts and returns 85 % of the water to the dye works.",
}
REQUIREMENTS = {
    "vi": "Khoảng 40 m² mặt bằng, điện ba pha 15 kW và nước thải dưới 45 °C.",
    "en": "About 40 m² of floor, 15 kW of three-phase power, and waste water below 45 °C.",
}
CHANGED = {"vi": "trả về 92 % nước sạch", "en": "returns 92 % of the water"}
BEFORE = {"vi": "trả về 85 % nước sạch", "en": "returns 85 % of the water"}
TEMPLATE = "TRL?"
KEPT_FILES = """() => new Promise((resolve, reject) => {
  const opening = indexedDB.open("matchmaker-files");
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const counted = opening.result.transaction("tried").objectStore("tried").count();
    counted.onsuccess = () => { opening.result.close(); resolve(counted.result); };
  };
})"""
OWN_REASON = {"vi": "Xin nêu nơi đã đo con số 85 %.", "en": "Please say where the 85 % were measured."}


def title_field(page: Page, say: Speech) -> Locator:
    return page.locator("#main").get_by_label(say("posting.title"), exact=True)


def summary_field(page: Page, say: Speech) -> Locator:
    return page.locator("#main").get_by_label(say("fields.summary"), exact=True)


def expect_state(page: Page, say: Speech, state: str) -> None:
    expect(page.locator(".save-state")).to_have_text(say(f"posting.statuses.{state}"))


def begin(page: Page, service: LiveService, say: Speech) -> str:
    """The title of a new technology, written and saved."""
    title = f"{TITLES[say.code]} {secrets.token_hex(3)}"
    open_screen(page, service.path("/postings/new?kind=technology"))
    title_field(page, say).fill(title)
    page.wait_for_url("**made=*")
    expect_state(page, say, "saved")
    return title


def posting_id(page: Page) -> int:
    return int(page.url.rpartition("made=")[2])


def test_what_is_typed_outlives_a_reload_and_a_lost_network(
    page: Page, service: LiveService, say: Speech, watched: Watched
) -> None:
    become(page, service, "institute", say.code)
    title = begin(page, service, say)
    page.reload()
    expect(title_field(page, say)).to_have_value(title)

    page.context.set_offline(True)
    summary_field(page, say).fill(SUMMARIES[say.code])
    expect_state(page, say, "offline")
    watched.take("ERR_INTERNET_DISCONNECTED")
    assert stored(page, service)["summary"] == ""
    page.context.set_offline(False)

    expect_state(page, say, "saved")
    assert stored(page, service)["summary"] == SUMMARIES[say.code]


def test_what_was_typed_without_a_network_is_there_when_the_page_is_opened_again(
    page: Page, service: LiveService, say: Speech, watched: Watched
) -> None:
    become(page, service, "institute", say.code)
    begin(page, service, say)
    page.context.set_offline(True)
    summary_field(page, say).fill(SUMMARIES[say.code])
    expect_state(page, say, "offline")
    page.close()
    watched.take("ERR_INTERNET_DISCONNECTED")

    later = page.context.new_page()
    watched.follow(later)
    page.context.set_offline(False)
    open_screen(later, page.url)

    expect(summary_field(later, say)).to_have_value(SUMMARIES[say.code])
    expect_state(later, say, "saved")
    assert stored(later, service)["summary"] == SUMMARIES[say.code]


def test_nothing_typed_is_lost_when_the_sign_in_ends(
    page: Page, service: LiveService, say: Speech, watched: Watched
) -> None:
    person = newcomer("Ngô Bảo Long")
    join(service, person, say.code, organisation=f"Viện Nước {person.email[2:10]}")
    become(page, service, None, say.code)
    page.request.post(service.path("/api/sign-in"), data={"email": person.email, "password": person.password})
    begin(page, service, say)

    page.context.clear_cookies()
    summary_field(page, say).fill(SUMMARIES[say.code])
    again = page.get_by_role("dialog", name=say("accounts.again"), exact=True)
    expect(again).to_be_visible()
    watched.take("^40[134]: PATCH ")
    watched.take("^console: .* 40[134] ")
    again.get_by_label(say("accounts.password"), exact=True).fill(person.password)
    again.get_by_role("button", name=say("accounts.signIn"), exact=True).click()

    expect(again).to_have_count(0)
    expect_state(page, say, "saved")
    expect(summary_field(page, say)).to_have_value(SUMMARIES[say.code])
    assert stored(page, service)["summary"] == SUMMARIES[say.code]


def stored(page: Page, service: LiveService) -> dict[str, object]:
    answer: dict[str, object] = asked(page, service, f"/api/postings/{posting_id(page)}")
    return answer


def test_a_technology_is_written_reviewed_twice_and_found(
    page: Page, service: LiveService, say: Speech, somebody_else: SomebodyElse
) -> None:
    become(page, service, "institute", say.code)
    organiser = somebody_else()
    become(organiser, service, "organiser", say.code)

    title = begin(page, service, say)
    number = posting_id(page)
    write(page, say, title)
    send_for_review(page, say, number)
    send_back(organiser, service, say, number)
    change_as_asked(page, service, say, number)
    publish(organiser, service, say, number)

    reader = somebody_else()
    become(reader, service, None, say.code)
    open_screen(reader, service.path(f"/?kind=technology&q={quote(title)}"))
    reader.locator("#main .card").get_by_role("link", name=title, exact=True).click()
    expect(reader.locator("h1")).to_have_text(title)
    expect(reader.locator("#main")).to_contain_text(CHANGED[say.code])


def write(page: Page, say: Speech, title: str) -> None:
    """All that the form helps with: advice, sectors, a look beforehand, another language."""
    required = page.get_by_label(say("fields.requirements"), exact=True)
    advised = page.locator(".field").filter(has=required).locator(".advice")
    expect(advised).to_have_count(1)
    required.fill(REQUIREMENTS[say.code])
    expect(advised).to_have_count(0)
    summary_field(page, say).fill(SUMMARIES[say.code])

    page.locator(".suggested button").first.click()
    expect(page.locator(".marks li")).to_have_count(1)

    page.locator(".segments label").filter(has_text=say("posting.preview")).click()
    expect(page.locator(".preview h2").first).to_have_text(title)
    expect(page.locator(".preview")).to_contain_text(SUMMARIES[say.code])
    page.locator(".segments label").filter(has_text=say("posting.write")).click()

    other = next(code for code in LANGUAGES if code != say.code)
    page.get_by_label(say("posting.addLanguage"), exact=True).select_option(other)
    expect(title_field(page, say)).to_have_value("")
    title_field(page, say).fill(TITLES[other])
    expect_state(page, say, "saved")


def send_for_review(page: Page, say: Speech, number: int) -> None:
    page.get_by_role("button", name=say("mine.actions.submitted"), exact=True).click()
    expect(page.locator("h1")).to_have_text(say("mine.title"))
    expect(own_row(page, number)).to_contain_text(say("mine.states.submitted"))


def own_row(page: Page, number: int) -> Locator:
    return page.locator("li.mine").filter(has=page.locator(f'a[href="/postings/{number}"]'))


def send_back(organiser: Page, service: LiveService, say: Speech, number: int) -> None:
    open_screen(organiser, service.path(f"/review?posting={number}"))
    expect(organiser.get_by_text(say("review.firstTime"), exact=True)).to_be_visible()
    keep_template(organiser, say)
    decision = organiser.locator(".decision")
    decision.get_by_role("button", name=say("review.sendBack"), exact=True).click()
    send = decision.get_by_role("button", name=say("review.sendBack"), exact=True)
    send.click()
    expect(decision).to_contain_text(say("review.reasonNeeded"))
    decision.get_by_label(say("review.usual.readiness_unclear"), exact=True).check()
    decision.get_by_role("button", name=TEMPLATE, exact=True).click()
    organiser.reload()
    expect(decision.get_by_label(say("review.usual.readiness_unclear"), exact=True)).to_be_checked()
    expect(decision.get_by_label(say("review.own"), exact=True)).to_have_value(OWN_REASON[say.code])
    send.click()
    expect(organiser.locator(f'.queue a[href$="posting={number}"]')).to_have_count(0)
    remove_template(organiser, say)


def keep_template(organiser: Page, say: Speech) -> None:
    """Kept with other words at first, and changed once."""
    organiser.locator(".templates > summary").click()
    form = organiser.locator(".templates form").last
    form.get_by_label(say("answerTemplates.name"), exact=True).fill(TEMPLATE)
    form.get_by_label(say(f"answerTemplates.text{say.code.capitalize()}"), exact=True).fill("…")
    form.get_by_role("button", name=say("answerTemplates.add"), exact=True).click()
    expect(form.get_by_label(say("answerTemplates.name"), exact=True)).to_have_value("")

    row = organiser.get_by_role("listitem", name=TEMPLATE)
    row.get_by_role("button", name=say("answerTemplates.change"), exact=True).click()
    row.get_by_label(say(f"answerTemplates.text{say.code.capitalize()}"), exact=True).fill(OWN_REASON[say.code])
    row.get_by_role("button", name=say("answerTemplates.save"), exact=True).click()
    expect(row.locator(".template-texts")).to_have_text(OWN_REASON[say.code])


def remove_template(organiser: Page, say: Speech) -> None:
    if not organiser.locator(".templates[open]").count():
        organiser.locator(".templates > summary").click()
    row = organiser.get_by_role("listitem", name=TEMPLATE)
    row.get_by_role("button", name=say("answerTemplates.remove"), exact=True).click()
    row.locator(".sure").get_by_role("button", name=say("answerTemplates.remove"), exact=True).click()
    expect(row).to_have_count(0)


def change_as_asked(page: Page, service: LiveService, say: Speech, number: int) -> None:
    open_screen(page, service.path("/mine"))
    row = own_row(page, number)
    reasons = row.locator(".returned li")
    expect(reasons).to_have_text([say("review.usual.readiness_unclear"), OWN_REASON[say.code]])
    row.get_by_role("link", name=say("mine.edit"), exact=True).click()
    summary_field(page, say).fill(SUMMARIES[say.code].replace(BEFORE[say.code], CHANGED[say.code]))
    expect_state(page, say, "saved")
    send_for_review(page, say, number)


def publish(organiser: Page, service: LiveService, say: Speech, number: int) -> None:
    open_screen(organiser, service.path(f"/review?posting={number}"))
    changes = organiser.locator(".reviewed .changes").first
    expect(changes.locator("dt")).to_have_text([say("fields.summary")])
    expect(changes.locator("del")).to_contain_text(["85"])
    expect(changes.locator("ins")).to_contain_text(["92"])
    organiser.get_by_role("button", name=say("review.publish"), exact=True).click()
    expect(organiser.locator(f'.queue a[href$="posting={number}"]')).to_have_count(0)


HEADERS = {"vi": "Tiêu đề,Vấn đề,Lĩnh vực,TRL tối thiểu", "en": "Title,Problem,Sectors,Minimum TRL"}


@pytest.fixture
def table(say: Speech) -> tuple[str, bytes]:
    """A title that stands in a table with one good row and one that says a level in letters."""
    title = f"Nước rửa bể mạ {secrets.token_hex(3)}"
    rows = (
        HEADERS[say.code],
        f"{title},Mỗi ca xả 6 m³ có niken.,Nước thải công nghiệp,7",
        "Cẩu giàn rung,Dừng máy.,,mười",
    )
    return title, "\n".join(rows).encode()


def test_a_table_is_tried_row_by_row_and_imported_after_the_page_was_loaded_again(
    page: Page, service: LiveService, say: Speech, table: tuple[str, bytes]
) -> None:
    title, content = table
    become(page, service, "enterprise", say.code)
    open_screen(page, service.path("/import"))

    page.get_by_label(say("imports.file"), exact=True).set_input_files(
        {"name": "needs.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_role("button", name=say("imports.check"), exact=True).click()
    expect(page.get_by_role("heading", name=say("imports.checked"), exact=True)).to_be_visible()
    figures = {name: page.locator(f".count-{name} dd") for name in ("rows", "created", "rejected")}
    assert {name: shown.inner_text() for name, shown in figures.items()} == {
        "rows": "2",
        "created": "1",
        "rejected": "1",
    }
    rows = page.locator("#main tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text(say("imports.codes.int_parsing"))
    page.get_by_label(say("imports.show"), exact=True).select_option("")
    expect(rows.locator(".badge")).to_have_text([say("imports.statuses.created"), say("imports.statuses.rejected")])

    page.reload()
    # The file that was tried is kept on the device, so that nobody has to choose it again.
    expect(page.get_by_role("heading", name=say("imports.checked"), exact=True)).to_be_visible()
    expect(page.get_by_text(say("imports.fileGone"), exact=True)).to_have_count(0)
    expect(figures["created"]).to_have_text("1")
    confirm = page.locator("#main .links button.primary")
    assert page.evaluate(KEPT_FILES) == 1
    confirm.click()
    expect(page.get_by_role("heading", name=say("imports.written"), exact=True)).to_be_visible()
    assert page.evaluate(KEPT_FILES) == 0
    page.reload()
    # Whoever comes back finds what became of it.
    expect(page.get_by_role("heading", name=say("imports.written"), exact=True)).to_be_visible()

    open_screen(page, service.path("/mine"))
    expect(page.locator("li.mine").filter(has_text=title)).to_have_count(1)
