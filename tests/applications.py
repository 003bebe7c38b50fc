"""Settings and applications of tests, for fixtures and for those who need several."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from matchmaker.app import create_app
from matchmaker.services import open_matcher
from matchmaker.settings import Settings


def settings_in(folder: Path, migrated_file: Path) -> Settings:
    """Settings of a service with a folder of its own, a migrated database and no model."""
    data_folder = folder / "var"
    data_folder.mkdir()
    shutil.copy(migrated_file, data_folder / "matchmaker.db")
    return Settings(data_folder=data_folder, encoder="hash", models_folder=folder / "models")


@contextmanager
def app_with(settings: Settings) -> Iterator[Any]:
    """The application with its matcher ready; jobs wait until somebody runs them."""
    made = create_app(settings, background=False)
    open_matcher(made.state.services)
    yield made
    made.state.database.engine.dispose()
