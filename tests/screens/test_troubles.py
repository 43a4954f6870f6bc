"""Every leaf of the tree of errors has its sentence in the window."""

import inspect

import pytest

from secondread_desktop import errors
from secondread_desktop.ui.sentences import troubles

LEAVES = [
    kind
    for _, kind in inspect.getmembers(errors, inspect.isclass)
    if issubclass(kind, errors.DesktopError)
    and kind not in (errors.DesktopError, errors.Transient, errors.PersonMustAct)
]


@pytest.mark.parametrize("leaf", LEAVES)
def test_each_error_is_told_calmly_and_without_commands(leaf):
    trouble = troubles.TROUBLES[leaf]
    words = f"{trouble.title} {trouble.text}"
    assert trouble.title.endswith(".")
    assert trouble.text.endswith(".")
    assert not any(word in words.lower() for word in ("error", "invalid", "failed", "secondread resume", "--"))


def test_a_bug_is_told_without_its_words():
    assert troubles.trouble_of(ValueError("LOPEZ^MARIA")) is troubles.UNKNOWN


def test_the_second_disc_is_named_by_its_number():
    assert "number 2" in troubles.trouble_of(errors.DiscUnreadable(2)).text
    assert "number" not in troubles.trouble_of(errors.DiscUnreadable(1)).text


@pytest.mark.parametrize(("count", "words"), [(1, "1 file of"), (7, "7 files of")])
def test_files_left_out_are_counted(count, words):
    assert troubles.trouble_of(errors.ImagesLeftOut(count)).title.startswith(words)
