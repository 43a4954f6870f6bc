"""What a ZIP file is for, by its members: a report, a program, a table, or an archive that is entered."""

from collections.abc import Sequence
from typing import BinaryIO

from secondread_desktop.adapters.archive_streams import Source
from secondread_desktop.adapters.zip_index import read_entries
from secondread_desktop.adapters.zip_records import LOCAL, Entry, has_list, is_one_of_several
from secondread_desktop.services.sorts import Sort

_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"  # ODF 1.2 part 3 §3.3: first, stored
_MIMETYPE = b"mimetypeapplication/"  # e-books and the rest of OpenDocument
_SEVERAL = b"PK\x07\x08"  # the first part of an archive in several (APPNOTE.TXT §8.5.3)
_OFFICE_PARTS = frozenset({"[Content_Types].xml", "_rels/.rels"})  # every Office file has both (ECMA-376-2 §8, §9.3)
_WORD_PARTS = frozenset({"word/document.xml", "word/document2.xml"})
_MANIFESTS = ("META-INF/", "AndroidManifest.xml")  # the first that `jar` writes
_CODE = (".class", ".dex")


def zip_sort(file: BinaryIO, head: bytes, *, size: int) -> Sort | None:
    """Return what an open file is that begins or ends as a ZIP does, whatever was glued before it; None for another."""
    if head[30 : 30 + len(_MIMETYPE)] == _MIMETYPE:
        return Sort.DOCUMENT if head[30 : 30 + len(_ODT)] == _ODT else Sort.PACKED
    if head.startswith(_SEVERAL):
        return Sort.PACKED
    source = Source(file, size)
    if not head.startswith(LOCAL) and not has_list(source):
        return None
    return Sort.PACKED if is_one_of_several(source) else _sort_of(read_entries(source)[0])


def _sort_of(entries: Sequence[Entry]) -> Sort:
    """Tell by what such programs always write; images may lie among other people's XML, and are looked for there."""
    names = {entry.name for entry in entries}
    if names >= _OFFICE_PARTS:
        return Sort.DOCUMENT if names & _WORD_PARTS else Sort.PACKED
    is_program = entries and entries[0].name.startswith(_MANIFESTS) and any(name.endswith(_CODE) for name in names)
    return Sort.PROGRAM if is_program else Sort.ARCHIVE
