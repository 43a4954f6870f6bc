"""`secondread scan`."""

import argparse
import threading
from typing import Any

from secondread_desktop.cli import exits
from secondread_desktop.cli.console import Console
from secondread_desktop.cli.password_file import learn_passwords
from secondread_desktop.core.catalogue import Catalogue, Patient, Study, patients_of
from secondread_desktop.core.safe_paths import shown
from secondread_desktop.services.parts import Parts
from secondread_desktop.services.prepare import located, source_problems
from secondread_desktop.services.scan import scan
from secondread_desktop.services.slow_reading import SlowReading
from secondread_desktop.ui.texts import FINDINGS, counted, sizes


def run_scan(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """Show what is on the sources. Exit 0 if there are instances, 3 if there are none."""
    learn_passwords(options, parts)
    media = [parts.medium(source, number) for number, source in enumerate(options.sources, start=1)]
    tell = console.tell if not options.json else _keep_quiet
    cancel = threading.Event()
    slowly = SlowReading(parts.clock, cancel)
    catalogue = scan(media, contents=parts.contents(), tell=tell, cancel=cancel, slowly=slowly)
    console.result(report_of(catalogue), _sentences(catalogue))
    return exits.DONE if catalogue.instances else exits.NOTHING_TO_SEND


def report_of(catalogue: Catalogue) -> dict[str, Any]:
    """Return the report for programs."""
    return {
        "patients": [_patient(patient) for patient in patients_of(catalogue)],
        "instances": len(catalogue.instances),
        "bytes": catalogue.instance_bytes,
        "attachments": [
            {"path": shown(located(item.file, catalogue.source_count)), "bytes": item.file.size}
            for item in catalogue.attachments
        ],
        "problems": [
            {"code": problem.code, "path": problem.path, "message": FINDINGS.get(problem.code, problem.code)}
            for problem in source_problems(catalogue)
        ],
    }


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
        lines.append(f"{counted(len(catalogue.instances), 'image')}, {sizes(catalogue.instance_bytes)}.")
    else:
        lines.append("No medical images were found there.")
    lines += [f"Document: {shown(located(item.file, catalogue.source_count))}" for item in catalogue.attachments]
    lines += [f"{problem.path}: {FINDINGS.get(problem.code, problem.code)}" for problem in source_problems(catalogue)]
    return "\n".join(lines)
