"""The application database through SQLAlchemy Core: the same statements on SQLite and PostgreSQL."""
