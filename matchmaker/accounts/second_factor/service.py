"""Setting a second factor up, using and removing it. A code is never accepted twice."""

import secrets
from datetime import timedelta
from typing import NamedTuple

from sqlmodel import Session, col, delete, func, select, update

from matchmaker.accounts import attempts, sign_ins
from matchmaker.accounts.account_models import Account, LinkPurpose
from matchmaker.accounts.letters.writing import Letter, write_to
from matchmaker.accounts.links import end_links, find_link, is_valid, make_link
from matchmaker.accounts.second_factor import codes
from matchmaker.accounts.second_factor.models import (
    Enrolment,
    ProofSent,
    RecoveryCode,
    SecondFactor,
    SecondFactorPublic,
)
from matchmaker.accounts.second_factor.states import is_on
from matchmaker.accounts.sign_ins import Visitor
from matchmaker.accounts.throttling import FREE_CODES_OF_ACCOUNT, FREE_WITH_ACCOUNT
from matchmaker.kit import auditing, clock
from matchmaker.kit.errors import (
    ConflictError,
    ForbiddenError,
    InvalidError,
    MatchmakerError,
    SignInNeededError,
    TooOftenError,
)
from matchmaker.kit.secrets import Secret, fingerprint

SECOND_STEP_GOOD_FOR = timedelta(minutes=10)


class SecondStep(NamedTuple):
    """Whose code was right, and the organisation to act for, if they came by its own provider."""

    account_id: int
    preferred: int | None


def start(session: Session, secret: Secret, account: Account, password: str) -> Enrolment | MatchmakerError:
    """Make a secret for an app; it counts once a code confirms it. A refusal to be counted is returned."""
    if account.demonstration:
        raise ForbiddenError("demonstration_account")
    account_id = account.id or 0
    if is_on(session, account_id):
        raise ConflictError("second_factor_on")
    if refused := sign_ins.prove_password(session, secret, account, password):
        return refused
    factor = session.get(SecondFactor, account_id) or SecondFactor(account_id=account_id, seed="")
    factor.seed, factor.created_at = secrets.token_hex(16), clock.now()
    session.add(factor)
    session.flush()
    return codes.enrolment(codes.app_secret(secret, account_id, factor.seed), account.email)


def confirm(session: Session, secret: Secret, account: Account, code: str, kept: int) -> list[str]:
    """Turn the second factor on with a code of the app; the recovery codes, and other devices are signed out.

    Raises ConflictError ``second_factor_on`` or ``second_factor_not_started``,
    InvalidError ``code_wrong``.
    """
    account_id = account.id or 0
    factor = session.get(SecondFactor, account_id, with_for_update=True)
    if factor is None:
        raise ConflictError("second_factor_not_started")
    if factor.confirmed_at is not None:
        raise ConflictError("second_factor_on")
    step = codes.step_of(codes.app_secret(secret, account_id, factor.seed), code, clock.now())
    if step is None:
        raise InvalidError("code_wrong")
    factor.confirmed_at, factor.last_step = clock.now(), step
    session.add(factor)
    sign_ins.end_others(session, account_id, kept)
    write_to(session, account, Letter.SECOND_FACTOR_ON)
    return _renew(session, account_id)


def show(session: Session, account_id: int) -> SecondFactorPublic:
    """Since when it is on, and how many recovery codes are left."""
    factor = session.get(SecondFactor, account_id)
    left = _count_recovery_codes(session, account_id)
    return SecondFactorPublic(confirmed_at=factor.confirmed_at if factor else None, recovery_codes_left=left)


def renew_recovery_codes(
    session: Session, secret: Secret, account: Account, sent: ProofSent, visitor: Visitor
) -> list[str] | MatchmakerError:
    """Other recovery codes; the former ones end."""
    return _prove(session, secret, account, sent, visitor) or _renew(session, account.id or 0)


def remove(
    session: Session, secret: Secret, account: Account, sent: ProofSent, visitor: Visitor
) -> MatchmakerError | None:
    """Turn the second factor off with the password and a code. A refusal to be counted is returned."""
    if refused := _prove(session, secret, account, sent, visitor):
        return refused
    take_off(session, account)
    return None


def take_off(session: Session, account: Account) -> None:
    """Turn somebody's second factor off, as who looks after the machine may; they are told."""
    account_id = account.id or 0
    session.exec(delete(SecondFactor).where(col(SecondFactor.account_id) == account_id))
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id))
    end_links(session, account_id, LinkPurpose.SECOND_STEP)
    write_to(session, account, Letter.SECOND_FACTOR_OFF)


