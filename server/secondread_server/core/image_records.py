"""What the receiver knows of the images themselves, read from their own headers: exams, sets of images, people."""

import msgspec


class InstanceHeader(msgspec.Struct, frozen=True):
    """What the header of one instance says. Dates are ISO; what is not there, or not readable, is empty."""

    patient_name: str = ""
    birth_date: str = ""
    patient_sex: str = ""
    study_instance_uid: str = ""
    study_date: str = ""
    study_description: str = ""
    institution: str = ""
    series_instance_uid: str = ""
    series_number: int | None = None
    series_description: str = ""
    modality: str = ""
    slice_mm: float | None = None
    instance_number: int | None = None
    frames: int = 1

    def __repr__(self) -> str:
        """Tell the modality only."""
        return f"InstanceHeader({self.modality})"


class InstanceRecord(msgspec.Struct, frozen=True):
    """One instance of a case: its item, and its header if one was read when it was verified."""

    ordinal: int
    size: int
    sha256: str
    is_verified: bool
    header: InstanceHeader

    def __repr__(self) -> str:
        """Tell the ordinal only."""
        return f"InstanceRecord({self.ordinal})"


class ImageSet(msgspec.Struct, frozen=True):
    """A series of a case. `number` counts from 1 through the case; `header` is that of the instance it is known by."""

    number: int
    header: InstanceHeader
    instances: tuple[InstanceRecord, ...]

    @property
    def shown(self) -> tuple[InstanceRecord, ...]:
        """The instances that are here."""
        return tuple(one for one in self.instances if one.is_verified)

    @property
    def pictures(self) -> int:
        """How many frames there are to page through."""
        return sum(one.header.frames for one in self.shown)

    def __repr__(self) -> str:
        """Tell the number only."""
        return f"ImageSet({self.number})"


class Exam(msgspec.Struct, frozen=True):
    """A study of a case with its sets of images."""

    header: InstanceHeader
    sets: tuple[ImageSet, ...]

    @property
    def instances(self) -> int:
        """How many instances the manifest names."""
        return sum(len(one.instances) for one in self.sets)

    @property
    def verified(self) -> int:
        """How many of them are here."""
        return sum(len(one.shown) for one in self.sets)

    def __repr__(self) -> str:
        """Tell how many sets."""
        return f"Exam({len(self.sets)} sets)"


def exams_of(instances: list[InstanceRecord]) -> tuple[Exam, ...]:
    """Sort the instances of a case into exams, the newest first, and sets in the order of their numbers."""
    studies: dict[str, dict[str, list[InstanceRecord]]] = {}
    for one in instances:
        header = one.header
        studies.setdefault(header.study_instance_uid, {}).setdefault(header.series_instance_uid, []).append(one)
    ordered = sorted(studies.values(), key=_newest, reverse=True)
    number, exams = 0, []
    for series in ordered:
        sets = []
        for group in sorted(series.values(), key=_series_order):
            number += 1
            sets.append(_set(number, group))
        exams.append(Exam(header=sets[0].header, sets=tuple(sets)))
    return tuple(exams)


def _newest(series: dict[str, list[InstanceRecord]]) -> str:
    return max(one.header.study_date for group in series.values() for one in group)


def _series_order(group: list[InstanceRecord]) -> tuple[int, int]:
    number = _known_by(group).header.series_number
    return (1 << 31 if number is None else number, group[0].ordinal)


def _set(number: int, group: list[InstanceRecord]) -> ImageSet:
    ordered = sorted(group, key=lambda one: (_place(one.header), one.ordinal))
    return ImageSet(number=number, header=_known_by(ordered).header, instances=tuple(ordered))


def _place(header: InstanceHeader) -> int:
    return 1 << 31 if header.instance_number is None else header.instance_number


def _known_by(group: list[InstanceRecord]) -> InstanceRecord:
    """Return the first that is here, for only of those a header was read; else the first."""
    return next((one for one in group if one.is_verified), group[0])
