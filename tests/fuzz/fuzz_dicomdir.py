"""Fuzzes the reader of DICOMDIRs, and the cross-check of what it read with a disc that holds a part of it."""

import sys
from pathlib import Path

from pydicom.data import get_testdata_file

from secondread_desktop.core.catalogue import Catalogue, DiscIndex, Found, FoundFile, Header
from secondread_desktop.core.completeness import completeness_of
from secondread_desktop.core.completeness_report import told, wanted_part
from secondread_desktop.core.dicomdir import IndexEntry, read_index
from tests.fuzz.loop import Target, main

_TOKENS = (
    b"\x04\x00\x20\x12SQ\x00\x00\xff\xff\xff\xff",  # Directory Record Sequence
    b"\xfe\xff\x00\xe0\xff\xff\xff\xff",
    b"\xfe\xff\x0d\xe0\x00\x00\x00\x00",
    b"\xfe\xff\xdd\xe0\x00\x00\x00\x00",
    b"\x04\x00\x00\x15CS\x08\x00..\\..\\A ",
    b"\x04\x00\x00\x14UL\x04\x00",
    b"\x04\x00\x20\x14UL\x04\x00",
    b"\x08\x00\x05\x00CS\x0a\x00ISO_IR 192",
)


def try_one(content: bytes) -> str:
    """Read one, and hold it against a disc with every second file that it names."""
    entries = read_index(content)
    if entries is None:
        return "refused"
    assert len(entries) <= len(content) // 16
    found = tuple(_found(entry) for entry in entries[::2])
    index = DiscIndex(FoundFile(1, ("DICOMDIR",), len(content), 1), entries)
    catalogue = Catalogue(found=found, indexes=(index,))
    report = completeness_of(catalogue)
    named = {id(item) for item in found} - {id(item) for item in report.extra}
    assert report.named is not None and report.named <= len(entries)
    assert len(report.absent) <= report.named
    assert sum(exam.missing for exam in report.missing_exams) == len(report.absent)
    part = told(wanted_part(report, catalogue, found, is_alone=True))
    assert part.absent <= len(report.absent)
    return "read, some found" if named else "read, nothing found"


def _found(entry: IndexEntry) -> Found:
    header = Header(sop_instance_uid=entry.sop_instance_uid, study_instance_uid=entry.study_instance_uid)
    return Found(FoundFile(1, entry.parts, 1, 1), header)


def seeds() -> list[bytes]:
    """Return pydicom's own DICOMDIRs, good and odd ones."""
    folder = Path(str(get_testdata_file("dicomdirtests/DICOMDIR"))).parent
    paths = [path for path in sorted(folder.rglob("*DICOMDIR*")) if path.is_file()]
    return [path.read_bytes() for path in paths]


TARGET = Target("dicomdir", seeds(), try_one, tokens=_TOKENS)

if __name__ == "__main__":
    sys.exit(main(TARGET))
