"""Is it all there? The table in core/completeness.py, row by row; and what of it travels."""

import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondread_desktop.core.catalogue import Catalogue, DiscIndex, Finding, Found, FoundFile, Header
from secondread_desktop.core.completeness import completeness_of, missing_numbers
from secondread_desktop.core.completeness_report import told, wanted_part
from secondread_desktop.core.dicomdir import IndexEntry
from secondread_desktop.core.selection import Wanted
from secondread_desktop.core.submission import Source
from secondread_desktop.errors import ImagesLeftOut, Interrupted
from secondread_desktop.services.duplicates import drop_copies
from secondread_desktop.services.prepare import prepare
from secondread_desktop.services.scan import scan
from tests.desktop.desk import CASE, Desk, images
from tests.support.fake_media import FakeContents, FakeFile, FakeMedium, image


def found(path: str, uid: str, *, study: str = "1.2", source: int = 1, number: int | None = None) -> Found:
    header = Header(
        sop_instance_uid=uid, study_instance_uid=study, series_instance_uid=f"{study}.1", instance_number=number
    )
    return Found(FoundFile(source, tuple(path.split("/")), 100, 1), header)


def index(*entries: IndexEntry | tuple[str, str], source: int = 1, folder: str = "") -> DiscIndex:
    made = [entry if isinstance(entry, IndexEntry) else named(*entry) for entry in entries]
    parts = (*filter(None, folder.split("/")), "DICOMDIR")
    return DiscIndex(FoundFile(source, parts, 500, 1), tuple(made))


def named(path: str, uid: str, study: str = "1.2", series: str | None = None) -> IndexEntry:
    return IndexEntry(tuple(path.split("/")), uid, study, series or f"{study}.1", "20261112", "CT OF THE HEAD", "CT")


def checked(*items: Found, indexes: tuple[DiscIndex, ...] = (), findings: tuple[Finding, ...] = ()):
    return completeness_of(Catalogue(found=items, indexes=indexes, findings=findings))


def test_a_disc_whose_index_names_what_is_there_is_whole():
    report = checked(found("D/I1", "1"), found("D/I2", "2"), indexes=(index(("D/I1", "1"), ("D/I2", "2")),))
    assert (report.found, report.total, report.named, report.exams, report.is_whole) == (2, 2, 2, 1, True)
    assert not (report.absent or report.extra or report.wrong_references)


def test_a_disc_without_an_index_claims_nothing():
    report = checked(found("D/I1", "1"))
    assert (report.named, report.total, report.is_whole, report.extra) == (None, 1, True, ())


@pytest.mark.parametrize("spelt", ["d/i1", "D/I1.;1", "D/I1;1", "D/I1."])
def test_names_of_iso_9660_are_one_name_however_they_are_spelt(spelt):
    assert checked(found(spelt, "1"), indexes=(index(("D/I1", "1")),)).is_whole


def test_paths_are_below_the_folder_of_their_index():
    assert checked(found("copy/D/I1", "1"), indexes=(index(("D/I1", "1"), folder="copy"),)).is_whole


def test_what_the_index_names_and_no_disc_holds_is_absent_and_counted_by_exam():
    report = checked(found("D/I1", "1"), indexes=(index(("D/I1", "1"), ("D/I2", "2"), named("D/J", "3", "1.9")),))
    assert [one.parts for one in report.absent] == [("D", "I2"), ("D", "J")]
    assert [(exam.study_instance_uid, exam.date, exam.missing, exam.named) for exam in report.missing_exams] == [
        ("1.2", "2026-11-12", 1, 2),
        ("1.9", "2026-11-12", 1, 1),
    ]
    assert (report.total, report.is_whole) == (3, False)


def test_an_instance_elsewhere_is_a_wrong_reference_and_not_absent():
    report = checked(found("OTHER/I1", "1"), indexes=(index(("D/I1", "1")),))
    assert ([item.file.parts for item in report.wrong_references], report.absent) == ([("OTHER", "I1")], ())


def test_another_instance_at_the_path_is_not_the_one_that_is_named():
    report = checked(found("D/I1", "7"), indexes=(index(("D/I1", "1")),))
    assert [one.parts for one in report.absent] == [("D", "I1")]
    assert [item.file.parts for item in report.extra] == [("D", "I1")]


def test_an_entry_without_a_uid_means_whatever_is_at_its_path():
    assert checked(found("D/I1", "7"), indexes=(index(("D/I1", "")),)).is_whole


