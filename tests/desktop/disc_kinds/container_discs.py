"""Images in archives and disc images, in archives in archives, behind a password, and in what only looks like one."""

from collections.abc import Callable
from typing import Any

from tests.desktop.disc_kinds.images import Someone, images
from tests.desktop.disc_kinds.index_file import all_named, index_of
from tests.desktop.disc_kinds.packing import (
    PASSWORD,
    Image,
    aes_zipped,
    crypto_zipped,
    disc_image,
    endless_zip,
    office_document,
    overlapping_zip,
    stored,
    zipped,
)
from tests.desktop.disc_kinds.pressing import Disc, Files, disc
from tests.support.disc_junk import tiny_pdf

_LONG = "Sagittal reconstruction of the head"


def _packed(pack: Callable[[Files], Files], files: Files | None = None, **more: Any) -> Disc:
    files = files or images(3)
    every = {"DICOMDIR": index_of(all_named(files))} | files
    return Disc(files=every, images=tuple(files), pack=pack, **more)


@disc("containers", "ZIP")
def zip_file() -> Disc:
    """A portal's download: the disc in one ZIP, which is not unpacked by hand."""
    return _packed(lambda files: {"images.zip": zipped(files)})


@disc("containers", "ZIP alone")
def zip_alone() -> Disc:
    """The ZIP itself is what the person chose."""
    return _packed(lambda files: {"images.zip": zipped(files)}, sources=("images.zip",))


@disc("containers", "ZIP called image")
def zip_called_image() -> Disc:
    """A ZIP without its ending: known by its content."""
    return _packed(lambda files: {"EXAM01": zipped(files)})


@disc("containers", "ZIP in ZIP")
def zip_in_zip() -> Disc:
    """A ZIP per exam, packed into one."""
    return _packed(lambda files: {"all.zip": zipped({"exam/one.zip": zipped(files), "letter.pdf": tiny_pdf("Letter")})})


@disc("containers", "ZIP in ZIP many times over")
def too_many_zips() -> Disc:
    """Ten ZIPs in each other: not opened to the bottom, and said."""
    return Disc(files=images(3), images=tuple(images(3)), pack=_beside_nest)


@disc("containers", "ZIP beside images")
def zip_beside_images() -> Disc:
    """An earlier exam lies in a ZIP beside the images."""
    before = images(2, "old/IM{:06}", exam="CT OF THE CHEST")
    return Disc(files=images(3) | before, images=(*images(3), *before), pack=_old_packed)


@disc("containers", "ZIP of a disc that is here too")
def zip_of_the_same() -> Disc:
    """Somebody packed the images and left them there: each counts once."""
    copies = images(3, "old/IM{:06}")
    return Disc(files=images(3) | copies, images=(*images(3), *copies), pack=_old_packed)


@disc("containers", "ZIP with AES")
def zip_with_aes() -> Disc:
    """Locked by AES, and the person knows the password."""
    return _packed(lambda files: {"images.zip": aes_zipped(files)}, passwords=(PASSWORD,))


@disc("containers", "ZIP with ZipCrypto")
def zip_with_crypto() -> Disc:
    """Locked in the old way, and the person knows the password."""
    return _packed(lambda files: {"images.zip": crypto_zipped(files)}, passwords=("wrong one", PASSWORD))


@disc("containers", "ZIP with a password that nobody knows")
def zip_locked() -> Disc:
    """Locked by AES, and no password: ask the hospital."""
    return _packed(lambda files: {"images.zip": aes_zipped(files)}, hidden=True)


@disc("containers", "ZIP with another password")
def zip_wrong_password() -> Disc:
    """Locked by ZipCrypto, and the password is another one."""
    return _packed(lambda files: {"images.zip": crypto_zipped(files)}, passwords=("guess",), hidden=True)


@disc("containers", "ISO 9660 image")
def iso() -> Disc:
    """A disc image with names of eight letters and three."""
    return _packed(lambda files: {"disc.iso": disc_image(files, Image())})


@disc("containers", "Joliet image")
def joliet() -> Disc:
    """A disc image with long names of Windows."""
    return _packed(lambda files: {"disc.iso": disc_image(files, Image(joliet=3))}, images(3, _LONG + "/Bild {:06}.dcm"))


@disc("containers", "Rock Ridge image")
def rock_ridge() -> Disc:
    """A disc image with long names of Unix."""
    how = Image(rock_ridge="1.09")
    return _packed(lambda files: {"disc.iso": disc_image(files, how)}, images(3, "reconstruction/Bild_{:06}.dcm"))


@disc("containers", "UDF image")
def udf() -> Disc:
    """A disc image as DVDs have it."""
    return _packed(lambda files: {"disc.img": disc_image(files, Image(udf="2.60"))}, images(3, _LONG + "/{:06}.dcm"))


@disc("containers", "image alone")
def iso_alone() -> Disc:
    """The disc image itself is what the person chose."""
    return _packed(lambda files: {"disc.iso": disc_image(files, Image(level=3))}, sources=("disc.iso",))


@disc("containers", "image in ZIP")
def iso_in_zip() -> Disc:
    """A disc image packed for the mail."""
    return _packed(lambda files: {"disc.zip": zipped({"disc.iso": disc_image(files, Image(joliet=3))})})


