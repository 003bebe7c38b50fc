"""One harvest from its beginning, or from where a former one stopped, to its end; each page is one step.

A page's records and the place behind it are one transaction: whoever is killed in between goes on where it stopped.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

from sqlmodel import Session

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.errors import InvalidError, NotFoundError
from matchmaker.outcomes.feeds.partners.fetching import SINCE, Asking, fetch_page, find_end
from matchmaker.outcomes.feeds.partners.models import PartnerForm, PartnerSource
from matchmaker.outcomes.feeds.partners.reading.found import Page
from matchmaker.outcomes.feeds.partners.reading.oai import TokenGoneError
from matchmaker.outcomes.feeds.partners.taking import take_records, withdraw_unseen

# Records that are written in one transaction.
CHUNK = 200
# So many pages in a row may bring nothing that this harvest had not seen.
MOST_EMPTY = 20
Report = Callable[[str, int, int], Any]


def harvest(database: Database, asking: Asking, source_id: int, report: Report, *, whole: bool = False) -> Counter[str]:
    """Take all that has changed; the numbers of ``take_records``, summed. Raises MatchmakerError."""
    source = _begin(database, asking, source_id, whole=whole)
    empty, begun_anew = 0, False
    while True:
        try:
            page = fetch_page(asking, source)
        except TokenGoneError:
            if begun_anew or not source.token:
                raise
            # What is known comes again, and changes nothing.
            begun_anew, source = True, _restart(database, source_id)
            continue
        source, fresh = _take_page(database, source_id, page)
        done = _done(source.counts)
        report("harvesting", done, max(page.total, done + bool(page.token)))
        if not page.token:
            return _finish(database, source_id)
        empty = 0 if fresh else empty + 1
        if empty >= MOST_EMPTY or done > asking.most:
            raise InvalidError("partner_endless", records=done)


def _begin(database: Database, asking: Asking, source_id: int, *, whole: bool) -> PartnerSource:
    with database.session(writes=False) as session:
        source = _source(session, source_id)
    # What stopped on the way goes on, unless everything is wanted again.
    if source.run and source.counts.get("under_way") and not whole:
        return source
    until = find_end(asking, source)
    with database.session() as session:
        source = _source(session, source_id, lock=True)
        source.since = "" if whole else source.since
        source.run, source.token, source.until, source.counts = source.run + 1, "", until, {"under_way": 1}
        source.started_at = clock.now()
        session.add(source)
    return source


def _restart(database: Database, source_id: int) -> PartnerSource:
    with database.session() as session:
        source = _source(session, source_id, lock=True)
        source.token, source.run = "", source.run + 1
        session.add(source)
    return source


def _take_page(database: Database, source_id: int, page: Page) -> tuple[PartnerSource, bool]:
    """Write a page; whether it brought anything that this harvest had not seen."""
    fresh = False
    parts = [page.records[start : start + CHUNK] for start in range(0, len(page.records), CHUNK)] or [[]]
    for number, part in enumerate(parts, start=1):
        with database.session() as session:
            source = _source(session, source_id, lock=True)
            if page.token and page.token == source.token:
                raise InvalidError("partner_endless", records=_done(source.counts))
            counted = take_records(session, source, part)
            fresh = fresh or counted["again"] < len(part)
            source.counts = dict(Counter(source.counts) + counted)
            if number == len(parts):
                source.token = page.token
            session.add(source)
    return source, fresh


def _finish(database: Database, source_id: int) -> Counter[str]:
    with database.session() as session:
        source = _source(session, source_id, lock=True)
        counted = Counter(source.counts)
        if source.form is PartnerForm.JSON and SINCE not in source.address:
            counted += Counter(withdrawn=withdraw_unseen(session, source))
        del counted["under_way"]
        source.since = source.until or _moment(source)
        source.until, source.token, source.counts, source.harvested_at = "", "", dict(counted), clock.now()
        session.add(source)
    return counted


def _moment(source: PartnerSource) -> str:
    """Where the next harvest of a feed begins, by our own clock: the moment at which this one began."""
    return f"{source.started_at or clock.now():%Y-%m-%dT%H:%M:%SZ}" if SINCE in source.address else ""


def _done(counts: dict[str, int]) -> int:
    return sum(number for name, number in counts.items() if name not in ("again", "under_way"))


def _source(session: Session, source_id: int, *, lock: bool = False) -> PartnerSource:
    source = session.get(PartnerSource, source_id, with_for_update=lock)
    if source is None:
        raise NotFoundError("partner_not_found", id=source_id)
    return source
