"""Mail by SMTP (RFC 5321): plain text, one recipient, a Message-ID that is the same when the same mail is repeated."""

import hashlib
import smtplib
import ssl
from email.message import EmailMessage

from secondread_server.errors import MailerUnavailable

_TIMEOUT_S = 20


class SmtpMailer:
    """Opens a connection for each mail; there are few."""

    def __init__(
        self, *, host: str, port: int, sender: str, start_tls: bool = False, login: tuple[str, str] | None = None
    ) -> None:
        self._host = host
        self._port = port
        self._sender = sender
        self._start_tls = start_tls
        self._login = login

    def send(self, *, to: str, subject: str, text: str, key: str) -> None:
        """Send one mail; raise `MailerUnavailable`, which tells neither address nor answer."""
        message = EmailMessage()
        message["From"] = self._sender
        message["To"] = to
        message["Subject"] = subject
        domain = self._sender.rpartition("@")[2] or "localhost"
        message["Message-ID"] = f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{domain}>"
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834 §5: no vacation notices to us
        message.set_content(text)
        try:
            self._deliver(message)
        except (smtplib.SMTPException, OSError) as error:
            raise MailerUnavailable(type(error).__name__) from None

    def _deliver(self, message: EmailMessage) -> None:
        with smtplib.SMTP(self._host, self._port, timeout=_TIMEOUT_S) as connection:
            if self._start_tls:
                connection.starttls(context=ssl.create_default_context())
            if self._login:
                connection.login(*self._login)
            connection.send_message(message)
