"""Outgoing mail, joining, second factors"""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_mail()
    _change_accounts()
    _create_joining()
    _create_second_factors()


def _change_accounts() -> None:
    with op.batch_alter_table("organisation") as batch:
        batch.add_column(sa.Column("tax_code", sa.String(14), nullable=False, server_default=""))
        # Those that are there were brought in by organisers.
        batch.add_column(sa.Column("verification", sa.String(40), nullable=False, server_default="verified"))
        batch.add_column(sa.Column("verification_reason", sa.String(500), nullable=False, server_default=""))
        batch.add_column(sa.Column("verified_by", sa.String(100), nullable=False, server_default=""))
    only = sa.text("tax_code <> '' AND verification = 'verified'")
    op.create_index(
        "ux_organisation_verified_tax_code",
        "organisation",
        ["tax_code"],
        unique=True,
        sqlite_where=only,
        postgresql_where=only,
    )
    with op.batch_alter_table("account_link") as batch:
        batch.add_column(sa.Column("account_id", sa.Integer(), nullable=True))
        batch.add_column(sa.Column("details", sa.JSON(), nullable=False, server_default="{}"))
        batch.create_foreign_key("fk_account_link_account", "account", ["account_id"], ["id"], ondelete="CASCADE")
        batch.create_index("ix_account_link_account_id", ["account_id"], unique=False)


def _create_joining() -> None:
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(40), nullable=False),
        sa.Column("version", sa.String(40), nullable=False),
        sa.Column("given_at", UTCDateTime(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_consent_account_id", "consent", ["account_id"], unique=False)
    op.create_table(
        "join_request",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account_id", "organisation_id"),
    )
    op.create_index("ix_join_request_organisation_id", "join_request", ["organisation_id"], unique=False)
    op.create_table(
        "invitation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.String(254), nullable=False),
        sa.Column("role", sa.String(40), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("invited_by", sa.String(100), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("expires_at", UTCDateTime(), nullable=False),
        sa.Column("accepted_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("organisation_id", "email"),
        sa.UniqueConstraint("token_hash"),
    )


def _create_second_factors() -> None:
    op.create_table(
        "second_factor",
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.String(64), nullable=False),
        sa.Column("last_step", sa.Integer(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("confirmed_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("account_id"),
    )
    op.create_table(
        "recovery_code",
        sa.Column("code_hash", sa.String(64), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["account_id"], ["account.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code_hash"),
    )
    op.create_index("ix_recovery_code_account_id", "recovery_code", ["account_id"], unique=False)


def _create_mail() -> None:
    op.create_table(
        "outgoing_mail",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.String(254), nullable=False),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("mark", sa.String(64), nullable=False),
        sa.Column("state", sa.String(40), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(300), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("next_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_outgoing_mail_state", "outgoing_mail", ["state"], unique=False)


def downgrade() -> None:
    for table in ("recovery_code", "second_factor", "invitation", "join_request", "consent", "outgoing_mail"):
        op.drop_table(table)
    with op.batch_alter_table("account_link") as batch:
        batch.drop_index("ix_account_link_account_id")
        batch.drop_constraint("fk_account_link_account", type_="foreignkey")
        batch.drop_column("details")
        batch.drop_column("account_id")
    op.drop_index("ux_organisation_verified_tax_code", "organisation")
    with op.batch_alter_table("organisation") as batch:
        for column in ("verified_by", "verification_reason", "verification", "tax_code"):
            batch.drop_column(column)
