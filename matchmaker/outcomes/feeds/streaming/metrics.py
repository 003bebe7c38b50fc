"""Figures in the form of Prometheus, with what waits to be told to others."""

from pathlib import Path

from prometheus_client import CollectorRegistry, Gauge, generate_latest
from sqlmodel import Session, col, func, select

from matchmaker.outcomes.feeds.streaming.reading import figures_now
from matchmaker.outcomes.feeds.webhooks.models import DeliveryState, WebhookDelivery


def as_metrics(session: Session, learned: Path, streams: int) -> bytes:
    """All gauges, made anew: they are read from the database and not counted along."""
    registry = CollectorRegistry()
    total = Gauge("matchmaker_indicator", "An indicator of everything.", ("code",), registry=registry)
    part = Gauge("matchmaker_indicator_part", "A part of an indicator.", ("code", "part"), registry=registry)
    for figure in figures_now(session, learned):
        if figure.value is not None:
            total.labels(figure.code).set(figure.value)
        for one in figure.parts:
            part.labels(figure.code, one.key).set(one.value)
    Gauge("matchmaker_streams", "Open streams of this process.", registry=registry).set(streams)
    _count_deliveries(session, registry)
    return generate_latest(registry)


def _count_deliveries(session: Session, registry: CollectorRegistry) -> None:
    gauge = Gauge("matchmaker_webhook_deliveries", "What is told to others, by state.", ("state",), registry=registry)
    query = select(WebhookDelivery.state, func.count(col(WebhookDelivery.id))).group_by(col(WebhookDelivery.state))
    numbers = {DeliveryState(state): number for state, number in session.exec(query)}
    for state in DeliveryState:
        gauge.labels(state.value).set(numbers.get(state, 0))
