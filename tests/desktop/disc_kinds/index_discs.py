"""Discs with a DICOMDIR that is right, wrong, broken or not there (PS3.10 §8, PS3.3 F)."""

import struct
from dataclasses import replace

from tests.desktop.disc_kinds.images import image, images
from tests.desktop.disc_kinds.index_file import Named, all_named, index_of, moved, named
from tests.desktop.disc_kinds.objects import encapsulated_pdf, structured_report
from tests.desktop.disc_kinds.pressing import Disc, Files, disc, plain
from tests.support.sample_disc import made_uid

_NEXT = b"\x04\x00\x00\x14UL\x04\x00"  # Offset of the Next Directory Record
_LOWER = b"\x04\x00\x20\x14UL\x04\x00"  # Offset of Referenced Lower-Level Directory Entity


def _exam() -> Files:
    return images(3, "DICOM/AX/IM{:06}") | images(3, "DICOM/COR/IM{:06}", series="CORONAL 3 MM")


def _indexed(on_disc: Files, entries: list[Named]) -> Disc:
    return plain({"DICOMDIR": index_of(entries)}, images=on_disc)


@disc("index", "right and whole")
def right_and_whole() -> Disc:
    """The index names what is there, and what is there is named: the disc as it should be."""
    return _indexed(_exam(), all_named(_exam()))


@disc("index", "names files that are absent")
def names_absent_files() -> Disc:
    """Two images of the second set were never burnt: they are missing, with their exam."""
    everything = _exam()
    on_disc = {path: content for path, content in everything.items() if path[-9:] not in {"/IM000002", "/IM000003"}}
    kept = {path: content for path, content in everything.items() if path.startswith("DICOM/AX")} | on_disc
    return _indexed(dict(sorted(kept.items())), all_named(everything))


@disc("index", "names a whole exam that is absent")
def names_an_absent_exam() -> Disc:
    """The exam before this one was not burnt: its three images are missing."""
    before = images(3, "DICOM/OLD/IM{:06}", exam="CT OF THE CHEST")
    return _indexed(_exam(), all_named(_exam() | before))


@disc("index", "omits two images")
def omits_two_images() -> Disc:
    """Two images are not in the index: found all the same, and called extra."""
    return _indexed(_exam(), all_named(_exam())[:4])


@disc("index", "omits the report and the letter")
def omits_the_report() -> Disc:
    """The index of an old archive knows images only; a structured report and a PDF object lie beside them."""
    papers = {"DICOM/SR000001": structured_report(), "DICOM/PDF00001": encapsulated_pdf()}
    return _indexed(_exam() | papers, all_named(_exam()))


@disc("index", "names other UIDs than the files have")
def names_other_uids() -> Disc:
    """UIDs were changed after the index was made: nobody can tell that these are the images that it names."""
    entries = [replace(entry, sop_instance=str(made_uid("other", entry.sop_instance))) for entry in all_named(_exam())]
    return _indexed(_exam(), entries)


@disc("index", "names two files the wrong way round")
def names_two_files_crosswise() -> Disc:
    """Each of two records leads to the other's file: both are there, both references are wrong."""
    one, two, *rest = all_named(_exam())
    return _indexed(_exam(), [moved(one, two.file_id), moved(two, one.file_id), *rest])


@disc("index", "in lower case")
def in_lower_case() -> Disc:
    """File ids stand in lower case, the files in upper case: the same files, nothing missing."""
    return _indexed(_exam(), [moved(entry, map(str.lower, entry.file_id)) for entry in all_named(_exam())])


@disc("index", "files with ISO 9660 version numbers")
def files_with_versions() -> Disc:
    """A copy kept the `;1` of ISO 9660 in the names (§7.5.1): the same files, nothing missing."""
    files = {f"{path}.;1": content for path, content in _exam().items()}
    return plain({"DICOMDIR.;1": index_of(all_named(_exam()))}, images=files)


@disc("index", "points outside the disc")
def points_outside() -> Disc:
    """Three records lead to the parent folder, to the root of the system and to a drive: never followed, absent."""
    inside = all_named(_exam())
    outside = [("..", "..", "ETC", "PASSWD"), ("/ETC/PASSWD",), ("C:\\BOOT.INI",)]
    away = [
        replace(entry, file_id=file_id, sop_instance=str(made_uid("away", *file_id)))
        for entry, file_id in zip(inside, outside, strict=False)
    ]
    return _indexed(_exam(), inside + away)


