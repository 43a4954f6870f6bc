"""Discs that are broken, or meant to break whoever reads them."""

import os
import struct
from pathlib import Path

from pydicom.uid import ExplicitVRBigEndian, ImplicitVRLittleEndian, JPEGBaseline8Bit

from tests.desktop.disc_kinds.images import dataset, image, images, written
from tests.desktop.disc_kinds.index_file import all_named, index_of
from tests.desktop.disc_kinds.pressing import Disc, disc, plain
from tests.support.sample_disc import made_uid

_WHOLE = "DICOM/IM{:06}"
_BROKEN = "DICOM/IM000004"
_SEQUENCE = b"\x08\x00\x40\x11SQ\x00\x00\xff\xff\xff\xff"  # (0008,1140) of undefined length
_ITEM = b"\xfe\xff\x00\xe0"
_NAME = b"\x10\x00\x10\x00PN"
_UNDEFINED = b"\xff\xff\xff\xff"


def _with(content: bytes) -> Disc:
    """Return a disc of three whole images and one that is not."""
    return plain(images=images(3, _WHOLE) | {_BROKEN: content})


def _unreadable(content: bytes) -> Disc:
    """Return a disc of three whole images and one that can only be named."""
    files = images(3, _WHOLE) | {_BROKEN: content}
    return Disc(files=files, images=tuple(files), broken=frozenset({_BROKEN}))


def _before_the_name(content: bytes, more: bytes) -> bytes:
    place = content.index(_NAME)
    return content[:place] + more + content[place:]


@disc("damage", "cut in the pixels")
def cut_in_the_pixels() -> Disc:
    """The last image lacks half of its pixels: sent as it is, and said."""
    return _with(image(4)[:-256])


@disc("damage", "cut in the header")
def cut_in_the_header() -> Disc:
    """One image ends after 180 bytes: it calls itself medical and cannot be read."""
    return _unreadable(image(4)[:180])


@disc("damage", "cut before the exam")
def cut_before_the_exam() -> Disc:
    """One image ends after the patient: an instance of an exam that nobody knows."""
    content = image(4)
    return _with(content[: content.index(b"\x20\x00\x0d\x00UI")])


@disc("damage", "full of zeros")
def full_of_zeros() -> Disc:
    """A sector-wise copy left zeros where an image was, and in half of another; the index still names both."""
    whole = image(5)
    files = images(3, "DICOM/IM{:06}")
    index = index_of(all_named(files | {_BROKEN: image(4), "DICOM/IM000005": whole}))
    zeroed = {_BROKEN: bytes(1324), "DICOM/IM000005": whole[:700] + bytes(len(whole) - 700)}
    return Disc(files={"DICOMDIR": index} | files | zeroed, images=(*files, "DICOM/IM000005"))


@disc("damage", "empty files")
def empty_files() -> Disc:
    """Two images have a name and no byte."""
    return Disc(files=images(3, _WHOLE) | {_BROKEN: b"", "DICOM/IM000005": b""}, images=tuple(images(3, _WHOLE)))


@disc("damage", "another byte order than it says")
def another_byte_order() -> Disc:
    """The meta information says big endian, the data set is little endian."""
    files = images(3, _WHOLE) | {_BROKEN: _saying(image(4), ExplicitVRBigEndian)}
    return Disc(files=files, images=tuple(files), unnamed=frozenset({_BROKEN}))


@disc("damage", "another encoding than it says")
def another_encoding() -> Disc:
    """The meta information says implicit, the data set is explicit."""
    return _with(_saying(image(4), ImplicitVRLittleEndian))


@disc("damage", "uncompressed though it says JPEG")
def uncompressed_jpeg() -> Disc:
    """The meta information says JPEG, the pixels are plain."""
    return _with(_saying(image(4), JPEGBaseline8Bit))


@disc("damage", "lengths that lie")
def lengths_that_lie() -> Disc:
    """Pixels of four gigabytes, a name of 65,534 letters, and a group length that is wrong."""
    endless, named, grouped = image(4), image(5), image(6)
    pixels, name = endless.index(b"\xe0\x7f\x10\x00OW") + 8, named.index(_NAME) + 6
    lies = {
        _BROKEN: endless[:pixels] + b"\xf0\xff\xff\xff" + endless[pixels + 4 :],
        "DICOM/IM000005": named[:name] + b"\xfe\xff" + named[name + 2 :],
        "DICOM/IM000006": grouped[:140] + struct.pack("<I", 0xFFFF) + grouped[144:],
    }
    files = images(3, _WHOLE) | lies
    return Disc(files=files, images=tuple(files), unnamed=frozenset({"DICOM/IM000005"}))


@disc("damage", "a sequence without end")
def sequence_without_end() -> Disc:
    """A thousand empty items before the patient's name, and no end mark."""
    return _unreadable(_before_the_name(image(4), _SEQUENCE + (_ITEM + bytes(4)) * 1000))


@disc("damage", "sixty-four thousand sequences in each other")
def deep_nesting() -> Disc:
    """Each item holds a sequence with an item: a stack would be eaten."""
    return _unreadable(_before_the_name(image(4), (_SEQUENCE + _ITEM + _UNDEFINED) * 65536))


