"""Drives in memory."""

from dataclasses import dataclass, field

from secondread_desktop.core.drives import Drive
from secondread_desktop.errors import EjectRefused


@dataclass
class FakeDrives:
    """`stuck` are roots that the system does not let go of."""

    drives: tuple[Drive, ...] = ()
    stuck: set[str] = field(default_factory=set)

    def now(self) -> tuple[Drive, ...]:
        return self.drives

    def eject(self, drive: Drive) -> None:
        if drive.root in self.stuck:
            raise EjectRefused
        self.drives = tuple(other for other in self.drives if other != drive)
