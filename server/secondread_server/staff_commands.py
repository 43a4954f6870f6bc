"""`staff add`: the first people who may sign in to the console."""

import datetime
from pathlib import Path

from secondread_server.adapters.database.engine import make_engine
from secondread_server.adapters.database.people_records import StaffRecords
from secondread_server.adapters.password_hashes import Argon2Passwords
from secondread_server.composition import database_url
from secondread_server.core.records import StaffRecord
from secondread_server.core.sign_in_rules import MIN_PASSWORD
from secondread_server.settings import Settings
from secondread_shared.ids import new_case_id
from secondread_shared.intake import is_email
from secondread_shared.states import Role


def add_staff(settings: Settings, data: Path, *, email: str, role: Role, password: str) -> str | None:
    """Add a member of staff; return a sentence if address or password do not stand. Raises `StaffExists`."""
    if not is_email(email):
        return "This is not an e-mail address."
    if len(password) < MIN_PASSWORD:
        return f"The password needs at least {MIN_PASSWORD} characters; give it on standard input."
    engine = make_engine(database_url(settings, data))
    record = StaffRecord(
        id=new_case_id(), email=email.lower(), role=role, password_hash=Argon2Passwords().digest(password)
    )
    StaffRecords(engine).add(record, now=datetime.datetime.now(datetime.UTC))
    engine.dispose()
    return None
