"""Discs whose names say nothing, or something else, about what the files are."""

import os
import unicodedata

from tests.desktop.disc_kinds.images import image, images
from tests.desktop.disc_kinds.index_file import all_named, index_of
from tests.desktop.disc_kinds.pressing import Disc, disc, plain
from tests.support.disc_junk import tiny_pdf


@disc("names", "without endings")
def without_endings() -> Disc:
    """`IM000001` and so on, as most hospitals burn them."""
    return plain(images=images(4))


@disc("names", "images that call themselves pictures")
def called_pictures() -> Disc:
    """Instances called `.JPG`, `.PDF` and `.EXE`: the content decides."""
    return plain(images={f"DICOM/IMAGE{n}.{ending}": image(n) for n, ending in enumerate(("JPG", "PDF", "EXE"), 1)})


@disc("names", "images that call themselves junk")
def called_junk() -> Disc:
    """Instances called AUTORUN.INF, README.TXT, THUMBS.DB and DICOMDIR: found all the same."""
    names = ("AUTORUN.INF", "README.TXT", "THUMBS.DB", "DICOMDIR")
    return plain(images={name: image(n) for n, name in enumerate(names, 1)})


@disc("names", "a text called image")
def a_text_called_image() -> Disc:
    """`IM000004.dcm` is a page of text: no instance, whatever it is called."""
    return plain({"DICOM/IM000004.dcm": b"The images are on another disc.\r\n" * 20}, images=images(3))


@disc("names", "not UTF-8")
def not_utf8() -> Disc:
    """Names in Latin-1 and Shift JIS bytes, as old discs hold them."""
    raw = (b"BILDER/caf\xe9", "画像".encode("shift_jis"), b"M\xdcLLER/IM1")
    return plain(images={os.fsdecode(name): image(n) for n, name in enumerate(raw, 1)})


@disc("names", "two hundred characters long")
def very_long() -> Disc:
    """Names of the length that a careful person gives, alike in all but the last letter."""
    return plain(images={f"{'very long name of a folder ' * 7}{n}/{'X' * 199}{n}": image(n) for n in (1, 2, 3)})


@disc("names", "forty folders deep")
def very_deep() -> Disc:
    """Each image one folder deeper in a chain of forty."""
    folders = [f"D{n:02}" for n in range(40)]
    return plain(images={"/".join([*folders[:depth], "IM"]): image(depth) for depth in (1, 20, 39, 40)})


@disc("names", "alike but for the case")
def alike_but_for_the_case() -> Disc:
    """`IM1`, `im1` and `Im1` are three files, and stay three."""
    return plain(images={"DICOM/IM1": image(1), "DICOM/im1": image(2), "DICOM/Im1": image(3), "dicom/IM1": image(4)})


@disc("names", "alike but for the accents' form")
def alike_but_for_the_form() -> Disc:
    """`é` as one character and as two: two files that a Mac would take for one."""
    names = {unicodedata.normalize(form, "DICOM/Andréa"): n for n, form in enumerate(("NFC", "NFD"), 1)}
    return plain(images={name: image(n) for name, n in names.items()})


@disc("names", "with line breaks and quotes")
def with_line_breaks() -> Disc:
    """Names that would break a table or a log: each is one line in the report."""
    names = ("DICOM/IM\n1", 'DICOM/IM\t"2"', "DICOM/IM\u202e3", "DICOM/{IM}%s\\4")
    letter = {"DICOM/letter\n2.pdf": tiny_pdf("Letter")}
    return plain(letter, images={name: image(n) for n, name in enumerate(names, 1)})


@disc("names", "the same in two folders")
def the_same_in_two_folders() -> Disc:
    """Two sets of images use the same file names: all six are there."""
    return plain(images=images(3, "SE1/IM{:06}") | images(3, "SE2/IM{:06}", series="CORONAL 3 MM"))


@disc("names", "that Windows keeps for devices")
def kept_for_devices() -> Disc:
    """`CON`, `AUX.DCM` and a name that ends in a dot."""
    return plain(images={name: image(n) for n, name in enumerate(("CON", "AUX.DCM", "NUL/IM1", "LAST."), 1)})


@disc("names", "hidden by a dot")
def hidden_by_a_dot() -> Disc:
    """Images in hidden folders and files: found all the same."""
    return plain(images={".hidden/IM1": image(1), "DICOM/.IM2": image(2), "DICOM/IM3": image(3)})


@disc("names", "an index called by a child")
def an_index_renamed() -> Disc:
    """The DICOMDIR was renamed to `contents.dat`: it is an index by its content, and names what is there."""
    files = images(3, "IM{:06}")
    return plain({"contents.dat": index_of(all_named(files))}, images=files)
