"""Whether a file's name, part by part, stays below the folder that it is joined to, as a system joins paths."""

from types import ModuleType

_MOVES = ("", ".", "..")
_WINDOWS_MARKS = frozenset('<>:"|?*')  # a colon is a drive or a second stream of a file; no name there has one of these


def leads_below(parts: tuple[str, ...], paths: ModuleType) -> bool:
    """Tell whether parts are plain names for `paths`, which is `posixpath` or `ntpath`: joined, they lead nowhere else.

    On a disc that a system lists every name is; in an archive any character may be.
    """
    return all(_is_plain(part, paths) for part in parts)


def _is_plain(part: str, paths: ModuleType) -> bool:
    if part in _MOVES or "\0" in part or paths.sep in part:
        return False
    if paths.altsep is None:
        return True
    # Windows takes dots and spaces off the end of a name, so that `.. ` is `..`.
    return paths.altsep not in part and bool(part.rstrip(". ")) and _WINDOWS_MARKS.isdisjoint(part)
