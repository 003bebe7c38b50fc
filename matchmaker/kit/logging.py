"""Structured logs: one line an event, with the id of the request it belongs to."""

import logging
import sys
from typing import Any

import structlog


def configure_logging(level: str, form: str) -> None:
    """Write to standard error, as JSON lines or for people."""
    renderer: Any = structlog.processors.JSONRenderer()
    if form != "json":
        # By itself it would show the values of variables, which may be secrets.
        renderer = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.format_exc_info, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper(), logging.INFO)),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )


def ensure_logging(level: str, form: str) -> None:
    """Configure, unless the process already did."""
    if not structlog.is_configured():
        configure_logging(level, form)
