"""Starts OpenTelemetry for a process that serves or works, where the settings name a collector."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry

from matchmaker.kit.errors import UnavailableError
from matchmaker.kit.telemetry import spans
from matchmaker.kit.telemetry.observing import trace_statements
from matchmaker.operating.metrics import register
from matchmaker.services import Services

if TYPE_CHECKING:
    from matchmaker.kit.telemetry.exporting import Exporting


def begin(services: Services, registry: CollectorRegistry) -> "Exporting | None":
    """From here on spans and metrics are sent; None where no setting asks for it.

    Raises UnavailableError ``telemetry_not_installed`` where the extra packages are missing.
    """
    address = services.settings.telemetry
    if not address:
        return None
    try:
        from matchmaker.kit.telemetry.exporting import over_http
    except ImportError as error:
        raise UnavailableError("telemetry_not_installed", command="pip install 'matchmaker[otel]'") from error
    exporting = over_http(address, registry)
    trace_statements(services.database.engine)
    spans.listen(exporting)
    return exporting


@contextmanager
def telling(services: Services) -> Iterator[None]:
    """Send spans and metrics of a process that answers no requests, for as long as the block takes."""
    registry = CollectorRegistry()
    register(registry, services)
    exporting = begin(services, registry)
    try:
        yield
    finally:
        end(exporting)


def end(exporting: "Exporting | None") -> None:
    """Send what is left; once."""
    if exporting and spans.unlisten(exporting):
        exporting.stop()
