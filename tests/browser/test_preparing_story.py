"""What an organiser fixes, changes and takes back while a day is prepared."""

import pytest
from live_service import LiveService
from organising import (
    DELEGATES,
    Prepared,
    a_prepared_day,
    an_empty_day,
    filled,
    find_both_sides,
    of_event,
    press,
    send,
    step,
)
from playwright.sync_api import Page, expect
from speaking import Speech
from visiting import Watched, become, open_screen


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


def test_who_should_meet_and_who_must_not_is_said_changed_and_taken_back(
    page: Page, service: LiveService, say: Speech, prepared: Prepared
) -> None:
    step(page, say, "pairs")
    pair = prepared.pair
    titles = find_both_sides(page, service, say, pair)
    page.get_by_label(say("pairRules.must"), exact=True).check()
    press(page, say("setup.save"))
    line = page.locator(".pair-rules > li")
    expect(line).to_contain_text([say("pairRules.rules.add")])
    expect(line).to_contain_text([titles[0]])
    (rule,) = of_event(page, service, prepared, "pairs")
    sides = sorted((pair.needing, pair.offering))
    assert ([rule["first_id"], rule["second_id"]], rule["rule"], rule["must"]) == (sides, "add", True)
    assert (rule["need_id"], rule["technology_id"]) == (pair.need, pair.technology)

    line.locator(".quiet").click()
    line.get_by_text(say("pairRules.rules.forbid"), exact=True).click()
    line.get_by_label(say("pairRules.note"), exact=True).fill("Kiện tụng")
    press(line, say("setup.save"))
    expect(line.locator("form")).to_have_count(0)
    expect(line).to_contain_text(["Kiện tụng"])
    (rule,) = of_event(page, service, prepared, "pairs")
    assert (rule["rule"], rule["must"], rule["need_id"], rule["note"]) == ("forbid", False, None, "Kiện tụng")

    line.locator(".remove").click()
    expect(line).to_have_count(0)
    assert of_event(page, service, prepared, "pairs") == []


def test_rooms_and_tables_get_other_names_hours_and_a_video_link(
    page: Page, service: LiveService, say: Speech, prepared: Prepared, watched: Watched
) -> None:
    step(page, say, "venue")
    filled(page, say, roomName="Hội trường A", howMany="3")
    page.reload()
    expect(page.get_by_label(say("setup.roomName"), exact=True)).to_have_value("Hội trường A")
    expect(page.get_by_label(say("setup.howMany"), exact=True)).to_have_value("3")
    press(page, say("setup.addRoom"))
    hall = page.locator(".room-setup").filter(has_text="Hội trường A")
    hall.locator(".person-tools .quiet").click()
    filled(hall, say, roomName="Hội trường B", roomNote="tầng 2")
    press(hall, say("setup.save"))
    expect(page.locator(".room-setup h2").first).to_contain_text("Hội trường B")

    page.locator(".chip-name").click()
    form = page.locator(".room-setup form")
    form.get_by_label(say("venue.name"), exact=True).fill("Bàn số 7")
    page.reload()
    page.locator(".chip-name").click()
    expect(form.get_by_label(say("venue.name"), exact=True)).to_have_value("Bàn số 7")
    form.get_by_label(say("room"), exact=True).select_option("Hội trường B")
    form.get_by_label(say("setup.isVideo"), exact=True).check()
    form.get_by_label(say("venue.from"), exact=True).fill("09:00")
    expect(form.get_by_role("button", name="08:30", exact=True)).to_be_disabled()
    press(form, "09:30")
    press(form, say("setup.save"))
    expect(form).to_contain_text(say("setup.fieldErrors.video_link_missing"))
    watched.take("400")
    form.get_by_label(say("setup.videoLink"), exact=True).fill("https://video.example.org/7")
    press(form, say("setup.save"))
    expect(form).to_have_count(0)

    expect(page.locator(".chip-name")).to_contain_text("Bàn số 7")
    (room,) = of_event(page, service, prepared, "rooms")
    (table,) = of_event(page, service, prepared, "tables")
    last = of_event(page, service, prepared, "slots")[-1]["id"]
    assert (room["name"], room["note"], table["room_id"]) == ("Hội trường B", "tầng 2", room["id"])
    assert (table["name"], table["video_link"]) == ("Bàn số 7", "https://video.example.org/7")
    assert (table["used_from"], table["away"]) == (f"{prepared.day}T09:00:00+07:00", [last])


