"""`secondread send` and `secondread resume`."""

import argparse
import dataclasses
import hashlib
import json
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from secondread_desktop.cli import exits
from secondread_desktop.cli.console import Console
from secondread_desktop.cli.password_file import learn_passwords
from secondread_desktop.core.events import SecretInFile
from secondread_desktop.core.selection import Wanted
from secondread_desktop.core.submission import Outcome, Source
from secondread_desktop.errors import (
    DesktopError,
    IntakeUnreadable,
    Interrupted,
    KeyUsedElsewhere,
    PatienceExhausted,
    ReceiverUnreachable,
)
from secondread_desktop.services.collaborators import EVERY_PART, Collaborators
from secondread_desktop.services.parts import Parts, State
from secondread_desktop.services.patience import Patience
from secondread_desktop.services.ports import Flag
from secondread_desktop.services.prepare import Request, check_intake, prepare
from secondread_desktop.services.resume import cases_to_resume, resume
from secondread_desktop.services.scan import scan
from secondread_desktop.services.slow_reading import SlowReading
from secondread_desktop.services.submit import submit
from secondread_desktop.ui.texts import counted
from secondread_shared.contract import FORMAT, Programme, PutIntake, decode_message, encode_message
from secondread_shared.errors import MessageMalformed

_FIRST_CONTACT_S = 5.0  # a wrong address should be told soon, a restarting receiver met with a little patience
_MOST_INTAKE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class _Setting:
    """What both commands work in."""

    options: argparse.Namespace
    parts: Parts
    console: Console
    state: State

    def work(self, cancel: Flag, *, patience_s: float | None = None) -> Collaborators:
        """Return the collaborators of one case."""
        return Collaborators(
            connect=self.parts.connect,
            outbox=self.state.outbox,
            stock=self.state.stock,
            staging=self.state.staging,
            credentials=self.state.credentials,
            medium=self.parts.medium,
            contents=self.parts.contents(),
            clock=self.parts.clock,
            jitter=self.parts.jitter,
            cancel=cancel,
            tell=self.console.tell,
            patience_s=self.options.patience if patience_s is None else patience_s,
            part_agreed=EVERY_PART if self.options.without_unreadable else 0,
        )

    def recall_passwords(self, case: str) -> None:
        """Learn the passwords that a case was planned with."""
        self.parts.passwords.add(self.state.credentials.passwords(case))