@disc("containers", "image cut in half")
def iso_cut() -> Disc:
    """A download that broke off: three of its images are there, 27 are only in its list."""
    old = images(30, "old/IM{:06}", exam="CT OF THE CHEST")
    return Disc(files=images(3) | old, images=(*images(3), *list(old)[:3]), pack=_half_image)


@disc("containers", "ZIP cut in half")
def zip_cut() -> Disc:
    """A download that broke off: what lies before the break is found."""
    old, whole = images(6, exam="CT OF THE CHEST"), images(2, "IM{:06}")
    return Disc(files=whole | old, images=(*whole, *list(old)[:3]), pack=_half_zip)


@disc("containers", "ZIP with a broken member")
def zip_broken_member() -> Disc:
    """One member's bytes are no deflate stream: said, and the others found."""
    return _packed(_with_a_flaw, images(4), broken=frozenset({"DICOM/IM000004"}))


@disc("containers", "ZIP that swells")
def bomb() -> Disc:
    """Four megabytes that unpack to four gigabytes."""
    return Disc(files=images(2), images=tuple(images(2)), pack=lambda files: files | {"bomb.zip": endless_zip()})


@disc("containers", "ZIP whose members overlap")
def overlapping() -> Disc:
    """Five thousand members that are one."""
    return Disc(files=images(2), images=tuple(images(2)), pack=lambda files: files | {"bomb.zip": overlapping_zip()})


@disc("containers", "ZIP that leads out")
def leading_out() -> Disc:
    """Members named `../../` and `/etc/`: names are only names."""
    files = {"../../IM000001": images(1)["DICOM/IM000001"], "/etc/IM000002": images(1, first=2)["DICOM/IM000002"]}
    return Disc(files=files, images=tuple(files), pack=lambda files: {"images.zip": zipped(files)})


@disc("containers", "ZIP with names no system has")
def unheard_names() -> Disc:
    """A zero, a drive's letter, another computer's share: names are only names."""
    one, two, three = (images(1, first=number)[f"DICOM/IM{number:06}"] for number in (1, 2, 3))
    files = {"DICOM/A_0_B/IM000001": one, "C:/Users/IM000002": two, "DICOM/..\\..\\\\host\\share/IM000003": three}
    return Disc(files=files, images=tuple(files), pack=_zeroed)


@disc("containers", "office document")
def office() -> Disc:
    """A Word document is a ZIP, and is a document."""
    papers = {"letter.docx": office_document()}
    return Disc(files=images(2) | papers, images=tuple(images(2)))


@disc("containers", "archive of another kind")
def another_kind() -> Disc:
    """7z, RAR and gzip are counted, not opened, and said."""
    others = {
        "old.7z": b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(range(200)),
        "old.rar": b"Rar!\x1a\x07\x01\x00" + bytes(range(200)),
        "old.tar.gz": b"\x1f\x8b\x08\x00" + bytes(range(200)),
    }
    return Disc(files=images(2) | others, images=tuple(images(2)))


@disc("containers", "two discs in one case")
def two_discs() -> Disc:
    """The same names on both, each with its index: files are told apart by their disc."""
    one, two = images(3, "one/IM{:06}"), images(3, "two/IM{:06}", exam="CT OF THE CHEST")
    indexes = {"one/DICOMDIR": index_of(all_named(one, "one/")), "two/DICOMDIR": index_of(all_named(two, "two/"))}
    return Disc(files=indexes | one | two, images=(*one, *two), sources=("one", "two"))


@disc("containers", "a disc and a ZIP of another person")
def two_sources() -> Disc:
    """The second source is somebody else's download."""
    daniel = Someone("OKAFOR^DANIEL", "SR-234108", "19781120", "M")
    one, two = images(3, "one/IM{:06}"), images(2, "two/IM{:06}", who=daniel)
    return Disc(files=one | two, images=(*one, *two), sources=("one", "two.zip"), pack=_second_packed)


def _beside_nest(files: Files) -> Files:
    inner = zipped(images(1, exam="CT OF THE CHEST"))
    for depth in range(9):
        inner = zipped({f"{depth}.zip": inner})
    return files | {"nest.zip": inner}


def _split(files: Files, start: str) -> tuple[Files, Files]:
    inside = {path.removeprefix(start): content for path, content in files.items() if path.startswith(start)}
    return {path: content for path, content in files.items() if not path.startswith(start)}, inside


def _old_packed(files: Files) -> Files:
    outside, inside = _split(files, "old/")
    return outside | {"old.zip": zipped(inside)}


def _second_packed(files: Files) -> Files:
    outside, inside = _split(files, "two/")
    return outside | {"two.zip": zipped(inside)}


def _half_image(files: Files) -> Files:
    outside, inside = _split(files, "old/")
    content = disc_image(inside, Image())
    return outside | {"old.iso": content[: len(content) // 2]}


def _half_zip(files: Files) -> Files:
    outside, inside = _split(files, "DICOM/")
    content = stored(inside)
    return outside | {"old.zip": content[: len(content) // 2]}


def _zeroed(files: Files) -> Files:
    return {"images.zip": zipped(files).replace(b"/A_0_B/", b"/A_\0_B/")}  # no library writes such a name


def _with_a_flaw(files: Files) -> Files:
    content = bytearray(zipped(files))
    name = b"DICOM/IM000004"
    if name in content:
        content[content.index(name) + len(name)] = 0xFF  # a kind of block that deflate does not know
    return {"images.zip": bytes(content)}
