"""Send the mails that are due: plain words, no name, nothing of what was sent."""

import datetime
import logging
from collections.abc import Callable

from secondread_server.core.records import CaseRecord, MailRecord, PaymentRecord
from secondread_server.errors import MailerUnavailable
from secondread_server.services.collaborators import Desk
from secondread_server.services.ports import Mailer
from secondread_shared.redaction import log_event
from secondread_shared.states import PaymentState

_log = logging.getLogger(__name__)


def mail_of(desk: Desk, *, case: str, kind: str) -> MailRecord | None:
    """Return the one mail that tells the patient of an event, or None where no mail is sent."""
    return MailRecord(key=f"{kind}:{case}", case=case, kind=kind) if desk.mailer else None


def send_due_mails(desk: Desk) -> int:
    """Send each mail that is due and mark it; return how many went. One that does not go never holds up another.

    A mail is marked after it was taken by the server: a crash between the two sends it again under the same
    Message-ID, by which mail servers and readers recognise a repetition (RFC 5322 §3.6.4).
    """
    if desk.mailer is None:
        return 0
    return sum(_deliver(desk, desk.mailer, mail) for mail in desk.mails.due())


def _deliver(desk: Desk, mailer: Mailer, mail: MailRecord) -> bool:
    """Send one mail if nobody else does; one that was not taken stays claimed for a while, and is tried again then."""
    if not desk.mails.claim(mail.key, now=desk.clock()):
        return False
    try:
        _send(desk, mailer, mail)
    except MailerUnavailable as error:
        log_event(_log, "mail_later", level=logging.WARNING, case=mail.case, kind=mail.kind, reason=error.reason)
        return False
    desk.mails.mark_sent(mail.key, desk.clock())
    return True


def _send(desk: Desk, mailer: Mailer, mail: MailRecord) -> None:
    intake = desk.cases.intake(mail.case)
    if intake is not None:  # withdrawn and forgotten meanwhile: nobody to write to
        subject, lines = _LETTERS[mail.kind](desk, desk.cases.get(mail.case))
        mailer.send(to=intake.email, subject=subject, text=_letter(desk, lines), key=mail.key)


def _letter(desk: Desk, lines: list[str]) -> str:
    programme = desk.rules.programme
    questions = ["", f"Questions? Call us: {programme.help_line}"] if programme.help_line else []
    return "\n".join([*lines, *questions, "", programme.name, ""])


def _received(desk: Desk, record: CaseRecord) -> tuple[str, list[str]]:
    assert record.promised_by is not None
    return f"Your images have arrived, case {record.number}", [
        f"All images of your case {record.number} have arrived and were verified.",
        "",
        f"You will have our answer by {_in_words(record.promised_by)}",
        f"(within {desk.rules.programme.promise_hours} hours).",
        "",
        "You do not need to do anything now.",
    ]


def _accepted(desk: Desk, record: CaseRecord) -> tuple[str, list[str]]:
    assert record.promised_by is not None
    return f"We have accepted your case {record.number}", [
        f"Our team has looked at what you sent and accepted your case {record.number}.",
        *_money(desk.payments.find(record.id), _ACCEPTED_MONEY),
        "",
        f"You will have our answer by {_in_words(record.promised_by)}.",
        "",
        "You do not need to do anything now.",
    ]


def _declined(desk: Desk, record: CaseRecord) -> tuple[str, list[str]]:
    return f"We cannot take your case {record.number}", [
        f"Our team has looked at what you sent for case {record.number} and cannot give an opinion on it.",
        *_money(desk.payments.find(record.id), _ENDED_MONEY),
        "",
        "To keep your data safe we give no reasons in a mail. Please call us, and we will tell you why.",
    ]


def _withdrawn(desk: Desk, record: CaseRecord) -> tuple[str, list[str]]:
    return f"Your case {record.number} is withdrawn", [
        f"Your case {record.number} is withdrawn. Nobody works on it any more.",
        *_money(desk.payments.find(record.id), _ENDED_MONEY),
        "",
        "You do not need to do anything now. If this was not what you wanted, please call us.",
    ]


_LETTERS: dict[str, Callable[[Desk, CaseRecord], tuple[str, list[str]]]] = {
    "received": _received,
    "accepted": _accepted,
    "declined": _declined,
    "withdrawn": _withdrawn,
}
_ACCEPTED_MONEY = {
    PaymentState.AUTHORISED: "Your card is charged {amount} now, once.",
    PaymentState.CAPTURED: "Your card was charged {amount}, once.",
    PaymentState.INVOICED: "We will send you an invoice of {amount}.",
}
_ENDED_MONEY = {
    PaymentState.PENDING: "You pay nothing.",
    PaymentState.AUTHORISED: "You pay nothing: the {amount} that your bank had set aside is released.",
    PaymentState.RELEASED: "You pay nothing: what your bank had set aside is released, and no invoice is sent.",
    PaymentState.INVOICED: "You pay nothing, and no invoice is sent.",
    PaymentState.CAPTURED: "Your card had been charged {amount} already. Please call us about it.",
}


def _money(payment: PaymentRecord | None, sentences: dict[PaymentState, str]) -> list[str]:
    if payment is None or payment.amount is None or payment.state not in sentences:
        return []
    return ["", sentences[payment.state].format(amount=payment.amount)]


def _in_words(moment: datetime.datetime) -> str:
    return f"{moment.day} {moment.strftime('%B %Y, %H:%M')} UTC"
