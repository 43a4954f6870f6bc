"""Every word of the sender's program about a file is a sentence for the coordinator too."""

import pytest

from secondread_desktop.core.finding_codes import HARMLESS
from secondread_desktop.ui.texts import FINDINGS
from secondread_server.web.console.problem_words import TROUBLES, UNUSUAL, told
from secondread_shared.manifest import SourceProblem


def test_every_code_has_words_at_the_console_and_means_as_much_there():
    assert set(FINDINGS) == set(TROUBLES) | set(UNUSUAL)
    assert set(UNUSUAL) == HARMLESS


@pytest.mark.parametrize(
    ("codes", "kind", "title"),
    [
        (["copy", "absent", "unreadable"], "warn", "2 files of the disc were missing, damaged or not sent."),
        (["truncated"], "warn", "1 file of the disc was missing, damaged or not sent."),
        (["copy", "member_name"], "note", "2 files of the disc were unusual."),
        (["of_a_later_version"], "warn", "1 file of the disc was missing, damaged or not sent."),
    ],
)
def test_what_was_lost_is_counted_and_stands_first(codes, kind, title):
    banner = told([SourceProblem(code, f"I{n}") for n, code in enumerate(codes)])
    assert banner is not None
    assert (banner.kind, banner.title) == (kind, title)
    assert len(banner.lines) == len(codes)
    assert banner.lines[0][0] == ("I1" if codes[0] == "copy" and kind == "warn" else "I0")


def test_nothing_is_said_of_a_disc_in_order_and_many_files_are_counted():
    assert told([]) is None
    banner = told([SourceProblem("unreadable", str(n)) for n in range(250)])
    assert banner is not None
    assert (len(banner.lines), banner.more) == (100, 150)
