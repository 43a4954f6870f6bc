"""What a file is, by its content alone: an instance, a DICOMDIR, a report, a picture, an archive, or something else."""

from typing import BinaryIO

from secondread_desktop.adapters import dicom_header
from secondread_desktop.adapters.archive_shelf import is_image
from secondread_desktop.adapters.index_reader import IndexReader
from secondread_desktop.adapters.other_kinds import other_sort
from secondread_desktop.adapters.zip_kinds import zip_sort
from secondread_desktop.core.header_walk import HeaderWalk, Pixels
from secondread_desktop.core.header_window import FIRST_BYTES, Declined
from secondread_desktop.services.ports import Examined
from secondread_desktop.services.sorts import Sort

_PDF_WITHIN = 1024  # readers accept the mark anywhere in the first 1024 bytes (ISO 32000-1 Annex H, note 13)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGE_LEAST = 0x8800
_BLANK_LEAST, _SECTOR = 4096, 2048


class FileContents:
    """See `ports.Contents`. One scan has one: it remembers how headers looked."""

    def __init__(self) -> None:
        self._headers = HeaderWalk()
        self._indexes = IndexReader()

    def examine(self, file: BinaryIO, *, size: int) -> Examined:
        """Look at an open file that stands at its start."""
        head = file.read(FIRST_BYTES)
        if dicom_header.is_plausible(head):
            examined = self._read_header(file, head, size=size)
            if examined.sort is not Sort.OTHER or examined.problem:
                return examined
        sort = _document_sort(file, head, size=size) or other_sort(file, head, size=size)
        problem = "blank" if sort is Sort.OTHER and _is_blank(head, size) else None
        return Examined(sort, problem="encrypted" if sort is Sort.LOCKED else problem)

    def walk(self, file: BinaryIO, head: bytes, *, size: int) -> Examined:
        """Examine a file that begins with `head` without pydicom; of a DICOMDIR it is only said that it is one.

        Raises `Declined`, and `OSError` of the medium.
        """

        def read_at(place: int, count: int) -> bytes:
            file.seek(place)
            return file.read(count)

        walked = self._headers.walk(head, size=size, read_at=read_at)
        if walked.header is None:
            return Examined(Sort.INDEX)
        is_cut = walked.pixels is not None and _are_pixels_cut(file, walked.pixels, size=size)
        return Examined(Sort.INSTANCE, walked.header, "truncated" if is_cut else None)

    def _read_header(self, file: BinaryIO, head: bytes, *, size: int) -> Examined:
        """Walk the header; let pydicom read what the walk declines. Both give the same answer, the first one sooner."""
        try:
            examined = self.walk(file, head, size=size)
        except Declined:
            examined = dicom_header.read_header(file, size=size, is_marked=dicom_header.is_marked(head))
        return self._indexes.read(file, size=size) if examined.sort is Sort.INDEX else examined


def _are_pixels_cut(file: BinaryIO, pixels: Pixels, *, size: int) -> bool:
    if pixels.length is None:
        return dicom_header.are_fragments_short(file, pixels.place, size=size)
    return pixels.place + pixels.length > size


def _document_sort(file: BinaryIO, head: bytes, *, size: int) -> Sort | None:
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return Sort.PICTURE
    if b"%PDF-" in head[:_PDF_WITHIN] or head.startswith(b"{\\rtf"):
        return Sort.DOCUMENT
    if head.startswith(_OLE):
        return Sort.DOCUMENT if _is_word(file, head) else None
    if head.startswith(b"PK\x03\x04"):
        return zip_sort(file, head, size=size)
    is_archive = head.startswith(b"PK\x05\x06") or (size > _IMAGE_LEAST and is_image(file))
    return Sort.ARCHIVE if is_archive else None


def _is_blank(head: bytes, size: int) -> bool:
    """Tell whether a file begins as what a rescued disc gives for sectors that nobody could read."""
    return size >= _BLANK_LEAST and head[:_SECTOR] in (bytes(_SECTOR), b"\xff" * _SECTOR)


def _is_word(file: BinaryIO, head: bytes) -> bool:
    """Look for the stream `WordDocument` in the first sector of the directory ([MS-CFB] §2.2, §2.6)."""
    sector_bytes = 1 << min(int.from_bytes(head[30:32], "little"), 16)
    first = int.from_bytes(head[48:52], "little")
    if first > 1 << 24:
        return False
    file.seek((first + 1) * sector_bytes)
    return "WordDocument".encode("utf-16-le") in file.read(max(sector_bytes, 4096))
