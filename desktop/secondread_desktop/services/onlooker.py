"""Onlooker: looks over the shoulder of a scan and tells which exams were seen so far."""

from typing import BinaryIO

from secondread_desktop.core.catalogue import Catalogue, Header, patients_of
from secondread_desktop.core.events import ExamsSeen, SeenExam, Tell
from secondread_desktop.services.ports import Clock, Contents, Examined

_TELL_EVERY_S = 0.1  # sooner is not seen, and keeps the window from its other work


class _Exam:
    """What is known of an exam so far."""

    __slots__ = ("date", "description", "instances", "modality")

    def __init__(self, header: Header) -> None:
        self.description = header.study_description
        self.modality = header.modality
        self.date = header.study_date
        self.instances = 1

    def add(self, header: Header) -> None:
        """Count one more of its instances."""
        self.instances += 1
        self.description = self.description or header.study_description
        self.date = self.date or header.study_date


class Onlooker:
    """A `Contents` that passes on another's answers, and counts the instances of each study."""

    def __init__(self, contents: Contents, tell: Tell, *, clock: Clock) -> None:
        self._contents = contents
        self._tell = tell
        self._now_s = clock.now_s
        self._exams: dict[str, _Exam] = {}
        self._files = 0
        self._next_s = 0.0

    def examine(self, file: BinaryIO, *, size: int) -> Examined:
        """Look at an open file of `size` bytes."""
        examined = self._contents.examine(file, size=size)
        self._files += 1
        is_first = self._count(examined.header) and len(self._exams) == 1
        now_s = self._now_s()
        if is_first or now_s >= self._next_s:
            self._next_s = now_s + _TELL_EVERY_S
            self._tell(ExamsSeen(files=self._files, exams=self._seen()))
        return examined

    def _count(self, header: Header | None) -> bool:
        """Count an instance; tell whether it is the first of its study."""
        if header is None:
            return False
        exam = self._exams.get(header.study_instance_uid)
        if exam is None:
            self._exams[header.study_instance_uid] = _Exam(header)
            return True
        exam.add(header)
        return False

    def _seen(self) -> tuple[SeenExam, ...]:
        return tuple(
            SeenExam(uid, exam.description, exam.modality, exam.date, exam.instances)
            for uid, exam in self._exams.items()
        )


def exams_of(catalogue: Catalogue) -> tuple[SeenExam, ...]:
    """Return the exams of a whole catalogue, person by person."""
    return tuple(
        SeenExam(
            study.study_instance_uid,
            study.description,
            study.series[0].modality,
            study.date,
            sum(series.instances for series in study.series),
        )
        for patient in patients_of(catalogue)
        for study in patient.studies
    )
