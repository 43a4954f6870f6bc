"""What the values of a header mean to us, whoever read the bytes."""

import io

import pytest

from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.core.header_values import plain_text
from tests.desktop.disc_kinds.images import Someone, dataset, written


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("LOPEZ^MARIA", "LOPEZ^MARIA"),
        ("  LOPEZ^\x00MARIA\n ", "LOPEZ^MARIA"),
        ("Zhang=\x1b$)A张^\x1b$)A小东", "Zhang=张^小东"),
        ("\x1b(BYamada", "Yamada"),
        ("\x1b", ""),
        ("X" * 1000, "X" * 256),
        (" " * 300 + "X", "X"),
    ],
)
def test_a_text_is_what_a_person_can_read_of_it(text, plain):
    assert plain_text(text) == plain


def test_a_name_in_simplified_chinese_keeps_no_escape_sequences():
    raw = b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab "
    made = dataset(who=Someone("N" * len(raw)), charset="\\ISO 2022 IR 58")
    content = written(made).replace(b"N" * len(raw), raw)
    examined = FileContents().examine(io.BytesIO(content), size=len(content))
    assert examined.header.patient_name == "Zhang^XiaoDong=张^小东"
