"""Agendas: versions, the meetings placed in them, who was told which, feeds of calendars"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Columns that refer to other rows, each with an index of its own.
REFERENCES = {
    "expert_id": "event_person.id",
    "interpreter_id": "event_person.id",
    "need_id": "posting.id",
    "need_organisation_id": "organisation.id",
    "need_person_id": "event_person.id",
    "slot_id": "slot.id",
    "table_id": "meeting_table.id",
    "technology_id": "posting.id",
    "technology_organisation_id": "organisation.id",
    "technology_person_id": "event_person.id",
}
TABLES = ["agenda_version", "agenda_placement", "agenda_told", "calendar_feed"]


def upgrade() -> None:
    op.create_table(
        "agenda_version",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("inputs", sa.JSON(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("published_by", sa.String(), nullable=True),
        sa.Column("published_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id", "number"),
    )
    op.create_table(
        "agenda_placement",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("technology_id", sa.Integer(), nullable=True),
        sa.Column("need_organisation_id", sa.Integer(), nullable=False),
        sa.Column("technology_organisation_id", sa.Integer(), nullable=False),
        sa.Column("need_person_id", sa.Integer(), nullable=False),
        sa.Column("technology_person_id", sa.Integer(), nullable=False),
        sa.Column("slot_id", sa.Integer(), nullable=False),
        sa.Column("table_id", sa.Integer(), nullable=False),
        sa.Column("interpreter_id", sa.Integer(), nullable=True),
        sa.Column("expert_id", sa.Integer(), nullable=True),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["agenda_version.id"], ondelete="CASCADE"),
        *(sa.ForeignKeyConstraint([column], [other]) for column, other in REFERENCES.items()),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("version_id", "key"),
    )
    op.create_table(
        "agenda_told",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["event_person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id"),
    )
    op.create_table(
        "calendar_feed",
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(60), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["event_person.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("person_id"),
        sa.UniqueConstraint("token"),
    )
    for column in REFERENCES:
        op.create_index(f"ix_agenda_placement_{column}", "agenda_placement", [column], unique=False)


def downgrade() -> None:
    for table in reversed(TABLES):
        op.drop_table(table)