def test_an_instance_that_the_index_forgot_is_extra():
    report = checked(found("D/I1", "1"), found("D/SR", "2"), indexes=(index(("D/I1", "1")),))
    assert [item.file.parts for item in report.extra] == [("D", "SR")]
    assert report.is_whole


def test_one_disc_s_index_says_nothing_of_another_disc():
    report = checked(found("D/I1", "1"), found("D/I1", "2", source=2), indexes=(index(("D/I1", "1")),))
    assert (report.extra, report.absent) == ((), ())


def test_an_image_that_only_the_other_disc_holds_is_not_missing():
    assert not checked(found("D/I1", "1", source=2), indexes=(index(("D/I1", "1")),)).absent


def test_an_index_that_points_out_of_the_disc_names_something_that_is_absent():
    report = checked(found("D/I1", "1"), indexes=(index(("../../etc/passwd", "9"), ("D/I1", "1")),))
    assert [one.parts for one in report.absent] == [("..", "..", "etc", "passwd")]


@pytest.mark.parametrize("uids", [("1", "2"), ("", "")])
def test_a_copy_of_the_index_in_a_viewer_s_folder_counts_nothing_twice(uids):
    entries = tuple(zip(("D/I1", "D/I2"), uids, strict=True))
    viewers = index(*entries, folder="VIEWER")
    for indexes in ((viewers, index(*entries)), (index(*entries), viewers), (viewers,)):
        report = checked(found("D/I1", "1"), indexes=indexes)
        assert (report.named, len(report.absent), report.extra, report.wrong_references) == (2, 1, (), ())
        assert [(exam.missing, exam.named) for exam in report.missing_exams] == [(1, 2)]


def test_several_images_that_are_named_at_one_place_are_looked_for_one_by_one():
    report = checked(found("D/I1", "1"), found("D/I2", "2"), indexes=(index(*(("D/I1", uid) for uid in "123")),))
    assert (report.named, [one.entry.sop_instance_uid for one in report.absent]) == (3, ["3"])
    assert [item.file.parts for item in report.wrong_references] == [("D", "I2")]
    assert report.extra == ()


def test_both_images_of_one_uid_are_named_where_the_index_names_both():
    report = checked(found("D/I1", "1"), found("D/I2", "1"), indexes=(index(("D/I1", "1"), ("D/I2", "1")),))
    assert (report.named, report.extra, report.absent) == (1, (), ())


def test_an_unreadable_index_is_counted():
    broken = DiscIndex(FoundFile(1, ("DICOMDIR",), 5, 1), None)
    report = checked(found("D/I1", "1"), indexes=(broken,))
    assert (report.named, report.unreadable_indexes, report.is_whole) == (None, 1, False)


@pytest.mark.parametrize(
    ("numbers", "ranges"),
    [
        ([1, 2, 3, 4], ()),
        ([1, 2, 4, 5], ((3, 3),)),
        ([1, 2, 3, 6, 7, 8, 10], ((4, 5), (9, 9))),
        ([5, 6, 7], ()),  # where a series begins is not known
        ([1, 3, 5, 7], ()),  # every second one: the others are another series'
        ([1, 101, 201], ()),
        ([1, 2, 3, 900], ()),  # more would be missing than is there: the numbers mean something else
        ([7], ()),
        ([], ()),
    ],
)
def test_left_out_numbers_are_told_where_numbers_count_images(numbers, ranges):
    assert missing_numbers(numbers) == ranges


@given(st.lists(st.integers(-(1 << 40), 1 << 40), max_size=60))
def test_left_out_numbers_never_occur(numbers):
    told_numbers = [number for first, last in missing_numbers(numbers) for number in range(first, last + 1)]
    assert not set(told_numbers) & set(numbers)
    assert len(told_numbers) < max(1, len(numbers))


def test_a_gap_is_told_of_its_series():
    items = [found(f"D/I{n}", str(n), number=n) for n in (1, 2, 3, 6, 7)]
    (gap,) = checked(*items).gaps
    assert (gap.series_instance_uid, gap.missing, gap.ranges) == ("1.2.1", 2, ((4, 5),))


def test_cut_images_are_counted():
    report = checked(found("D/I1", "1"), findings=(Finding("truncated", 1, ("D", "I1")),))
    assert (len(report.cut), report.is_whole) == (1, False)


# What travels


