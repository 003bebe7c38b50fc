"""OpenTelemetry: sent where a setting names a collector, complete, and telling of nobody."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import ExportMetricsServiceRequest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError
from starlette.testclient import TestClient
from support import ORGANISER, Api

from matchmaker.app import create_app
from matchmaker.kit.database import Database
from matchmaker.kit.jobs.service import enqueue, run_job
from matchmaker.kit.telemetry.spans import span
from matchmaker.operating import telemetry
from matchmaker.services import Services, open_matcher
from matchmaker.settings import Settings


class Collector:
    """Understands what a collector would."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.spans: list[Any] = []
        self.metrics: list[Any] = []

    def take(self, path: str, body: bytes) -> None:
        self.bodies.append(body)
        if path == "/v1/traces":
            for resource in ExportTraceServiceRequest.FromString(body).resource_spans:
                self.spans += [one for scope in resource.scope_spans for one in scope.spans]
        elif path == "/v1/metrics":
            for resource in ExportMetricsServiceRequest.FromString(body).resource_metrics:
                self.metrics += [one for scope in resource.scope_metrics for one in scope.metrics]


@pytest.fixture
def collector() -> Iterator[tuple[str, Collector]]:
    """A collector on this machine, and its address."""
    found = Collector()

    class Taking(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.headers.get("Content-Encoding") == "gzip":
                import gzip

                body = gzip.decompress(body)
            found.take(self.path, body)
            self.send_response_only(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Taking)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}", found
    server.shutdown()
    server.server_close()


@pytest.fixture
def traced(settings: Settings, collector: tuple[str, Collector]) -> Iterator[tuple[Any, Collector]]:
    """A service that tells a collector, and what that has got once the service is told to send it."""
    app = create_app(settings.model_copy(update={"telemetry": collector[0]}), background=False)
    open_matcher(app.state.services)
    yield app, collector[1]
    telemetry.end(app.state.exporting)
    app.state.database.engine.dispose()


def facts_of(one: Any) -> dict[str, str]:
    return {fact.key: str(getattr(fact.value, fact.value.WhichOneof("value"))) for fact in one.attributes}


def test_a_search_is_one_trace_of_request_encoding_search_and_statements(traced: tuple[Any, Collector]) -> None:
    app, collector = traced
    client = TestClient(app)
    Api(client, app).organisation(key="ben-binh")

    client.get("/api/search?q=kho+lanh+cua+Nguyen+Thi+Lan", headers={"X-Acting-As": ORGANISER, "X-Request-Id": "r7"})
    client.get("/api/no-such-path-of-Lan")
    telemetry.end(app.state.exporting)

    (search,) = [one for one in collector.spans if one.name == "GET /api/search"]
    inside = {one.name for one in collector.spans if one.trace_id == search.trace_id}
    assert inside == {"GET /api/search", "search", "encode", "database"}
    assert facts_of(search) == {
        "http.request.method": "GET",
        "http.route": "/api/search",
        "http.response.status_code": "200",
        "matchmaker.request.id": "r7",
    }
    assert "GET other" in {one.name for one in collector.spans}
    statements = {facts_of(one)["db.operation.name"] for one in collector.spans if one.name == "database"}
    assert {"SELECT", "INSERT"} <= statements


def test_nothing_that_people_wrote_leaves_with_it(traced: tuple[Any, Collector]) -> None:
    app, collector = traced
    client = TestClient(app, raise_server_exceptions=False)
    client.get("/api/search?q=Nguyen+Thi+Lan")
    client.post("/api/sign-in", json={"email": "lan@ben-binh.example", "password": "geheim-geheim"})
    with pytest.raises(OperationalError), app.state.database.session() as session:
        session.connection().execute(text("SELECT lan FROM nothing WHERE x = :x"), {"x": "geheim"})
    with pytest.raises(RuntimeError), span("encode"):
        raise RuntimeError("geheim")

    telemetry.end(app.state.exporting)

    sent = b"".join(collector.bodies).lower()
    assert [word for word in (b"nguyen", b"ben-binh", b"geheim", b"lan from") if word in sent] == []
    failed = [facts_of(one)["error.type"] for one in collector.spans if one.status.code == 2 and one.name == "encode"]
    assert failed == ["RuntimeError"]


def test_jobs_are_traced_and_the_metrics_of_operators_sent(traced: tuple[Any, Collector]) -> None:
    app, collector = traced
    with app.state.database.session() as session:
        job = enqueue(session, "matching.rank_all", "organiser")
    TestClient(app).get("/health")

    run_job(app.state.database, app.state.services, job.id or 0)
    telemetry.end(app.state.exporting)

    assert [facts_of(one)["kind"] for one in collector.spans if one.name == "job"] == ["matching.rank_all"]
    names = {one.name for one in collector.metrics}
    assert {"http.server.request.duration", "matchmaker_jobs", "matchmaker_ready", "matchmaker_requests"} <= names


def test_a_worker_tells_as_long_as_it_works(settings: Settings, collector: tuple[str, Collector]) -> None:
    told = settings.model_copy(update={"telemetry": collector[0]})
    services = Services(told, Database(told.database))

    with telemetry.telling(services), span("letter"):
        pass
    with span("letter"):
        pass

    assert [one.name for one in collector[1].spans] == ["letter"]
    assert "matchmaker_jobs" in {one.name for one in collector[1].metrics}


def test_a_span_without_a_listener_does_nothing_and_a_service_without_the_setting_loads_nothing() -> None:
    @span("search")
    def double(number: int) -> int:
        return number * 2

    script = (
        "import sys; from matchmaker.app import create_app; from matchmaker.settings import Settings\n"
        "create_app(Settings(database_url='postgresql+psycopg:///none'), background=False)\n"
        "print([name for name in sys.modules if name.startswith('opentelemetry.sdk')])"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert (double(2), double(3)) == (4, 6)
    assert run.stdout.splitlines()[-1] == "[]"
