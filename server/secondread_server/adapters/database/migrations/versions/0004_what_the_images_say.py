"""What the headers of the instances say, for the console: cases verified before have none and show without names."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "instance_headers",
        sa.Column("case", sa.String(length=32), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("patient_name", sa.String(length=120), nullable=False),
        sa.Column("birth_date", sa.String(length=10), nullable=False),
        sa.Column("study_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("study_date", sa.String(length=10), nullable=False),
        sa.Column("study_description", sa.String(length=120), nullable=False),
        sa.Column("institution", sa.String(length=120), nullable=False),
        sa.Column("series_instance_uid", sa.String(length=64), nullable=False),
        sa.Column("series_number", sa.Integer()),
        sa.Column("series_description", sa.String(length=120), nullable=False),
        sa.Column("modality", sa.String(length=16), nullable=False),
        sa.Column("slice_mm", sa.Float()),
        sa.Column("instance_number", sa.Integer()),
        sa.Column("frames", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case"], ["cases.id"], name=op.f("fk_instance_headers_case")),
        sa.PrimaryKeyConstraint("case", "ordinal", name=op.f("pk_instance_headers")),
    )
