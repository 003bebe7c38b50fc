"""People who come by video or no more, changes that move calendars, revisions of blocks"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("event_person") as batch:
        batch.add_column(sa.Column("coming", sa.Boolean(), nullable=False, server_default=sa.true()))
        batch.add_column(sa.Column("remote", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("event_block") as batch:
        batch.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
        batch.add_column(sa.Column("changed_at", UTCDateTime(), nullable=True))
    op.create_table(
        "event_detail_change",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("detail", sa.String(40), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_event_detail_change_event_id", "event_detail_change", ["event_id"], unique=False)


def downgrade() -> None:
    op.drop_table("event_detail_change")
    for table, columns in (("event_block", ("changed_at", "revision")), ("event_person", ("remote", "coming"))):
        with op.batch_alter_table(table) as batch:
            for column in columns:
                batch.drop_column(column)
