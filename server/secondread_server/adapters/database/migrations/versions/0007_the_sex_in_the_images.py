"""The sex that the images name, to compare it with the form; cases verified before have none."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column("instance_headers", sa.Column("patient_sex", sa.String(length=16)))