@disc("index", "cut in half")
def cut_in_half() -> Disc:
    """The DICOMDIR ends in the middle: the images are found without it."""
    content = index_of(all_named(_exam()))
    return plain({"DICOMDIR": content[: len(content) // 2]}, images=_exam())


@disc("index", "full of zeros")
def full_of_zeros() -> Disc:
    """The DICOMDIR was never written: 2 KiB of zeros. The images are found without it."""
    return plain({"DICOMDIR": bytes(2048)}, images=_exam())


@disc("index", "empty")
def empty() -> Disc:
    """The DICOMDIR holds no byte."""
    return plain({"DICOMDIR": b""}, images=_exam())


@disc("index", "right but without records")
def without_records() -> Disc:
    """A DICOMDIR that names nothing: every image is extra."""
    return _indexed(_exam(), [])


@disc("index", "two of them")
def two_of_them() -> Disc:
    """Two discs were copied into one folder, each with its index, which knows the files beside it."""
    one = images(3, "CD1/IM{:06}")
    two = images(3, "CD2/IM{:06}", exam="CT OF THE CHEST")
    return plain(
        {"CD1/DICOMDIR": index_of(all_named(one, "CD1/")), "CD2/DICOMDIR": index_of(all_named(two, "CD2/"))},
        images=one | two,
    )


@disc("index", "copied into the viewer's folder")
def copied_into_the_viewers_folder() -> Disc:
    """The viewer keeps the same index in its folder; one image is missing, and counts once."""
    everything = _exam()
    content = index_of(all_named(everything))
    on_disc = {path: made for path, made in everything.items() if path != "DICOM/COR/IM000003"}
    return plain({"DICOMDIR": content, "VIEWER/DICOMDIR": content}, images=on_disc)


@disc("index", "names every image at one place")
def names_every_image_at_one_place() -> Disc:
    """All records lead to the first file; one image is missing, and is not hidden by that."""
    everything = _exam()
    first = all_named(everything)[0].file_id
    on_disc = {path: made for path, made in everything.items() if path != "DICOM/COR/IM000003"}
    return _indexed(on_disc, [moved(entry, first) for entry in all_named(everything)])


@disc("index", "none")
def none() -> Disc:
    """No DICOMDIR at all: nothing is named, so nothing is missing."""
    return plain(images=_exam())


@disc("index", "next record without end")
def next_record_without_end() -> Disc:
    """The last image's record says that it is followed by the first one: read once around, no longer."""
    entries = all_named(images(3, "IM{:06}"))
    content = bytearray(index_of(entries))
    offsets = _places(bytes(content), _NEXT)
    first_image = struct.unpack_from("<I", content, offsets[3])[0] - _record_size(offsets)
    struct.pack_into("<I", content, offsets[-1], first_image)
    return plain({"DICOMDIR": bytes(content)}, images=images(3, "IM{:06}"))


@disc("index", "a record below itself")
def a_record_below_itself() -> Disc:
    """The patient's record is its own lower level: a tree without a ground."""
    content = bytearray(index_of(all_named(images(3, "IM{:06}"))))
    patient = _places(bytes(content), _NEXT)[0] - 8 - 8  # before the value: its tag, and the item's
    struct.pack_into("<I", content, _places(bytes(content), _LOWER)[0], patient)
    return plain({"DICOMDIR": bytes(content)}, images=images(3, "IM{:06}"))


@disc("index", "offsets into nowhere")
def offsets_into_nowhere() -> Disc:
    """Offsets lie far behind the end of the file."""
    content = bytearray(index_of(all_named(images(3, "IM{:06}"))))
    struct.pack_into("<I", content, _places(bytes(content), _LOWER)[1], 0x7FFFFFF0)
    return plain({"DICOMDIR": bytes(content)}, images=images(3, "IM{:06}"))


@disc("index", "of another disc")
def of_another_disc() -> Disc:
    """The index belongs to another person's disc: all that it names is absent, all that is there is extra."""
    other = images(2, "OTHER/IM{:06}", exam="MR OF THE KNEE")
    return _indexed(_exam(), all_named(other))


@disc("index", "names one file twice")
def names_one_file_twice() -> Disc:
    """One record stands twice: the file counts once."""
    files = images(3, "IM{:06}")
    return _indexed(files, [*all_named(files), named("IM000001", image(1))])


def _places(content: bytes, mark: bytes) -> list[int]:
    """Return where the values behind a mark stand."""
    places, place = [], content.find(mark)
    while place >= 0:
        places.append(place + len(mark))
        place = content.find(mark, place + 1)
    return places


def _record_size(offsets: list[int]) -> int:
    return offsets[-1] - offsets[-2]
