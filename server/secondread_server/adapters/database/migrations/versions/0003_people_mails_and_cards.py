"""People can be blocked and get sign-in links; mails count their attempts; the simulator keeps a provider's books."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("simulated_cards", sa.Column("declines", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("simulated_cards", sa.Column("capture_key", sa.String(length=80), nullable=True))
    op.add_column("mails", sa.Column("attempts", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("staff", sa.Column("is_blocked", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("staff", sa.Column("link_sha256", sa.String(length=64), nullable=True))
    op.add_column("staff", sa.Column("link_until", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_staff_link_sha256"), "staff", ["link_sha256"])
