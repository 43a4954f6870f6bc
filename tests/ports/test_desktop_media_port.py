"""`Medium`: one suite for a folder, a ZIP file, a locked ZIP file, disc images, archives in archives, and the fake."""

import pytest

from secondread_desktop.adapters.archive_shelf import ArchiveShelf
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.errors import DiscUnreadable
from secondread_desktop.services.passwords import PasswordBook
from tests.support.archives import iso_of, locked_zip_of, streamed_zip_of, zip_of
from tests.support.fake_media import FakeMedium

FILES = {"DICOM/A/IM1": b"first " * 9000, "DICOM/A/IM2": b"second", "README": b"read me", "DICOM/B/IM1": bytes(70_000)}
PASSWORD = "over the hills"


def folder(place):
    for name, content in FILES.items():
        (place / "disc" / name).parent.mkdir(parents=True, exist_ok=True)
        (place / "disc" / name).write_bytes(content)
    return place / "disc"


def packed(make):
    def pack(place):
        (place / "exam").write_bytes(make())
        return place / "exam"

    return pack


KINDS = {
    "folder": folder,
    "zip": packed(lambda: zip_of(FILES)),
    "stored zip": packed(lambda: zip_of(FILES, method=0)),
    "streamed zip": packed(lambda: streamed_zip_of(FILES)),
    "locked zip": packed(lambda: locked_zip_of(FILES, PASSWORD.encode())),
    "joliet": packed(lambda: iso_of(FILES, "joliet")),
    "rock ridge": packed(lambda: iso_of(FILES, "ridge")),
    "udf": packed(lambda: iso_of(FILES, "udf")),
    "plain iso": packed(lambda: iso_of(FILES, "plain")),
    "zip in zip": packed(lambda: zip_of({"in": zip_of(FILES)})),
    "iso in zip": packed(lambda: zip_of({"in": iso_of(FILES)})),
    "zip in iso": packed(lambda: iso_of({"IN": zip_of(FILES)})),
    "fake": None,
}


class Place:
    """A medium, how to take it away, and everything on it: archives opened wherever one is met."""

    def __init__(self, kind, folder):
        self.root = None if KINDS[kind] is None else KINDS[kind](folder)
        self.fake = FakeMedium(dict(FILES)) if self.root is None else None
        self.medium = self.fresh()

    def fresh(self):
        book = PasswordBook()
        book.add([PASSWORD])
        return self.fake or MediaFolder(str(self.root), 1, shelf=ArchiveShelf(book))

    def take_away(self):
        if self.fake is not None:
            self.fake.is_in = False
        else:
            self.root.rename(self.root.with_name("away"))

    def files(self):
        return list(self._over(self.medium.walk()))

    def _over(self, items):
        for item in items:
            assert isinstance(item, FoundFile)
            if item.parts[-1] in ("exam", "in", "IN"):
                yield from self._over(self.medium.inside(item))
            else:
                yield item


@pytest.fixture(params=KINDS)
def place(request, tmp_path):
    return Place(request.param, tmp_path)


def named(file):
    return "/".join(file.parts).removeprefix("exam/").removeprefix("in/").removeprefix("IN/")


def test_every_file_is_there_once_with_its_size(place):
    assert {named(file): file.size for file in place.files()} == {name: len(made) for name, made in FILES.items()}


def test_the_order_and_the_dates_are_the_same_each_time(place):
    assert place.files() == place.files()
    again = place.fresh()
    for file in place.files():
        with again.open(file.parts) as opened:
            assert (opened.size, opened.mtime_ns) == (file.size, file.mtime_ns)


def test_files_are_read_whole_from_their_start_and_again(place):
    for file in place.files():
        with place.medium.open(file.parts) as opened:
            content = opened.stream.read()
            opened.stream.seek(0)
            assert (content, opened.stream.read(5)) == (FILES[named(file)], FILES[named(file)][:5])


def test_a_file_is_read_from_any_place_and_backwards(place):
    (file,) = (file for file in place.files() if named(file) == "DICOM/A/IM1")
    with place.medium.open(file.parts) as opened:
        for start in (40_000, 7, 53_990, 0, 12_345):
            opened.stream.seek(start)
            assert opened.stream.read(100) == FILES["DICOM/A/IM1"][start : start + 100]
        assert opened.stream.seek(0, 2) == file.size
        assert opened.stream.read(1) == b""


def test_two_files_are_open_at_once_without_harm(place):
    first, second = (file for file in place.files() if named(file) in ("DICOM/A/IM1", "DICOM/A/IM2"))
    with place.medium.open(first.parts) as one, place.medium.open(second.parts) as two:
        heads = [one.stream.read(3), two.stream.read(3), one.stream.read(3), two.stream.read(3)]
    assert heads[0] + heads[2] == FILES[named(first)][:6]
    assert heads[1] + heads[3] == FILES[named(second)][:6]


def test_what_is_not_there_is_not_found(place):
    for parts in (("nothing",), ("DICOM", "nothing"), (*place.files()[0].parts[:-1], "nothing")):
        with pytest.raises(FileNotFoundError):
            place.fresh().open(parts)


def test_a_medium_that_is_taken_away_says_so(place):
    file = place.files()[0]
    assert place.medium.is_present()
    place.take_away()
    assert not place.medium.is_present()
    with pytest.raises(OSError, match=r".*"):
        place.medium.open(file.parts)
    with pytest.raises(DiscUnreadable):
        list(place.fresh().walk())
