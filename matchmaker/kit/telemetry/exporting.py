"""The one door to OpenTelemetry: spans and metrics of this process, sent over OTLP.

What else there is to set (sampling, headers, intervals) are OpenTelemetry's own variables ``OTEL_…``. A trace begins
here: nobody outside decides by a header what is written down. The id of a request joins its span with its log lines.
"""

import os
import socket
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from opentelemetry.exporter.otlp.proto.http.metric_exporter import OTLPMetricExporter
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.metrics import CallbackOptions, Observation
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import MetricReader, PeriodicExportingMetricReader
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.trace import SpanKind, Status, StatusCode
from prometheus_client import CollectorRegistry

from matchmaker import __version__
from matchmaker.kit.telemetry.spans import Fact

FLUSH_MILLISECONDS = 3000


class Exporting:
    """Writes down spans and metrics until it is stopped."""

    def __init__(self, spans: SpanProcessor, metrics: MetricReader, registry: CollectorRegistry) -> None:
        told = {
            "service.name": "matchmaker",
            "service.version": __version__,
            "service.instance.id": f"{socket.gethostname()}:{os.getpid()}",
        }
        resource = Resource.create(told)
        self._spans = TracerProvider(resource=resource, shutdown_on_exit=False)
        self._spans.add_span_processor(spans)
        self._tracer = self._spans.get_tracer("matchmaker", __version__)
        self._metrics = MeterProvider([metrics], resource, shutdown_on_exit=False)
        meter = self._metrics.get_meter("matchmaker", __version__)
        self._seconds = meter.create_histogram("http.server.request.duration", "s", "Time to answer.")
        self._observe(meter, registry)

    @contextmanager
    def span(self, name: str, facts: dict[str, Fact]) -> Iterator[None]:
        """One span inside of whatever span is open in this thread."""
        with self._opened(name, SpanKind.INTERNAL) as span:
            span.set_attributes(facts)
            yield

    @contextmanager
    def request(self, method: str, told: Callable[[], tuple[str, int, float]], request_id: str) -> Iterator[None]:
        """The span of a request; ``told`` gives the route's pattern, the status and the seconds at its end."""
        with self._opened(method, SpanKind.SERVER) as span:
            try:
                yield
            finally:
                route, status, seconds = told()
                facts: dict[str, Fact] = {
                    "http.request.method": method,
                    "http.route": route,
                    "http.response.status_code": status,
                }
                span.update_name(f"{method} {route}")
                span.set_attributes({**facts, "matchmaker.request.id": request_id})
                if status >= 500:
                    span.set_status(Status(StatusCode.ERROR))
                self._seconds.record(seconds, facts)

    def stop(self) -> None:
        """Send what is left, for a few seconds at most."""
        self._spans.force_flush(FLUSH_MILLISECONDS)
        self._spans.shutdown()
        self._metrics.shutdown(FLUSH_MILLISECONDS)

    @contextmanager
    def _opened(self, name: str, kind: SpanKind) -> Iterator[Any]:
        # Messages of errors may hold what people wrote, so only their types are told.
        with self._tracer.start_as_current_span(
            name, kind=kind, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield span
            except BaseException as error:
                span.set_attribute("error.type", type(error).__name__)
                span.set_status(Status(StatusCode.ERROR))
                raise

    def _observe(self, meter: Any, registry: CollectorRegistry) -> None:
        """Every counter and gauge that ``/metrics`` shows, under its own name."""
        for family in registry.collect():
            if family.type in ("counter", "gauge"):
                make = meter.create_observable_counter if family.type == "counter" else meter.create_observable_gauge
                make(family.name, [_observer(registry, family.name)], description=family.documentation)


def over_http(address: str, registry: CollectorRegistry) -> Exporting:
    """Sends to a collector such as ``http://collector:4318``."""
    base = address.rstrip("/")
    spans = BatchSpanProcessor(OTLPSpanExporter(f"{base}/v1/traces"))
    return Exporting(spans, PeriodicExportingMetricReader(OTLPMetricExporter(f"{base}/v1/metrics")), registry)


def _observer(registry: CollectorRegistry, name: str) -> Callable[[CallbackOptions], Iterable[Observation]]:
    def samples() -> Iterator[Any]:
        for family in registry.collect():
            if family.name == name:
                yield from (sample for sample in family.samples if not sample.name.endswith("_created"))

    def observe(_: CallbackOptions) -> Iterator[Observation]:
        for sample in samples():
            yield Observation(sample.value, dict(sample.labels))

    return observe
