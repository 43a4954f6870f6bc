"""What a file is, by its content alone: an instance, a DICOMDIR, a report, a picture, or something else."""

from typing import BinaryIO

from secondread_desktop.adapters import dicom_header, zip_directory
from secondread_desktop.adapters.other_kinds import other_sort
from secondread_desktop.services.ports import Examined, Sort

_HEAD_BYTES = 4096
_PDF_WITHIN = 1024  # readers accept the mark anywhere in the first 1024 bytes (ISO 32000-1 Annex H, note 13)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # ODF 1.2 part 3 §3.3: first, stored
_WORD_PARTS = (b"word/document.xml", b"word/document2.xml")


class FileContents:
    """See `ports.Contents`."""

    def examine(self, file: BinaryIO, *, size: int) -> Examined:
        """Look at an open file that stands at its start."""
        head = file.read(_HEAD_BYTES)
        if dicom_header.is_plausible(head):
            examined = dicom_header.read_header(file, size=size, is_marked=dicom_header.is_marked(head))
            if examined.sort is not Sort.OTHER or examined.problem:
                return examined
        sort = _document_sort(file, head, size=size) or other_sort(file, head, size=size)
        return Examined(sort, problem="encrypted" if sort is Sort.LOCKED else None)


def _document_sort(file: BinaryIO, head: bytes, *, size: int) -> Sort | None:
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return Sort.PICTURE
    if b"%PDF-" in head[:_PDF_WITHIN] or head.startswith(b"{\\rtf"):
        return Sort.DOCUMENT
    if head.startswith(_OLE):
        return Sort.DOCUMENT if _is_word(file, head) else None
    if head.startswith(zip_directory.MARK):
        return Sort.DOCUMENT if _is_office_zip(file, head, size=size) else None
    return None


def _is_word(file: BinaryIO, head: bytes) -> bool:
    """Look for the stream `WordDocument` in the first sector of the directory ([MS-CFB] §2.2, §2.6)."""
    sector_bytes = 1 << min(int.from_bytes(head[30:32], "little"), 16)
    first = int.from_bytes(head[48:52], "little")
    if first > 1 << 24:
        return False
    file.seek((first + 1) * sector_bytes)
    return "WordDocument".encode("utf-16-le") in file.read(max(sector_bytes, 4096))


def _is_office_zip(file: BinaryIO, head: bytes, *, size: int) -> bool:
    if head[30 : 30 + len(_ODT)] == _ODT:
        return True
    return any(entry.name in _WORD_PARTS for entry in zip_directory.listed(file, size=size))
