"""What is asked again and again of an agenda, kept until something that it was made from changes."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, Integer, cast, exists
from sqlmodel import Session, and_, case, col, or_

from matchmaker.agenda.models import AgendaVersion
from matchmaker.catalogue.models import Posting, State
from matchmaker.catalogue.queries import last_change
from matchmaker.kit.auditing import AuditEntry, state_of_log
from matchmaker.kit.database import remembered
from matchmaker.kit.remembered import Made
from matchmaker.matching.models import RankingRun


def kept(session: Session, event_id: int, name: str, version: AgendaVersion | None, make: Callable[[], Made]) -> Made:
    """What ``make`` reads of an event and of one version of its agenda, alike for everybody who may ask.

    People, tables, answers and postings are in the log of changes, the meetings of a draft in its revision, the worth
    of pairs in the last ranking. While one event is answered and drafts are typed, the agendas of others stay.
    """
    run = session.get(RankingRun, 1)
    of_draft = (version.id, version.revision) if version else None
    state = (state_of_log(session, _of_others(event_id)), last_change(session), run.at if run else None, of_draft)
    return remembered(session, (name, event_id, version and version.id), state, make)


def _of_others(event_id: int) -> ColumnElement[bool]:
    """Entries of the log that tell of other events, and of postings that nobody was shown yet."""
    of_event = and_(col(AuditEntry.entity) == "event", col(AuditEntry.entity_id) != str(event_id))
    # Not all ids are numbers: they are read as such only where they are.
    posting_id = case((col(AuditEntry.entity) == "posting", cast(AuditEntry.entity_id, Integer)))
    of_draft = exists().where(col(Posting.id) == posting_id, col(Posting.state) == State.DRAFT)
    return or_(of_event, of_draft)
