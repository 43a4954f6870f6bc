"""`secondread scan`."""

import argparse
import os
import threading
from pathlib import Path
from typing import Any

import msgspec

from secondread_desktop.cli import exits
from secondread_desktop.cli.console import Console
from secondread_desktop.cli.password_file import learn_passwords
from secondread_desktop.cli.plain_letter import plain_letter
from secondread_desktop.core.catalogue import Catalogue, Patient, Study, patients_of
from secondread_desktop.core.completeness import Completeness, completeness_of
from secondread_desktop.core.completeness_report import ranges_text, told
from secondread_desktop.core.hospital_letter import missing_in
from secondread_desktop.core.nothing_found import WANT_PASSWORD, nothing_in, of_unlisted
from secondread_desktop.core.safe_paths import shown
from secondread_desktop.errors import DiscUnreadable, LetterUnwritten
from secondread_desktop.services.parts import Parts
from secondread_desktop.services.prepare import located, source_problems
from secondread_desktop.services.scan import scan
from secondread_desktop.services.slow_reading import SlowReading
from secondread_desktop.ui.plain_english import plain_date, plain_english
from secondread_desktop.ui.sentences.letter import Voice, is_wanted, letter_content, letter_lines
from secondread_desktop.ui.sentences.nothing import nothing_words
from secondread_desktop.ui.texts import FINDINGS, counted, sizes
from secondread_shared.durable import write_durably

NO_LETTER = "Nothing is missing, so no letter was written."
_ENGLISH = Voice(say=plain_english, date=plain_date, size=sizes)


