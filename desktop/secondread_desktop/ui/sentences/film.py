"""What is said of an image that is looked at: playing, brightness, marks, and films that cannot be played."""

from secondread_desktop.ui.language import tr

PLAY = tr("Play")
PAUSE = tr("Pause", "stop a moving image")
MARKS = tr("Marks")
MARKS_NAME = tr("Marks: what the hospital has drawn or written over the image")
BRIGHTNESS = tr("Brightness of the image")
AS_SET = tr("Brightness: as set")
BY_HAND = tr("Brightness: by hand")
_LONG_S = 100  # from here on it is told in minutes
UNNAMED = tr("setting {number}", "a brightness without a name")
PLAY_KEYS = tr("The space bar plays an image that moves, and stops it.")


def brightness(name: str) -> str:
    """Return `Brightness: Bone`."""
    return tr("Brightness: {name}").format(name=name)


def film_of(seconds: float) -> str:
    """Return what stands in place of a film."""
    whole = max(1, round(seconds))
    if whole == 1:
        return tr("A film of one second. It cannot be played here; it is sent all the same.")
    if whole < _LONG_S:
        return tr("A film of {number} seconds. It cannot be played here; it is sent all the same.").format(number=whole)
    minutes = round(whole / 60)
    return tr("A film of {number} minutes. It cannot be played here; it is sent all the same.").format(number=minutes)
