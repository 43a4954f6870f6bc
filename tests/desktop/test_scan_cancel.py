"""A scan ends soon after it is told to, also within one long file; and it tells the exams as often as is of use."""

import io
import threading
import zipfile

import pytest

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.core.catalogue import FoundFile
from secondread_desktop.core.events import ExamsSeen
from secondread_desktop.errors import Interrupted
from secondread_desktop.services.onlooker import Onlooker
from secondread_desktop.services.scan import scan
from secondread_desktop.services.sorts import Sort
from tests.support.dicom_files import series
from tests.support.fake_media import FakeContents, FakeMedium, image
from tests.support.fakes import FakeClock, Told

OPEN_SEQUENCE = b"\x08\x00\x40\x11SQ\0\0\xff\xff\xff\xff"


class Long(io.BytesIO):
    """A file that pydicom takes long over; asks to stop in the midst of it, and counts what is read after that."""

    def __init__(self, content, cancel):
        super().__init__(content)
        self.cancel = cancel
        self.reads = self.reads_after = 0

    def read(self, size=-1):
        self.reads += 1
        self.reads_after += self.cancel.is_set()
        if self.reads == 500:
            self.cancel.set()
        return super().read(size)


class Opened:
    """An open file; see `ports.OpenFile`."""

    def __init__(self, stream, size):
        self.stream, self.size, self.mtime_ns = stream, size, 1

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stream.close()


class OneLongFile:
    """A medium with one file."""

    def __init__(self, stream, size):
        self.opened = Opened(stream, size)

    def walk(self):
        yield FoundFile(1, ("IM1",), self.opened.size, 1)

    def open(self, parts):
        return self.opened

    def is_present(self):
        return True


def test_a_cancel_is_heard_within_one_long_file():
    content = bytes(128) + b"DICM" + OPEN_SEQUENCE + b"\xfe\xff\x00\xe0\0\0\0\0" * 50_000
    cancel = threading.Event()
    stream = Long(content, cancel)
    with pytest.raises(Interrupted):
        scan([OneLongFile(stream, len(content))], contents=FileContents(), tell=Told(), cancel=cancel)
    assert stream.reads >= 500
    assert stream.reads_after == 0


def test_a_large_archive_is_known_without_reading_it_all():
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("media/film.mpg", bytes(30 << 20))
        for name in ("[Content_Types].xml", "_rels/.rels", "word/document.xml"):
            archive.writestr(name, "<document/>")

    class Counting(io.BytesIO):
        """Counts what is read."""

        taken = 0

        def read(self, size=-1):
            got = super().read(size)
            self.taken += len(got)
            return got

    file = Counting(target.getvalue())
    assert FileContents().examine(file, size=len(file.getvalue())).sort is Sort.DOCUMENT
    assert file.taken < 1 << 20


def seen(clock, files, contents=None):
    told = Told()
    onlooker = Onlooker(contents or FakeContents(), told, clock=clock)
    catalogue = scan([FakeMedium(files)], contents=onlooker, tell=Told(), cancel=threading.Event())
    return catalogue, [event for event in told.events if isinstance(event, ExamsSeen)]


def test_the_first_exam_is_told_at_once_and_the_rest_as_time_goes_by():
    class Ticking(FakeClock):
        """A tenth of what is waited for goes by with each look."""

        def now_s(self):
            self.now += 0.0101
            return self.now

    files = {"A": b"junk"} | {f"IM{number}": image(number) for number in range(1, 101)}
    _, told = seen(Ticking(), files)
    assert [event.files for event in told[:2]] == [1, 2]
    assert told[1].exams[0].instances == 1
    assert 8 <= len(told) <= 14
    assert [event.files for event in told] == sorted(event.files for event in told)


def test_exams_are_told_with_what_their_first_images_left_out():
    files = {f"IM{n}": content for n, content in series(3).items()}
    files["IM1"] = series(1, StudyDescription="", StudyDate="")[1]
    _, told = seen(FakeClock(), {"IM1": files["IM1"]}, FileContents())
    assert told[-1].exams[0].description == ""

    class Passing(FakeClock):
        """Much time goes by."""

        def now_s(self):
            self.now += 1
            return self.now

    _, told = seen(Passing(), files, FileContents())
    (exam,) = told[-1].exams
    assert (exam.description, exam.date, exam.instances) == ("CT OF THE HEAD", "2026-11-12", 3)
