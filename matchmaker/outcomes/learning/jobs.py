"""Refitting takes minutes on a large catalogue."""

from typing import Any

from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.service import handler
from matchmaker.outcomes.learning import service

REFIT = "outcomes.refit"


@handler(REFIT, lane="matching")
def refit(context: JobContext) -> dict[str, Any]:
    """Learn from answers and outcomes; the keeper takes better weights up within seconds."""
    services = context.services
    return service.learn(context.database, services.ready_matcher().engine, services.learned_folder)
