"""What the window needs of the drives. The adapters are one a system; the fake is in `tests/support`."""

from typing import Protocol

from secondread_desktop.core.drives import Drive


class Drives(Protocol):
    """The media in this computer's drives. `now` may be asked every second or two, and by the window itself."""

    def now(self) -> tuple[Drive, ...]:
        """Return the media that can be read now."""

    def eject(self, drive: Drive) -> None:
        """Let a medium go; takes a while. Raises `EjectRefused`."""
