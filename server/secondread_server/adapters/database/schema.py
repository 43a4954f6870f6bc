"""The tables. Every change here comes with a migration; a test compares the two."""

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

cases = sa.Table(
    "cases",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("token_sha256", sa.String(64), nullable=False),
    sa.Column("number", sa.String(11), nullable=False, unique=True),
    sa.Column("state", sa.String(16), nullable=False, index=True),
    sa.Column("created", sa.DateTime(timezone=True), nullable=False),
    sa.Column("round", sa.Integer, nullable=False),
    sa.Column("instances", sa.Integer, nullable=False),
    sa.Column("attachments", sa.Integer, nullable=False),
    sa.Column("manifest_sha256", sa.String(64)),
    sa.Column("needed", sa.JSON, nullable=False),
    sa.Column("received", sa.DateTime(timezone=True)),
    sa.Column("promised_by", sa.DateTime(timezone=True)),
)

intakes = sa.Table(
    "intakes",
    metadata,
    sa.Column("case", sa.ForeignKey("cases.id"), primary_key=True),
    sa.Column("intake", sa.JSON, nullable=False),
    sa.Column("taken", sa.DateTime(timezone=True), nullable=False),
)

consents = sa.Table(
    "consents",
    metadata,
    sa.Column("case", sa.ForeignKey("cases.id"), primary_key=True),
    sa.Column("kind", sa.String(16), primary_key=True),
    sa.Column("version", sa.String(64), primary_key=True),
    sa.Column("given", sa.DateTime(timezone=True), nullable=False),
)