def run_send(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """Send, or go on with the same key. Exit 0 only when everything is received and verified."""
    with parts.open_state(options.state or parts.default_state()) as state:
        setting = _Setting(options, parts, console, state)
        message = read_intake(options.intake)
        learn_passwords(options, parts)
        case = _begun_case(setting, message) or _plan(setting, message)
        setting.recall_passwords(case)
        return _carry(setting, lambda work: submit(case, work=work))


def run_resume(options: argparse.Namespace, parts: Parts, *, console: Console) -> int:
    """Go on with one case or all. Exit with the first code that is not 0."""
    with parts.open_state(options.state or parts.default_state()) as state:
        setting = _Setting(options, parts, console, state)
        learn_passwords(options, parts)
        cases = cases_to_resume(options.case, work=setting.work(threading.Event()))
        if not cases:
            console.result({"event": "nothing_to_resume"}, "There is nothing to go on with: every case is finished.")
        codes = [_resume_one(setting, case) for case in cases]
    return next((code for code in codes if code), exits.DONE)


def _resume_one(setting: _Setting, case: str) -> int:
    """Carry one case on; what stops one does not stop the next, unless it was the person."""
    setting.recall_passwords(case)
    try:
        return _carry(setting, lambda work: resume(case, work=work))
    except DesktopError as error:
        if type(error) is Interrupted:
            raise
        setting.console.error(error)
        return exits.exit_code_of(error)


def _carry(setting: _Setting, use_case: Callable[[Collaborators], Outcome]) -> int:
    cancel = threading.Event()
    try:
        outcome = use_case(setting.work(cancel))
    except KeyboardInterrupt:
        cancel.set()
        raise Interrupted from None
    setting.console.result(dataclasses.asdict(outcome), _done_sentence(outcome))
    return exits.DONE


def _begun_case(setting: _Setting, message: PutIntake) -> str | None:
    """Return the case of the key, if there is one. Raises `KeyUsedElsewhere`."""
    if setting.options.key is None:
        return None
    submission = setting.state.outbox.find(key=setting.options.key)
    if submission is None:
        return None
    is_other = submission.receiver.rstrip("/") != setting.options.receiver.rstrip("/")
    if is_other or submission.request not in ("", _digest(setting.options, message, case=submission.case)):
        raise KeyUsedElsewhere
    return submission.case


def _digest(options: argparse.Namespace, message: PutIntake, *, case: str) -> str:
    """Return what tells two requests apart, salted with the case: it says nothing about the patient."""
    asked = [
        case,
        [_absolute(source) for source in options.sources],
        sorted(options.study),
        options.patient,
        [_absolute(path) for path in options.attach],
    ]
    return hashlib.sha256(json.dumps(asked).encode() + encode_message(message)).hexdigest()


def _plan(setting: _Setting, message: PutIntake) -> str:
    """Check everything, then write the plan; until here nothing but a question to the programme went out."""
    options, parts, state = setting.options, setting.parts, setting.state
    programme = _programme(setting)
    check_intake(message, programme, today=parts.today())
    case = parts.new_case_id()
    request = replace(_request(setting, message), digest=_digest(options, message, case=case))
    media = [parts.medium(source.root, source.number) for source in request.sources]
    cancel = threading.Event()
    slowly = SlowReading(parts.clock, cancel)
    catalogue = scan(media, contents=parts.contents(), tell=setting.console.tell, cancel=cancel, slowly=slowly)
    plan = prepare(request, catalogue, programme=programme, new_case_id=lambda: case, tell=setting.console.tell)
    state.credentials.save(case, parts.new_token())
    if state.credentials.is_private_file():
        setting.console.tell(SecretInFile())
    state.credentials.save_passwords(case, parts.passwords.used(request.roots))
    state.outbox.plan(plan)
    return case


def _programme(setting: _Setting) -> Programme:
    parts = setting.parts
    limit_s = min(_FIRST_CONTACT_S, setting.options.patience)
    patience = Patience(clock=parts.clock, jitter=parts.jitter, limit_s=limit_s, tell=setting.console.tell)
    api = parts.connect(setting.options.receiver, None).api
    try:
        return patience.insist(api.programme)
    except PatienceExhausted:
        raise ReceiverUnreachable from None  # nothing is begun yet, so there is nothing to resume


def _request(setting: _Setting, message: PutIntake) -> Request:
    options, parts = setting.options, setting.parts
    sources = tuple(Source(number, _absolute(root)) for number, root in enumerate(options.sources, start=1))
    first = len(sources) + 1
    paths = [_absolute(path) for path in options.attach]
    attached = tuple(parts.named_document(path, first + place) for place, path in enumerate(paths))
    return Request(
        receiver=options.receiver,
        key=options.key if options.key is not None else parts.new_case_id(),
        sources=sources,
        message=message,
        attached=attached,
        attached_sources=tuple(Source(first + place, str(Path(path).parent)) for place, path in enumerate(paths)),
        wanted=Wanted(studies=tuple(options.study), patient_id=options.patient),
        identity_confirmed=options.identity_confirmed,
    )


def _absolute(path: str) -> str:
    return str(Path(path).absolute())


def read_intake(place: str) -> PutIntake:
    """Read the intake file, or standard input for `-`. Raises `IntakeUnreadable`."""
    try:
        if place == "-":
            stored = sys.stdin.buffer.read(_MOST_INTAKE_BYTES + 1)
        else:
            with open(place, "rb") as file:
                stored = file.read(_MOST_INTAKE_BYTES + 1)
        message = decode_message(stored, PutIntake)
    except (OSError, MessageMalformed):
        raise IntakeUnreadable from None
    if message.format != FORMAT or len(stored) > _MOST_INTAKE_BYTES:
        raise IntakeUnreadable
    return message


def _done_sentence(outcome: Outcome) -> str:
    documents = f" and {counted(outcome.attachments, 'document')}" if outcome.attachments else ""
    done = (
        f"Done. {outcome.verified} of {counted(outcome.instances, 'image')} verified{documents}. "
        f"Your case number is {outcome.case_number}."
    )
    if not outcome.problems:
        return done
    were = "it is" if outcome.problems == 1 else "they are"
    return f"{done}\n{counted(outcome.problems, 'file')} of the disc could not be sent; {were} named above."
