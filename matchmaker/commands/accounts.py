"""Accounts, for whoever looks after the machine: inviting, administrators, and second factors that were lost."""

from typing import Annotated

import typer
from pydantic import ValidationError
from rich.table import Table
from sqlmodel import Session

from matchmaker.accounts.account_models import Account, MemberRole
from matchmaker.accounts.account_service import find_by_email
from matchmaker.accounts.acting import ORGANISER, Actor
from matchmaker.accounts.joining import invitations, rights
from matchmaker.accounts.joining.models import InvitationSent, RightsSent
from matchmaker.accounts.second_factor.service import take_off
from matchmaker.accounts.second_factor.states import is_on
from matchmaker.accounts.sign_ins import end_others
from matchmaker.commands import common
from matchmaker.kit import clock
from matchmaker.kit.errors import ConflictError, NotFoundError
from matchmaker.kit.mail.models import Language
from matchmaker.kit.mail.postman import deliver_due
from matchmaker.kit.secrets import Secret

accounts = typer.Typer(help="People who sign in.", no_args_is_help=True)
Email = Annotated[str, typer.Argument(help="Somebody's e-mail address.")]
MOST_LISTED = 1000
KEEPER = Actor(organiser=True, administrator=True)


@accounts.command("invite")
def invite(
    email: Email,
    organisation: Annotated[int, typer.Option(help="The organisation's id.")],
    role: MemberRole = MemberRole.MEMBER,
    language: Language = Language.VIETNAMESE,
) -> None:
    """Invite an address to an organisation; the letter goes out at once."""
    try:
        sent = InvitationSent(email=email, organisation_id=organisation, role=role, language=language)
    except ValidationError as error:
        raise typer.BadParameter("no e-mail address, or no organisation's id") from error
    with common.session(writes=True) as session:
        invitation = invitations.invite(session, _secret(), sent, ORGANISER)
    common.say(f"invitation {invitation.id} to {invitation.email}, until {invitation.expires_at:%Y-%m-%d}")
    send_mail()


@accounts.command("make-administrator")
def make_administrator(email: Email) -> None:
    """Make somebody who has an account an administrator."""
    with common.session(writes=True) as session:
        account = _account(session, email)
        sent = RightsSent(organiser=account.organiser, administrator=True)
        rights.set_rights(session, account.id or 0, sent, KEEPER)
    common.say(f"{account.email} is an administrator, and sets up a second factor at the next sign-in")


@accounts.command("remove-second-factor")
def remove_second_factor(email: Email) -> None:
    """Take somebody's second factor off who lost it with all recovery codes; they are told."""
    with common.session(writes=True) as session:
        account = _account(session, email)
        if not is_on(session, account.id or 0):
            raise ConflictError("second_factor_off")
        take_off(session, account)
    common.say(f"{account.email} signs in with the password alone")


@accounts.command("sign-out")
def sign_out(email: Email) -> None:
    """Sign somebody out on all devices, as after a theft; programs with their tokens go on."""
    with common.session(writes=True) as session:
        account = _account(session, email)
        end_others(session, account.id or 0, None)
    common.say(f"{account.email} is signed out everywhere")


@accounts.command("close")
def close(email: Email) -> None:
    """Close somebody's account, as when they leave: no sign-in and no token of theirs works any more."""
    with common.session(writes=True) as session:
        account = _account(session, email)
        account.disabled_at = clock.now()
        session.add(account)
        end_others(session, account.id or 0, None)
    common.say(f"{account.email} is closed")


@accounts.command("reopen")
def reopen(email: Email) -> None:
    """Open a closed account again."""
    with common.session(writes=True) as session:
        account = _account(session, email)
        if account.password_hash is None and account.email.endswith("@erased.invalid"):
            raise NotFoundError("account_not_found", email=email)
        account.disabled_at = None
        session.add(account)
    common.say(f"{account.email} is open")


@accounts.command("list")
def list_accounts(sought: Annotated[str, typer.Argument(help="Part of a name or an address.")] = "") -> None:
    """List accounts, the first thousand."""
    table = Table("id", "email", "name", "organiser", "administrator", "second factor")
    with common.session() as session:
        for one in rights.list_people(session, KEEPER, sought, 0, MOST_LISTED)[0]:
            yes = ("yes" if flag else "" for flag in (one.organiser, one.administrator, one.second_factor))
            common.add_row(table, one.id, one.email, one.name, *yes)
    common.console.print(table)


@accounts.command("send-mail")
def send_mail() -> None:
    """Send the mail that is due, as a running service does by itself every few seconds."""
    made = common.services()
    common.say(f"{deliver_due(made.database, made.settings)} mails sent")


def _account(session: Session, email: str) -> Account:
    account = find_by_email(session, email.strip().lower())
    if account is None:
        raise NotFoundError("account_not_found", email=email)
    return account


def _secret() -> Secret:
    settings = common.services().settings
    return Secret(settings.secret, settings.data_folder)
