"""Onlooker: looks over the shoulder of a scan and tells which exams were seen so far."""

from dataclasses import replace
from typing import BinaryIO

from secondread_desktop.core.catalogue import Catalogue, patients_of
from secondread_desktop.core.events import ExamsSeen, SeenExam, Tell
from secondread_desktop.services.ports import Contents, Examined

_TELL_EVERY = 20


class Onlooker:
    """A `Contents` that passes on another's answers, and counts the instances of each study."""

    def __init__(self, contents: Contents, tell: Tell) -> None:
        self._contents = contents
        self._tell = tell
        self._exams: dict[str, SeenExam] = {}
        self._files = 0

    def examine(self, file: BinaryIO, *, size: int) -> Examined:
        """Look at an open file of `size` bytes."""
        examined = self._contents.examine(file, size=size)
        self._files += 1
        is_new = self._count(examined)
        if is_new or self._files % _TELL_EVERY == 0:
            self._tell(ExamsSeen(files=self._files, exams=tuple(self._exams.values())))
        return examined

    def _count(self, examined: Examined) -> bool:
        """Count an instance; tell whether it is the first of its study."""
        header = examined.header
        if header is None:
            return False
        uid = header.study_instance_uid
        seen = self._exams.get(uid)
        if seen is None:
            self._exams[uid] = SeenExam(uid, header.study_description, header.modality, header.study_date, 1)
            return True
        self._exams[uid] = replace(
            seen,
            description=seen.description or header.study_description,
            date=seen.date or header.study_date,
            instances=seen.instances + 1,
        )
        return False


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
