"""Entering a mail inside another table's transaction: an event and its mail happen together or not at all."""

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from secondread_server.adapters.database import schema
from secondread_server.core.records import MailRecord


def enter_mail(connection: Connection, mail: MailRecord | None) -> None:
    """Make a mail due, once for its key."""
    if mail is None:
        return
    query = sa.select(schema.mails.c.key).where(schema.mails.c.key == mail.key)
    if connection.execute(query).first() is None:
        connection.execute(schema.mails.insert().values(**msgspec.structs.asdict(mail)))
