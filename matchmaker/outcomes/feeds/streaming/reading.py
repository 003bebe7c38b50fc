"""Figures of the whole service, and whose sign-ins still hold, as the watcher reads them."""

from collections.abc import Collection, Hashable
from datetime import timedelta
from pathlib import Path

from sqlmodel import Session, col, select

from matchmaker.accounts import session_ages
from matchmaker.accounts.account_models import Account, SignIn
from matchmaker.accounts.acting import ORGANISER
from matchmaker.accounts.sign_ins import is_closed
from matchmaker.accounts.tokens.models import ApiToken
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.kit import clock
from matchmaker.kit.auditing import state_of_log
from matchmaker.kit.database import Database
from matchmaker.outcomes.feeds.streaming.broadcasting import Listener
from matchmaker.outcomes.feeds.streaming.messages import Snapshot, snapshot_of
from matchmaker.outcomes.indicators.counting import count_indicators
from matchmaker.outcomes.indicators.cutting import Cut
from matchmaker.outcomes.indicators.models import FigurePublic
from matchmaker.outcomes.indicators.service import facts_of, show
from matchmaker.settings import Settings


def figures_now(session: Session, learned: Path) -> list[FigurePublic]:
    """All indicators of everything; ``learned`` is the folder of learned weights."""
    return show(count_indicators(facts_of(session, ORGANISER, Cut(), learned)), taxonomy_of(session))


class FiguresSource:
    """The source of the stream; each call is a transaction of its own."""

    def __init__(self, database: Database, settings: Settings, learned: Path) -> None:
        self._database, self._settings, self._learned = database, settings, learned

    def state(self) -> Hashable:
        with self._database.session(writes=False) as session:
            return state_of_log(session)

    def read(self) -> Snapshot:
        with self._database.session(writes=False) as session:
            figures = {one.code: one.model_dump(mode="json") for one in figures_now(session, self._learned)}
        return snapshot_of(figures, clock.now().isoformat())

    def ended(self, listeners: Collection[Listener]) -> list[Listener]:
        with self._database.session(writes=False) as session:
            sign_ins = self._good_sign_ins(session, {one.sign_in_id for one in listeners if one.sign_in_id})
            tokens = self._good_tokens(session, {one.token_id for one in listeners if one.token_id})
        return [
            one
            for one in listeners
            if (one.token_id and one.token_id not in tokens)
            or (one.sign_in_id and not one.token_id and one.sign_in_id not in sign_ins)
        ]

    def _good_sign_ins(self, session: Session, ids: set[int]) -> set[int]:
        idle = timedelta(hours=self._settings.sign_in_idle_hours)
        longest = timedelta(days=self._settings.sign_in_days)
        now = clock.now()
        query = select(SignIn, Account).join(Account, col(Account.id) == SignIn.account_id)
        return {
            row.id or 0
            for row, account in session.exec(query.where(col(SignIn.id).in_(ids)))
            if self._may_listen(account) and not session_ages.is_over(row.created_at, row.seen_at, now, idle, longest)
        }

    def _good_tokens(self, session: Session, ids: set[int]) -> set[int]:
        query = select(ApiToken, Account).join(Account, col(Account.id) == ApiToken.account_id)
        good = query.where(col(ApiToken.id).in_(ids), col(ApiToken.expires_at) > clock.now())
        return {row.id or 0 for row, account in session.exec(good) if self._may_listen(account)}

    def _may_listen(self, account: Account) -> bool:
        return (account.organiser or account.administrator) and not is_closed(account, self._settings)
