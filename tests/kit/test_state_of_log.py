"""Whether anything has changed can be told by the log."""

from collections.abc import Callable

import pytest
from sqlmodel import Session

from matchmaker.accounts.models import Organisation, OrganisationKind
from matchmaker.kit.auditing import AuditEntry, Door, state_of_log
from matchmaker.kit.database import Database


def entry(number: int) -> AuditEntry:
    told = {"actor": "x", "action": "x", "entity": "x", "entity_id": "1", "part": "x", "part_id": "1"}
    return AuditEntry(id=number, door=Door.PAGE, **told)


def add_organisation(session: Session) -> None:
    session.add(Organisation(name_vi="Viện Đo lường", kind=OrganisationKind.INSTITUTE))


def fill_a_gap(session: Session) -> None:
    session.add(entry(7))


@pytest.mark.parametrize("change", [add_organisation, fill_a_gap])
def test_a_change_is_another_state(database: Database, change: Callable[[Session], None]) -> None:
    with database.session() as session:
        session.add(entry(9))
    with database.session() as session:
        before = state_of_log(session)

        change(session)
        session.flush()

        assert state_of_log(session) != before


def test_reading_is_none(database: Database) -> None:
    with database.session() as session:
        add_organisation(session)
    with database.session(writes=False) as session:
        before = state_of_log(session)

        session.get(Organisation, 1)

        assert state_of_log(session) == before
