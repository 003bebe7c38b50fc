"""How people and their organisation come in: by letters, by an organiser's word, with a second step."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pyotp
import pytest
from letterbox import link_to
from live_service import LiveService
from newcomers import Newcomer, enter_password, fresh_tax_code, join, newcomer
from playwright.sync_api import Locator, Page, expect
from speaking import Speech
from visiting import Watched, asked, become, open_screen

SomebodyElse = Callable[[], Page]


def section(page: Page, say: Speech, title: str) -> Locator:
    return page.locator("section").filter(has=page.get_by_role("heading", name=say(title), exact=True))


def choose_consents(form: Locator) -> None:
    for needed in form.locator(".consents input[required]").all():
        needed.check()


def sign_in(page: Page, service: LiveService, say: Speech, person: Newcomer) -> None:
    """Through the form of the page, which then shows who is in."""
    open_screen(page, service.path("/sign-in?return=/account"))
    enter_password(page, say, person)
    expect(page.locator("h1")).to_have_text(say("accounts.myAccount"))


@pytest.fixture
def member(service: LiveService, say: Speech) -> Newcomer:
    """Somebody who has signed up."""
    person = newcomer("Phạm Thu Hà")
    join(service, person, say.code)
    return person


def test_an_organisation_joins_is_verified_and_brings_a_colleague(
    page: Page, service: LiveService, say: Speech, somebody_else: SomebodyElse
) -> None:
    owner, colleague = newcomer("Vũ Đình Khôi"), newcomer("Đỗ Mai Chi")
    name, tax_code = f"Xưởng đóng tàu {owner.email[2:10]}", fresh_tax_code()

    sign_up(page, service, say, owner, name, tax_code)
    confirm(page, service, say, owner)
    verify(somebody_else(), service, say, name, tax_code)
    invite(page, say, name, colleague)
    joining = somebody_else()
    accept(joining, service, say, colleague, name)

    me = asked(joining, service, "/api/me")
    assert [(one["name_vi"], one["role"]) for one in me["memberships"]] == [(name, "member")]
    page.reload()
    expect(section(page, say, "organisationPage.members").locator("li")).to_have_count(2)


def sign_up(page: Page, service: LiveService, say: Speech, owner: Newcomer, name: str, tax_code: str) -> None:
    become(page, service, None, say.code)
    open_screen(page, service.path("/sign-up"))
    form = page.locator("#main form")
    form.get_by_label(say("accounts.name"), exact=True).fill(owner.name)
    form.get_by_label(say("accounts.email"), exact=True).fill(owner.email)
    form.get_by_label(say("accounts.newPassword"), exact=True).fill(owner.password)
    form.get_by_label(say("joining.nameVi"), exact=True).fill(name)
    form.get_by_label(say("joining.taxCode"), exact=True).fill(tax_code)
    send = form.get_by_role("button", name=say("joining.signUp"), exact=True)
    send.click()
    # Without what is needed nothing is sent.
    expect(page.locator("h1")).to_have_text(say("joining.signUp"))
    choose_consents(form)
    send.click()
    expect(page.locator("h1")).to_have_text(say("joining.lookIntoMailbox"))


def confirm(page: Page, service: LiveService, say: Speech, owner: Newcomer) -> None:
    open_screen(page, link_to(service, owner.email, "/sign-up/confirm"))
    page.get_by_label(say("joining.chosenPassword"), exact=True).fill(owner.password)
    page.get_by_role("button", name=say("joining.confirm"), exact=True).click()
    expect(page.locator("h1")).to_have_text(say("accounts.myAccount"))
    expect(page.locator(".page-head .lead")).to_contain_text(owner.email)


def verify(page: Page, service: LiveService, say: Speech, name: str, tax_code: str) -> None:
    become(page, service, "organiser", say.code)
    open_screen(page, service.path("/administration"))
    waiting = page.locator("#main .rows > li").filter(has_text=name)
    expect(waiting).to_contain_text(tax_code)
    waiting.get_by_role("button", name=say("oversight.verify"), exact=True).click()
    expect(waiting).to_have_count(0)


def invite(page: Page, say: Speech, name: str, colleague: Newcomer) -> None:
    page.locator("#main").get_by_role("link", name=name, exact=True).click()
    expect(page.locator(".verification-verified")).to_have_text(say("organisationPage.verifications.verified"))
    invitations = section(page, say, "organisationPage.invitations")
    invitations.get_by_label(say("accounts.email"), exact=True).fill(colleague.email)
    invitations.get_by_role("button", name=say("organisationPage.invite"), exact=True).click()
    expect(invitations.locator("li")).to_contain_text([colleague.email])
    expect(invitations.locator("li")).to_contain_text([say("organisationPage.states.open")])


def accept(page: Page, service: LiveService, say: Speech, colleague: Newcomer, name: str) -> None:
    become(page, service, None, say.code)
    open_screen(page, link_to(service, colleague.email, "/invitation"))
    expect(page.locator("#main .strong").first).to_contain_text(name)
    page.get_by_label(say("accounts.name"), exact=True).fill(colleague.name)
    page.get_by_label(say("accounts.newPassword"), exact=True).fill(colleague.password)
    choose_consents(page.locator("#main form"))
    page.get_by_role("button", name=say("joining.acceptAsNew"), exact=True).click()
    expect(page.locator("h1")).to_have_text(say("desk.title"))


def test_a_forgotten_password_is_set_anew_by_letter(
    page: Page, service: LiveService, say: Speech, member: Newcomer, watched: Watched
) -> None:
    become(page, service, None, say.code)
    open_screen(page, service.path("/sign-in"))
    page.get_by_role("link", name=say("joining.forgotten"), exact=True).click()
    expect(page.locator("h1")).to_have_text(say("joining.forgotten"))
    page.get_by_label(say("accounts.email"), exact=True).fill(member.email)
    page.get_by_role("button", name=say("joining.sendLink"), exact=True).click()
    expect(page.get_by_text(say("joining.resetSent"), exact=True)).to_be_visible()

    remembered = replace(member, password="cầu Bính mùa hoa phượng")
    open_screen(page, link_to(service, member.email, "/reset-password"))
    page.get_by_label(say("accounts.newPassword"), exact=True).fill(remembered.password)
    page.get_by_role("button", name=say("joining.setPassword"), exact=True).click()
    expect(page.get_by_text(say("joining.resetDone"), exact=True)).to_be_visible()

    open_screen(page, service.path("/sign-in?return=/account"))
    enter_password(page, say, member)
    expect(page.locator("#main [role=alert]")).to_have_text(say("errors.sign_in_wrong"))
    watched.take(r"^401: POST .*/api/sign-in ")
    watched.take("^console: .* 401 ")
    enter_password(page, say, remembered)
    expect(page.locator("h1")).to_have_text(say("accounts.myAccount"))


def test_a_second_step_is_set_up_and_then_asked_for(
    page: Page, service: LiveService, say: Speech, member: Newcomer, somebody_else: SomebodyElse
) -> None:
    become(page, service, None, say.code)
    sign_in(page, service, say, member)
    factor = section(page, say, "ownAccount.secondFactor")

    factor.get_by_label(say("accounts.currentPassword"), exact=True).fill(member.password)
    factor.get_by_role("button", name=say("ownAccount.turnOn"), exact=True).click()
    app = pyotp.TOTP(factor.locator(".secret").inner_text())
    factor.get_by_label(say("ownAccount.code"), exact=True).fill(app.now())
    factor.get_by_role("button", name=say("ownAccount.confirmCode"), exact=True).click()
    expect(factor.locator(".codes li")).to_have_count(10)
    factor.get_by_role("button", name=say("ownAccount.codesKept"), exact=True).click()
    expect(factor.get_by_text(say("ownAccount.turnOff"), exact=True).first).to_be_visible()

    elsewhere = somebody_else()
    become(elsewhere, service, None, say.code)
    open_screen(elsewhere, service.path("/sign-in?return=/account"))
    enter_password(elsewhere, say, member)
    expect(elsewhere.get_by_text(say("ownAccount.secondStep"), exact=True)).to_be_visible()
    assert asked(elsewhere, service, "/api/me")["account"] is None
    # Each code opens once, so the next half minute's is sent; a clock that is a little off may do so.
    later = datetime.now(UTC) + timedelta(seconds=30)
    elsewhere.get_by_label(say("ownAccount.codeOrRecovery"), exact=True).fill(app.at(later))
    elsewhere.get_by_role("button", name=say("ownAccount.sendCode"), exact=True).click()
    expect(elsewhere.locator("h1")).to_have_text(say("accounts.myAccount"))


def test_another_device_is_signed_out(
    page: Page, service: LiveService, say: Speech, member: Newcomer, somebody_else: SomebodyElse
) -> None:
    lost = somebody_else()
    for device in (lost, page):
        become(device, service, None, say.code)
        sign_in(device, service, say, member)
    page.reload()
    devices = section(page, say, "accounts.devices")
    # The third is the one with which they confirmed their address.
    expect(devices.locator("li")).to_have_count(3)

    for left in (2, 1):
        devices.get_by_role("button", name=say("accounts.signOutHere"), exact=True).first.click()
        expect(devices.locator("li")).to_have_count(left)

    expect(devices.locator("li")).to_contain_text([say("accounts.thisDevice")])
    lost.reload()
    expect(lost.locator("header .sign-in")).to_be_visible()
    expect(lost.get_by_text(say("accounts.signInFirst"), exact=True)).to_be_visible()
