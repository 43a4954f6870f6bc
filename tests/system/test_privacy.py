"""A whole journey with planted words: none of them, and no token, stands in any log, URL, e-mail or process list."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.receiver import ReceiverProcess, wait_until
from tests.support.sender import Sender
from tests.support.series import make_series
from tests.support.slow_line import SlowLine
from tests.system.conftest import MailBox
from tests.system.test_kills import mail_settings

Start = Callable[..., ReceiverProcess]
Lay = Callable[..., SlowLine]
pytestmark = pytest.mark.system

PLANTED = {
    "first_name": "Zebulonia", "last_name": "Quackenbush", "phone": "+1 555 7361944", "email": "plant@example.org",
    "postal_address": "77 Marzipan Alley", "question": "Is the xylophonitis real?", "symptoms": "purple hiccups",
    "history": "appendectomy in Timbuktu", "birth_date": "1931-07-19",
}  # fmt: skip
WORDS = (
    "Zebulonia", "Quackenbush", "7361944", "Marzipan", "xylophonitis", "hiccups", "Timbuktu", "1931-07-19", "19310719",
    "PLANTED-ID-42", "1931",
)  # fmt: skip


def test_no_planted_word_leaves_its_place(
    tmp_path: Path, mail_box: MailBox, start_receiver: Start, slow_line: Lay
) -> None:
    disc = tmp_path / "disc"
    make_series(disc / "QUACKENBUSH_ZEBULONIA", count=5, patient=("QUACKENBUSH^ZEBULONIA", "PLANTED-ID-42", "19310719"))
    receiver = start_receiver(settings=mail_settings(mail_box))
    line = slow_line(receiver, bytes_per_s=50_000_000)
    sender = Sender(tmp_path / "pc", line.url, **PLANTED)
    refused = sender.run(*[a for a in sender.send_arguments(disc) if a not in ("--identity-confirmed", "test")])
    assert refused.exit_code == 0, refused.printed
    wait_until(lambda: mail_box.mails, what="the acknowledgement")
    tokens = planted_tokens(sender.state)
    told = {
        "the receiver's log": receiver.log.read_text(),
        "the URLs": "\n".join(line.request_lines),
        "the mail": "\n".join(f"{mail['Subject']} {mail.get_content()}" for mail in mail_box.mails),
        "what send printed": refused.printed,
    }
    receiver.stop()
    assert len(line.request_lines) > 8
    for place, text in told.items():
        assert text.strip(), place
        for word in (*WORDS, *tokens):
            assert word.casefold() not in text.casefold(), f"{word} in {place}"


def test_a_refused_intake_and_a_crash_tell_nothing_either(tmp_path: Path, start_receiver: Start) -> None:
    receiver = start_receiver()
    make_series(tmp_path / "disc", count=2)
    sender = Sender(tmp_path / "pc", receiver.url, **(PLANTED | {"email": "Quackenbush at home"}))
    refused = sender.send(tmp_path / "disc")
    receiver.stop()
    assert refused.exit_code in (2, 3)
    for text in (receiver.log.read_text(), refused.printed.replace(str(tmp_path), "")):
        for word in ("Quackenbush", "xylophonitis", "Marzipan"):
            assert word not in text


def planted_tokens(state: Path) -> list[str]:
    """Return the tokens that are still kept, to look for them elsewhere."""
    import re

    kept = "".join(p.read_text(errors="ignore") for p in state.rglob("*") if p.is_file() and "credential" in p.name)
    return re.findall(r"[A-Za-z0-9_-]{43}", kept)
