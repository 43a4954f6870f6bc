"""What a file is, by content alone: an instance, a DICOMDIR, a report, a picture, an archive, or nothing of ours."""

from typing import BinaryIO

from secondread_desktop.adapters import dicom_header
from secondread_desktop.adapters.archive_shelf import is_image
from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.services.ports import Examined, Sort

_HEAD_BYTES = 4096
_PDF_WITHIN = 1024  # readers accept the mark anywhere in the first 1024 bytes (ISO 32000-1 Annex H, note 13)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # ODF 1.2 part 3 §3.3: first, stored
_WORD_PARTS = ("word/document.xml", "word/document2.xml")
_IMAGE_LEAST = 0x8800
_OTHER_PARTS = ("META-INF/MANIFEST.MF", "[Content_Types].xml", "AndroidManifest.xml")  # programs, tables, slides
_MIMETYPE = b"mimetypeapplication/"  # e-books and the rest of OpenDocument


class FileContents:
    """See `ports.Contents`."""

    def examine(self, file: BinaryIO, *, size: int) -> Examined:
        """Look at an open file that stands at its start."""
        head = file.read(_HEAD_BYTES)
        if dicom_header.is_plausible(head):
            examined = dicom_header.read_header(file, size=size, is_marked=dicom_header.is_marked(head))
            if examined.sort is not Sort.OTHER or examined.problem:
                return examined
        return Examined(_document_sort(file, head, size=size))


def _document_sort(file: BinaryIO, head: bytes, *, size: int) -> Sort:
    if head.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return Sort.PICTURE
    if b"%PDF-" in head[:_PDF_WITHIN] or head.startswith(b"{\\rtf"):
        return Sort.DOCUMENT
    if head.startswith(_OLE):
        return Sort.DOCUMENT if _is_word(file, head) else Sort.OTHER
    if head.startswith(b"PK\x03\x04"):
        return _zip_sort(file, head, size=size)
    if head.startswith(b"PK\x05\x06") or (size > _IMAGE_LEAST and is_image(file)):
        return Sort.ARCHIVE
    return Sort.OTHER


def _is_word(file: BinaryIO, head: bytes) -> bool:
    """Look for the stream `WordDocument` in the first sector of the directory ([MS-CFB] §2.2, §2.6)."""
    sector_bytes = 1 << min(int.from_bytes(head[30:32], "little"), 16)
    first = int.from_bytes(head[48:52], "little")
    if first > 1 << 24:
        return False
    file.seek((first + 1) * sector_bytes)
    return "WordDocument".encode("utf-16-le") in file.read(max(sector_bytes, 4096))


def _zip_sort(file: BinaryIO, head: bytes, *, size: int) -> Sort:
    """Tell a report from a program and from an archive, by the members of a ZIP file."""
    if head[30 : 30 + len(_MIMETYPE)] == _MIMETYPE:
        return Sort.DOCUMENT if head[30 : 30 + len(_ODT)] == _ODT else Sort.OTHER
    from secondread_desktop.adapters.zip_index import read_entries

    names = {entry.name for entry in read_entries(Source(file, size))[0]}
    if names.intersection(_WORD_PARTS):
        return Sort.DOCUMENT
    return Sort.OTHER if names.intersection(_OTHER_PARTS) else Sort.ARCHIVE