items = sa.Table(
    "items",
    metadata,
    sa.Column("case", sa.ForeignKey("cases.id"), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("kind", sa.String(12), nullable=False),
    sa.Column("path", sa.String(1024), nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("study_instance_uid", sa.String(64)),
    sa.Column("series_instance_uid", sa.String(64)),
    sa.Column("sop_instance_uid", sa.String(64)),
    sa.Column("modality", sa.String(16)),
    sa.Column("is_verified", sa.Boolean, nullable=False),
)

# What the images say of themselves, read while they were verified; nothing else of a case is taken from them.
instance_headers = sa.Table(
    "instance_headers",
    metadata,
    sa.Column("case", sa.ForeignKey("cases.id"), primary_key=True),
    sa.Column("ordinal", sa.Integer, primary_key=True),
    sa.Column("patient_name", sa.String(120), nullable=False),
    sa.Column("birth_date", sa.String(10), nullable=False),
    sa.Column("patient_sex", sa.String(16)),
    sa.Column("study_instance_uid", sa.String(64), nullable=False),
    sa.Column("study_date", sa.String(10), nullable=False),
    sa.Column("study_description", sa.String(120), nullable=False),
    sa.Column("institution", sa.String(120), nullable=False),
    sa.Column("series_instance_uid", sa.String(64), nullable=False),
    sa.Column("series_number", sa.Integer),
    sa.Column("series_description", sa.String(120), nullable=False),
    sa.Column("modality", sa.String(16), nullable=False),
    sa.Column("slice_mm", sa.Float),
    sa.Column("instance_number", sa.Integer),
    sa.Column("frames", sa.Integer, nullable=False),
)

parcels = sa.Table(
    "parcels",
    metadata,
    sa.Column("upload", sa.String(32), primary_key=True),
    sa.Column("case", sa.ForeignKey("cases.id"), nullable=False, index=True),
    sa.Column("ordinal", sa.Integer, nullable=False),
    sa.Column("size", sa.BigInteger, nullable=False),
    sa.Column("sha256", sa.String(64), nullable=False),
    sa.Column("is_stored", sa.Boolean, nullable=False),
    sa.UniqueConstraint("case", "ordinal"),
)

payments = sa.Table(
    "payments",
    metadata,
    sa.Column("case", sa.ForeignKey("cases.id"), primary_key=True),
    sa.Column("provider", sa.String(16), nullable=False),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("amount_minor", sa.BigInteger),
    sa.Column("currency", sa.String(3)),
    sa.Column("reference", sa.String(128), index=True),
    sa.Column("url", sa.String(2048)),
)

simulated_cards = sa.Table(
    "simulated_cards",
    metadata,
    sa.Column("reference", sa.String(64), primary_key=True),
    sa.Column("state", sa.String(16), nullable=False),
    sa.Column("amount", sa.String(32), nullable=False),
    sa.Column("declines", sa.Integer, nullable=False, server_default="0"),
    sa.Column("capture_key", sa.String(80)),
)

mails = sa.Table(
    "mails",
    metadata,
    sa.Column("key", sa.String(80), primary_key=True),
    sa.Column("case", sa.ForeignKey("cases.id"), nullable=False),
    sa.Column("kind", sa.String(32), nullable=False),
    sa.Column("claimed", sa.DateTime(timezone=True)),
    sa.Column("sent", sa.DateTime(timezone=True)),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
)

staff = sa.Table(
    "staff",
    metadata,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("email", sa.String(254), nullable=False, unique=True),
    sa.Column("role", sa.String(16), nullable=False),
    sa.Column("password_hash", sa.String(256), nullable=False),
    sa.Column("created", sa.DateTime(timezone=True), nullable=False),
    sa.Column("is_blocked", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("link_sha256", sa.String(64), index=True),
    sa.Column("link_until", sa.DateTime(timezone=True)),
)

openings = sa.Table(
    "openings",
    metadata,
    sa.Column("place", sa.String(64), primary_key=True),
    sa.Column("hour", sa.String(13), primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
)

findings = sa.Table(
    "findings",
    metadata,
    sa.Column("case", sa.ForeignKey("cases.id"), primary_key=True),
    sa.Column("identity_outcome", sa.String(32)),
    sa.Column("confirmed_because", sa.String(200)),
    sa.Column("problems", sa.JSON, nullable=False),
    sa.Column("deidentification", sa.String(32), nullable=False),
    sa.Column("completeness", sa.JSON),
)

assignments = sa.Table(
    "assignments",
    metadata,
    sa.Column("case", sa.ForeignKey("cases.id"), primary_key=True),
    sa.Column("staff", sa.ForeignKey("staff.id"), nullable=False, index=True),
    sa.Column("since", sa.DateTime(timezone=True), nullable=False),
)

notes = sa.Table(
    "notes",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("case", sa.ForeignKey("cases.id"), nullable=False, index=True),
    sa.Column("staff", sa.ForeignKey("staff.id"), nullable=False),
    sa.Column("kind", sa.String(16), nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("written", sa.DateTime(timezone=True), nullable=False),
)

sessions = sa.Table(
    "sessions",
    metadata,
    sa.Column("id_sha256", sa.String(64), primary_key=True),
    sa.Column("staff", sa.ForeignKey("staff.id"), nullable=False, index=True),
    sa.Column("begun", sa.DateTime(timezone=True), nullable=False),
    sa.Column("seen", sa.DateTime(timezone=True), nullable=False),
)

sign_in_attempts = sa.Table(
    "sign_in_attempts",
    metadata,
    sa.Column("subject", sa.String(80), primary_key=True),
    sa.Column("count", sa.Integer, nullable=False),
    sa.Column("since", sa.DateTime(timezone=True), nullable=False),
)

# Append only: triggers of the migration refuse UPDATE and DELETE. No foreign keys: an entry outlives what it names.
audit_entries = sa.Table(
    "audit_entries",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    sa.Column("staff", sa.String(32), index=True),
    sa.Column("action", sa.String(32), nullable=False, index=True),
    sa.Column("case", sa.String(32), index=True),
    sa.Column("detail", sa.String(80), nullable=False),
    sa.Column("place", sa.String(64), nullable=False),
)
