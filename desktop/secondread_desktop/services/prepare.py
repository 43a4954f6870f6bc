"""Prepare: everything that must be right before anything leaves the computer, and the plan that follows from it."""

import datetime
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from secondread_desktop.core import identity_check
from secondread_desktop.core.catalogue import Catalogue, Found, FoundFile, Header, Patient, patients_of
from secondread_desktop.core.completeness import Completeness, completeness_of
from secondread_desktop.core.completeness_report import ABSENT_CODE, told, wanted_part
from secondread_desktop.core.events import AttachmentsLeftOut, IdentityAsked, Person, Scanned, Tell
from secondread_desktop.core.finding_codes import trouble_count
from secondread_desktop.core.identity_check import Choice
from secondread_desktop.core.safe_paths import SafePaths, shown
from secondread_desktop.core.selection import Selected, Wanted, select
from secondread_desktop.core.submission import Copy, Plan, Planned, Source, Submission
from secondread_desktop.errors import CaseTooLarge, ConsentsMissing, IdentityUndecided, IntakeIncomplete
from secondread_shared.consent import missing_consents
from secondread_shared.contract import Programme, PutIntake, encode_message
from secondread_shared.intake import Intake, validate_intake
from secondread_shared.manifest import IdentityDecision, ItemKind, SourceProblem

ATTACHMENTS = "attachments"
_MOST_COPIES = 4  # of one image, to be tried where it cannot be read


@dataclass(frozen=True, slots=True)
class Request:
    """What a person asked to send. `sources` come first in number, then one for each of `attached`."""

    receiver: str
    key: str
    sources: tuple[Source, ...]
    message: PutIntake = field(repr=False)
    attached: tuple[FoundFile, ...] = ()
    attached_sources: tuple[Source, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)
    identity_confirmed: str | None = None
    digest: str = ""

    @property
    def roots(self) -> list[str]:
        """Where the case is read from."""
        return [source.root for source in (*self.sources, *self.attached_sources)]

    @property
    def choice(self) -> Choice:
        """What was decided about whose images these are."""
        return Choice(patient_chosen=self.wanted.has_chosen_patient, confirmed_because=self.identity_confirmed)


def check_intake(message: PutIntake, programme: Programme, *, today: datetime.date) -> None:
    """Raise `IntakeIncomplete` or `ConsentsMissing` by the same rules as the receiver's."""
    problems = validate_intake(message.intake, questions=programme.questions, today=today)
    if problems:
        raise IntakeIncomplete(problems)
    missing = missing_consents(programme.texts, message.consents)
    if missing:
        raise ConsentsMissing([str(kind) for kind in missing])


def prepare(
    request: Request, catalogue: Catalogue, *, programme: Programme, new_case_id: Callable[[], str], tell: Tell
) -> Plan:
    """Choose, check whose images these are, and plan. Raises `NothingToSend`, `IdentityUndecided`, `CaseTooLarge`."""
    selected = select(catalogue, request.wanted)
    everyone = patients_of(catalogue)
    whole = completeness_of(catalogue)
    _tell_found(catalogue, everyone, absent=len(whole.absent), tell=tell)
    identity = _decide(request, everyone, selected=selected, tell=tell)
    if selected.attachments_left_out:
        tell(AttachmentsLeftOut(count=selected.attachments_left_out))
    entries = plan_entries(selected.found, request.attached, catalogue)
    wanted = tuple(item for item in selected.found if item.header is not None)
    part = wanted_part(whole, catalogue, wanted, is_alone=_is_nobody_left_out(everyone, wanted))
    if sum(entry.size for entry in entries) > programme.limits.case_bytes:
        raise CaseTooLarge
    return Plan(
        submission=Submission(
            case=new_case_id(),
            key=request.key,
            receiver=request.receiver,
            identity=identity,
            request=request.digest,
            completeness=told(part),
        ),
        sources=request.sources + request.attached_sources,
        entries=entries,
        intake=encode_message(request.message),
        problems=source_problems(catalogue, selected.found) + absent_problems(part, catalogue.source_count),
    )


def plan_entries(found: Sequence[Found], attached: Sequence[FoundFile], catalogue: Catalogue) -> tuple[Planned, ...]:
    """Number the files in the medium's order and give each its path and copies; named documents come last."""
    paths = SafePaths()
    copies = _copies_in(catalogue)
    entries = [
        replace(
            _planned(item, place, path=paths.add(located(item.file, catalogue.source_count))),
            copies=tuple(copies.get(_bytes_of(item), ())),
        )
        for place, item in enumerate(found, start=1)
    ]
    entries += [
        _planned(Found(file), place, path=paths.add((ATTACHMENTS, file.parts[-1])))
        for place, file in enumerate(attached, start=len(entries) + 1)
    ]
    return tuple(entries)


