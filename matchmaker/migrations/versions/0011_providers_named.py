"""Providers of identity have a name of their own and can be switched off."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("identity_provider") as table:
        table.add_column(sa.Column("name", sa.String(300), nullable=False, server_default=""))
        table.add_column(sa.Column("active", sa.Boolean, nullable=False, server_default=sa.true()))
    with op.batch_alter_table("identity_provider") as table:
        table.alter_column("name", server_default=None)
        table.alter_column("active", server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("identity_provider") as table:
        table.drop_column("active")
        table.drop_column("name")