def part_of(catalogue: Catalogue, *wanted: Found, is_alone: bool = False):
    return wanted_part(completeness_of(catalogue), catalogue, wanted, is_alone=is_alone)


def test_nothing_of_an_exam_that_is_not_sent_travels():
    mine, other = found("A/I1", "1"), found("B/I1", "2", study="1.9")
    entries = (("A/I1", "1"), ("A/I2", "3"), named("B/I1", "2", "1.9"), named("B/I2", "4", "1.9"))
    catalogue = Catalogue(found=(mine, other), indexes=(index(*entries),))
    part = told(part_of(catalogue, mine))
    assert (part.found, part.absent, part.named) == (1, 1, 2)
    assert [exam.study_instance_uid for exam in part.missing_exams] == ["1.2"]


@pytest.mark.parametrize(("is_alone", "count"), [(True, 1), (False, 0)])
def test_an_exam_of_which_nothing_was_found_is_told_where_it_can_be_nobody_else_s(is_alone, count):
    mine = found("A/I1", "1")
    catalogue = Catalogue(found=(mine,), indexes=(index(("A/I1", "1"), named("B/I1", "2", "1.9")),))
    assert told(part_of(catalogue, mine, is_alone=is_alone)).absent == count


def test_what_is_missing_of_a_set_that_is_not_sent_does_not_travel():
    mine = found("A/I1", "1")
    other = replace(found("B/I1", "2"), header=replace(found("B/I1", "2").header, series_instance_uid="1.2.9"))
    entries = (
        named("A/I1", "1"), named("A/I2", "3"), named("C/I1", "6", series="1.2.7"),
        named("B/I1", "2", series="1.2.9"), named("B/I2", "4", series="1.2.9"), named("B/I3", "5", series="1.2.9"),
    )  # fmt: skip
    catalogue = Catalogue(found=(mine, other), indexes=(index(*entries),))
    part = part_of(catalogue, mine, is_alone=True)
    assert [one.entry.sop_instance_uid for one in part.absent] == ["3", "6"]
    assert [(exam.missing, exam.named) for exam in part.missing_exams] == [(2, 3)]
    assert (told(part).absent, told(part).named) == (2, 3)


def test_an_exam_of_which_nothing_was_found_travels_where_everybody_s_images_are_sent():
    married, maiden = image(1), image(2, name="Smith^Maria", patient_id="P2", study="1.3")
    desk = Desk()
    catalogue = scanned({"A": married, "B": maiden})
    uids = [item.header.sop_instance_uid for item in catalogue.instances]
    entries = (named("A", uids[0], "1.2.1"), named("B", uids[1], "1.3"), named("C", "9", "1.9"))
    catalogue = replace(catalogue, indexes=(index(*entries),), memo={})
    for ticked, absent in ((catalogue.found, 1), (catalogue.found[:1], 0)):
        request = desk.request(
            wanted=Wanted(files=frozenset(item.file for item in ticked)), identity_confirmed="maiden name"
        )
        plan = prepare(request, catalogue, programme=desk.receiver.message, new_case_id=lambda: CASE, tell=desk.told)
        assert plan.submission.completeness.absent == absent
        assert [problem.code for problem in plan.problems] == ["absent"] * absent


# Through the services


def scanned(files: dict, number: int = 1):
    return scan(
        [FakeMedium(files, number)], contents=FakeContents(), tell=lambda _event: None, cancel=threading.Event()
    )


def test_the_very_same_bytes_are_kept_once_and_other_bytes_both():
    catalogue = scanned({"A": image(1), "B": image(1), "C": image(1) + b"!", "D": image(2)})
    assert [item.file.parts for item in catalogue.instances] == [("A",), ("C",), ("D",)]
    assert [item.file.parts for item in catalogue.copies] == [("B",)]
    assert catalogue.findings == (Finding("other_content", 1, ("C",)),)
    report = completeness_of(catalogue)
    assert (report.found, len(report.copies), len(report.clashes)) == (3, 1, 1)


def test_what_may_be_copies_is_read_in_the_medium_s_order_and_never_back_and_forth():
    files = {f"{part}/I{number}": image(number) for part in "ABC" for number in range(1, 6)}
    medium = FakeMedium(files)
    catalogue = scan([medium], contents=FakeContents(), tell=lambda _event: None, cancel=threading.Event())
    assert (len(catalogue.instances), len(catalogue.copies)) == (5, 10)
    assert medium.opened == [*files, *files]


