"""Plans of a year, their targets, and what is entered for them by hand."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(100), nullable=True),
        sa.Column("name_vi", sa.String(), nullable=False),
        sa.Column("name_en", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("key"),
    )
    _create_targets()
    _create_entries()


def _create_targets() -> None:
    texts = ("name_vi", "name_en", "definition_vi", "definition_en", "unit_vi", "unit_en")
    op.create_table(
        "plan_target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.String(), nullable=False) for name in texts),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("comparison", sa.String(40), nullable=False),
        sa.Column("responsible", sa.String(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("indicator", sa.String(60), nullable=True),
        sa.Column("part", sa.String(80), nullable=True),
        sa.Column("event_id", sa.Integer(), nullable=True),
        *(sa.Column(name, sa.String(), nullable=True) for name in ("sector", "kind", "region")),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_plan_target_plan_id", "plan_target", ["plan_id"])
    op.create_index("ix_plan_target_event_id", "plan_target", ["event_id"])


def _create_entries() -> None:
    op.create_table(
        "plan_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("evidence", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=True),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["target_id"], ["plan_target.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_plan_entry_target_id", "plan_entry", ["target_id"])
    op.create_index("ix_plan_entry_account_id", "plan_entry", ["account_id"])


def downgrade() -> None:
    for table in ("plan_entry", "plan_target", "plan"):
        op.drop_table(table)