def _copies_in(catalogue: Catalogue) -> dict[tuple[str, int], list[Copy]]:
    """Return where each instance lies once more; nothing of those whose UID stands for several contents."""
    kept = Counter(_bytes_of(item) for item in catalogue.instances)
    copies: dict[tuple[str, int], list[Copy]] = {}
    for item in catalogue.copies:
        places = copies.setdefault(_bytes_of(item), [])
        if kept[_bytes_of(item)] == 1 and len(places) < _MOST_COPIES:
            places.append(Copy(item.file.source, item.file.parts, item.file.mtime_ns))
    return copies


def _bytes_of(item: Found) -> tuple[str, int]:
    """Return what is equal for an instance and its copies."""
    return (item.header.sop_instance_uid if item.header is not None else "", item.file.size)


def located(file: FoundFile, source_count: int) -> tuple[str, ...]:
    """Return the raw path of a file in the case: below `disc-2` where there are several sources."""
    return file.parts if source_count == 1 else (f"disc-{file.source}", *file.parts)


def _is_nobody_left_out(everyone: tuple[Patient, ...], wanted: tuple[Found, ...]) -> bool:
    """Tell whether each person found has something that is sent: a maiden name makes two of one."""
    sent = {id(item) for item in wanted}
    return all(any(id(item) in sent for item in patient.found) for patient in everyone)


def source_problems(catalogue: Catalogue, sent: Sequence[Found]) -> tuple[SourceProblem, ...]:
    """Return what the scan could not take, as the manifest carries it.

    Paths often hold names, so nothing travels of what was found and is not sent, nor of its copies: it may be another
    person's.
    """
    places = {id(item) for item in sent}
    uids = {item.header.sop_instance_uid for item in sent if item.header is not None}
    others = [item.file for item in catalogue.found if id(item) not in places]
    others += [item.file for item in catalogue.copies if item.header and item.header.sop_instance_uid not in uids]
    kept_back = {(file.source, file.parts) for file in others}
    problems = []
    for finding in catalogue.findings:
        if (finding.source, finding.parts) not in kept_back:
            prefix = () if catalogue.source_count == 1 else (f"disc-{finding.source}",)
            problems.append(SourceProblem(code=finding.code, path=shown((*prefix, *finding.parts))[:1024]))
    return tuple(problems)


def absent_problems(part: Completeness, source_count: int) -> tuple[SourceProblem, ...]:
    """Return each file that an index names and no disc holds, as the manifest carries it."""
    prefixes = [() if source_count == 1 else (f"disc-{one.source}",) for one in part.absent]
    paths = [shown((*prefix, *one.parts))[:1024] for prefix, one in zip(prefixes, part.absent, strict=True)]
    return tuple(SourceProblem(code=ABSENT_CODE, path=path) for path in paths)


def _planned(item: Found, place: int, *, path: str) -> Planned:
    header = item.header or Header()
    return Planned(
        place=place,
        source=item.file.source,
        parts=item.file.parts,
        size=item.file.size,
        mtime_ns=item.file.mtime_ns,
        kind=ItemKind.ATTACHMENT if item.header is None else ItemKind.INSTANCE,
        path=path,
        study_instance_uid=header.study_instance_uid or None,
        series_instance_uid=header.series_instance_uid or None,
        sop_instance_uid=header.sop_instance_uid or None,
        sop_class_uid=header.sop_class_uid or None,
        transfer_syntax_uid=header.transfer_syntax_uid or None,
        modality=header.modality or None,
    )


def _decide(request: Request, everyone: tuple[Patient, ...], *, selected: Selected, tell: Tell) -> IdentityDecision:
    """Compare everybody on the sources with the intake; several stay several, even when a part is chosen."""
    outcome = identity_check.compare(everyone, request.message.intake)
    differs = identity_check.differences(selected.patients, request.message.intake)
    is_one = identity_check.can_be_one_person(selected.patients)
    is_decided = is_one and identity_check.is_decided(outcome, request.choice)
    if outcome not in identity_check.NEEDS_NOBODY:
        images = everyone if not is_decided else selected.patients
        tell(
            IdentityAsked(
                outcome=outcome,
                is_decided=is_decided,
                images=tuple(_image_person(patient) for patient in images),
                intake=_intake_person(request.message.intake),
                differs=differs,
            )
        )
    if not is_decided:
        raise IdentityUndecided(outcome)
    return identity_check.decision(outcome, request.choice, differs=differs)


def _image_person(patient: Patient) -> Person:
    sexes = "/".join(patient.sexes)
    return Person(patient.name or None, patient.birth_date or None, patient.patient_id or None, sexes or None)


def _intake_person(intake: Intake) -> Person:
    name = f"{intake.first_name} {intake.last_name}".strip()
    return Person(name or None, intake.birth_date or None, sex=intake.sex or None)


def _tell_found(catalogue: Catalogue, everyone: tuple[Patient, ...], *, absent: int, tell: Tell) -> None:
    tell(
        Scanned(
            instances=len(catalogue.instances),
            bytes=catalogue.instance_bytes,
            attachments=len(catalogue.attachments),
            patients=len(everyone),
            problems=trouble_count(finding.code for finding in catalogue.findings),
            absent=absent,
        )
    )
