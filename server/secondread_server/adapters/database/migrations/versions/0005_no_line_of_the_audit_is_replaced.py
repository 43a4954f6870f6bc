"""The audit grows only, on SQLite by INSERT OR REPLACE too: it removes the old row without asking a DELETE trigger."""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    if op.get_bind().dialect.name == "sqlite":  # PostgreSQL's ON CONFLICT DO UPDATE asks the UPDATE trigger
        op.execute(
            "CREATE TRIGGER audit_entries_no_replace BEFORE INSERT ON audit_entries "
            "WHEN EXISTS (SELECT 1 FROM audit_entries WHERE id = NEW.id) "
            "BEGIN SELECT RAISE(ABORT, 'the audit is append only'); END"
        )
