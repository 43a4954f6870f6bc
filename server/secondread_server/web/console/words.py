"""The console's words: every state, badge, action and refusal as a person reads it."""

import datetime
import re

from secondread_server.core.queue import Chip, QueueView, does_name_differ
from secondread_server.core.records import PaymentRecord
from secondread_server.core.staff_records import AuditAction, NoteKind, QueueEntry
from secondread_server.errors import (
    AddressUnusable,
    CaseUnknown,
    FormStale,
    FramesBusy,
    LastAdministrator,
    LinkEnded,
    OwnAccount,
    PasswordUnusable,
    PaymentUnavailable,
    PersonUnknown,
    RightMissing,
    ServerError,
    SessionEnded,
    SignInBusy,
    SignInLocked,
    SignInRefused,
    StaffRefused,
    TextMissing,
    WrongCaseState,
)
from secondread_shared.consent import ConsentKind
from secondread_shared.intake import Subject
from secondread_shared.states import CaseState, PaymentState, Role

STATES = {
    CaseState.DRAFT: "Just begun",
    CaseState.UPLOADING: "Being sent",
    CaseState.VERIFYING: "Being checked",
    CaseState.RECEIVED: "Ready to accept",
    CaseState.NEEDS_MORE: "Waiting for images",
    CaseState.ACCEPTED: "Accepted",
    CaseState.DECLINED: "Declined",
    CaseState.WITHDRAWN: "Withdrawn",
    CaseState.ASSIGNED: "With a reviewer",
    CaseState.IN_REVIEW: "In review",
    CaseState.OPINION_READY: "Opinion written",
    CaseState.PUBLISHED: "Answered",
    CaseState.CLOSED: "Closed",
    CaseState.EXPIRED: "Never finished",
}
PAYMENTS = {
    PaymentState.NOT_REQUIRED: ("calm", "no fee"),
    PaymentState.UNPAID: ("warn", "not paid"),
    PaymentState.PENDING: ("warn", "waiting for the card"),
    PaymentState.AUTHORISED: ("calm", "authorised"),
    PaymentState.DECLINED: ("bad", "card declined"),
    PaymentState.CANCELLED: ("warn", "payment cancelled"),
    PaymentState.CAPTURED: ("ok", "paid"),
    PaymentState.RELEASED: ("calm", "released"),
    PaymentState.INVOICED: ("note", "invoice"),
}
PAYMENT_NOTES = {
    PaymentState.AUTHORISED: "held on the card, not charged",
    PaymentState.CAPTURED: "charged to the card",
    PaymentState.RELEASED: "given back, nothing was charged",
    PaymentState.INVOICED: "billed by your own means",
}
ROLES = {
    Role.ADMINISTRATOR: "Administrator",
    Role.COORDINATOR: "Case coordinator",
    Role.REVIEWER: "Reviewer",
    Role.FRONT_DESK: "Front desk",
    Role.AUDITOR: "Auditor",
}
VIEWS = {
    QueueView.QUEUE: "Queue",
    QueueView.MINE: "Mine",
    QueueView.WAITING: "Waiting for patient",
    QueueView.DONE: "Done",
}
CHIPS = {
    Chip.ALL: "All",
    Chip.DUE: "Late or due within a day",
    Chip.NEW: "New",
    Chip.NOBODY: "Nobody yet",
    Chip.MISSING: "Images missing",
    Chip.NAME: "Name differs",
    Chip.INVOICE: "Invoice",
}
EMPTY = {
    QueueView.QUEUE: "No case is open. New cases appear here by themselves as soon as their images have arrived.",
    QueueView.MINE: "No case is with you. What is assigned to you appears here.",
    QueueView.WAITING: "No patient is sending images now.",
    QueueView.DONE: "No case has ended yet.",
}
SUBJECTS = {
    Subject.MAMMOGRAM: "mammogram", Subject.MRI: "MRI", Subject.CT: "CT", Subject.XRAY: "X-ray", Subject.PET: "PET",
    Subject.ULTRASOUND: "ultrasound", Subject.OTHER: "other",
}  # fmt: skip
CONSENTS = {
    ConsentKind.TERMS: "Terms and conditions",
    ConsentKind.PRIVACY: "Privacy policy",
    ConsentKind.RIGHT_TO_SHARE: "The right to share",
    ConsentKind.FEE: "The fee",
}
NOTES = {NoteKind.NOTE: "Note", NoteKind.DECLINED: "Why it was declined", NoteKind.WITHDRAWN: "Why it was withdrawn"}
ACTIONS = {
    AuditAction.SIGNED_IN: "Signed in",
    AuditAction.SIGN_IN_REFUSED: "Sign-in refused: wrong address or password",
    AuditAction.SIGN_IN_LOCKED: "Sign-in refused: too many attempts",
    AuditAction.SIGNED_OUT: "Signed out",
    AuditAction.RIGHT_MISSING: "Refused: the role has no right to this",
    AuditAction.QUEUE_SEEN: "Looked at the queue",
    AuditAction.QUEUE_SEARCHED: "Searched the queue",
    AuditAction.CASE_SEEN: "Opened a case",
    AuditAction.IMAGES_SEEN: "Looked at a set of images",
    AuditAction.ATTACHMENT_SEEN: "Opened a report",
    AuditAction.CASE_DOWNLOADED: "Downloaded all files",
    AuditAction.NOTE_ADDED: "Wrote a note",
    AuditAction.CASE_ACCEPTED: "Accepted the case",
    AuditAction.CASE_DECLINED: "Declined the case",
    AuditAction.CASE_WITHDRAWN: "Withdrew the case",
    AuditAction.CASE_ASSIGNED: "Assigned the case",
    AuditAction.CASE_REFUSED: "Refused: a case that is not theirs, or none",
    AuditAction.AUDIT_SEEN: "Looked at the audit",
    AuditAction.REPORTS_SEEN: "Looked at the reports",
    AuditAction.SETTINGS_SEEN: "Looked at the settings",
    AuditAction.PEOPLE_SEEN: "Looked at the people",
    AuditAction.PERSON_ADDED: "Added a person",
    AuditAction.LINK_MADE: "Made a sign-in link",
    AuditAction.PASSWORD_SET: "Chose a password by a link",
    AuditAction.ROLE_CHANGED: "Changed a role",
    AuditAction.PERSON_BLOCKED: "Blocked a person",
    AuditAction.PERSON_UNBLOCKED: "Let a person in again",
    AuditAction.PERSON_SIGNED_OUT: "Signed a person out everywhere",
}
DONE = {
    "accepted": "The case is accepted.",
    "captured": "The case is accepted and the payment was captured.",
    "declined": "The case is declined. What was held on the card was given back.",
    "withdrawn": "The case is withdrawn. What was held on the card was given back.",
    "assigned": "The case is with its reviewer now.",
    "taken": "The case is yours now, and stands under Mine.",
    "noted": "Your note is saved.",
}
REFUSALS: dict[type[ServerError], tuple[int, str, str]] = {
    SignInRefused: (
        401, "That did not match",
        "This address and this password do not belong together. Nothing was opened. Check both and try again.",
    ),
    SignInLocked: (
        429, "Sign-in rests for a while",
        ("There were too many attempts, so sign-in waits for 15 minutes. Your account is unharmed. Try again later, or "
         "ask an administrator for a link: a new password lets you in at once."),
    ),
    SessionEnded: (
        401, "Please sign in again",
        ("You were away for a while, so the console closed itself to keep patients' data safe. Sign in and go on where "
         "you were."),
    ),
    FormStale: (
        400, "This page was too old",
        "The page was opened before you signed in, so nothing was changed. Go back, load the page again and repeat.",
    ),
    RightMissing: (
        403, "Your role does not include this",
        "Nothing was opened or changed. If your work needs it, ask an administrator. This attempt is in the audit.",
    ),
    LinkEnded: (
        410, "This link has ended",
        "It was used already, is older than three days, or was cut off. Ask an administrator for a new one.",
    ),
    AddressUnusable: (
        422, "This is not an e-mail address", "Nothing was changed. Go back and write it like ann@example.org.",
    ),
    PasswordUnusable: (422, "Another password is needed", "It needs at least 12 characters. Go back and choose one."),
    OwnAccount: (
        409, "This is your own account",
        "Nothing was changed: nobody changes their own account. Ask another administrator.",
    ),
    LastAdministrator: (
        409, "Somebody must be left to do this",
        "Nothing was changed: this is the last administrator. Make somebody else one first.",
    ),
    PersonUnknown: (
        404, "There is no such person", "Nothing was changed. Open the list of people again to see who is in it.",
    ),
    TextMissing: (
        400, "A text is needed",
        "Nothing was changed. Go back and write the note or the reason, in at most 5,000 characters.",
    ),
    CaseUnknown: (
        404, "There is no such case",
        "No case that you may open has this address. It may be somebody else's, or the link may be cut off.",
    ),
    WrongCaseState: (
        409, "The case has moved on",
        "Somebody else, or the patient, was faster, so nothing was changed. Open the case again to see how it stands.",
    ),
    PaymentUnavailable: (
        503, "The payment provider does not answer",
        ("Your decision is saved; the payment has not been moved yet. It is tried again by itself every minute: open "
         "the case again in a while to see that it is done."),
    ),
    SignInBusy: (
        503, "Many people are signing in",
        "Your password has not been looked at yet, and what you had typed is kept. Try again in a moment.",
    ),
    FramesBusy: (
        503, "Many images are being drawn",
        "Colleagues are looking at images too, so this one waits its turn. Try again in a moment.",
    ),
}  # fmt: skip
NOT_FOUND = ("There is no such page", "The address may be cut off. Go back to the queue and open the case from there.")
TOO_MUCH = (
    "This is too much text",
    "Nothing was changed. Go back and shorten it: a note or a reason has at most 5,000 characters.",
)
WENT_WRONG = ("Something went wrong here", "It is our fault, not yours. Nothing more was done. Try again in a minute.")
UNREADABLE = ("This could not be read", "Nothing was changed. Go back, load the page again and write it once more.")
HTTP = {400: UNREADABLE, 404: NOT_FOUND, 405: NOT_FOUND, 413: TOO_MUCH}
LEAVES = frozenset(REFUSALS) & frozenset(StaffRefused.__subclasses__())
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def patient_name(entry: QueueEntry) -> str:
    """Return `LOPEZ, MARIA`."""
    if entry.intake is None:
        return "(deleted)" if entry.state in (CaseState.WITHDRAWN, CaseState.EXPIRED) else "(no form yet)"
    return f"{entry.intake.last_name}, {entry.intake.first_name}".upper()