def run_scan(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """Show what is on the sources. Exit 0 if there are instances, 3 if there are none."""
    learn_passwords(options, parts)
    media = [parts.medium(source, number) for number, source in enumerate(options.sources, start=1)]
    tell = console.tell if not options.json else _keep_quiet
    cancel = threading.Event()
    slowly = SlowReading(parts.clock, cancel)
    try:
        catalogue = scan(media, contents=parts.contents(), tell=tell, cancel=cancel, slowly=slowly)
    except DiscUnreadable as error:
        _complain_of(options.sources[error.number - 1], options.letter, parts)
        raise
    is_letter_idle = options.letter is not None and not is_wanted(catalogue, missing_in(catalogue))
    console.result(report_of(catalogue), _sentences(catalogue) + (f"\n{NO_LETTER}" if is_letter_idle else ""))
    if options.letter is not None and not is_letter_idle:
        _write_letter(options.letter, catalogue, sources=options.sources, parts=parts)
    return exits.DONE if catalogue.instances else exits.NOTHING_TO_SEND


def report_of(catalogue: Catalogue) -> dict[str, Any]:
    """Return the report for programs."""
    nothing = None if catalogue.instances else nothing_in(catalogue)
    return {
        "patients": [_patient(patient) for patient in patients_of(catalogue)],
        "instances": len(catalogue.instances),
        "bytes": catalogue.instance_bytes,
        "attachments": [
            {"path": shown(located(item.file, catalogue.source_count)), "bytes": item.file.size}
            for item in catalogue.attachments
        ],
        "completeness": completeness_report(catalogue),
        "problems": [
            {"code": problem.code, "path": problem.path, "message": FINDINGS.get(problem.code, problem.code)}
            for problem in source_problems(catalogue, catalogue.found)
        ],
        "files": {"seen": catalogue.counts.files, **catalogue.counts.by_kind},
        "nothing_to_send": nothing.kind.value if nothing else None,
    }


def completeness_report(catalogue: Catalogue) -> dict[str, Any]:
    """Return whether it is all there, as the manifest tells it, and by file."""
    report, prefix = completeness_of(catalogue), catalogue.source_count > 1

    def path(source: int, parts: tuple[str, ...]) -> str:
        return shown((f"disc-{source}", *parts) if prefix else parts)

    told_counts = {name: value for name, value in msgspec.to_builtins(told(report)).items() if name != "read"}
    return told_counts | {
        "absent": [path(one.source, one.parts) for one in report.absent],
        "extra": [path(item.file.source, item.file.parts) for item in report.extra],
        "wrong_references": [path(item.file.source, item.file.parts) for item in report.wrong_references],
        "copies": [path(item.file.source, item.file.parts) for item in report.copies],
        "clashes": [path(one.source, one.parts) for one in report.clashes],
        "cut": [path(one.source, one.parts) for one in report.cut],
    }


def _complain_of(source: str, letter: Path | None, parts: Parts) -> None:
    """Write the letter about a disc that is there and cannot be listed; a wrong name is nobody's fault."""
    if letter is not None and os.path.exists(source):  # noqa: PTH110 - Path.exists raises what a broken disc answers
        _write_letter(letter, of_unlisted(_called(source)), sources=[source], parts=parts)


def _called(source: str) -> str:
    return shown((Path(source).name or source,))


def _write_letter(path: Path, catalogue: Catalogue, *, sources: list[str], parts: Parts) -> None:
    """Write the window's letter as plain text. Raises `LetterUnwritten`."""
    label = ", ".join(map(_called, sources))
    content = letter_content(catalogue, disc_label=label, voice=_ENGLISH, missing=missing_in(catalogue))
    try:
        write_durably(path, plain_letter(letter_lines(content, date=parts.today(), help_line="", voice=_ENGLISH)))
    except OSError:
        raise LetterUnwritten from None


def _keep_quiet(_event: object) -> None:
    """Leave out the progress: a scan prints one JSON object."""


def _patient(patient: Patient) -> dict[str, Any]:
    return {
        "name": patient.name or None,
        "patient_id": patient.patient_id or None,
        "birth_date": patient.birth_date or None,
        "studies": [_study(study) for study in patient.studies],
    }


def _study(study: Study) -> dict[str, Any]:
    return {
        "study_instance_uid": study.study_instance_uid or None,
        "date": study.date or None,
        "description": study.description or None,
        "series": [
            {
                "series_instance_uid": series.series_instance_uid or None,
                "modality": series.modality or None,
                "description": series.description or None,
                "instances": series.instances,
                "bytes": series.bytes,
            }
            for series in study.series
        ],
    }


def _completeness_sentences(report: Completeness, size: str) -> list[str]:
    images, exams = counted(report.total, "image"), counted(report.exams, "exam")
    lines = [f"{images}, {exams}, {size}." if report.named is None else f"{report.found} of {images}, {exams}, {size}."]
    for exam in report.missing_exams:
        title = exam.description or "no description"
        lines.append(
            f"Missing, though the disc's index names them: {counted(exam.missing, 'image')} of {exam.named}, "
            f"exam of {exam.date or 'unknown date'}: {title}"
        )
    lines += [f"{gap.description or 'A series'}: no image number {ranges_text(gap)}." for gap in report.gaps]
    if report.copies:
        lie = "lies" if len(report.copies) == 1 else "lie"
        lines.append(f"{counted(len(report.copies), 'image')} {lie} twice on the disc and will be sent once.")
    return lines


def _sentences(catalogue: Catalogue) -> str:
    lines = []
    for patient in patients_of(catalogue):
        born = f", born {patient.birth_date}" if patient.birth_date else ""
        lines.append(f"{patient.name or 'No name'}{born}")
        for study in patient.studies:
            lines.append(f"  Exam of {study.date or 'unknown date'}: {study.description or 'no description'}")
            lines += [
                f"    {series.modality or '?'}  {counted(series.instances, 'image')}  {series.description}"
                for series in study.series
            ]
    if catalogue.instances:
        lines += _completeness_sentences(completeness_of(catalogue), sizes(catalogue.instance_bytes))
    nothing = nothing_in(catalogue)
    lines += [" ".join(nothing_words(nothing, catalogue, plain_english))] if nothing else []
    if any(finding.code in WANT_PASSWORD for finding in catalogue.findings):
        lines.append("To open what is locked, write its password into a file and name that with --password-file.")
    lines += [f"Document: {shown(located(item.file, catalogue.source_count))}" for item in catalogue.attachments]
    lines += [
        f"{problem.path}: {FINDINGS.get(problem.code, problem.code)}"
        for problem in source_problems(catalogue, catalogue.found)
    ]
    return "\n".join(lines)
