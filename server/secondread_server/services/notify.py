"""Send the mails that are due: plain words, no name, nothing of what was sent."""

import datetime
import logging

from secondread_server.core.records import CaseRecord, MailRecord
from secondread_server.errors import MailerUnavailable
from secondread_server.services.collaborators import Desk
from secondread_server.services.ports import Mailer
from secondread_shared.redaction import log_event

_log = logging.getLogger(__name__)


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
        subject, text = _acknowledgement(desk, desk.cases.get(mail.case))
        mailer.send(to=intake.email, subject=subject, text=text, key=mail.key)


def _acknowledgement(desk: Desk, record: CaseRecord) -> tuple[str, str]:
    programme = desk.rules.programme
    assert record.promised_by is not None
    text = "\n".join(
        [
            f"All images of your case {record.number} have arrived and were verified.",
            "",
            f"You will have our answer by {_in_words(record.promised_by)}",
            f"(within {programme.promise_hours} hours).",
            "",
            "You do not need to do anything now.",
            *(["", f"Questions? Call us: {programme.help_line}"] if programme.help_line else []),
            "",
            programme.name,
            "",
        ]
    )
    return f"Your images have arrived, case {record.number}", text


def _in_words(moment: datetime.datetime) -> str:
    return f"{moment.day} {moment.strftime('%B %Y, %H:%M')} UTC"
