"""A session day from its name to its published agenda, and what an organiser does when the day goes otherwise."""

import re
import secrets
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from absences import busiest
from live_service import LiveService
from organising import filled, find_both_sides, press, step
from pairs import Pair, a_pair, both_want_to_meet
from playwright.sync_api import Locator, Page, expect
from screens import LANGUAGES
from speaking import Speech
from visiting import Watched, asked, become, open_screen

WIDE = {"width": 1600, "height": 1400}


def test_a_day_is_made_step_by_step_until_its_agenda_is_out(
    page: Page, service: LiveService, say: Speech, watched: Watched
) -> None:
    page.set_viewport_size(WIDE)
    become(page, service, "organiser", say.code)
    pair = a_pair(page, service)

    event = name_the_day(page, service, say, watched)
    assert len(set_slots(page, service, say, event)) == 12
    assert [one["seats"] for one in set_tables(page, service, say, event)] == [4, 4, 4]
    bring_people(page, service, say, event, pair)
    fix_the_opening(page, service, say, event)
    say_who_must_meet(page, service, say, event, pair)
    go_to_phase(page, say, "answering")
    both_want_to_meet(page, service, event, pair)
    what_if(page, say)
    go_to_phase(page, say, "planning")
    plan_and_publish(page, service, say, event)

    assert asked(page, service, f"/api/events/{event}")["phase"] == "published"
    (meeting,) = asked(page, service, f"/api/events/{event}/agenda")["entries"]
    assert (meeting["need_id"], meeting["technology_id"]) == (pair.need, pair.technology)
    assert "T08:30" not in meeting["starts_at"]
    open_screen(page, service.path(f"/events/{event}"))
    expect(page.locator("#detail .badges")).to_contain_text(say("phases.published"))


def name_the_day(page: Page, service: LiveService, say: Speech, watched: Watched) -> int:
    """The new day's id; what is missing is said beside its field first."""
    day = date.today() + timedelta(days=40)
    open_screen(page, service.path("/events/new"))
    press(page, say("setup.create"))
    expect(page.locator(".field-error").first).to_be_visible()
    watched.take("^422: POST .*/api/events ")
    watched.take("^console: .* 422 ")
    filled(page, say, nameVi=f"Ngày thử {secrets.token_hex(3)}", nameEn=f"Trial day {secrets.token_hex(3)}")
    filled(page, say, firstDay=f"{day}", lastDay=f"{day}")
    page.get_by_label(say("place"), exact=True).fill("Trung tâm Hội nghị thành phố")
    page.get_by_label(say("registrationUntil"), exact=True).fill(f"{day - timedelta(days=20)}T17:00")
    page.get_by_label(say("answersUntil"), exact=True).fill(f"{day - timedelta(days=10)}T17:00")
    page.get_by_label(say("setup.announced"), exact=True).check()
    press(page, say("setup.create"))
    page.wait_for_url(re.compile(r"/events/\d+/setup"))
    return int(page.url.split("/events/")[1].partition("/")[0])


def set_slots(page: Page, service: LiveService, say: Speech, event: int) -> Any:
    """The slots of the usual hours: 25 minutes and 5 between, from 8:30 to 16:30 with two hours at noon."""
    press(page, say("setup.propose"))
    press(page, say("setup.useThese"))
    expect(page.locator("#main h2[role=status]")).to_have_count(1)
    expect(page.locator("#main h2[role=status]")).to_contain_text("12")
    return asked(page, service, f"/api/events/{event}/slots")


def set_tables(page: Page, service: LiveService, say: Speech, event: int) -> Any:
    step(page, say, "venue")
    filled(page, say, roomName="Hội trường A", roomNote="tầng 2")
    press(page, say("setup.addRoom"))
    expect(page.locator("#main section h2")).to_contain_text(["Hội trường A"])
    filled(page, say, howMany="3")
    press(page, say("setup.addTables"))
    expect(page.locator("#main section .chips li")).to_have_count(3)
    return asked(page, service, f"/api/events/{event}/tables")["items"]


