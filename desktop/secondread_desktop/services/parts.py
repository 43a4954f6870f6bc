"""What the programs are made of, put together in `__main__` and replaced in tests: the commands and the window."""

import datetime
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.services.drive_ports import Drives
from secondread_desktop.services.passwords import PasswordBook
from secondread_desktop.services.ports import (
    Clock,
    Connect,
    Contents,
    Credentials,
    Drafts,
    Frames,
    Medium,
    Outbox,
    Staging,
    Stock,
)


@dataclass(frozen=True, slots=True)
class State:
    """The program's own folder, open."""

    outbox: Outbox
    stock: Callable[[str], Stock]
    staging: Staging
    credentials: Credentials
    drafts: Drafts


@dataclass(frozen=True, slots=True)
class Parts:
    """Makers of everything that touches the outside."""

    connect: Connect
    medium: Callable[[str, int], Medium]
    passwords: PasswordBook  # the one that `medium` asks
    contents: Callable[[], Contents]
    drives: Callable[[], Drives]
    frames: Callable[[], Frames]
    named_document: Callable[[str, int], FoundFile]
    open_state: Callable[[Path], AbstractContextManager[State]]
    read_state: Callable[[Path], AbstractContextManager[State]]
    examine_system: Callable[[Path], dict[str, Any]]
    default_state: Callable[[], Path]
    remembered_programme: Callable[[Path], str | None]
    address_in: Callable[[str], str | None]
    remember_programme: Callable[[Path, str], None]
    clock: Clock
    jitter: Callable[[], float]
    now: Callable[[], datetime.datetime]
    today: Callable[[], datetime.date]
    new_case_id: Callable[[], str]
    new_token: Callable[[], str]
