"""The windows that a file offers, as choices with names of their own."""

from collections.abc import Sequence

from secondread_shared.frames.picture import Picture, Window


def offered(picture: Picture) -> tuple[Window, ...]:
    """Return what one may choose besides what the file sets: nothing where it offers only that."""
    choices = tuple(dict.fromkeys(picture.presets))
    if len(choices) == 1 and picture.window is not None and _pair(choices[0]) == _pair(picture.window):
        return ()
    return choices


def names_of(choices: Sequence[Window], *, unnamed: str) -> list[str]:
    """Return a name for each; `unnamed` takes a `{number}`. Files shout: `BONE` becomes `Bone`."""
    names: list[str] = []
    for number, choice in enumerate(choices, start=1):
        said = choice.name.replace("_", " ").strip()
        name = said.capitalize() if said.isupper() else said
        names.append(name if name and name not in names else unnamed.format(number=number))
    return names


def place_of(window: Window | None, choices: Sequence[Window]) -> int | None:
    """Return which is in force: 0 for what the file sets, then the choices; None for a window by hand."""
    if window is None:
        return 0
    pairs = [_pair(choice) for choice in choices]
    return pairs.index(_pair(window)) + 1 if _pair(window) in pairs else None


def _pair(window: Window) -> tuple[float, float]:
    return window.centre, window.width