def test_one_uid_in_very_many_files_of_other_sizes_is_compared_in_one_go_and_heeds_a_stop():
    class Sized(int):
        compared = 0

        def __eq__(self, other):
            Sized.compared += 1
            return int(self) == int(other)

        __hash__ = int.__hash__

    items = [Found(FoundFile(1, (str(n),), Sized(1000 + n), 1), Header(sop_instance_uid="1")) for n in range(2000)]
    kept, copies, clashes = drop_copies(items, {1: FakeMedium({})}, cancel=threading.Event())
    assert (len(kept), len(copies), len(clashes)) == (2000, 0, 1999)
    assert Sized.compared < 20 * len(items)
    stop = threading.Event()
    stop.set()
    with pytest.raises(Interrupted):
        drop_copies(items, {1: FakeMedium({})}, cancel=stop)


def test_a_twin_that_cannot_be_read_is_not_called_another_content():
    medium = FakeMedium({"A": image(1), "B": image(1), "C": image(1)})
    catalogue = scan(
        [medium], contents=_Breaking(medium.files["A"]), tell=lambda _event: None, cancel=threading.Event()
    )
    assert [item.file.parts for item in catalogue.instances] == [("A",), ("B",)]
    assert ([item.file.parts for item in catalogue.copies], catalogue.findings) == ([("C",)], ())


def test_a_copy_that_cannot_be_read_is_no_copy():
    medium = FakeMedium({"A": image(1), "B": image(1)})
    catalogue = scan(
        [medium], contents=_Breaking(medium.files["B"]), tell=lambda _event: None, cancel=threading.Event()
    )
    assert (len(catalogue.instances), catalogue.copies) == (2, ())


class _Breaking(FakeContents):
    """Breaks a file after it was looked at."""

    def __init__(self, file: FakeFile) -> None:
        self._file, self._seen = file, False

    def examine(self, file, *, size):
        if self._seen:
            self._file.error = OSError(5, "scratch")
        self._seen = True
        return super().examine(file, size=size)


def test_the_manifest_says_what_was_found_and_what_was_read():
    desk = Desk()
    desk.plan()
    assert desk.submit().verified == 12
    report = desk.receiver.cases[CASE].manifest.completeness
    assert (report.found, report.read, report.named, report.absent) == (12, 12, None, 0)


def test_what_was_read_differs_from_what_was_found_when_a_file_vanished_and_that_travels():
    desk = Desk()
    desk.plan()
    del desk.medium.files["DICOM/IM0003"]
    with pytest.raises(ImagesLeftOut) as stopped:
        desk.submit()
    assert (stopped.value.count, stopped.value.rest) == (1, 11)
    desk.submit(part_agreed=1)
    report = desk.receiver.cases[CASE].manifest.completeness
    assert (report.found, report.read) == (12, 11)


def test_a_yes_to_one_missing_file_is_no_yes_to_two():
    desk = Desk()
    desk.plan()
    for name in ("DICOM/IM0003", "DICOM/IM0007"):
        del desk.medium.files[name]
    with pytest.raises(ImagesLeftOut):
        desk.submit(part_agreed=1)


def test_an_image_on_two_discs_is_sent_once_and_the_copy_is_told():
    desk = Desk(medium=FakeMedium(images(3)))
    twice = dict(images(3)) | {"AGAIN/IM0001": image(1)}
    desk.medium.files = {path: FakeFile(content) for path, content in twice.items()}
    catalogue = replace(scanned(images(3)), found=tuple(_all_of(desk.medium)))
    assert len(catalogue.instances) == 4
    plan_of(desk, catalogue)
    assert desk.submit().verified == 3
    manifest = desk.receiver.cases[CASE].manifest
    assert (manifest.completeness.copies, [problem.code for problem in manifest.problems]) == (1, ["copy"])


def _all_of(medium: FakeMedium):
    for file in medium.walk():
        with medium.open(file.parts) as opened:
            yield Found(file, FakeContents().examine(opened.stream, size=opened.size).header)


def plan_of(desk: Desk, catalogue: Catalogue) -> None:
    from secondread_desktop.services.prepare import prepare

    request = desk.request(sources=(Source(1, "/disc"),))
    plan = prepare(request, catalogue, programme=desk.receiver.message, new_case_id=lambda: CASE, tell=desk.told)
    desk.credentials.save(CASE, "t" * 43)
    desk.outbox.plan(plan)
