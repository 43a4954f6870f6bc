"""Frames are drawn in children: bounded, one case a child, and no harm comes of one that dies, hangs or lies."""

import hashlib
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydicom.data import get_testdata_file

from secondread_server.adapters.frame_workers import FrameWorkers
from secondread_server.adapters.thumbnail_files import ThumbnailFolder
from secondread_server.errors import FramesBusy, ObjectMissing
from secondread_server.services.image_ports import FileBytes, FrameAsk
from secondread_shared.frames.picture import FrameUnshowable, Unshowable, Window
from tests.support.dicom_files import dicom_file
from tests.support.receiver import wait_until

CASE, OTHER = "a" * 32, "b" * 32
PNG = b"\x89PNG\r\n\x1a\n"


def file_of(content: bytes, *, sha256: str = "", size: int | None = None) -> FileBytes:
    digest = sha256 or hashlib.sha256(content).hexdigest()
    return FileBytes(
        sha256=digest, size=len(content) if size is None else size, blocks=iter([content[:99], content[99:]])
    )


@pytest.fixture
def workers() -> Iterator[FrameWorkers]:
    made = FrameWorkers()
    yield made
    made.close()


def reason(workers: FrameWorkers, file: FileBytes, ask: FrameAsk | None = None) -> Unshowable:
    with pytest.raises(FrameUnshowable) as caught:
        workers.render(CASE, file, ask or FrameAsk())
    return caught.value.reason


def children(workers: FrameWorkers) -> list[tuple[str, int]]:
    return [(worker.case, worker._child.pid) for worker in workers._idle]


def test_a_frame_comes_as_a_png_with_its_facts_and_in_the_window_that_is_wanted(workers: FrameWorkers) -> None:
    shown = workers.render(CASE, file_of(dicom_file()), FrameAsk())
    assert (shown.png[:8], shown.png[16:24]) == (PNG, (128).to_bytes(4, "big") * 2)
    assert (shown.facts.frame_count, shown.facts.aspect) == (1, 1.0)
    wanted = Window(centre=40.0, width=80.0)
    other = workers.render(CASE, file_of(dicom_file()), FrameAsk(window=wanted))
    assert other.facts.window == wanted
    assert other.png != shown.png
    small = workers.render(CASE, file_of(dicom_file()), FrameAsk(fit=32))
    assert small.png[16:24] == (32).to_bytes(4, "big") * 2


def test_colour_comes_through(workers: FrameWorkers) -> None:
    content = Path(str(get_testdata_file("examples_rgb_color.dcm"))).read_bytes()
    shown = workers.render(CASE, file_of(content), FrameAsk())
    assert (shown.png[25], shown.facts.window) == (2, None)  # PNG's colour type 2: RGB


def test_a_file_is_sent_once_for_all_its_frames_and_never_taken_for_another(workers: FrameWorkers) -> None:
    content = dicom_file()
    workers.render(CASE, file_of(content), FrameAsk())
    digest = hashlib.sha256(content).hexdigest()
    nothing_more = FileBytes(sha256=digest, size=len(content), blocks=iter(()))
    assert workers.render(CASE, nothing_more, FrameAsk(fit=16)).png[:8] == PNG
    assert reason(workers, file_of(dicom_file(InstanceNumber=2), sha256="0" * 64)) is Unshowable.DAMAGED


def test_what_cannot_be_shown_says_why_and_the_next_is_shown_all_the_same(workers: FrameWorkers) -> None:
    report = Path(str(get_testdata_file("test-SR.dcm"))).read_bytes()
    assert reason(workers, file_of(report)) is Unshowable.NO_PIXELS
    assert reason(workers, file_of(b"no image at all")) is not None
    assert reason(workers, file_of(dicom_file()), FrameAsk(frame=7)) is Unshowable.NO_SUCH_FRAME
    assert reason(workers, file_of(dicom_file(Rows=65535, Columns=65535))) is not None
    assert reason(workers, file_of(b"", size=1 << 40)) is Unshowable.TOO_LARGE
    assert workers.render(CASE, file_of(dicom_file()), FrameAsk()).png[:8] == PNG


