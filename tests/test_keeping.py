"""What is looked after without being asked."""

from datetime import timedelta
from pathlib import Path

from applications import settings_in
from processes import waited_for

from matchmaker.accounts.account_models import FailedSignIn
from matchmaker.keeping import Keeper
from matchmaker.kit import clock
from matchmaker.kit.database import Database
from matchmaker.services import Services


def test_rounds_are_made_also_without_a_model(tmp_path: Path, migrated_file: Path) -> None:
    settings = settings_in(tmp_path, migrated_file).model_copy(update={"encoder": "model"})
    services = Services(settings, Database(settings.database))
    with services.database.session() as session:
        session.add(FailedSignIn(key="old", count=1, last_at=clock.now() - timedelta(days=2)))

    def gone() -> bool:
        with services.database.session(writes=False) as session:
            return session.get(FailedSignIn, "old") is None

    keeper = Keeper(services, rounds=True)
    keeper.start()
    try:
        assert waited_for(gone)
    finally:
        keeper.stop()

    assert services.problem is not None
    assert (services.matcher, services.problem.code) == (None, "model_not_built")
    services.database.engine.dispose()
