"""What lives as long as the process: database, matcher, job runner; put together in one place."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path

import structlog
from sqlmodel import Session

from matchmaker.agenda import jobs as agenda_jobs
from matchmaker.agenda import personal as agenda_personal
from matchmaker.catalogue import jobs as catalogue_jobs
from matchmaker.embedding import store
from matchmaker.embedding.encoder import Encoder, Progress
from matchmaker.embedding.manifest import load_encoder
from matchmaker.embedding.vector_database import open_vectors
from matchmaker.events import sector_uses as events_sector_uses
from matchmaker.interest import opening
from matchmaker.interest import personal as interest_personal
from matchmaker.kit.database import Database, after_commit
from matchmaker.kit.errors import MatchmakerError, UnavailableError
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.jobs.runner import JobRunner
from matchmaker.kit.jobs.service import enqueue_once, handler
from matchmaker.matching import jobs as matching_jobs
from matchmaker.matching import learned
from matchmaker.matching.database_shelf import DatabaseShelf
from matchmaker.matching.engine import Engine
from matchmaker.matching.sentences import SentenceVectors
from matchmaker.matching.service import Matcher
from matchmaker.matching.shelf import FolderShelf, Shelf
from matchmaker.matching.spreading import encode_together
from matchmaker.matching.weights import Weights
from matchmaker.outcomes import sector_uses as outcomes_sector_uses
from matchmaker.outcomes.day import personal as day_personal
from matchmaker.outcomes.feeds.digests import personal as digests_personal
from matchmaker.outcomes.feeds.partners import jobs as partner_jobs
from matchmaker.outcomes.feeds.webhooks import outbox
from matchmaker.outcomes.following import personal as following_personal
from matchmaker.outcomes.learning import jobs as learning_jobs
from matchmaker.outcomes.retention import jobs as retention_jobs
from matchmaker.settings import Settings

log = structlog.get_logger(__name__)
SWITCH_MODEL = "matching.switch_model"

# Jobs, parts of personal data, uses of sectors, the opener of teasers and the outbox of changes are registered by their
# modules.
__all__ = [
    "Services",
    "agenda_jobs",
    "agenda_personal",
    "catalogue_jobs",
    "day_personal",
    "digests_personal",
    "events_sector_uses",
    "following_personal",
    "interest_personal",
    "learning_jobs",
    "matching_jobs",
    "open_matcher",
    "opening",
    "outbox",
    "outcomes_sector_uses",
    "partner_jobs",
    "retention_jobs",
]


@dataclass
class Services:
    """Shared by requests and jobs; ``matcher`` is None until the model is loaded, ``problem`` says why not."""

    settings: Settings
    database: Database
    matcher: Matcher | None = None
    problem: MatchmakerError | None = None
    runner: JobRunner | None = None
    _opening: threading.Lock = field(default_factory=threading.Lock)
    _building: threading.Lock = field(default_factory=threading.Lock)
    _loading: threading.Lock = field(default_factory=threading.Lock)
    _wanted: Encoder | None = None

    @property
    def index_folder(self) -> Path:
        return self.settings.data_folder / "index"

    @cached_property
    def shelf(self) -> Shelf:
        """Where the index is kept: beside the database on PostgreSQL, in its tables where it has pgvector."""
        if self.database.is_embedded:
            return FolderShelf(self.index_folder)
        return DatabaseShelf(self.database, self.index_folder, open_vectors(self.database.engine))

    @property
    def upload_folder(self) -> Path:
        return self.settings.data_folder / "uploads"

    @property
    def file_folder(self) -> Path:
        return self.settings.data_folder / "files"

    @property
    def learned_folder(self) -> Path:
        return self.settings.data_folder / "learned"

    def ready_matcher(self, progress: Progress | None = None) -> Matcher:
        """The matcher; loaded here where it is not yet, as for a job that was left behind and is taken up at the start.

        Raises MatchmakerError where it cannot be loaded.
        """
        with self._opening:
            return self.matcher or open_matcher(self, progress)

    def catch_up(self, context: JobContext) -> None:
        """Make what was published searchable: encode it with progress, index it, save the index.

        Without a model there is nothing to search with yet; the next start makes up for it.
        """
        try:
            matcher = self.ready_matcher(context.progress("encoding"))
        except UnavailableError as error:
            log.warning("index_not_updated", code=error.code)
            return
        self._rebuild(matcher, context.progress("encoding"))

    def refresh(self, matcher: Matcher) -> None:
        """Go on from what another process has built, or build where this one is behind and nobody else will."""
        matcher.engine.follow()
        if not (self.database.is_embedded and self.runner):
            self._rebuild(matcher)

    def _rebuild(self, matcher: Matcher, progress: Progress | None = None) -> None:
        # Several may find it behind at the same time; one build is enough.
        with self._building:
            if matcher.engine.behind():
                matcher.engine.rebuild(progress)

    def wanted_encoder(self) -> Encoder:
        """The encoder of the settings, loaded once. Raises UnavailableError."""
        with self._loading:
            self._wanted = self._wanted or load_encoder(self.settings)
            return self._wanted

    def encoder_named(self, name: str) -> Encoder:
        """The encoder that names itself so. Raises UnavailableError where this process has another one."""
        serving = self.matcher.engine.encoder if self.matcher else None
        encoder = serving if serving is not None and serving.name == name else self.wanted_encoder()
        if encoder.name != name:
            raise UnavailableError("model_not_here", model=name)
        return encoder

    def runs(self, lane: str) -> bool:
        """Whether this process takes up jobs of a lane."""
        return self.runner is not None and lane in self.runner.lanes

    def wake(self) -> None:
        """Look for jobs at once, where this process runs any."""
        if self.runner:
            self.runner.wake()

    def submit_after_commit(self, session: Session, job: Job) -> None:
        """Run a job as soon as the transaction that wrote it is committed."""
        if self.runner and job.id is not None:
            after_commit(session, self.wake)


def open_matcher(services: Services, progress: Progress | None = None) -> Matcher:
    """Load model, weights and index, and catch up with the database. Raises MatchmakerError when that fails.

    Where the setting names another model than the one whose vectors serve, the former one goes on serving, and a job
    is asked for that encodes everything anew and then changes over.
    """
    weights = learned.current_weights(services.learned_folder)
    with ThreadPoolExecutor(1) as pool:
        # Model and index are read side by side: each takes a second or two.
        loading = pool.submit(services.wanted_encoder)
        saved = services.shelf.load(weights)
        wanted = loading.result()
    encoder = _serving_encoder(services, wanted)
    matcher = _matcher(services, encoder, weights)
    if not matcher.engine.take(saved):
        matcher.engine.rebuild(progress)
    with services.database.session() as session:
        if encoder is wanted:
            store.mark_serving(session, services.settings.model, encoder.name)
        else:
            services.submit_after_commit(session, enqueue_once(session, SWITCH_MODEL, "service"))
    services.matcher = matcher
    return matcher


@handler(SWITCH_MODEL, lane="matching")
def switch_model(context: JobContext) -> dict[str, str]:
    """Encode everything with the model of the settings, then change over to it."""
    services: Services = context.services
    encoder = services.wanted_encoder()
    matcher = _matcher(services, encoder, learned.current_weights(services.learned_folder))
    matcher.engine.rebuild(context.progress("encoding"))
    with services.database.session() as session:
        store.mark_serving(session, services.settings.model, encoder.name)
    services.matcher = matcher
    return {"model": encoder.name}


def _matcher(services: Services, encoder: Encoder, weights: Weights) -> Matcher:
    engine = Engine(services.database, encoder, weights, services.shelf)
    engine.share_encoding = partial(encode_together, services.database, services, encoder)
    return Matcher(engine, SentenceVectors(engine))


def _serving_encoder(services: Services, wanted: Encoder) -> Encoder:
    """The encoder whose vectors serve now; the wanted one where there is no other or it cannot be loaded any more."""
    with services.database.session(writes=False) as session:
        serving = store.serving_model(session)
    if serving is None or serving.name == wanted.name:
        return wanted
    try:
        former = load_encoder(services.settings, serving.model)
    except MatchmakerError as error:
        log.warning("former_model_gone", model=serving.model, code=error.code)
        return wanted
    return former if former.name == serving.name else wanted