def begin_second_step(session: Session, account_id: int, preferred: int | None = None) -> str:
    """A half sign-in: the token with which nothing can be done but to send a code.

    ``preferred`` is the organisation to act for once the code was right.
    """
    return make_link(session, LinkPurpose.SECOND_STEP, SECOND_STEP_GOOD_FOR, account_id, {"preferred": preferred})


def awaits_code(session: Session, token: str | None) -> bool:
    """Whether a half sign-in waits for its code."""
    return token is not None and is_valid(session, LinkPurpose.SECOND_STEP, token)


def take_second_step(
    session: Session, secret: Secret, token: str | None, code: str, visitor: Visitor
) -> SecondStep | MatchmakerError:
    """Whom a half sign-in and a code sign in. A refusal to be counted is returned.

    Raises SignInNeededError ``second_step_over`` where there is no half sign-in.
    """
    try:
        link = find_link(session, LinkPurpose.SECOND_STEP, token or "")
    except MatchmakerError as error:
        raise SignInNeededError("second_step_over") from error
    account_id = link.account_id or 0
    if session.get_one(Account, account_id).disabled_at is not None:
        raise SignInNeededError("second_step_over")
    if refused := try_code(session, secret, account_id, code, visitor):
        return refused
    session.delete(link)
    session.flush()
    return SecondStep(account_id, link.details.get("preferred"))


def try_code(session: Session, secret: Secret, account_id: int, code: str, visitor: Visitor) -> MatchmakerError | None:
    """Use a code of the app or a recovery code up; None where it was right, otherwise a counted refusal.

    Failures are counted as those of passwords are: on a device that signed in before by that device alone, elsewhere
    by account and client and, since whoever comes here knows the password, by account.
    """
    allowances = _allowances(secret, account_id, visitor)
    if wait := attempts.seconds_left(session, allowances):
        return TooOftenError("code_too_often", seconds=wait)
    if _use_code(session, secret, account_id, code):
        attempts.forget(session, *allowances)
        return None
    attempts.count(session, *allowances)
    return InvalidError("code_wrong")


def _prove(
    session: Session, secret: Secret, account: Account, sent: ProofSent, visitor: Visitor
) -> MatchmakerError | None:
    if not is_on(session, account.id or 0):
        raise ConflictError("second_factor_off")
    refused = sign_ins.prove_password(session, secret, account, sent.password)
    return refused or try_code(session, secret, account.id or 0, sent.code, visitor)


def _use_code(session: Session, secret: Secret, account_id: int, code: str) -> bool:
    factor = session.get(SecondFactor, account_id, with_for_update=True, populate_existing=True)
    if factor is None or factor.confirmed_at is None:
        return False
    given = codes.plain(code)
    step = codes.step_of(codes.app_secret(secret, account_id, factor.seed), given, clock.now())
    if step is not None:
        mine = (col(SecondFactor.account_id) == account_id, col(SecondFactor.last_step) < step)
        used = session.execute(update(SecondFactor).where(*mine).values(last_step=step))
    else:
        own = (col(RecoveryCode.code_hash) == fingerprint(given), col(RecoveryCode.account_id) == account_id)
        used = session.execute(delete(RecoveryCode).where(*own))
        if used.rowcount:  # type: ignore[attr-defined]
            left = _count_recovery_codes(session, account_id)
            _record_recovery_codes(session, account_id, left + 1, left)
    return bool(used.rowcount)  # type: ignore[attr-defined]


def _renew(session: Session, account_id: int) -> list[str]:
    before = _count_recovery_codes(session, account_id)
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.account_id) == account_id))
    made = codes.new_recovery_codes()
    session.add_all(RecoveryCode(code_hash=fingerprint(codes.plain(code)), account_id=account_id) for code in made)
    session.flush()
    _record_recovery_codes(session, account_id, before, len(made))
    return made


def _count_recovery_codes(session: Session, account_id: int) -> int:
    left = select(func.count()).select_from(RecoveryCode).where(RecoveryCode.account_id == account_id)
    return session.exec(left).one()


def _record_recovery_codes(session: Session, account_id: int, before: int, after: int) -> None:
    """Tell the audit log, which knows how many there are but not which."""
    told = [{"recovery_codes": number} for number in (before, after)]
    auditing.record(session, "account", str(account_id), *told)


def _allowances(secret: Secret, account_id: int, visitor: Visitor) -> dict[str, int]:
    if visitor.known == account_id:
        return {secret.mark("code", f"{account_id} {visitor.mark}"): FREE_WITH_ACCOUNT}
    return {
        secret.mark("code", f"{account_id} {visitor.client}"): FREE_WITH_ACCOUNT,
        secret.mark("code", str(account_id)): FREE_CODES_OF_ACCOUNT,
    }
