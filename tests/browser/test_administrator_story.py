"""What only an administrator sees, each part readable for all and on a phone, and a right given to somebody."""

import os
import re
import subprocess
from collections.abc import Callable
from typing import Any

import pyotp
import pytest
from live_service import COMMAND, ROOT, LiveService
from newcomers import Newcomer, join, newcomer
from playwright.sync_api import Locator, Page, expect
from screens import DESK, PHONE
from speaking import Speech
from visiting import Watched, asked, become, break_of_rules, open_screen, overflowing

SomebodyElse = Callable[[], Page]

SECTIONS = (
    *("waiting", "organisations", "people", "tokens", "audit", "providers", "jobs", "model", "taxonomy", "settings"),
)


@pytest.fixture
def administrator(page: Page, service: LiveService, say: Speech) -> Newcomer:
    """Signed in on the page, made an administrator on the command line, with a second factor."""
    person = newcomer("Hoàng Thị Quản")
    join(service, person, say.code)
    surroundings = {**os.environ, "MATCHMAKER_DATA_FOLDER": str(service.data_folder), "MATCHMAKER_ENCODER": "hash"}
    command = (*COMMAND, "accounts", "make-administrator", person.email)
    subprocess.run(command, env=surroundings, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    become(page, service, None, say.code)
    _post(page, service, "/api/sign-in", email=person.email, password=person.password)
    secret = _post(page, service, "/api/me/second-factor", password=person.password)["secret"]
    _post(page, service, "/api/me/second-factor/confirm", code=pyotp.TOTP(secret).now())
    return person


def test_every_part_of_administration_is_there_for_an_administrator(
    page: Page, service: LiveService, administrator: Newcomer
) -> None:
    for section in SECTIONS:
        page.set_viewport_size(DESK)
        open_screen(page, service.path(f"/administration?section={section}"))
        assert page.url.endswith(section)
        broken = break_of_rules(page)
        page.set_viewport_size(PHONE)
        assert (section, broken, overflowing(page)) == (section, [], [])


def test_an_administrator_makes_somebody_an_organiser(
    page: Page, service: LiveService, say: Speech, administrator: Newcomer
) -> None:
    other = newcomer("Ngô Văn Mới")
    join(service, other, say.code)
    open_screen(page, service.path("/administration?section=people"))
    page.get_by_label(say("oversight.findPerson")).fill(other.email)
    line = page.locator(".rows li").filter(has_text=other.email)
    expect(page.locator(".rows li")).to_have_count(1)

    # The tick is set once the service has said yes.
    line.get_by_label(say("oversight.organiser"), exact=True).click()

    expect(line.get_by_label(say("oversight.organiser"), exact=True)).to_be_checked()
    (found,) = asked(page, service, f"/api/people?q={other.email}")["items"]
    assert (found["organiser"], found["administrator"]) == (True, False)


def test_an_administrator_adds_an_organisation_whose_form_survives_a_reload_and_ends_a_key_of_somebody(
    page: Page, service: LiveService, say: Speech, administrator: Newcomer
) -> None:
    token = _post(page, service, "/api/me/tokens", name=f"Kho {say.code}", scopes=["read"], days=3)["token"]
    open_screen(page, service.path("/administration?section=organisations"))
    form = page.locator(".add-organisation")
    form.locator("summary").click()
    form.get_by_label(say("joining.nameEn"), exact=True).fill(f"Cat Bi Agency {say.code}")
    page.reload()

    # What was typed stands there again, and says so.
    expect(form.get_by_text(say("unsent.recalled"))).to_be_visible()
    form.get_by_label(say("administration.kind"), exact=True).select_option("agency")
    form.get_by_role("button", name=say("administering.addOrganisation"), exact=True).click()

    expect(form.get_by_text(say("administering.added"))).to_be_visible()
    expect(page.get_by_role("link", name=f"Cat Bi Agency {say.code}")).to_be_visible()

    open_screen(page, service.path("/administration?section=tokens"))
    line = page.locator(".rows li").filter(has_text=f"Kho {say.code}")
    line.get_by_role("button", name=say("ownAccount.revoke"), exact=True).click()
    line.get_by_role("group").get_by_role("button", name=say("ownAccount.revoke"), exact=True).click()

    expect(line).to_have_count(0)
    program = page.request.get(service.path("/api/me"), headers={"Authorization": f"Bearer {token}"})
    assert program.status == 401


def test_an_administrator_adds_a_sector_which_others_choose_and_retires_it(
    page: Page,
    service: LiveService,
    administrator: Newcomer,
    say: Speech,
    somebody_else: SomebodyElse,
    watched: Watched,
) -> None:
    code, name = f"renewable-energy.tides-{say.code}", f"Tidal power {say.code}"
    open_screen(page, service.path("/administration?section=taxonomy"))
    top = page.locator(".top-sector").filter(has_text="renewable-energy.solar-pv")
    top.locator("summary").first.click()
    top.locator(".add-sector > summary").click()
    form = top.locator(".add-sector form")
    form.get_by_label(say("taxonomy.code"), exact=True).fill(code)
    form.get_by_label(say("taxonomy.nameVi"), exact=True).fill(f"Điện thủy triều {say.code}")
    form.get_by_label(say("taxonomy.nameEn"), exact=True).fill(name)
    form.get_by_role("button", name=say("taxonomy.add"), exact=True).click()
    row = top.locator(".leaf-sectors > li").filter(has_text=code)
    expect(row).to_contain_text(say("taxonomy.ofHere"))
    expect(form.get_by_label(say("taxonomy.nameEn"), exact=True)).to_have_value("")

    writer = somebody_else()
    become(writer, service, "enterprise", say.code)
    open_screen(writer, service.path("/postings/new?kind=need"))
    expect(writer.locator(f'option[value="{code}"]')).to_have_count(1)

    need = _file_need(writer, service, code)
    _remove(row, say)
    refused = row.get_by_role("alert")
    expect(refused).to_contain_text(say("errors.sector_in_use"))
    watched.take("409")
    shown = refused.get_by_role("listitem")
    expect(shown).to_have_count(1)
    expect(shown.get_by_role("link")).to_have_attribute("href", re.compile(f"kind=need.*{re.escape(code)}"))
    assert writer.request.delete(service.path(f"/api/postings/{need}"), max_retries=3).ok
    row.locator(".sure").get_by_role("button", name=say("cancel"), exact=True).click()

    row.get_by_role("button", name=say("taxonomy.retire"), exact=True).click()
    expect(row).to_contain_text(say("taxonomy.retired"))
    open_screen(writer, service.path("/postings/new?kind=need"))
    expect(writer.locator('option[value="renewable-energy.solar-pv"]')).to_have_count(1)
    expect(writer.locator(f'option[value="{code}"]')).to_have_count(0)

    _remove(row, say)
    expect(row).to_have_count(0)


def _remove(row: Locator, say: Speech) -> None:
    row.get_by_role("button", name=say("taxonomy.remove"), exact=True).click()
    row.locator(".sure").get_by_role("button", name=say("taxonomy.remove"), exact=True).click()


def _file_need(page: Page, service: LiveService, sector: str) -> str:
    """The id of a draft under a sector."""
    organisation = asked(page, service, "/api/me")["organisation_id"]
    content = {"title": "Neo bè nuôi hàu", "problem": "Bè trôi khi triều lên.", "sectors": [sector]}
    return _post(page, service, "/api/needs", organisation_id=organisation, **content)["id"]


def _post(page: Page, service: LiveService, path: str, **body: Any) -> dict[str, str]:
    answer = page.request.post(service.path(path), data=body, max_retries=3)
    assert answer.ok, answer.text()
    sent: dict[str, str] = answer.json()
    return sent
