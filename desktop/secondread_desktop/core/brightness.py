"""Brightness and contrast by hand: how far a drag moves a window (PS3.3 C.11.2.1.2)."""

from secondread_shared.frames.picture import Window

_PIXELS_A_WIDTH = 300.0  # so far must one drag to move the centre by one width
_MOST = 1e9
_LEAST_WIDTH = 1.0  # PS3.3 C.11.2.1.2.1: never below one


def dragged(window: Window, *, right: float, down: float) -> Window:
    """Return the window after a drag: down is darker, to the right is softer."""
    width = min(max(window.width * 2 ** (right / _PIXELS_A_WIDTH), _LEAST_WIDTH), _MOST)
    centre = window.centre + down * window.width / _PIXELS_A_WIDTH
    return Window(centre=min(max(centre, -_MOST), _MOST), width=width)
