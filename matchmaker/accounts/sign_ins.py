"""Signing in and out: passwords checked, failures counted, one row for each device.

A row is found by the fingerprint of the token in the cookie. Tokens change with requests that write.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete, or_, select

from matchmaker.accounts import attempts, session_ages
from matchmaker.accounts.account_models import Account, FailedSignIn, LinkPurpose, Membership, SignIn
from matchmaker.accounts.letters.writing import Letter, write_to
from matchmaker.accounts.links import end_links, forget_expired
from matchmaker.accounts.passwords import hash_password, is_password
from matchmaker.accounts.throttling import FREE_OF_CLIENT, FREE_WITH_ACCOUNT
from matchmaker.kit import clock
from matchmaker.kit.errors import ForbiddenError, InvalidError, MatchmakerError, NotFoundError, TooOftenError
from matchmaker.kit.errors import SignInNeededError as NotSignedIn
from matchmaker.kit.secrets import Secret, fingerprint, new_token
from matchmaker.settings import Settings


@dataclass(frozen=True)
class Visitor:
    """From where somebody signs in; ``known`` is the account that signed in on this device before."""

    client: str
    device: str = ""
    mark: str = ""
    known: int | None = None


@dataclass(frozen=True)
class Attempt:
    """What was found out about a password, without writing anything; ``keys`` count its failures."""

    account_id: int | None
    right: bool
    wait: int
    keys: tuple[str, ...]


def check_password(session: Session, secret: Secret, email: str, password: str, visitor: Visitor) -> Attempt:
    """Whether somebody may sign in; as slow for an address that nobody has.

    Failures are counted by account and client, so that nobody locks out somebody elsewhere, and on a device on which
    the account signed in before by that device alone.
    """
    account = session.exec(select(Account).where(Account.email == email)).first()
    allowances = _allowances(secret, email, account, visitor)
    wait = attempts.seconds_left(session, allowances)
    if wait:
        return Attempt(None, False, wait, ())
    right = is_password(password, account.password_hash if account else None)
    usable = account is not None and account.disabled_at is None
    return Attempt(account.id if account else None, right and usable, 0, tuple(allowances))


def accept(session: Session, attempt: Attempt) -> int | MatchmakerError:
    """The account whose password was right, or a refusal that is returned so that the failure is counted."""
    if attempt.wait:
        return TooOftenError("sign_in_too_often", seconds=attempt.wait)
    if not attempt.right or attempt.account_id is None:
        attempts.count(session, *attempt.keys)
        return NotSignedIn("sign_in_wrong")
    attempts.forget(session, attempt.keys[0])
    return attempt.account_id


def begin(session: Session, account_id: int, device: str, preferred: int | None = None) -> str:
    """Sign an account in on a device; the token for the cookie.

    It acts for the ``preferred`` organisation where that is one of its own, or else for its first.
    """
    token = new_token()
    memberships = select(Membership.organisation_id).where(Membership.account_id == account_id)
    own = session.exec(memberships.order_by(col(Membership.organisation_id))).all()
    acts_for = preferred if preferred in own else next(iter(own), None)
    row = SignIn(account_id=account_id, organisation_id=acts_for, token_hash=fingerprint(token), device=device[:200])
    session.add(row)
    session.flush()
    return token


def find(session: Session, settings: Settings, token: str) -> tuple[SignIn, Account] | None:
    """The sign-in that a token stands for; None where it is unknown or over, or the account is closed."""
    mark, now = fingerprint(token), clock.now()
    statement = select(SignIn, Account).join(Account, col(Account.id) == SignIn.account_id)
    found = session.exec(statement.where(or_(SignIn.token_hash == mark, SignIn.former_hash == mark))).first()
    if found is None:
        return None
    row, account = found
    idle, longest = timedelta(hours=settings.sign_in_idle_hours), timedelta(days=settings.sign_in_days)
    over = session_ages.is_over(row.created_at, row.seen_at, now, idle, longest)
    outdated = row.token_hash != mark and not session_ages.former_is_good(row.rotated_at, now)
    return None if over or outdated or is_closed(account, settings) else (row, account)


def is_closed(account: Account, settings: Settings) -> bool:
    """Whether nobody may act with this account now."""
    return account.disabled_at is not None or (account.demonstration and not settings.demonstration)


def rotate(session: Session, row: SignIn, now: datetime | None = None) -> str:
    """Give a sign-in another token; the former one is good for requests under way."""
    token = new_token()
    row.former_hash, row.token_hash = row.token_hash, fingerprint(token)
    row.rotated_at = row.seen_at = now or clock.now()
    session.add(row)
    session.flush()
    return token


def role_of(session: Session, row: SignIn) -> Membership | None:
    """The membership under which somebody acts; None where they left the organisation."""
    if row.organisation_id is None:
        return None
    return session.get(Membership, (row.account_id, row.organisation_id))


def act_for(session: Session, row: SignIn, organisation_id: int) -> None:
    """Act for another of one's organisations. Raises ForbiddenError ``not_your_organisation``."""
    if session.get(Membership, (row.account_id, organisation_id)) is None:
        raise ForbiddenError("not_your_organisation", organisation_id=organisation_id)
    row.organisation_id = organisation_id
    session.add(row)


