"""Organisers and administrators: administrators make and unmake them; a service that has one keeps one."""

from sqlmodel import Session, col, func, or_, select

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.acting import Actor
from matchmaker.accounts.joining.models import AccountWithRights, RightsSent
from matchmaker.accounts.letters.writing import Letter, phrases_of, write_to
from matchmaker.accounts.second_factor.models import SecondFactor
from matchmaker.kit.errors import ConflictError, NotFoundError


def list_people(
    session: Session, actor: Actor, sought: str, offset: int, limit: int
) -> tuple[list[AccountWithRights], int]:
    """A page of accounts by id, those whose name or address holds ``sought`` (administrators)."""
    actor.require_administrator()
    pattern = sought.lower()
    conditions = [
        or_(
            func.lower(Account.name).contains(pattern, autoescape=True),
            col(Account.email).contains(pattern, autoescape=True),
        )
    ]
    total = session.exec(select(func.count()).select_from(Account).where(*conditions)).one()
    rows = select(Account).where(*conditions).order_by(col(Account.id)).offset(offset).limit(limit)
    accounts = list(session.exec(rows))
    confirmed = _confirmed(session, [account.id or 0 for account in accounts])
    return [_show(account, account.id in confirmed) for account in accounts], total


def set_rights(session: Session, account_id: int, sent: RightsSent, actor: Actor) -> AccountWithRights:
    """Make somebody an organiser or an administrator, or no longer; they are told (administrators).

    Raises ConflictError ``last_administrator``, or ``demonstration_account`` for those that anybody enters.
    """
    actor.require_administrator()
    administrators = _locked_administrators(session)
    account = session.get(Account, account_id, with_for_update=True)
    if account is None:
        raise NotFoundError("person_not_found", id=account_id)
    if account.demonstration:
        raise ConflictError("demonstration_account")
    if not sent.administrator and administrators == [account_id]:
        raise ConflictError("last_administrator")
    before = RightsSent(organiser=account.organiser, administrator=account.administrator)
    account.organiser, account.administrator = sent.organiser, sent.administrator
    session.add(account)
    session.flush()
    _tell(session, account, before, sent)
    return _show(account, bool(_confirmed(session, [account_id])))


def _tell(session: Session, account: Account, before: RightsSent, now: RightsSent) -> None:
    phrases = phrases_of(account.language)
    rights = ("organiser", "administrator")
    changed = [name for name in rights if getattr(now, name) is not getattr(before, name)]
    lines = [phrases[f"{name}_{'given' if getattr(now, name) else 'taken'}"] for name in changed]
    if lines and account.disabled_at is None:
        write_to(session, account, Letter.RIGHTS_CHANGED, "/account", lines="\n".join(lines))


def _locked_administrators(session: Session) -> list[int]:
    """Everybody who looks after the service and can sign in; the rows stay locked, so that they are counted once."""
    found = select(Account).where(col(Account.administrator).is_(True), col(Account.disabled_at).is_(None))
    rows = session.exec(found.order_by(col(Account.id)).with_for_update())
    return [row.id or 0 for row in rows]


def _confirmed(session: Session, account_ids: list[int]) -> set[int]:
    found = select(SecondFactor.account_id).where(
        col(SecondFactor.account_id).in_(account_ids), col(SecondFactor.confirmed_at).is_not(None)
    )
    return set(session.exec(found))


def _show(account: Account, second_factor: bool) -> AccountWithRights:
    return AccountWithRights.model_validate(account.model_dump() | {"second_factor": second_factor})
