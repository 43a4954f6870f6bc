"""The state folder as a whole: outbox, parcel files and secrets, opened together."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from secondread_desktop.adapters.credentials import CaseCredentials, Keyring
from secondread_desktop.adapters.draft_file import EncryptedDraft
from secondread_desktop.adapters.outbox import SqliteOutbox, SqliteStock
from secondread_desktop.adapters.outbox_database import OutboxDatabase, open_owner_lock
from secondread_desktop.adapters.staging import FolderStaging
from secondread_desktop.adapters.system import make_state_folder


@dataclass(frozen=True, slots=True)
class StateFolder:
    """Its parts."""

    outbox: SqliteOutbox
    stock: Callable[[str], SqliteStock]
    staging: FolderStaging
    credentials: CaseCredentials
    drafts: EncryptedDraft


@contextmanager
def opened(path: Path, keyring: Callable[[], Keyring | None]) -> Iterator[StateFolder]:
    """Own the folder: one program at a time may change it. Raises `StateInUse`, `StateUnusable`."""
    folder = make_state_folder(path)
    lock = open_owner_lock(folder)
    try:
        with _parts(folder, keyring) as parts:
            parts.staging.keep_only_cases({submission.case for submission in parts.outbox.pending()})
            yield parts
    finally:
        lock.release()


@contextmanager
def looked_at(path: Path, keyring: Callable[[], Keyring | None]) -> Iterator[StateFolder]:
    """Look into the folder, also while another program owns it."""
    with _parts(make_state_folder(path), keyring) as parts:
        yield parts


@contextmanager
def _parts(folder: Path, keyring: Callable[[], Keyring | None]) -> Iterator[StateFolder]:
    database = OutboxDatabase(folder)
    credentials = CaseCredentials(folder / "credentials", keyring())
    try:
        yield StateFolder(
            outbox=SqliteOutbox(database),
            stock=partial(SqliteStock, database),
            staging=FolderStaging(folder / "staging"),
            credentials=credentials,
            drafts=EncryptedDraft(folder, credentials),
        )
    finally:
        database.close()
