"""Harvesting takes as long as a partner does, so it is a job; a killed one goes on at the page it had reached."""

from typing import Any

import structlog

from matchmaker.accounts.acting import ORGANISER
from matchmaker.catalogue.sectors.reading import taxonomy_of
from matchmaker.kit.errors import UnavailableError
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.service import handler
from matchmaker.outcomes.feeds.calling.door import Caller
from matchmaker.outcomes.feeds.partners import comparing, harvesting, service
from matchmaker.outcomes.feeds.partners.fetching import Asking

log = structlog.get_logger(__name__)


@handler(service.HARVEST, lane="harvesting")
def harvest_partner(context: JobContext, *, source_id: int, whole: bool) -> dict[str, Any]:
    """Take what has changed, then look for copies. Without a model that is made up for by the next harvest."""
    counted = harvesting.harvest(context.database, _asking(context), source_id, context.report, whole=whole)
    try:
        engine = context.services.ready_matcher().engine
        counted["alike"] = comparing.compare(context.database, engine, source_id, context.report)
    except UnavailableError as error:
        log.warning("copies_not_looked_for", code=error.code)
    return dict(counted)


@handler(service.TRY, lane="harvesting")
def try_partner(context: JobContext, *, source_id: int) -> dict[str, Any]:
    """Read a first page and keep nothing."""
    with context.database.session(writes=False) as session:
        source, known = service.get_source(session, source_id, ORGANISER), taxonomy_of(session)
    return service.try_reading(_asking(context), source, known)


def _asking(context: JobContext) -> Asking:
    settings = context.services.settings
    return Asking(Caller(settings), settings.max_import_rows)
