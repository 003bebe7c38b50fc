"""What there is before the first round: days on which people answer, plan and meet, and a receiver of changes."""

from dataclasses import dataclass
from pathlib import Path

from fair import open_market
from hands import Hands
from held import Held, hold
from running_day import RunningDay
from stage import make_stage
from starlette.testclient import TestClient
from support import Api

from matchmaker import migrate
from matchmaker.app import create_app
from matchmaker.kit.database import Database
from matchmaker.services import open_matcher
from matchmaker.settings import Settings


@dataclass(frozen=True)
class World:
    """Ids of what the traffic works on."""

    institute: int
    enterprise: int
    answering: int
    pairs: list[tuple[int, int]]
    editing: int
    keys: list[str]
    slots: list[int]
    planning: int
    day: int
    people: list[int]
    case: int


def make_world(folder: Path, database_url: str, receiver_address: str) -> World:
    """Migrate an empty database and fill it, in this process."""
    settings = Settings(
        data_folder=folder,
        database_url=database_url,
        encoder="hash",
        models_folder=folder / "models",
        acting_as_header=True,
        trusted_hosts="127.0.0.1",
        log_level="WARNING",
    )
    database = Database(settings.database)
    migrate.upgrade(database)
    database.engine.dispose()
    app = create_app(settings, background=False)
    open_matcher(app.state.services)
    api = Api(TestClient(app, raise_server_exceptions=False), app)
    try:
        return _fill(api, receiver_address)
    finally:
        app.state.database.engine.dispose()


def _fill(api: Api, receiver_address: str) -> World:
    held = hold(api)
    _meet(held)
    answering = _market(api)
    editing, planning = Hands(make_stage(_market(api))), Hands(make_stage(_market(api)))
    kinds = ["posting.published", "agenda.published", "case.moved"]
    api.post("/webhooks", {"name": "IOC", "address": receiver_address, "kinds": kinds})
    for place in range(2):
        editing.do("place", place, slot=place)
    return World(
        institute=held.seller,
        enterprise=held.buyer,
        answering=answering.fair.id,
        pairs=[(need, technology) for need in answering.needs for technology in answering.technologies],
        editing=editing.fair.id,
        keys=editing.keys[:2],
        slots=editing.stage.slots,
        planning=planning.fair.id,
        day=held.stage.fair.id,
        people=[held.stage.hanh, held.stage.tuan],
        case=held.rows()[0].id or 0,
    )


def _market(api: Api):  # type: ignore[no-untyped-def]
    seller = api.organisation(name_vi="Viện Hóa học")
    return open_market(api, seller, api.organisation(name_vi="Công ty Cảng", kind="enterprise"))


def _meet(held: Held) -> None:
    """Let the day run, and both sides want to go on."""
    RunningDay(held.stage).begin(minutes_ago=60)
    for side in (held.buyer, held.seller):
        held.say(side)
