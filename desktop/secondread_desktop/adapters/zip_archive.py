"""Opens the list of a ZIP file with the passwords at hand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from secondread_desktop.adapters import zip_locks
from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.archives import Trouble
from secondread_desktop.adapters.zip_index import ZipIndex, data_place, members_of, open_entry, read_entries
from secondread_desktop.adapters.zip_records import Entry
from secondread_desktop.errors import MemberDamaged, MemberLocked
from secondread_desktop.services.passwords import PasswordBook

_SAMPLES = 8
_MOST_PROOF = 4 << 20  # about a second for the slow lock
_BLOCK = 1 << 16
_MOST_FITTED = 20_000  # members; an AES key takes half a millisecond


def zip_index(source: Source, book: PasswordBook, *, root: str) -> ZipIndex:
    """Return the members of a ZIP file. What no password opens is left out, and said once."""
    entries, is_whole = read_entries(source)
    index = members_of(entries, source, is_whole=is_whole)
    locked = [entry for entry in index.entries.values() if entry.is_locked]
    if not locked:
        return index
    known = book.all()
    opening = _opening(locked, source, known)
    for password in opening:
        book.note_use(password, root)
    if opening:
        return replace(index, passwords=tuple(opening.values()))
    return _without_locked(index, "password_wrong" if known else "password_needed")


def _opening(locked: Sequence[Entry], source: Source, known: Iterable[str]) -> dict[str, bytes]:
    """Return the passwords that open anything: tried on small members, then on small ones that none of them fits."""
    step = -(-len(locked) // _MOST_FITTED)
    left = sorted(locked[::step], key=lambda entry: entry.packed)
    waiting, opening = list(known), dict[str, bytes]()
    while waiting and left:
        samples = left[:_SAMPLES]
        proven = {one: spelled for one in waiting if (spelled := _proven(one, samples, source=source)) is not None}
        if not proven:
            break
        opening |= proven
        waiting = [password for password in waiting if password not in proven]
        if waiting:
            left = [entry for entry in left if not any(_fits(entry, source, spelled) for spelled in proven.values())]
    return opening


def _without_locked(index: ZipIndex, code: str) -> ZipIndex:
    return replace(
        index,
        members=tuple(member for member in index.members if not index.entries[member.parts].is_locked),
        troubles=(*index.troubles, Trouble(code)),
    )


def _proven(password: str, samples: Sequence[Entry], *, source: Source) -> bytes | None:
    """Return how a password is spelled here, if it opens anything: the first bytes fit wrong ones too, by chance."""
    for spelled in zip_locks.spellings(password):
        if any(_opens(entry, source, spelled) for entry in samples):
            return spelled
    return None


def _fits(entry: Entry, source: Source, password: bytes) -> bool:
    try:
        return zip_locks.fits(entry, source, start=data_place(entry, source), password=password)
    except MemberDamaged:
        return False


def _opens(entry: Entry, source: Source, password: bytes) -> bool:
    if not _fits(entry, source, password):
        return False
    try:
        with open_entry(entry, source, passwords=(password,)) as stream:
            left = _MOST_PROOF
            while left > 0 and (block := stream.read(_BLOCK)):
                left -= len(block)
    except (MemberDamaged, MemberLocked):
        return False
    return True
