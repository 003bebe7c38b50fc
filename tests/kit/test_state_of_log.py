"""Whether anything has changed can be told by the log."""

from collections.abc import Callable

import pytest
from sqlmodel import Session, col

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


def test_what_is_left_out_is_no_other_state(database: Database) -> None:
    besides = col(AuditEntry.entity) == "x"
    with database.session() as session:
        session.add(entry(9))
    with database.session() as session:
        before = state_of_log(session, besides)
        session.add(entry(10))
        session.flush()
        left_out = state_of_log(session, besides)

        add_organisation(session)
        session.flush()

        assert before == left_out != state_of_log(session, besides)


def test_nothing_that_counts_is_missed_however_much_is_left_out(database: Database) -> None:
    besides = col(AuditEntry.entity) == "x"
    with database.session() as session:
        before = state_of_log(session, besides)
        add_organisation(session)
        session.flush()
        session.add(entry(5000))
        session.flush()

        assert state_of_log(session, besides) != before
