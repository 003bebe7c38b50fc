"""What is looked after from time to time: the index of each process, and the rounds that one process makes for all."""

import gc
from datetime import datetime, timedelta

import structlog

from matchmaker.accounts.sign_ins import forget_ended
from matchmaker.embedding import store
from matchmaker.interest.service import expire_requests
from matchmaker.kit import clock
from matchmaker.kit.errors import MatchmakerError, UnavailableError
from matchmaker.kit.faults import fault_of
from matchmaker.kit.locks import leading
from matchmaker.kit.mail.outbox import forget_old as forget_old_mail
from matchmaker.kit.rounds import GoingRound
from matchmaker.kit.secrets import Secret
from matchmaker.matching import jobs as matching_jobs
from matchmaker.matching import learned, whole
from matchmaker.matching.service import Matcher
from matchmaker.outcomes.feeds.digests.service import write_digests
from matchmaker.outcomes.feeds.partners.service import start_due
from matchmaker.outcomes.following.files.service import sweep_files
from matchmaker.outcomes.following.reminding.service import remind
from matchmaker.outcomes.retention.jobs import ask_daily
from matchmaker.services import Services, open_matcher

log = structlog.get_logger(__name__)
MAINTENANCE_SECONDS = 5.0
# Due dates are days: looking often only makes up sooner for what was entered late.
FOLLOWING_EVERY = timedelta(hours=1)
WAKING_HOURS = range(7, 21)


class Rounds:
    """What must be done once for all, every few seconds, by whichever process comes first.

    Each duty is safe to be done twice, as after a crash; the lock keeps processes from doing it side by side.
    """

    def __init__(self, services: Services) -> None:
        self._services = services
        self._followed_at: datetime | None = None

    def go(self) -> None:
        """Do what is due, unless another process is at it."""
        with leading(self._services.database, "rounds") as leads:
            if leads:
                self._expire()
                self._follow()

    def rank(self, matcher: Matcher) -> None:
        """Ask for what the catalogue needs after changes, unless another process is at it."""
        with leading(self._services.database, "ranking") as leads:
            if leads and matching_jobs.maintain(self._services.database, matcher):
                self._services.wake()

    def _expire(self) -> None:
        with self._services.database.session() as session:
            expire_requests(session)
            forget_ended(session, self._services.settings)
            forget_old_mail(session)
            if job := ask_daily(session):
                self._services.submit_after_commit(session, job)

    def _follow(self) -> None:
        """Write letters and ask partners for their news, in the hours of the day; remove files of nobody."""
        now = clock.now()
        by_day = now.astimezone(clock.HOME_ZONE).hour in WAKING_HOURS
        if not by_day or (self._followed_at is not None and now - self._followed_at < FOLLOWING_EVERY):
            return
        self._followed_at = now
        remind(self._services.database)
        with self._services.database.session() as session:
            due = start_due(session)
        if due:
            self._services.wake()
        settings = self._services.settings
        threshold = learned.current_weights(self._services.learned_folder).calibration.threshold
        write_digests(self._services.database, Secret(settings.secret, settings.data_folder), threshold)
        sweep_files(self._services.database, self._services.file_folder)


def _why_not_loaded(services: Services, error: Exception) -> MatchmakerError:
    """What is told of a model that cannot be loaded for a reason that its loader does not know: damaged files."""
    model, reason = services.settings.model, str(error)[:300]
    return fault_of(error) or UnavailableError("model_not_loadable", model=model, reason=reason)


class Keeper(GoingRound):
    """A thread that gets the matcher of this process ready and keeps it so; with ``rounds`` it makes those too."""

    def __init__(self, services: Services, *, rounds: bool) -> None:
        super().__init__("keeper", MAINTENANCE_SECONDS)
        self._services = services
        self._rounds = Rounds(services) if rounds else None
        self._settled: Matcher | None = None

    def go(self) -> None:
        """Look after the index, then make the rounds."""
        try:
            self._look_after_index()
        except MatchmakerError as error:
            self._services.problem = error
            log.warning("matcher_not_ready", code=error.code, **error.params)
        except Exception as error:
            if self._services.matcher is None:
                self._services.problem = _why_not_loaded(self._services, error)
            log.exception("maintenance_failed")
        self._make_rounds()

    def _look_after_index(self) -> None:
        matcher = self._current()
        self._services.refresh(matcher)
        if self._rounds:
            self._rounds.rank(matcher)

    def _make_rounds(self) -> None:
        """Also where there is no model: whoever waits for letters need not wait for that."""
        try:
            if self._rounds:
                self._rounds.go()
        except Exception:
            log.exception("rounds_failed")

    def _current(self) -> Matcher:
        """The matcher that serves, loaded by whoever came first; another one where other weights or vectors serve."""
        matcher = self._services.ready_matcher()
        if self._is_replaced(matcher):
            matcher = open_matcher(self._services)
        if matcher is not self._settled:
            self._settle(matcher)
        return matcher

    def _is_replaced(self, matcher: Matcher) -> bool:
        """Whether this process, or another one, has taken other weights or another model into use."""
        if matcher.engine.weights.version != learned.current_version(self._services.learned_folder):
            return True
        with self._services.database.session(writes=False) as session:
            serving = store.serving_model(session)
        return serving is not None and serving.name != matcher.engine.encoder.name

    def _settle(self, matcher: Matcher) -> None:
        self._settled, self._services.problem = matcher, None
        # What was loaded stays: looking through it for garbage would hold up all requests for a while. What was there
        # before may go.
        gc.unfreeze()
        gc.collect()
        gc.freeze()
        log.info("matcher_ready")
        whole.prepare(matcher)