def bring_people(page: Page, service: LiveService, say: Speech, event: int, pair: Pair) -> None:
    """One delegate of each side, the first away at the first slot, and an interpreter."""
    step(page, say, "people")
    register = page.locator("form.line-form").first
    for place, organisation in enumerate((pair.needing, pair.offering), start=1):
        register.get_by_label(say("setup.organisation"), exact=True).select_option(str(organisation))
        register.get_by_label(say("setup.personName"), exact=True).fill(f"Đại biểu {place}")
        press(register, say("setup.addDelegate"))
        expect(page.locator(".people-list > li")).to_have_count(place)
    helper = page.locator("form.line-form").last
    helper.get_by_label(say("setup.personName"), exact=True).fill("Trần Phiên Dịch")
    for language in helper.locator(".many input").all()[:2]:
        language.check()
    press(helper, say("setup.addHelper"))
    expect(page.locator(".person-line").filter(has_text="Trần Phiên Dịch")).to_contain_text(
        say("setup.roles.interpreter")
    )

    line = page.locator(".person-line").filter(has_text="Đại biểu 1")
    line.locator("button[aria-expanded]").first.click()
    with page.expect_response(lambda answer: answer.request.method == "PUT" and answer.url.endswith("/availability")):
        line.locator(".absence button").first.click()
    expect(line.locator(".absence button").first).to_have_attribute("aria-pressed", "true")
    people = asked(page, service, f"/api/events/{event}/people?limit=200")["items"]
    away = next(one["id"] for one in people if one["name"] == "Đại biểu 1")
    first = asked(page, service, f"/api/events/{event}/slots")[0]["id"]
    assert asked(page, service, f"/api/events/{event}/people/{away}/availability")["away"] == [first]


def fix_the_opening(page: Page, service: LiveService, say: Speech, event: int) -> None:
    step(page, say, "fixed")
    press(page, "Khai mạc" if say.code == "vi" else "Opening")
    press(page, "08:30–08:55")
    press(page, say("fixedParts.addThis"))
    expect(page.locator(".fixed-parts > li")).to_contain_text([say("fixedParts.everybody")])
    (opening,) = asked(page, service, f"/api/events/{event}/blocks")
    assert (opening["name_en"], opening["everybody"], len(opening["slot_ids"])) == ("Opening", True, 1)


def say_who_must_meet(page: Page, service: LiveService, say: Speech, event: int, pair: Pair) -> None:
    step(page, say, "pairs")
    find_both_sides(page, service, say, pair)
    page.get_by_label(say("pairRules.must"), exact=True).check()
    press(page, say("setup.save"))
    expect(page.locator(".pair-rules > li")).to_contain_text([say("pairRules.rules.add")])
    (rule,) = asked(page, service, f"/api/events/{event}/pairs")["items"]
    assert (rule["rule"], rule["must"], rule["need_id"]) == ("add", True, pair.need)


def go_to_phase(page: Page, say: Speech, phase: str) -> None:
    step(page, say, "phase")
    page.get_by_label(say("setup.reason"), exact=True).fill("Đã đủ người trả lời")
    page.locator("#main .links button").filter(has_text=say(f"phases.{phase}")).click()
    expect(page.locator("#main .step > p strong").first).to_have_text(say(f"phases.{phase}"))


def what_if(page: Page, say: Speech) -> None:
    step(page, say, "whatif")
    page.get_by_label(say("day.tables"), exact=True).fill("1")
    press(page, say("day.tryIt"))
    fits = page.locator(".fits progress")
    expect(fits).to_have_attribute("max", "1")
    expect(fits).to_have_attribute("value", "1")


def plan_and_publish(page: Page, service: LiveService, say: Speech, event: int) -> None:
    page.locator("#main").get_by_role("link", name=say("board"), exact=True).click()
    page.locator(".solve select").select_option("5")
    press(page.locator(".solve"), say("solve"))
    expect(page.locator("[data-key]")).to_have_count(1, timeout=40_000)
    press(page.locator(".board-tools"), say("publish"))
    dialog = page.get_by_role("dialog")
    told = dialog.locator(".told > li")
    expect(told).to_have_count(2)
    expect(told).to_contain_text(["Đại biểu"])
    press(dialog, say("publish"))
    expect(dialog).to_have_count(0)


@pytest.fixture
def board(page: Page, service: LiveService, say: Speech) -> Page:
    """The board of the planned day before an organiser."""
    page.set_viewport_size(WIDE)
    become(page, service, "organiser", say.code)
    open_screen(page, service.path("/events/{planned}/board"))
    page.locator("[data-key]").first.wait_for()
    return page