def test_a_child_never_sees_the_files_of_two_cases(workers: FrameWorkers) -> None:
    for case in (CASE, CASE, OTHER, "c" * 32, "d" * 32):
        workers.render(case, file_of(dicom_file()), FrameAsk())
    assert [case for case, _ in children(workers)] == ["c" * 32, "d" * 32]  # never more than two rest
    [(_, before)] = children(workers)[1:]
    workers.render("d" * 32, file_of(dicom_file()), FrameAsk())
    assert ("d" * 32, before) in children(workers)


@pytest.mark.parametrize(
    "program",
    ["pass", "import signal; signal.pause()", "print('nonsense, and more of it', flush=True); input()",
     "import sys; sys.stdout.buffer.write(b'P\\x02\\0\\0\\0{}I\\x01\\0\\0\\0x'); sys.stdout.flush(); input()"],
)  # fmt: skip
def test_a_child_that_dies_hangs_or_lies_takes_the_frame_for_damaged(program: str) -> None:
    workers = FrameWorkers(command=(sys.executable, "-c", program), frame_seconds=3)
    assert reason(workers, file_of(dicom_file())) is Unshowable.DAMAGED
    assert children(workers) == []


@pytest.mark.parametrize("size", [10, 1 << 20])
def test_bytes_that_are_more_or_fewer_than_they_should_be_do_not_get_through(workers: FrameWorkers, size: int) -> None:
    assert reason(workers, file_of(dicom_file(), size=size)) is Unshowable.DAMAGED
    assert workers.render(CASE, file_of(dicom_file()), FrameAsk()).png[:8] == PNG


def test_an_object_that_is_not_there_is_said_to_be_missing_and_no_child_is_left(workers: FrameWorkers) -> None:
    def gone() -> Iterator[bytes]:
        yield b"a beginning"
        raise ObjectMissing

    with pytest.raises(ObjectMissing):
        workers.render(CASE, FileBytes(sha256="0" * 64, size=99, blocks=gone()), FrameAsk())
    assert children(workers) == []


def test_who_comes_when_all_places_are_taken_is_told_at_once(workers: FrameWorkers) -> None:
    release, begun = threading.Event(), threading.Semaphore(0)

    def slow() -> Iterator[bytes]:
        begun.release()
        release.wait(30)
        yield dicom_file()

    content = dicom_file()
    slow_file = {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
    threads = [
        threading.Thread(target=workers.render, args=(case, FileBytes(blocks=slow(), **slow_file), FrameAsk()))
        for case in (CASE, OTHER) * 8
    ]
    for thread in threads:
        thread.start()
    assert begun.acquire(timeout=30)
    assert begun.acquire(timeout=30)
    wait_until(lambda: workers.turns.asking == 16, what="all places taken")
    for case in (CASE, OTHER, "c" * 32):
        with pytest.raises(FramesBusy):
            workers.render(case, file_of(content), FrameAsk())
    release.set()
    for thread in threads:
        thread.join(timeout=30)
    assert workers.render(CASE, file_of(content), FrameAsk()).png[:8] == PNG


def test_thumbnails_are_private_bounded_and_go_with_their_case(tmp_path: Path) -> None:
    folder = ThumbnailFolder(tmp_path / "thumbnails", most_bytes=250)
    for n in range(3):
        folder.keep(CASE if n else OTHER, f"{n}", bytes(100))
    assert [folder.find(CASE, f"{n}") is not None for n in (1, 2)] == [True, True]
    assert folder.find(OTHER, "0") is None  # the oldest had to go
    files = [path for path in (tmp_path / "thumbnails").rglob("*") if path.is_file()]
    assert {path.stat().st_mode & 0o777 for path in files} == {0o600}
    assert (tmp_path / "thumbnails" / CASE).stat().st_mode & 0o777 == 0o700
    folder.remove(CASE)
    assert folder.find(CASE, "1") is None
    assert not (tmp_path / "thumbnails" / CASE).exists()