def sign_out(session: Session, row: SignIn) -> None:
    session.delete(row)


def end(session: Session, token: str) -> None:
    """End the sign-in that a token stands for, if there is one."""
    row = session.exec(select(SignIn).where(SignIn.token_hash == fingerprint(token))).first()
    if row is not None:
        session.delete(row)
        session.flush()


def list_devices(session: Session, settings: Settings, account_id: int) -> list[SignIn]:
    """Where an account is signed in now, the latest first; those that are over are removed where one may write."""
    now = clock.now()
    idle = now - timedelta(hours=settings.sign_in_idle_hours)
    longest = now - timedelta(days=settings.sign_in_days)
    statement = select(SignIn).where(
        SignIn.account_id == account_id, col(SignIn.seen_at) >= idle, col(SignIn.created_at) >= longest
    )
    return list(session.exec(statement.order_by(col(SignIn.seen_at).desc(), col(SignIn.id))).all())


def sign_out_device(session: Session, account_id: int, sign_in_id: int) -> None:
    """End one of the account's own sign-ins. Raises NotFoundError for anybody else's."""
    row = session.get(SignIn, sign_in_id)
    if row is None or row.account_id != account_id:
        raise NotFoundError("device_not_found", id=sign_in_id)
    session.delete(row)


def end_others(session: Session, account_id: int, kept: int | None) -> None:
    """Sign an account out everywhere but on one device."""
    statement = delete(SignIn).where(col(SignIn.account_id) == account_id)
    session.exec(statement if kept is None else statement.where(col(SignIn.id) != kept))


def set_password(session: Session, account: Account, password: str, kept: int | None) -> None:
    """Set another password; ends all sign-ins but one, and every link that was on its way. They are told."""
    account.password_hash = hash_password(password)
    session.add(account)
    end_others(session, account.id or 0, kept)
    end_links(session, account.id or 0, LinkPurpose.RESET_PASSWORD, LinkPurpose.CHANGE_EMAIL, LinkPurpose.SECOND_STEP)
    write_to(session, account, Letter.PASSWORD_CHANGED, "/sign-in")


def prove_password(session: Session, secret: Secret, account: Account, password: str) -> MatchmakerError | None:
    """Whether somebody who is signed in knows their password; a refusal is returned so that it is counted."""
    key = secret.mark("password", str(account.id))
    if wait := attempts.seconds_left(session, {key: FREE_WITH_ACCOUNT}):
        return TooOftenError("sign_in_too_often", seconds=wait)
    if not is_password(password, account.password_hash):
        attempts.count(session, key)
        return InvalidError("password_wrong")
    attempts.forget(session, key)
    return None


def forget_ended(session: Session, settings: Settings) -> None:
    """Remove sign-ins and links that are over, and failures that count no more."""
    now = clock.now()
    ended = or_(
        col(SignIn.seen_at) < now - timedelta(hours=settings.sign_in_idle_hours),
        col(SignIn.created_at) < now - timedelta(days=settings.sign_in_days),
    )
    session.exec(delete(SignIn).where(ended))
    forget_expired(session)
    session.exec(delete(FailedSignIn).where(col(FailedSignIn.last_at) < now - timedelta(days=1)))


def _allowances(secret: Secret, email: str, account: Account | None, visitor: Visitor) -> dict[str, int]:
    if account is not None and visitor.known == account.id:
        return {secret.mark("failed", f"{email} {visitor.mark}"): FREE_WITH_ACCOUNT}
    return {
        secret.mark("failed", f"{email} {visitor.client}"): FREE_WITH_ACCOUNT,
        secret.mark("failed", visitor.client): FREE_OF_CLIENT,
    }