def test_a_pair_without_a_place_is_told_why_and_placed_again(board: Page, say: Speech) -> None:
    unplaced = board.locator(".unplaced > li")
    expect(board.locator(".board-side ul.unplaced")).to_have_count(1)
    before = unplaced.locator("p.strong").all_inner_texts()
    chip = board.locator("[data-key]").first
    key = chip.get_attribute("data-key")
    chip.click()
    press(board.locator(".meeting-panel"), say("unplace"))
    expect(unplaced).to_have_count(len(before) + 1)
    (names,) = (Counter(unplaced.locator("p.strong").all_inner_texts()) - Counter(before)).elements()
    taken = board.locator(f'[data-key="{key}"]')
    expect(taken).to_have_count(0)

    press(board.locator(".board-tools"), f"↶ {say('undo')}")
    expect(taken).to_have_count(1)
    press(board.locator(".board-tools"), f"↷ {say('redo')}")
    expect(taken).to_have_count(0)

    mended = unplaced.filter(has_text=names).first
    expect(mended).to_contain_text(say("blockedBy"))
    press(mended, say("tryPlace"))
    expect(unplaced).to_have_count(len(before))
    expect(taken).to_have_count(1)


def test_a_move_that_breaks_rules_is_refused_and_shown_where_it_breaks_them(
    board: Page, service: LiveService, say: Speech, watched: Watched
) -> None:
    event = f"/api/events/{service.planned_day}"
    number = asked(board, service, f"{event}/agenda/versions")["items"][0]["number"]
    one, other = asked(board, service, f"{event}/agenda/versions/{number}/placements?limit=200")["items"][:2]
    board.locator(f'[data-key="{one["key"]}"]').click()
    panel = board.locator(".meeting-panel")
    panel.get_by_label(say("slot"), exact=True).select_option(str(other["slot_id"]))
    panel.get_by_label(say("table"), exact=True).select_option(str(other["table_id"]))

    press(panel, say("move"))

    expect(board.locator(".violations")).to_contain_text(say("rules.table_twice"))
    expect(board.get_by_role("alert")).to_contain_text(say("errors.draft_breaks_rules"))
    for key in (one["key"], other["key"]):
        expect(board.locator(f'[data-key="{key}"].wrong')).to_have_count(1)
    assert asked(board, service, f"{event}/agenda/versions")["items"][0]["number"] == number
    watched.take(f"^400: POST .*{event}/agenda/draft/move ")
    watched.take("^console: .* 400 ")


def test_an_absence_is_repaired_and_a_stand_in_offered(board: Page, service: LiveService, say: Speech) -> None:
    absent = busiest(board, service, LANGUAGES.index(say.code))
    event = f"/api/events/{service.planned_day}"
    before = asked(board, service, f"{event}/agenda/versions")["items"]
    repair = board.locator(".repair")
    repair.get_by_label(say("day.mishap"), exact=True).select_option("absent")
    repair.get_by_label(say("day.who"), exact=True).select_option(str(absent.person))

    press(repair, say("day.seeChanges"))
    told = repair.locator(".told > li")
    for name in absent.company:
        expect(told.filter(has_text=name)).not_to_have_count(0)
    assert asked(board, service, f"{event}/agenda/versions")["items"] == before
    press(repair, say("day.repairApply"))
    expect(repair.locator(".waiting > li button").first).to_be_visible()
    after = asked(board, service, f"{event}/agenda/versions")["items"]
    assert len(after) == len(before) + 1
    unplaced = board.locator(".unplaced > li")
    expect(unplaced.filter(has_text=say("day.hindrances.away")).first).to_contain_text(say("day.remedies.away"))

    offer_a_stand_in(repair, say)
    offers = board.locator("section").filter(has=board.get_by_role("heading", name=say("day.offers"), exact=True))
    expect(offers).to_contain_text(say("day.offerStates.open"))


def offer_a_stand_in(repair: Locator, say: Speech) -> None:
    """Look at those left waiting, one after the other, until somebody can stand in."""
    for waiting in repair.locator(".waiting > li").all():
        waiting.locator("button[aria-expanded]").click()
        expect(waiting.locator(".stand-ins li, .hint").first).to_be_visible()
        if waiting.locator(".stand-ins li").count():
            press(waiting.locator(".stand-ins li").first, say("day.offer"))
            expect(waiting.locator(".stand-ins li").first).to_contain_text(say("day.offered"))
            return
    raise AssertionError("nobody can stand in for anybody")
