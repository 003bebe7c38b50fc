"""Who was told of a published agenda, by what, and what became of the letter."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "agenda_notice",
        sa.Column("version_id", sa.Integer(), nullable=False),
        sa.Column("person_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(40), nullable=False),
        sa.Column("mail_id", sa.Integer(), nullable=True),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["version_id"], ["agenda_version.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["person_id"], ["event_person.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["mail_id"], ["outgoing_mail.id"], ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("version_id", "person_id"),
    )
    op.create_index("ix_agenda_notice_person_id", "agenda_notice", ["person_id"])
    op.create_index("ix_agenda_notice_mail_id", "agenda_notice", ["mail_id"])


def downgrade() -> None:
    op.drop_table("agenda_notice")
