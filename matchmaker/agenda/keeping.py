"""What is asked again and again of an agenda, kept until something that it was made from changes."""

from collections.abc import Callable

from sqlmodel import Session

from matchmaker.agenda.models import AgendaVersion
from matchmaker.catalogue.queries import last_change
from matchmaker.kit.auditing import state_of_log
from matchmaker.kit.database import remembered
from matchmaker.kit.remembered import Made
from matchmaker.matching.models import RankingRun


def kept(session: Session, event_id: int, name: str, version: AgendaVersion | None, make: Callable[[], Made]) -> Made:
    """What ``make`` reads of an event and of one version of its agenda, alike for everybody who may ask.

    People, tables, answers and postings are in the log of changes, the meetings of a draft in its revision, the worth
    of pairs in the last ranking.
    """
    run = session.get(RankingRun, 1)
    of_draft = (version.id, version.revision) if version else None
    state = (state_of_log(session), last_change(session), run.at if run else None, of_draft)
    return remembered(session, (name, event_id, version and version.id), state, make)
