"""What lives as long as the process: database, matcher, job runner; put together in one place."""

import gc
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import structlog
from sqlmodel import Session

from matchmaker.accounts.sign_ins import forget_ended
from matchmaker.agenda import jobs as agenda_jobs
from matchmaker.agenda import personal as agenda_personal
from matchmaker.catalogue import jobs as catalogue_jobs
from matchmaker.embedding import store
from matchmaker.embedding.encoder import Encoder, Progress
from matchmaker.embedding.manifest import load_encoder
from matchmaker.interest import opening
from matchmaker.interest import personal as interest_personal
from matchmaker.interest.service import expire_requests
from matchmaker.kit import clock
from matchmaker.kit.database import Database, after_commit
from matchmaker.kit.errors import MatchmakerError, UnavailableError
from matchmaker.kit.jobs.context import JobContext
from matchmaker.kit.jobs.models import Job
from matchmaker.kit.jobs.runner import JobRunner
from matchmaker.kit.jobs.service import enqueue_once, handler
from matchmaker.kit.mail.outbox import forget_old as forget_old_mail
from matchmaker.kit.secrets import Secret
from matchmaker.matching import jobs as matching_jobs
from matchmaker.matching import learned, snapshot, whole
from matchmaker.matching.engine import Engine
from matchmaker.matching.sentences import SentenceVectors
from matchmaker.matching.service import Matcher
from matchmaker.matching.weights import Weights
from matchmaker.outcomes.day import personal as day_personal
from matchmaker.outcomes.feeds.digests import personal as digests_personal
from matchmaker.outcomes.feeds.digests.service import write_digests
from matchmaker.outcomes.feeds.webhooks import outbox
from matchmaker.outcomes.following import personal as following_personal
from matchmaker.outcomes.following.files.service import sweep_files
from matchmaker.outcomes.following.reminding.service import remind
from matchmaker.outcomes.learning import jobs as learning_jobs
from matchmaker.outcomes.retention import jobs as retention_jobs
from matchmaker.settings import Settings

log = structlog.get_logger(__name__)
MAINTENANCE_SECONDS = 5.0
# Due dates are days: looking often only makes up sooner for what was entered late.
FOLLOWING_EVERY = timedelta(hours=1)
WAKING_HOURS = range(7, 21)
SWITCH_MODEL = "matching.switch_model"

# Jobs, parts of personal data, the opener of teasers and the outbox of changes are registered by their modules.
__all__ = [
    "Services",
    "agenda_jobs",
    "agenda_personal",
    "catalogue_jobs",
    "day_personal",
    "digests_personal",
    "following_personal",
    "interest_personal",
    "learning_jobs",
    "open_matcher",
    "opening",
    "outbox",
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

    @property
    def index_folder(self) -> Path:
        return self.settings.data_folder / "index"

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
        if matcher.engine.behind():
            matcher.engine.rebuild(context.progress("encoding"))
            matcher.engine.save(self.index_folder)

    def submit_after_commit(self, session: Session, job: Job) -> None:
        """Run a job as soon as the transaction that wrote it is committed."""
        if self.runner and job.id is not None:
            after_commit(session, lambda: self.submit(job.id or 0))

    def submit(self, job_id: int) -> None:
        """Run a committed job soon, where this process runs jobs."""
        if self.runner:
            self.runner.submit(job_id)


def open_matcher(services: Services, progress: Progress | None = None) -> Matcher:
    """Load model, weights and index, and catch up with the database. Raises MatchmakerError when that fails.

    Where the setting names another model than the one whose vectors serve, the former one goes on serving, and a job
    is asked for that encodes everything anew and then changes over.
    """
    weights = learned.current_weights(services.learned_folder)
    with ThreadPoolExecutor(1) as pool:
        # Model and index are read side by side: each takes a second or two.
        loading = pool.submit(load_encoder, services.settings)
        saved = snapshot.load(services.index_folder, weights)
        wanted = loading.result()
    encoder = _serving_encoder(services, wanted)
    matcher = _matcher(services, encoder, weights)
    if not matcher.engine.take(saved):
        matcher.engine.rebuild(progress)
        matcher.engine.save(services.index_folder)
    with services.database.session() as session:
        if encoder is wanted:
            store.mark_serving(session, services.settings.model, encoder.name)
        else:
            services.submit_after_commit(session, enqueue_once(session, SWITCH_MODEL, "service"))
    services.matcher = matcher
    return matcher


@handler(SWITCH_MODEL)
def switch_model(context: JobContext) -> dict[str, str]:
    """Encode everything with the model of the settings, then change over to it."""
    services: Services = context.services
    encoder = load_encoder(services.settings)
    matcher = _matcher(services, encoder, learned.current_weights(services.learned_folder))
    matcher.engine.rebuild(context.progress("encoding"))
    matcher.engine.save(services.index_folder)
    with services.database.session() as session:
        store.mark_serving(session, services.settings.model, encoder.name)
    services.matcher = matcher
    return {"model": encoder.name}


def _matcher(services: Services, encoder: Encoder, weights: Weights) -> Matcher:
    engine = Engine(services.database, encoder, weights)
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


class Keeper:
    """A thread that gets the matcher ready and then looks after the catalogue every few seconds."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._settled: Matcher | None = None
        self._followed_at: datetime | None = None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._keep, name="keeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(timeout=10)

    def _keep(self) -> None:
        while not self._stop.is_set():
            try:
                matcher = self._current()
                with self._services.database.session() as session:
                    expire_requests(session)
                    forget_ended(session, self._services.settings)
                    forget_old_mail(session)
                    self._ask_to_let_go(session)
                self._follow()
                for job_id in matching_jobs.maintain(self._services.database, matcher):
                    self._services.submit(job_id)
            except MatchmakerError as error:
                self._services.problem = error
                log.warning("matcher_not_ready", code=error.code, **error.params)
            except Exception:
                log.exception("maintenance_failed")
            self._stop.wait(MAINTENANCE_SECONDS)

    def _ask_to_let_go(self, session: Session) -> None:
        if job := retention_jobs.ask_daily(session):
            self._services.submit_after_commit(session, job)

    def _follow(self) -> None:
        """Write letters about cases, in the hours of the day, and remove files that belong to none."""
        now = clock.now()
        by_day = now.astimezone(clock.HOME_ZONE).hour in WAKING_HOURS
        if not by_day or (self._followed_at is not None and now - self._followed_at < FOLLOWING_EVERY):
            return
        self._followed_at = now
        remind(self._services.database)
        settings = self._services.settings
        threshold = learned.current_weights(self._services.learned_folder).calibration.threshold
        write_digests(self._services.database, Secret(settings.secret, settings.data_folder), threshold)
        sweep_files(self._services.database, self._services.file_folder)

    def _current(self) -> Matcher:
        """The matcher that serves, loaded by whoever came first; another one where other weights are in use now."""
        matcher = self._services.ready_matcher()
        if matcher.engine.weights.version != learned.current_version(self._services.learned_folder):
            matcher = open_matcher(self._services)
        if matcher is not self._settled:
            self._settle(matcher)
        return matcher

    def _settle(self, matcher: Matcher) -> None:
        self._settled, self._services.problem = matcher, None
        # What was loaded stays: looking through it for garbage would hold up all requests for a while. What was there
        # before may go.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        log.info("matcher_ready")
        whole.prepare(matcher)
