"""What the sender's program found out about the images being all there; cases sent before have none."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("findings", sa.Column("completeness", sa.JSON()))
