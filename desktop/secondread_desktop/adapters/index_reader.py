"""Reads the DICOMDIRs of one scan: all together within one bound, and no further once the work is to stop."""

from typing import BinaryIO

from secondread_desktop.core.dicomdir import MOST_RECORDS, Budget, read_index
from secondread_desktop.services.ports import Examined
from secondread_desktop.services.sorts import Sort

_MOST_INDEX = 64 << 20  # a record has about half a kilobyte
_HEED_EVERY = 4096  # elements


class IndexReader:
    """Every DICOMDIR of one scan."""

    def __init__(self, most_records: int = MOST_RECORDS) -> None:
        self._left = most_records

    def read(self, file: BinaryIO, *, size: int) -> Examined:
        """Read what a DICOMDIR of `size` bytes names. Raises `OSError` of the medium, and what its stream raises."""
        index = None
        if size <= _MOST_INDEX and self._left > 0:
            file.seek(0)
            budget = Budget(self._left, _Heed(file))
            index = read_index(file.read(_MOST_INDEX), budget)
            self._left = budget.records
        return Examined(Sort.INDEX, index=index, problem="index_unreadable" if index is None else None)


class _Heed:
    """Asks an open file for nothing now and then: one that is to be read no further raises."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._calls = 0

    def __call__(self) -> None:
        self._calls += 1
        if self._calls % _HEED_EVERY == 0:
            self._file.read(0)
