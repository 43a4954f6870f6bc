"""Alembic's entry: run by `migrate`, with the engine settings of the receiver."""

from alembic import context

from secondread_server.adapters.database.engine import make_engine
from secondread_server.adapters.database.schema import metadata

engine = make_engine(context.config.attributes["url"])
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()
    connection.commit()
engine.dispose()
