"""What both sides say after a meeting, and the cases that come of it."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_words()
    _create_cases()
    _create_work()
    _create_outcomes()


def _create_words() -> None:
    op.create_table(
        "meeting_feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("side", sa.String(40), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("interested", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(40), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("steps", sa.JSON(), nullable=False),
        sa.Column("said_at", UTCDateTime(), nullable=False),
        sa.Column("sent_key", sa.String(100), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("received_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("event_id", "key", "side"),
    )
    for column in ("organisation_id", "account_id"):
        op.create_index(f"ix_meeting_feedback_{column}", "meeting_feedback", [column], unique=False)


def _create_cases() -> None:
    op.create_table(
        "followed_case",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pair", sa.String(100), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("need_id", sa.Integer(), nullable=True),
        sa.Column("technology_id", sa.Integer(), nullable=True),
        sa.Column("need_organisation_id", sa.Integer(), nullable=False),
        sa.Column("technology_organisation_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(40), nullable=True),
        sa.Column("waits_for", sa.String(40), nullable=True),
        sa.Column("declined_by", sa.String(40), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("began_at", UTCDateTime(), nullable=False),
        sa.Column("stage_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["need_id"], ["posting.id"]),
        sa.ForeignKeyConstraint(["technology_id"], ["posting.id"]),
        sa.ForeignKeyConstraint(["need_organisation_id"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["technology_organisation_id"], ["organisation.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("pair"),
    )
    for column in (
        "event_id",
        "need_id",
        "technology_id",
        "need_organisation_id",
        "technology_organisation_id",
        "stage",
    ):
        op.create_index(f"ix_followed_case_{column}", "followed_case", [column], unique=False)
    op.create_table(
        "case_meeting",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(60), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["case_id"], ["followed_case.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "key"),
    )
    op.create_index("ix_case_meeting_case_id", "case_meeting", ["case_id"], unique=False)
    op.create_table(
        "case_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(40), nullable=False),
        sa.Column("reason", sa.String(40), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["followed_case.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_case_step_case_id", "case_step", ["case_id"], unique=False)


def _create_work() -> None:
    op.create_table(
        "case_task",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("what", sa.String(300), nullable=False),
        sa.Column("person", sa.String(300), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("side", sa.String(40), nullable=True),
        sa.Column("responsible", sa.String(300), nullable=False),
        sa.Column("responsible_side", sa.String(40), nullable=True),
        sa.Column("progress", sa.String(40), nullable=False),
        sa.Column("progress_note", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("feedback_id", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("done_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["followed_case.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["feedback_id"], ["meeting_feedback.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("case_id", "account_id", "due", "feedback_id"):
        op.create_index(f"ix_case_task_{column}", "case_task", [column], unique=False)
    op.create_table(
        "case_note",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["followed_case.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    for column in ("case_id", "organisation_id", "account_id"):
        op.create_index(f"ix_case_note_{column}", "case_note", [column], unique=False)
    op.create_table(
        "case_file",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("stored", sa.String(40), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=True),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["followed_case.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"]),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("stored"),
    )
    for column in ("case_id", "organisation_id", "account_id"):
        op.create_index(f"ix_case_file_{column}", "case_file", [column], unique=False)


def _create_outcomes() -> None:
    op.create_table(
        "case_value",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(40), nullable=False),
        sa.Column("need_confirmed_at", UTCDateTime(), nullable=True),
        sa.Column("technology_confirmed_at", UTCDateTime(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("evidenced_at", UTCDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["followed_case.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id"),
    )
    op.create_table(
        "case_going",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("side", sa.String(40), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("says", sa.String(40), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["followed_case.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("case_id", "side", "months"),
    )
    op.create_table(
        "case_reminder",
        sa.Column("key", sa.String(80), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["followed_case.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_index("ix_case_reminder_case_id", "case_reminder", ["case_id"], unique=False)


def downgrade() -> None:
    tables = (
        "case_reminder",
        "case_going",
        "case_value",
        "case_file",
        "case_note",
        "case_task",
        "case_step",
        "case_meeting",
        "followed_case",
        "meeting_feedback",
    )
    for table in tables:
        op.drop_table(table)