@disc("damage", "the same image twice")
def the_same_image_twice() -> Disc:
    """Identical bytes under two names: one is enough."""
    return plain(images=images(3, _WHOLE) | {"COPY/IM000001": image(1)})


@disc("damage", "one UID with other bytes")
def one_uid_with_other_bytes() -> Disc:
    """Two files of one SOP Instance UID that differ in their pixels: both are kept, and named."""
    return plain(images=images(3, _WHOLE) | {"COPY/IM000001": image(1, PixelData=bytes(range(256)) * 2)})


@disc("damage", "a whole set burnt twice")
def a_whole_set_twice() -> Disc:
    """Every image has a copy in another folder: three images, not six."""
    return plain(images=images(3, _WHOLE) | images(3, "BACKUP/IM{:06}"))


@disc("damage", "a cut copy beside a whole one")
def a_cut_copy() -> Disc:
    """The first copy of an image is cut, the second whole: both are kept, and named."""
    return plain(images={"A/IM000001": image(1)[:-100]} | images(3, "B/IM{:06}"))


@disc("damage", "numbers with gaps")
def numbers_with_gaps() -> Disc:
    """Images 1, 2, 3, 6, 7 and 10 of one set: 4, 5, 8 and 9 may be missing."""
    return plain(images={f"DICOM/IM{n:06}": image(n) for n in (1, 2, 3, 6, 7, 10)})


@disc("damage", "numbers that begin late or repeat")
def numbers_that_begin_late() -> Disc:
    """One set begins with 101, another has number 5 three times: no gap."""
    late = images(3, "LATE/IM{:06}", first=101)
    same = {f"SAME/IM{n}": image(5, series="SCOUT", SOPInstanceUID=str(made_uid("scout", n))) for n in (1, 2, 3)}
    return plain(images=late | same)


@disc("damage", "links in circles and to elsewhere")
def links() -> Disc:
    """A link to its own folder, one to the disc, one to nothing, one to the system."""
    return Disc(files=images(3, _WHOLE), images=tuple(images(3, _WHOLE)), add=_link)


@disc("damage", "a pipe")
def a_pipe() -> Disc:
    """Reading a named pipe would wait for ever."""
    return Disc(files=images(3, _WHOLE), images=tuple(images(3, _WHOLE)), add=lambda folder: os.mkfifo(folder / "IM9"))


@disc("damage", "a file that may not be read")
def permission_denied() -> Disc:
    """The second image belongs to another account."""
    files = images(3, _WHOLE)
    path = "DICOM/IM000002"
    return Disc(files=files, images=tuple(files), broken=frozenset({path}), denied=frozenset({path}))


@disc("damage", "a scratch")
def a_scratch() -> Disc:
    """The third image lies on sectors that the drive cannot read."""
    files = images(4, _WHOLE)
    path = "DICOM/IM000003"
    return Disc(files=files, images=tuple(files), broken=frozenset({path}), bad_sectors=frozenset({path}))


@disc("damage", "four gigabytes of text called IMG0001")
def four_gigabytes() -> Disc:
    """A log file of 4 GB with the name of an image, most of it a hole."""
    return Disc(files=images(3, _WHOLE), images=tuple(images(3, _WHOLE)), add=_huge_text)


@disc("damage", "numbers that are none")
def numbers_that_are_none() -> Disc:
    """Rows of 65,535, an instance number that is a word, a UID that is one."""
    odd = {
        _BROKEN: image(4, Rows=65535, Columns=65535),
        "DICOM/IM000005": _worded(image(5)),
        "DICOM/IM000006": image(6, SOPInstanceUID="NOT A UID"),
    }
    files = images(3, _WHOLE) | odd
    return Disc(files=files, images=tuple(files), broken=frozenset({"DICOM/IM000006"}))


def _worded(content: bytes) -> bytes:
    """Return the image with letters for its number (0020,0013)."""
    return content.replace(b"\x20\x00\x13\x00IS\x02\x005 ", b"\x20\x00\x13\x00IS\x02\x00X5")


def _saying(content: bytes, syntax: str) -> bytes:
    """Return the file with another transfer syntax in its meta information (0002,0010), the rest as it was."""
    made = written(dataset(4), syntax) if syntax != JPEGBaseline8Bit else _jpeg_head()
    rest = content[144 + struct.unpack_from("<I", content, 140)[0] :]
    return made[: 144 + struct.unpack_from("<I", made, 140)[0]] + rest


def _jpeg_head() -> bytes:
    from tests.desktop.disc_kinds.objects import jpeg

    return jpeg(4)


def _link(folder: Path) -> None:
    (folder / "DICOM" / "again").symlink_to(folder / "DICOM", target_is_directory=True)
    (folder / "all").symlink_to(folder, target_is_directory=True)
    (folder / "nothing").symlink_to(folder / "nowhere")
    (folder / "system").symlink_to("/etc", target_is_directory=True)


def _huge_text(folder: Path) -> None:
    with (folder / "IMG0001").open("wb") as file:
        file.write(b"2026-11-12 10:15:00 everything is well\r\n" * 200)
        file.truncate(4 << 30)
