"""The day: who is there, what was said of meetings, and the secret of the displays."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "check_in",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("here", sa.Boolean(), nullable=False),
        sa.Column("way", sa.String(40), nullable=False),
        sa.Column("said_at", UTCDateTime(), nullable=False),
        sa.Column("sent_key", sa.String(60), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["event_person.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id", "sent_key"),
    )
    op.create_index("ix_check_in_person_id", "check_in", ["person_id"])
    op.create_table(
        "meeting_word",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("speaker", sa.String(40), nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("missing", sa.String(40), nullable=True),
        sa.Column("said_at", UTCDateTime(), nullable=False),
        sa.Column("sent_key", sa.String(60), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id", "sent_key"),
    )
    op.create_index("ix_meeting_word_event_id_key", "meeting_word", ["event_id", "key"])
    op.create_table(
        "day_display",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("token", sa.String(60), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id"),
        sa.UniqueConstraint("token"),
    )


def downgrade() -> None:
    for table in ("day_display", "meeting_word", "check_in"):
        op.drop_table(table)
