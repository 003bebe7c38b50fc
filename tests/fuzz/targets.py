"""The targets by name."""

from importlib import import_module
from types import ModuleType

NAMES = (
    "csv_tables",
    "workbooks",
    "json_lines",
    "model_files",
    "case_files",
    "entity_tags",
    "harvest_requests",
    "badge_codes",
    "cookie_headers",
    "foreign_addresses",
)


def target(name: str) -> ModuleType:
    """The module of a target; imported by name, so that what it imports can be instrumented first."""
    return import_module(f".{name}", __package__)
