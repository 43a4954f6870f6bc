"""Plays the frames of one image: a tick at a time, and never a frame that is not yet drawn."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from secondread_desktop.core.cine import Cine

_AHEAD = 8  # frames drawn beforehand, so that a slow one does not stop the film


class Player(QObject):
    """`turned` carries the frame to show; `changed` whether it plays now."""

    turned = Signal(int)
    changed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._cine = Cine(1)
        self._frame = 0
        self._is_drawn = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def is_playing(self) -> bool:
        """Whether frames follow each other."""
        return self._timer.isActive()

    def play(self, cine: Cine, frame: int) -> None:
        """Begin at a frame that is shown already."""
        self._cine, self._frame, self._is_drawn = cine, frame, True
        self._timer.start(cine.interval_ms)
        self.changed.emit(True)

    def stop(self) -> None:
        """Stop where it is."""
        if self.is_playing:
            self._timer.stop()
            self.changed.emit(False)

    def note_drawn(self) -> None:
        """The frame that was asked for is shown: the next may come."""
        self._is_drawn = True

    def ahead(self) -> Sequence[int]:
        """Return the frames that follow."""
        return tuple(self._cine.ahead(self._frame, _AHEAD))

    def _tick(self) -> None:
        if self._is_drawn:
            self._is_drawn = False
            self._frame = self._cine.after(self._frame)
            self.turned.emit(self._frame)
