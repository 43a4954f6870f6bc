"""Discs full of what nobody asked for, and those that hold nothing else."""

from pathlib import Path

from tests.desktop.disc_kinds.images import Someone, image, images
from tests.desktop.disc_kinds.index_file import all_named, index_of
from tests.desktop.disc_kinds.pressing import Disc, Files, disc, plain
from tests.support.disc_junk import tiny_pdf

_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(200)) + b"\xff\xd9"
_PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
_VIEWER: Files = {
    "AUTORUN.INF": b"[autorun]\r\nopen=VIEWER\\VIEWER.EXE\r\n",
    "VIEWER/VIEWER.EXE": b"MZ" + bytes(range(256)) * 4,
    "VIEWER/CODECS.DLL": b"MZ" + bytes(range(256)),
    "VIEWER/HELP.HTML": b"<html><body>Help</body></html>\r\n",
    "VIEWER/MANUAL.PDF": tiny_pdf("How to use the viewer"),
    "VIEWER/SPLASH.PNG": _PNG,
}


@disc("junk", "viewer beside images")
def viewer_beside_images() -> Disc:
    """A viewer with autorun, manual and splash picture: all skipped, the images and the report taken."""
    return plain(_VIEWER, {"REPORT/REPORT.PDF": tiny_pdf("Report")}, images=images(3))


@disc("junk", "viewer with an image of its own")
def viewer_with_an_image() -> Disc:
    """The viewer brings a sample image of a phantom in its folder: an instance, of another person."""
    phantom = Someone("DEMO^VIEWER", "DEMO", None, None)
    sample = {"VIEWER/SAMPLE.DCM": image(1, who=phantom, exam="DEMONSTRATION")}
    return plain(_VIEWER, images=images(3) | sample)


@disc("junk", "pictures only")
def pictures_only() -> Disc:
    """Somebody exported JPEGs: no instance, but pictures that may go along as attachments."""
    return plain({f"BILDER/BILD{n}.JPG": _JPEG + bytes([n]) for n in (1, 2, 3)})


@disc("junk", "viewer and pictures only")
def viewer_and_pictures() -> Disc:
    """A viewer that shows JPEGs: nothing to send."""
    return plain(_VIEWER, {f"VIEWER/IMAGES/{n}.JPG": _JPEG + bytes([n]) for n in (1, 2)}, {"LOGO.JPG": _JPEG})


@disc("junk", "documents only")
def documents_only() -> Disc:
    """The report was burnt without its images."""
    return plain({"REPORT.PDF": tiny_pdf("Report"), "LETTER.RTF": b"{\\rtf1\\ansi Dear colleague}"})


@disc("junk", "viewer only")
def viewer_only() -> Disc:
    """The images were forgotten: nothing to send."""
    return plain(_VIEWER)


@disc("junk", "nothing")
def nothing() -> Disc:
    """An empty disc: one empty folder, no file."""
    return Disc(files={}, images=(), add=_empty_folder)


@disc("junk", "index only")
def index_only() -> Disc:
    """A DICOMDIR without a single one of its images."""
    return plain({"DICOMDIR": index_of(all_named(images(3, "IM{:06}")))})


@disc("junk", "a Mac's leavings")
def leavings_of_a_mac() -> Disc:
    """`._` files and `.DS_Store` beside each image: skipped."""
    forks = {f"DICOM/._IM{n:06}": b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(60) for n in (1, 2, 3)}
    store = b"\x00\x00\x00\x01Bud1" + bytes(100)
    stores = {".DS_Store": store, "DICOM/.DS_Store": store, ".Trashes/x": b"x"}
    return plain(forks, stores, images=images(3))


@disc("junk", "Windows' leavings")
def leavings_of_windows() -> Disc:
    """Thumbs.db, desktop.ini, a shortcut and a recycle bin: skipped."""
    return plain({
        "Thumbs.db": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "desktop.ini": b"[.ShellClassInfo]\r\n",
        "Viewer.lnk": b"L\x00\x00\x00\x01\x14\x02\x00" + bytes(80), "$RECYCLE.BIN/desktop.ini": b"[x]\r\n",
    }, images=images(3))  # fmt: skip


@disc("junk", "reports of three kinds")
def reports_of_three_kinds() -> Disc:
    """PDF, RTF and a scanned page beside the images: attachments."""
    papers = {"REPORT.PDF": tiny_pdf("Report"), "LETTER.RTF": b"{\\rtf1\\ansi Dear colleague}", "SCAN/PAGE1.JPG": _JPEG}
    return plain(papers, images=images(2))


@disc("junk", "bytes without meaning")
def bytes_without_meaning() -> Disc:
    """Zeros, a text, a lone DICM and random bytes beside the images: the zeros and the lone DICM are worth a line."""
    noise = bytes((place * place * 31 + 17) % 251 for place in range(3000))
    marked = bytes(128) + b"DICM"
    return plain({"ZERO": bytes(4096), "TEXT": b"hello\n", "NOISE": noise, "MARKED": marked}, images=images(2))


@disc("junk", "a logo and a photograph")
def a_photograph_beside_autorun() -> Disc:
    """A logo beside autorun is skipped, a photograph in a folder of its own is not."""
    return plain(_VIEWER, {"LOGO.JPG": _JPEG, "PHOTOS/WOUND.JPG": _JPEG}, images=images(2))


def _empty_folder(folder: Path) -> None:
    (folder / "DICOM").mkdir()
