"""What only an administrator sees, each part readable for all and on a phone, and a right given to somebody."""

import os
import subprocess

import pyotp
import pytest
from live_service import COMMAND, ROOT, LiveService
from newcomers import Newcomer, join, newcomer
from playwright.sync_api import Page, expect
from screens import DESK, PHONE
from speaking import Speech
from visiting import asked, become, break_of_rules, open_screen, overflowing

SECTIONS = ("waiting", "organisations", "people", "audit", "providers", "jobs", "model", "taxonomy", "settings")


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


def _post(page: Page, service: LiveService, path: str, **body: str) -> dict[str, str]:
    answer = page.request.post(service.path(path), data=body, max_retries=3)
    assert answer.ok, answer.text()
    sent: dict[str, str] = answer.json()
    return sent