def test_slots_move_with_those_after_them_and_go_when_nothing_speaks_of_them(
    page: Page, service: LiveService, say: Speech, prepared: Prepared, watched: Watched
) -> None:
    first = of_event(page, service, prepared, "slots")[0]["id"]
    (table,) = of_event(page, service, prepared, "tables")
    send(page, service, "put", f"/api{prepared.path}/tables/{table['id']}/availability", {"away": [first]})
    visit = {"kind": "company_visit", "name_en": "Shipyard", "everybody": True, "slot_ids": [first]}
    send(page, service, "post", f"/api{prepared.path}/blocks", visit)
    step(page, say, "slots")
    slots = page.locator(".slots-in-use")

    press(slots, "09:00–09:25")
    slots.get_by_label(say("slotsOf.starts"), exact=True).fill("09:15")
    slots.get_by_label(say("slotsOf.ends"), exact=True).fill("09:40")
    slots.locator(".check input").check()
    press(slots, say("slotsOf.move"))
    expect(slots.locator("form")).to_have_count(0)
    expect(slots.locator(".chip-name")).to_have_text(["08:30–08:55", "09:15–09:40", "09:45–10:10"])

    slots.locator(".remove").first.click()
    expect(slots.get_by_role("alert")).to_contain_text(say("setup.errors.slots_in_use"))
    watched.take("409")
    expect(slots).to_contain_text("Shipyard")
    press(slots, say("slotsOf.removeAnyway"))
    expect(slots.locator(".chip-name")).to_have_text(["09:15–09:40", "09:45–10:10"])
    slots.locator(".remove").last.click()
    expect(slots.locator(".chip-name")).to_have_text(["09:15–09:40"])
    (left,) = of_event(page, service, prepared, "slots")
    assert left["starts_at"] == f"{prepared.day}T09:15:00+07:00"
    assert of_event(page, service, prepared, "blocks") == []


def test_one_slot_is_added_where_none_stands(
    page: Page, service: LiveService, say: Speech, prepared: Prepared, watched: Watched
) -> None:
    step(page, say, "slots")
    form = page.locator(".new-slot")

    form.get_by_label(say("slotsOf.starts"), exact=True).fill("08:40")
    form.get_by_label(say("slotsOf.ends"), exact=True).fill("09:00")
    press(form, say("slotsOf.add"))
    expect(form.get_by_role("alert")).to_contain_text(say("setup.errors.slots_overlap"))
    watched.take("400")
    page.reload()
    expect(form.get_by_label(say("slotsOf.starts"), exact=True)).to_have_value("08:40")
    form.get_by_label(say("slotsOf.starts"), exact=True).fill("10:00")
    form.get_by_label(say("slotsOf.ends"), exact=True).fill("10:30")
    press(form, say("slotsOf.add"))

    expect(page.locator(".slots-in-use .chip-name").last).to_have_text("10:00–10:30")
    expect(form.get_by_label(say("slotsOf.starts"), exact=True)).to_have_value("")


def test_a_day_goes_only_while_nobody_has_registered(
    page: Page, service: LiveService, say: Speech, prepared: Prepared, watched: Watched
) -> None:
    def confirm() -> None:
        press(page.locator(".delete-event > p"), say("deleting.remove"))
        press(page.get_by_role("dialog"), say("deleting.remove"))

    step(page, say, "phase")
    confirm()
    expect(page.locator(".delete-event").get_by_role("alert")).to_contain_text(
        say("setup.errors.event_has_registrations")
    )
    watched.take("409")

    name, empty = an_empty_day(page, service)
    open_screen(page, service.path(f"/events/{empty}/setup?step=phase"))
    confirm()
    expect(page.get_by_role("heading", name=say("events"), exact=True)).to_be_visible()
    expect(page.get_by_role("link", name=name)).to_have_count(0)
    assert page.request.get(service.path(f"/api/events/{empty}")).status == 404
