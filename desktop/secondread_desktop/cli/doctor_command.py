"""`secondread doctor` and `secondread intake-example`."""

import argparse
import datetime
from typing import Any

import msgspec

from secondread_desktop.cli import exits
from secondread_desktop.cli.console import Console
from secondread_desktop.services.parts import Parts
from secondread_shared.consent import Consent
from secondread_shared.contract import FORMAT, Programme, PutIntake
from secondread_shared.intake import Intake, Relation, Sex, Subject


def run_doctor(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """Check this computer. Exit 0 if everything that is needed is there."""
    report = parts.examine_system(options.state or parts.default_state())
    lines = [
        f"{'ok     ' if check['ok'] else 'PROBLEM'}  {check['name']}: {check['detail']}" for check in report["checks"]
    ]
    console.result(report, "\n".join(lines))
    return exits.DONE if report["ok"] else exits.PERSON_MUST_ACT


def run_example(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """Print a complete intake for a programme."""
    programme = parts.connect(options.receiver, None).api.programme()
    console.document(example_of(programme, today=parts.today()))
    return exits.DONE


def example_of(programme: Programme, *, today: datetime.date) -> dict[str, Any]:
    """Return a complete valid `PutIntake` for a programme, as JSON values."""
    intake = Intake(
        relation=Relation.SELF,
        first_name="Maria",
        last_name="Example",
        birth_date=datetime.date(min(1950, today.year), 1, 31).isoformat(),
        sex=Sex.FEMALE,
        email="maria@example.org",
        phone="+1 555 0100",
        postal_address="1 Example Street\nExample Town",
        subjects=[Subject.MRI],
        question="Is an operation needed?",
        answers={question.id: "An example answer"[: question.max_length] for question in programme.questions},
    )
    consents = [Consent(kind=text.kind, version=text.version, accepted=True) for text in programme.texts]
    example: dict[str, Any] = msgspec.to_builtins(PutIntake(format=FORMAT, intake=intake, consents=consents))
    return example
