"""Many random stories of answers and a draft, compared with the model of ``tests/agenda/draft_machine.py``."""

import tempfile
from pathlib import Path
from typing import Annotated

import typer
from draft_machine import DraftMachine
from fair import open_market
from hands import Hands
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test
from stage import make_stage
from starlette.testclient import TestClient
from support import Api

from matchmaker import migrate
from matchmaker.app import create_app
from matchmaker.services import open_matcher
from matchmaker.settings import Settings


def main(
    stories: Annotated[int, typer.Option(help="How many.")] = 100,
    steps: Annotated[int, typer.Option(help="The longest one.")] = 40,
) -> None:
    """Do at random what organisers and organisations do to an agenda."""
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        own = Settings(
            data_folder=Path(folder),
            models_folder=Path(folder),
            encoder="hash",
            acting_as_header=True,
            log_level="ERROR",
        )
        app = create_app(own, background=False)
        migrate.upgrade(app.state.database)
        open_matcher(app.state.services)
        api = Api(TestClient(app), app)
        seller, buyer = api.organisation(), api.organisation(kind="enterprise")

        class Story(DraftMachine):
            def begin(self) -> Hands:
                return Hands(make_stage(open_market(api, seller, buyer)))

        many = settings(
            max_examples=stories, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck)
        )
        run_state_machine_as_test(Story, settings=many)  # type: ignore[no-untyped-call]
        app.state.database.engine.dispose()
    typer.echo(f"{stories} stories agree with the model")
