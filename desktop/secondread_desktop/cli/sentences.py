"""Events in words."""

from functools import singledispatch

from secondread_desktop.core import events
from secondread_desktop.core.events import Event, Person
from secondread_desktop.ui.texts import DIFFERENCES, FINDINGS, IDENTITY, WAITING, counted, sizes


def sentence_of_event(event: Event) -> str:
    """Return what a person reads about an event."""
    return _sentence(event)


@singledispatch
def _sentence(event: object) -> str:
    return str(getattr(event, "name", ""))


@_sentence.register
def _(event: events.Scanned) -> str:
    found = f"Found {counted(event.instances, 'image')} ({sizes(event.bytes)})"
    if event.attachments:
        found += f" and {counted(event.attachments, 'document')}"
    if event.absent:
        found += (
            f". {counted(event.absent, 'image')} more stand in the disc's own index but are not on the disc: "
            "see secondread scan, and ask the hospital"
        )
    if event.problems:
        return f"{found}. {counted(event.problems, 'thing')} could not be read as they should: see secondread scan."
    return f"{found}."


@_sentence.register
def _(event: events.IdentityAsked) -> str:
    lines = [IDENTITY.get(event.outcome, event.outcome)]
    lines += [f"  In the images:   {_person(person)}" for person in event.images]
    lines.append(f"  In your details: {_person(event.intake)}")
    if event.differs:
        lines.append(f"  What differs:    {', '.join(DIFFERENCES[code] for code in event.differs)}")
    if event.is_decided:
        lines.append("You have confirmed that these are the right images.")
    return "\n".join(lines)


@_sentence.register
def _(event: events.AttachmentsLeftOut) -> str:
    return (
        f"{counted(event.count, 'document')} on the disc will not be sent, for it is not known whose they are. "
        "To send one, name it with --attach."
    )


@_sentence.register
def _(_event: events.SecretInFile) -> str:
    return (
        "This computer has no keyring, so the key of your case is kept in a private file of this program. "
        "Only your own account on this computer can read it."
    )


@_sentence.register
def _(event: events.Opened) -> str:
    return f"Your case number is {event.case_number}."


@_sentence.register
def _(event: events.PaymentAsked) -> str:
    return (
        "Please open this page in your web browser to authorise the payment. "
        f"Your card is charged only when the programme accepts your case:\n  {event.url}"
    )


@_sentence.register
def _(_event: events.PaymentSettled) -> str:
    return "The payment is settled: nothing is charged before the programme accepts your case."


@_sentence.register
def _(event: events.FileLeftOut) -> str:
    return f"{event.path}: {FINDINGS.get(event.code, event.code)}"


@_sentence.register
def _(event: events.AllStaged) -> str:
    left_out = f" {counted(event.problems, 'thing')} could not be read." if event.problems else ""
    return f"All {counted(event.files, 'file')} are read: you may take the disc out now.{left_out}"


@_sentence.register
def _(event: events.Waiting) -> str:
    reason = WAITING.get(event.reason, event.reason.replace("_", " "))
    return f"Waiting a moment ({max(1, round(event.seconds))} s): {reason}. Nothing is lost."


@_sentence.register
def _(_event: events.Verifying) -> str:
    return "Everything is sent. The programme is checking every image ..."


@_sentence.register
def _(event: events.SendingAgain) -> str:
    return f"The programme asked for {counted(event.count, 'file')} once more. Sending ..."


def _person(person: Person) -> str:
    name = person.name or "no name"
    born = f", born {person.birth_date}" if person.birth_date else ""
    number = f", patient id {person.patient_id}" if person.patient_id else ""
    sex = f", {person.sex}" if person.sex else ""
    return f"{name}{born}{sex}{number}"
