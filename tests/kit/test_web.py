"""What is counted of a request."""

import pytest
from fastapi import APIRouter, FastAPI
from starlette.testclient import TestClient

from matchmaker.kit.web import Metrics, Observed


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


@pytest.fixture
def client(metrics: Metrics) -> TestClient:
    """A service with routers in routers, and with patterns that look like their prefix."""
    inner, outer, app = APIRouter(), APIRouter(), FastAPI()

    @inner.get("/things/{name}")
    @inner.get("/{anything}")
    @inner.get("/files/{place:path}")
    def answer() -> None:
        pass

    outer.include_router(inner, prefix="/v1")
    app.include_router(outer, prefix="/api")
    app.add_middleware(Observed, metrics=metrics)
    return TestClient(app)


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("/api/v1/things/1", "/api/v1/things/{name}"),
        ("/api/v1/things/a%2Fb", "other"),
        ("/api/v1/api", "/api/v1/{anything}"),
        ("/api/v1/files/a/files/b", "/api/v1/files/{place:path}"),
        ("/api/v1/a/b/c", "other"),
    ],
)
def test_requests_are_counted_by_the_whole_pattern(client: TestClient, metrics: Metrics, path: str, route: str) -> None:
    client.get(path)

    samples = [sample for family in metrics.registry.collect() for sample in family.samples]
    assert {sample.labels["route"] for sample in samples} == {route}
