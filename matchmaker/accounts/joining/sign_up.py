"""Signing up: nothing is kept of somebody but a link, until they show that the address is theirs.

Whether an address has an account is told to its mailbox only. A link alone does not make the account either: it also
takes the password it was asked for with, so that nobody confirms an account that somebody else made in their name.
"""

from datetime import timedelta

from sqlmodel import Session

from matchmaker.accounts import attempts
from matchmaker.accounts.account_models import Account, LinkPurpose
from matchmaker.accounts.account_service import find_by_email
from matchmaker.accounts.joining.consents import check_consents, give_consents
from matchmaker.accounts.joining.models import LinkTaken, OwnOrganisation, Purpose, SignUpSent
from matchmaker.accounts.joining.own_organisation import ask_to_join, bring_in, check_own
from matchmaker.accounts.letters.writing import Letter, write_letter, write_to
from matchmaker.accounts.links import find_link, make_link
from matchmaker.accounts.passwords import is_password
from matchmaker.accounts.service import get_organisation
from matchmaker.accounts.throttling import mail_allowances
from matchmaker.kit.errors import ConflictError, InvalidError
from matchmaker.kit.mail.models import Language
from matchmaker.kit.secrets import Secret

LINK_GOOD_FOR = timedelta(days=2)


def check_sign_up(session: Session, sent: SignUpSent) -> None:
    """Raises what is to be said of a sign-up without looking at its address."""
    check_consents(sent.consents)
    if sent.organisation and sent.join_organisation_id:
        raise InvalidError("one_organisation", field="organisation")
    if sent.organisation:
        check_own(session, sent.organisation)
    if sent.join_organisation_id:
        get_organisation(session, sent.join_organisation_id)


def start_sign_up(session: Session, secret: Secret, sent: SignUpSent, password_hash: str, client: str) -> None:
    """Send a link to confirm the address, or a letter that it has an account; the answer is the same.

    Raises TooOftenError ``too_often``.
    """
    check_sign_up(session, sent)
    attempts.take_turn(session, mail_allowances(secret, "sign_up", sent.email, client))
    account = find_by_email(session, sent.email)
    if account is not None:
        write_to(session, account, Letter.SIGN_UP_KNOWN, "/sign-in")
        return
    details = sent.model_dump(mode="json", exclude={"password"}) | {"password_hash": password_hash}
    token = make_link(session, LinkPurpose.SIGN_UP, LINK_GOOD_FOR, details=details)
    write_letter(session, sent.email, sent.language, Letter.CONFIRM_SIGN_UP, f"/sign-up/confirm#{token}")


def confirm_sign_up(session: Session, sent: LinkTaken) -> Account:
    """Make the account that a link stands for, with its consents and its organisation.

    Raises NotFoundError ``link_not_valid``, InvalidError ``password_wrong``, ConflictError ``email_taken``.
    """
    link = find_link(session, LinkPurpose.SIGN_UP, sent.token)
    asked = link.details
    if not is_password(sent.password, asked["password_hash"]):
        raise InvalidError("password_wrong")
    session.delete(link)
    if find_by_email(session, asked["email"]):
        raise ConflictError("email_taken")
    account = Account(
        email=asked["email"],
        name=asked["name"],
        language=Language(asked["language"]),
        password_hash=asked["password_hash"],
    )
    session.add(account)
    session.flush()
    purposes = [Purpose(purpose) for purpose in asked["consents"]["purposes"]]
    give_consents(session, account.id or 0, asked["consents"]["version"], purposes)
    if asked["organisation"]:
        bring_in(session, account, OwnOrganisation.model_validate(asked["organisation"]))
    if asked["join_organisation_id"]:
        ask_to_join(session, account, asked["join_organisation_id"])
    return account
