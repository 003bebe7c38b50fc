"""``/metrics``: what operators need beside requests, at little cost."""

from datetime import timedelta
from typing import Any

import pytest
from prometheus_client import CollectorRegistry
from prometheus_client.parser import text_string_to_metric_families as read
from sqlmodel import SQLModel
from starlette.testclient import TestClient
from support import Api

from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.models import Job, JobState
from matchmaker.kit.mail.models import Language, MailState, OutgoingMail
from matchmaker.operating import metrics
from matchmaker.operating.figures import Waiting, read_figures
from matchmaker.operating.metrics import OperatorMetrics
from matchmaker.services import Services


def samples(client: TestClient) -> dict[str, float]:
    """Value by name and labels."""
    shown = client.get("/metrics").text
    found = [sample for family in read(shown) for sample in family.samples]
    return {"".join([one.name, *sorted(one.labels.values())]): one.value for one in found}


def add(database: Database, *rows: SQLModel) -> None:
    with database.session() as session:
        session.add_all(rows)


def test_work_that_waits_and_has_failed_is_counted(client: TestClient, database: Database) -> None:
    hour_ago = clock.now() - timedelta(hours=1)
    long_ago = clock.now() - timedelta(days=2)
    add(
        database,
        Job(kind="a", created_at=hour_ago),
        Job(kind="a"),
        Job(kind="a", state=JobState.RUNNING),
        Job(kind="a", state=JobState.FAILED, ended_at=hour_ago),
        Job(kind="a", state=JobState.FAILED, ended_at=long_ago),
        OutgoingMail(recipient="a@b.c", language=Language.ENGLISH, subject="", text="", mark="1", created_at=hour_ago),
        OutgoingMail(recipient="a@b.c", language=Language.ENGLISH, subject="", text="", mark="2", state=MailState.SENT),
    )

    found = samples(client)

    assert (found["matchmaker_jobswaiting"], found["matchmaker_jobsrunning"], found["matchmaker_jobs_failed"]) == (
        2,
        1,
        1,
    )
    assert (found["matchmaker_mails_waiting"], found["matchmaker_mails_failed"]) == (1, 0)
    assert found["matchmaker_jobs_oldest_seconds"] == pytest.approx(3600, abs=60)
    assert found["matchmaker_mails_oldest_seconds"] == pytest.approx(3600, abs=60)
    assert found["matchmaker_deliveries_oldest_seconds"] == 0


def test_index_connections_disk_and_process_are_told(client: TestClient, api: Api, app: Any) -> None:
    api.organisation(key="ben-binh")

    found = samples(client)

    assert (found["matchmaker_database_up"], found["matchmaker_ready"]) == (1, 1)
    assert found["matchmaker_index_behind_changes"] == 0
    assert found["matchmaker_database_connections_in_use"] <= found["matchmaker_database_connections_most"]
    assert found["matchmaker_disk_free_bytes"] > 0
    assert found["process_resident_memory_bytes"] > 10_000_000


def test_a_database_that_is_away_is_told_and_the_rest_still_shown(app: Any) -> None:
    services: Services = app.state.services
    away = Database("postgresql+psycopg://nobody@127.0.0.1:9/none")
    collector = OperatorMetrics(Services(services.settings, away))

    found = {family.name: family.samples[0].value for family in collector.collect()}

    assert (found["matchmaker_database_up"], found["matchmaker_ready"]) == (0, 0)
    assert "matchmaker_jobs" not in found
    assert found["matchmaker_disk_free_bytes"] > 0


def test_scrapes_within_seconds_ask_the_database_once(app: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    registry = CollectorRegistry()
    metrics.register(registry, app.state.services)
    monkeypatch.setattr(metrics, "KEPT_SECONDS", 3600)
    first = registry.get_sample_value("matchmaker_jobs", {"state": "waiting"})

    add(app.state.database, Job(kind="a"))

    assert (first, registry.get_sample_value("matchmaker_jobs", {"state": "waiting"})) == (0, 0)
    with app.state.database.session(writes=False) as session:
        figures = read_figures(session)
    assert (figures.jobs.count, figures.mails) == (1, Waiting())