def exam(entry: QueueEntry) -> str:
    """Return what the opinion is about, in a few words."""
    if entry.intake is None:
        return ""
    named = [SUBJECTS[Subject(subject)] for subject in entry.intake.subjects if subject in set(Subject)]
    text = " and ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)
    return text[:1].upper() + text[1:]


def badges(entry: QueueEntry) -> list[tuple[str, str]]:
    """Return the badges of a case: how it looks, and its word."""
    found = [_completeness(entry)]
    if does_name_differ(entry):
        found.append(("bad", "name differs"))
    found.append(PAYMENTS[entry.payment_state or PaymentState.NOT_REQUIRED])
    return found


def _completeness(entry: QueueEntry) -> tuple[str, str]:
    if entry.needed:
        return "warn", f"{len(entry.needed):,} missing"
    if entry.received is not None:
        return "ok", "complete"
    if entry.state is CaseState.VERIFYING:
        return "note", "being checked"
    return "calm", "being sent" if entry.state is CaseState.UPLOADING else "not sent"


def payment_line(payment: PaymentRecord | None) -> tuple[str, str]:
    """Return the payment in words, and a note below."""
    if payment is None:
        return "No fee", ""
    _, word = PAYMENTS[payment.state]
    return f"{payment.amount} {word}" if payment.amount else word, PAYMENT_NOTES.get(payment.state, "")


