"""The web service: routes of all slices, health, metrics, and what starts and stops with the process."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from anyio import CapacityLimiter
from anyio.to_thread import run_sync
from fastapi import APIRouter, Depends, FastAPI, Response
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from sqlalchemy.exc import DBAPIError
from sqlmodel import func, select
from starlette.middleware.gzip import GZipMiddleware

from matchmaker import __version__, migrate
from matchmaker.accounts import routes as accounts
from matchmaker.accounts import sign_in_routes
from matchmaker.accounts.acting import ActorDep
from matchmaker.accounts.joining import member_routes, sign_up_routes
from matchmaker.accounts.oidc import routes as oidc
from matchmaker.accounts.permissions import action_of
from matchmaker.accounts.permitting import permit
from matchmaker.accounts.privacy import routes as privacy
from matchmaker.accounts.records import routes as records
from matchmaker.accounts.regaining import routes as regaining
from matchmaker.accounts.second_factor import routes as second_factor
from matchmaker.accounts.tokens import routes as tokens
from matchmaker.agenda import asking_routes, editing_routes, live_routes
from matchmaker.agenda import routes as agenda
from matchmaker.catalogue import import_routes
from matchmaker.catalogue import routes as catalogue
from matchmaker.catalogue.answering import routes as answering
from matchmaker.catalogue.sectors import routes as sectors
from matchmaker.events import people_routes
from matchmaker.events import routes as events
from matchmaker.interest import routes as interest
from matchmaker.kit import clock
from matchmaker.kit.admission import Admission
from matchmaker.kit.auditing import AuditEntry
from matchmaker.kit.bodies import BodyLimit
from matchmaker.kit.configuration import routes as configuration
from matchmaker.kit.database import Database, not_current
from matchmaker.kit.errors import MatchmakerError, UnavailableError
from matchmaker.kit.faults import clock_fault, disk_fault, fault_of, told
from matchmaker.kit.guarding import Guarded
from matchmaker.kit.jobs.routes import make_router as make_job_router
from matchmaker.kit.logging import ensure_logging
from matchmaker.kit.problems import install_problem_handlers, responses
from matchmaker.kit.rates import Rates
from matchmaker.kit.secrets import Secret
from matchmaker.kit.sharing_rates import sharing_rates
from matchmaker.kit.telemetry.observing import Traced
from matchmaker.kit.web import Metrics, Observed
from matchmaker.matching import routes as matching
from matchmaker.operating import metrics as operator_metrics
from matchmaker.operating import telemetry
from matchmaker.outcomes.day import routes as day
from matchmaker.outcomes.feeds.digests import routes as digests
from matchmaker.outcomes.feeds.harvesting import routes as harvesting
from matchmaker.outcomes.feeds.national import routes as national
from matchmaker.outcomes.feeds.partners import routes as partners
from matchmaker.outcomes.feeds.streaming import routes as streaming
from matchmaker.outcomes.feeds.streaming.broadcasting import Broadcast
from matchmaker.outcomes.feeds.streaming.reading import FiguresSource
from matchmaker.outcomes.feeds.webhooks import routes as webhooks
from matchmaker.outcomes.following.cases import routes as cases
from matchmaker.outcomes.following.feedback import routes as feedback
from matchmaker.outcomes.following.files import routes as case_files
from matchmaker.outcomes.indicators import routes as indicators
from matchmaker.outcomes.learning import routes as learning
from matchmaker.outcomes.plans import routes as plans
from matchmaker.outcomes.reports import routes as reports
from matchmaker.page import install_page
from matchmaker.services import Services
from matchmaker.settings import Settings, get_settings
from matchmaker.working import working

# States of a database that requests can be answered from.
SERVED = frozenset(state.value for state in migrate.SchemaState if state.served)


def create_app(settings: Settings | None = None, *, background: bool = True) -> FastAPI:
    """The application. Without ``background`` nothing is loaded and no job runs until the caller does so."""
    settings = settings or get_settings()
    ensure_logging(settings.log_level, settings.log_format)
    services = Services(settings, Database(settings.database))
    app = FastAPI(
        title="Matchmaker",
        version=__version__,
        description="Matches technologies with needs across languages and says why.",
        lifespan=_lifespan(services) if background else None,
        openapi_url="/api/openapi.json",
        responses=responses(400, 401, 403, 413, 500, 503),
        generate_unique_id_function=_operation_id,
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings, app.state.services, app.state.database = settings, services, services.database
    app.state.secret = Secret(settings.secret, settings.data_folder)
    app.state.rates = Rates()
    app.state.broadcast = Broadcast(FiguresSource(services.database, settings, services.learned_folder))
    metrics = Metrics()
    operator_metrics.register(metrics.registry, services)
    exporting = telemetry.begin(services, metrics.registry)
    app.state.exporting = exporting
    # Cookies do not follow requests of other sites, so nobody can mix guesses with secrets and weigh the answer.
    app.add_middleware(GZipMiddleware, minimum_size=1_000, compresslevel=4)
    app.add_middleware(BodyLimit, most=settings.max_body_bytes)
    app.add_middleware(Admission, most=settings.requests_at_once)
    app.add_middleware(Guarded, address=settings.public_address)
    if exporting:
        app.add_middleware(Traced, exporting=exporting)
    app.add_middleware(Observed, metrics=metrics)
    install_problem_handlers(app)
    slices = (
        accounts,
        sign_in_routes,
        second_factor,
        regaining,
        sign_up_routes,
        member_routes,
        records,
        tokens,
        privacy,
        oidc,
        catalogue,
        import_routes,
        answering,
        sectors,
        matching,
        events,
        people_routes,
        interest,
        agenda,
        editing_routes,
        asking_routes,
        live_routes,
        day,
        feedback,
        indicators,
        plans,
        reports,
        cases,
        case_files,
        learning,
        configuration,
        webhooks,
        national,
        partners,
        streaming,
        digests,
    )
    for routes in slices:
        app.include_router(routes.router, prefix="/api", dependencies=[Depends(permit, scope="function")])
    app.include_router(harvesting.router, dependencies=[Depends(permit, scope="function")])
    jobs = make_job_router(_job_owner)
    app.include_router(jobs, prefix="/api", dependencies=[Depends(permit, scope="function")])
    app.include_router(_operations(services, metrics))
    install_page(app, services.database)
    return app


def _lifespan(services: Services) -> Callable[[FastAPI], Any]:
    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        jobs = working(services, jobs=services.settings.run_jobs)
        with jobs, sharing_rates(services.database, app.state.rates):
            yield
        telemetry.end(app.state.exporting)

    return lifespan


def _operation_id(route: APIRoute) -> str:
    return action_of(route.endpoint.__module__, route.endpoint.__name__)


def _job_owner(actor: ActorDep) -> str | None:
    return None if actor.organiser else actor.name


def _operations(services: Services, metrics: Metrics) -> APIRouter:
    router = APIRouter(tags=["operations"])
    # Threads beside those of requests: in a crowd whoever watches is answered all the same.
    beside = CapacityLimiter(2)

    @router.get("/health")
    async def health() -> dict[str, str]:
        """Whether the process answers at all."""
        return {"status": "ok"}

    @router.get("/ready", responses={503: {"description": "Not ready; the body says why."}})
    async def ready() -> JSONResponse:
        """Whether database, model and index can serve."""
        state = await run_sync(readiness, services, limiter=beside)
        return JSONResponse(state, status_code=200 if state["ready"] else 503)

    @router.get("/metrics", response_class=Response)
    def get_metrics() -> Response:
        """Metrics for Prometheus."""
        return Response(generate_latest(metrics.registry), media_type=CONTENT_TYPE_LATEST)

    return router


def readiness(services: Services) -> dict[str, Any]:
    """What works and what does not, as ``/ready`` shows it."""
    database, fault = _database_state(services.database)
    # What does not keep it from serving is told all the same: it soon would.
    problem = fault or services.problem or disk_fault(services.settings.data_folder) or _clock_state(services.database)
    matcher = services.matcher
    return {
        "ready": database in SERVED and matcher is not None,
        "database": database,
        "model": matcher.engine.encoder.name if matcher else _model_state(services),
        "weights": matcher.engine.weights.version if matcher else None,
        "vectors": services.shelf.engine if matcher else None,
        "problem": told(problem) if problem else None,
    }


def _model_state(services: Services) -> str:
    return services.problem.code if services.problem else "loading"


def _database_state(database: Database) -> tuple[str, MatchmakerError | None]:
    if fault := database.fault():
        return "unreachable", fault
    try:
        state = migrate.state(database)
    except DBAPIError as error:
        return "unreachable", fault_of(error) or UnavailableError("database_unavailable")
    return state.value, None if state.served else not_current()


def _clock_state(database: Database) -> MatchmakerError | None:
    """Whether the log was written by a clock that is ahead of ours."""
    newest = select(func.max(AuditEntry.at))
    with database.session(writes=False) as session:
        return clock_fault(session.exec(newest).first(), clock.now())
