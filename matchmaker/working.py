"""The threads of a process that work without being asked over HTTP, of the service as well as of a worker."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from matchmaker.keeping import Keeper
from matchmaker.kit.jobs.runner import JobRunner
from matchmaker.kit.mail.postman import Postman
from matchmaker.kit.secrets import Secret
from matchmaker.outcomes.feeds.calling.door import Caller
from matchmaker.outcomes.feeds.webhooks.courier import Carrying, Courier
from matchmaker.services import Services


@contextmanager
def working(services: Services, *, jobs: bool, lanes: Collection[str] | None = None) -> Iterator[None]:
    """Keep the index of this process; with ``jobs`` also run jobs (of some lanes or of all), rounds and deliveries."""
    threads: list[Keeper | Postman | Courier | JobRunner] = [Keeper(services, rounds=jobs)]
    if jobs:
        services.runner = JobRunner(services.database, services, lanes)
        postman = Postman(services.database, services.settings)
        threads += [services.runner, postman, Courier(services.database, carrying_of(services))]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        # All at once, so that they finish side by side what they have begun.
        for thread in threads:
            thread.ask_to_stop()
        for thread in reversed(threads):
            thread.stop()


def carrying_of(services: Services) -> Carrying:
    """How this service carries what it tells to others."""
    settings = services.settings
    return Carrying(services.database, Secret(settings.secret, settings.data_folder), Caller(settings))