def list_line(view: QueueView, count: int) -> str:
    """Return how many cases a list holds, `40 open cases`."""
    named = {QueueView.QUEUE: ("open case", "open cases"), QueueView.MINE: ("case with you", "cases with you")}
    return plural(count, *named.get(view, ("case",)))


def due_line(late: int, due: int) -> str:
    """Return how many of the open cases are late, and how many more are due within a day."""
    parts = ((late, "late"), (due - late, "due within a day"))
    return ", ".join(f"{count:,} {word}" for count, word in parts if count)


def accept_label(payment: PaymentRecord | None, *, captures: bool) -> str:
    """Return what the one next action says, with the sum."""
    if payment is not None and captures:
        return f"Accept and capture {payment.amount}"
    if payment is not None and payment.state is PaymentState.INVOICED:
        return f"Accept, invoice {payment.amount}"
    return "Accept this case"


def date(moment: datetime.datetime | datetime.date | None) -> str:
    """Return `24 November 2026`."""
    return f"{moment.day} {moment:%B %Y}" if moment else ""


def moment(value: datetime.datetime | None) -> str:
    """Return `24 November 2026, 17:00 UTC`."""
    return f"{date(value)}, {value.astimezone(datetime.UTC):%H:%M} UTC" if value else ""


def birth_date(text: str) -> str:
    """Return a date of the form in words."""
    try:
        return date(datetime.date.fromisoformat(text))
    except ValueError:
        return text


def size(count: int) -> str:
    """Return a file's size as people say it."""
    return f"{count / 1e6:,.1f} MB" if count >= 100_000 else f"{max(1, round(count / 1e3))} kB"


def plural(count: int, one: str, many: str = "") -> str:
    """Return `1 image` or `612 images`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def initials(email: str) -> str:
    """Return two letters for a round sign."""
    parts = re.split(r"[._-]+", email.partition("@")[0])
    return "".join(part[:1] for part in parts[:2]).upper()


def programme_css(colours: dict[str, str]) -> str:
    """Return the programme's own colours as tokens, for the light theme; anything but `#rrggbb` is left out."""
    chosen = {name: value for name, value in colours.items() if _COLOUR.fullmatch(value)}
    tokens = "".join(f"--{name}: {chosen[name]}; " for name in ("brand", "ink", "paper") if name in chosen)
    return f"@media (prefers-color-scheme: light) {{ :root {{ {tokens}}} }}\n" if tokens else ""
