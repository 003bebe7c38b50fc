"""The list of postings in its order, from an index."""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_posting_listed", "posting", ["kind", "state", "updated_at", "id"])
    op.drop_index("ix_posting_kind_state", "posting")


def downgrade() -> None:
    op.create_index("ix_posting_kind_state", "posting", ["kind", "state"])
    op.drop_index("ix_posting_listed", "posting")
