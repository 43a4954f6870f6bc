"""What was found on the sources, and the tree of patients, studies and series that people choose from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from secondread_desktop.core.dicomdir import IndexEntry
from secondread_desktop.core.person_names import name_key
from secondread_desktop.core.seen import Counts


@dataclass(frozen=True, slots=True)
class Header:
    """The attributes of an instance that decide anything. An empty string means empty or absent; dates are ISO.

    `instance_number` (PS3.3 C.7.6.1) orders the images of a series for the eye.
    """

    patient_name: str = ""
    patient_id: str = ""
    birth_date: str = ""
    patient_sex: str = ""
    study_instance_uid: str = ""
    study_date: str = ""
    study_description: str = ""
    series_instance_uid: str = ""
    series_description: str = ""
    modality: str = ""
    sop_instance_uid: str = ""
    sop_class_uid: str = ""
    transfer_syntax_uid: str = ""
    instance_number: int | None = None


@dataclass(frozen=True, slots=True)
class FoundFile:
    """One file of a source. `parts` are the raw names below the source; `source` counts from 1.

    `in_viewer`: in or below a folder of programs or web pages. `beside_autorun`: at a root
    where a disc starts its viewer.
    """

    source: int
    parts: tuple[str, ...]
    size: int
    mtime_ns: int
    in_viewer: bool = False
    beside_autorun: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may be sent: an instance if it has a header, else an attachment."""

    file: FoundFile
    header: Header | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that could not be read or taken. `code` is a word of `ui.texts.FINDINGS`."""

    code: str
    source: int
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DiscIndex:
    """A DICOMDIR and what it names; None if it cannot be read."""

    file: FoundFile
    entries: tuple[IndexEntry, ...] | None


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything found, in the medium's order.

    `copies` have the very bytes of a found one, and are not sent. `suspects` may hold images under a lock. `memo` keeps
    what was worked out of it for long: a catalogue never changes, and a window may not wait.
    """

    found: tuple[Found, ...] = ()
    findings: tuple[Finding, ...] = ()
    source_count: int = 1
    indexes: tuple[DiscIndex, ...] = ()
    copies: tuple[Found, ...] = ()
    counts: Counts = field(default_factory=Counts)
    suspects: tuple[FoundFile, ...] = ()
    memo: dict[str, object] = field(default_factory=dict, repr=False, compare=False)

    @property
    def instances(self) -> tuple[Found, ...]:
        """The DICOM objects."""
        return tuple(item for item in self.found if item.header is not None)

    @property
    def attachments(self) -> tuple[Found, ...]:
        """The other documents."""
        return tuple(item for item in self.found if item.header is None)

    @property
    def instance_bytes(self) -> int:
        """The size of all instances."""
        return sum(item.file.size for item in self.instances)


@dataclass(frozen=True, slots=True)
class Series:
    """One series as found."""

    series_instance_uid: str
    modality: str
    description: str
    instances: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Study:
    """One study as found."""

    study_instance_uid: str
    date: str
    description: str
    series: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Patient:
    """One person as the images name them; `found` are the instances, `spellings` and `sexes` all that stand in them."""

    name: str
    patient_id: str
    birth_date: str
    studies: tuple[Study, ...]
    found: tuple[Found, ...]
    sexes: tuple[str, ...] = ()
    spellings: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the images: equal letters may stand for other signs (`LI^WEI=李^伟`, `LI^WEI=黎^薇`)."""
        return self.spellings or (self.name,)


def together(catalogues: Sequence[Catalogue]) -> Catalogue:
    """Make one of several catalogues of one source each, which are numbered by their order."""
    if len(catalogues) == 1:
        return catalogues[0]
    found: list[Found] = []
    findings: list[Finding] = []
    indexes: list[DiscIndex] = []
    copies: list[Found] = []
    suspects: list[FoundFile] = []
    for number, catalogue in enumerate(catalogues, start=1):
        found += [item if item.file.source == number else _of_source(item, number) for item in catalogue.found]
        findings += [replace(finding, source=number) for finding in catalogue.findings]
        indexes += [replace(index, file=replace(index.file, source=number)) for index in catalogue.indexes]
        copies += [replace(item, file=replace(item.file, source=number)) for item in catalogue.copies]
        suspects += [replace(file, source=number) for file in catalogue.suspects]
    return Catalogue(
        found=tuple(found),
        findings=tuple(findings),
        source_count=len(catalogues),
        indexes=tuple(indexes),
        copies=tuple(copies),
        counts=sum((catalogue.counts for catalogue in catalogues), Counts()),
        suspects=tuple(suspects),
    )


def _of_source(item: Found, number: int) -> Found:
    return replace(item, file=replace(item.file, source=number))


def patients_of(catalogue: Catalogue) -> tuple[Patient, ...]:
    """Group the instances by person: same name and id, birth dates that do not contradict each other."""
    instances = [(item, header) for item in catalogue.found if (header := item.header) is not None]
    keys = {name: name_key(name) for name in {header.patient_name for _, header in instances}}
    groups: dict[tuple[str, str], list[Found]] = {}
    for item, header in instances:
        groups.setdefault((keys[header.patient_name], header.patient_id), []).append(item)
    return tuple(_patient(part) for group in groups.values() for part in _by_birth_date(group))


def _by_birth_date(group: list[Found]) -> list[list[Found]]:
    """Split a group by birth dates; an exam that never says one, where there are several, is perhaps nobody's of them.

    Father and son may have one name: such exams stay apart, and a person says whose they are.
    """
    dates = list(dict.fromkeys(date for item in group if (date := _header(item).birth_date)))
    if len(dates) <= 1:
        return [group]
    of_study = {
        _header(item).study_instance_uid: _header(item).birth_date for item in group if _header(item).birth_date
    }
    parts: dict[str, list[Found]] = {}
    for item in group:
        header = _header(item)
        parts.setdefault(header.birth_date or of_study.get(header.study_instance_uid, ""), []).append(item)
    return list(parts.values())


def _patient(found: list[Found]) -> Patient:
    headers = [_header(item) for item in found]
    by_study: dict[str, list[Found]] = {}
    for item in found:
        by_study.setdefault(_header(item).study_instance_uid, []).append(item)
    return Patient(
        name=_first(header.patient_name for header in headers),
        patient_id=headers[0].patient_id,
        birth_date=_first(header.birth_date for header in headers),
        studies=tuple(_study(uid, items) for uid, items in by_study.items()),
        found=tuple(found),
        sexes=tuple(dict.fromkeys(header.patient_sex for header in headers if header.patient_sex)),
        spellings=tuple(dict.fromkeys(header.patient_name for header in headers if header.patient_name)),
    )


def _study(uid: str, found: list[Found]) -> Study:
    by_series: dict[str, list[Found]] = {}
    for item in found:
        by_series.setdefault(_header(item).series_instance_uid, []).append(item)
    return Study(
        study_instance_uid=uid,
        date=_first(_header(item).study_date for item in found),
        description=_first(_header(item).study_description for item in found),
        series=tuple(_series(series_uid, items) for series_uid, items in by_series.items()),
    )


def _series(uid: str, found: list[Found]) -> Series:
    return Series(
        series_instance_uid=uid,
        modality=_first(_header(item).modality for item in found),
        description=_first(_header(item).series_description for item in found),
        instances=len(found),
        bytes=sum(item.file.size for item in found),
    )


def _header(item: Found) -> Header:
    assert item.header is not None
    return item.header


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
