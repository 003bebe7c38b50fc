"""Postings whose last day has passed are found without reading all others"""

from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_posting_expires_on", "posting", ["expires_on"])


def downgrade() -> None:
    op.drop_index("ix_posting_expires_on", table_name="posting")
