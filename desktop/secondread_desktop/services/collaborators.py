"""The collaborators of the use cases that send, handed over as one value."""

from collections.abc import Callable
from dataclasses import dataclass

from secondread_desktop.core.events import Tell
from secondread_desktop.services.ports import (
    Clock,
    Connect,
    Contents,
    Credentials,
    Flag,
    Medium,
    Outbox,
    Staging,
    Stock,
)

EVERY_PART = 1 << 62  # whatever is left out, said beforehand


@dataclass(frozen=True, slots=True)
class Collaborators:
    """What a journey works with. `jitter` returns 0 to 1; `patience_s` bounds waiting without progress.

    `part_agreed`: so many files may stay behind unread, as a person said when shown that number; more asks anew.
    """

    connect: Connect
    outbox: Outbox
    stock: Callable[[str], Stock]
    staging: Staging
    credentials: Credentials
    medium: Callable[[str, int], Medium]
    contents: Contents
    clock: Clock
    jitter: Callable[[], float]
    cancel: Flag
    tell: Tell
    patience_s: float = 600.0
    part_agreed: int = 0
