"""Writes the letters of a week, and stops what somebody wants no more of."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from matchmaker.accounts.account_models import Account
from matchmaker.accounts.letters.writing import Letter, phrases_of, write_letter
from matchmaker.catalogue.queries import titles_of
from matchmaker.events.models import Event
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.errors import NotFoundError
from matchmaker.kit.mail.message import one_line
from matchmaker.kit.mail.models import Language
from matchmaker.kit.mail.outbox import OWN_ADDRESS
from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.feeds.digests import queries
from matchmaker.outcomes.feeds.digests.models import DigestWeek, News, NewsChoice, NewsStopped

_PURPOSE = "stop-news"
ALL = "all"
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Week:
    """What the letters of a week are written with: the moment, what is good enough, and the key for links."""

    now: datetime
    threshold: float
    secret: Secret

    @property
    def day(self) -> datetime:
        return self.now.astimezone(clock.HOME_ZONE)


def write_digests(database: Database, secret: Secret, threshold: float, now: datetime | None = None) -> int:
    """Write to everybody whose week has not been looked at; how many letters. ``threshold`` is that of good matches.

    Each person is a transaction of its own. Two processes may do this at the same time: the week's row is there once.
    """
    week = Week(now or clock.now(), threshold, secret)
    monday = (week.day - timedelta(days=week.day.weekday())).date()
    with database.session(writes=False) as session:
        waiting = queries.readers_without(session, monday)
    written = 0
    for account_id in waiting:
        with database.session() as session:
            # Whoever comes second waits here for the first one to end, and then finds the week done.
            session.get(Account, account_id, with_for_update=True)
            if session.get(DigestWeek, (account_id, monday)) is None:
                session.add(DigestWeek(account_id=account_id, monday=monday))
                written += _write_one(session, account_id, week)
    return written


def _write_one(session: Session, account_id: int, week: Week) -> bool:
    account = session.get(Account, account_id)
    if account is None:
        return False
    wanted = [kind for kind in News if kind not in queries.stopped_kinds(session, account_id)]
    organisations = queries.organisations_of(session, account_id)
    told = {kind: lines for kind in wanted if (lines := _READERS[kind](session, account, organisations, week))}
    if not told:
        return False
    phrases = phrases_of(account.language)
    parts = [
        "\n".join(
            [phrases[f"news_{kind}"], *lines, phrases["news_stop"].format(link=_page(week.secret, account_id, kind))]
        )
        for kind, lines in told.items()
    ]
    write_letter(
        session,
        account.email,
        account.language,
        Letter.DIGEST,
        "/desk",
        unsubscribe=f"/api/news/stop?token={token_of(week.secret, account_id, ALL)}",
        lines="\n\n".join(parts),
    )
    return True


def _page(secret: Secret, account_id: int, kind: News) -> str:
    return f"{OWN_ADDRESS}/stop-news#{token_of(secret, account_id, kind)}"


def _candidates(session: Session, account: Account, organisations: list[int], week: Week) -> list[str]:
    found, number = queries.new_candidates(session, organisations, week.now - WEEK, week.threshold)
    titles = titles_of(session, [*found, *(other for others in found.values() for other in others)])
    lines = [
        f"- {_title(titles, own, account.language)}: {_title(titles, others[0], account.language)}"
        for own, others in list(found.items())[: queries.MOST_NAMED]
    ]
    return _with_rest(lines, number, account.language)


def _requests(session: Session, account: Account, organisations: list[int], week: Week) -> list[str]:
    lines = []
    for event_id, number in queries.waiting_requests(session, organisations, week.now).items():
        event = session.get(Event, event_id)
        if event is not None:
            name = one_line(account.language.choose(event.name_vi, event.name_en))
            lines.append(f"- {name}: {number}")
    return lines


def _tasks(session: Session, account: Account, organisations: list[int], week: Week) -> list[str]:
    rows, number = queries.due_tasks(session, organisations, account.id or 0, (week.day + WEEK).date())
    form = phrases_of(account.language)["day"]
    lines = [f"- {one_line(row.what)}: {row.due.strftime(form)}" for row in rows if row.due]
    return _with_rest(lines, number, account.language)


_READERS = {News.CANDIDATES: _candidates, News.REQUESTS: _requests, News.TASKS: _tasks}


def _with_rest(lines: list[str], number: int, language: Language) -> list[str]:
    rest = number - len(lines)
    return [*lines, f"- {phrases_of(language)['news_more'].format(number=rest)}"] if lines and rest > 0 else lines


def _title(titles: dict[int, dict[str, str]], posting_id: int, language: Language) -> str:
    known = titles.get(posting_id, {})
    return one_line(known.get(language.value) or next(iter(known.values()), ""))


# --- stopping ---


def token_of(secret: Secret, account_id: int, kind: str) -> str:
    """What stands in a link: it works without signing in, for ever, and does nothing but stop."""
    return secret.sign(_PURPOSE, f"{account_id}-{kind}")


def stop_by_token(session: Session, secret: Secret, token: str) -> list[News]:
    """Stop what a letter's link names. Raises NotFoundError ``link_not_valid``."""
    text = secret.signed_text(_PURPOSE, token)
    number, _, kind = (text or "").partition("-")
    if not text or session.get(Account, int(number)) is None:
        raise NotFoundError("link_not_valid")
    kinds = list(News) if kind == ALL else [News(kind)]
    for one in kinds:
        set_choice(session, int(number), one, wanted=False)
    return kinds


def set_choice(session: Session, account_id: int, kind: News, *, wanted: bool) -> None:
    """Whether somebody gets news of a kind from now on."""
    row = session.get(NewsStopped, (account_id, kind))
    if wanted and row is not None:
        session.delete(row)
    elif not wanted and row is None:
        session.add(NewsStopped(account_id=account_id, kind=kind))
    session.flush()


def list_choices(session: Session, account_id: int) -> list[NewsChoice]:
    """Every kind of news, and whether somebody gets it."""
    stopped = queries.stopped_kinds(session, account_id)
    return [NewsChoice(kind=kind, wanted=kind not in stopped) for kind in News]
