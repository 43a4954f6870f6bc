"""secondread.toml: the template stands as it is; a fault is named with its place."""

from pathlib import Path

import pytest

from secondread_server.errors import SettingsUnusable
from secondread_server.settings import load_settings, programme_message, read_logo
from secondread_server.settings_template import TEMPLATE
from secondread_shared.consent import ConsentKind


def written(folder: Path, toml: str) -> Path:
    (folder / "secondread.toml").write_text(toml)
    return folder


def test_the_template_is_complete_and_asks_for_four_acknowledgements(tmp_path: Path) -> None:
    programme = programme_message(load_settings(written(tmp_path, TEMPLATE)), logo=None)
    assert [text.kind for text in programme.texts] == list(ConsentKind)
    assert str(programme.fee) == "100.00 USD"
    assert "charged 100.00 USD" in programme.texts[-1].text


def test_without_a_fee_nothing_is_asked_about_one(tmp_path: Path) -> None:
    free = TEMPLATE.replace("fee_minor = 10000", "fee_minor = 0")
    programme = programme_message(load_settings(written(tmp_path, free)), logo=None)
    assert programme.fee is None
    assert programme.payment == "none"
    assert ConsentKind.FEE not in [text.kind for text in programme.texts]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("fee_minor", "fee_minr", "fee_minr"),
        ("fee_minor = 10000", "fee_minor = -1", "fee_minor"),
        ("fee_minor = 10000", 'fee_minor = "much"', "fee_minor"),
        ('provider = "invoice"', 'provider = "cash"', "payment.provider"),
        ("[programme.texts.privacy]", "[programme.texts.fee]", "privacy"),
        ("[server]", "[server", "secondread.toml"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in TEMPLATE
    with pytest.raises(SettingsUnusable, match=told):
        load_settings(written(tmp_path, TEMPLATE.replace(old, new)))


def test_a_folder_without_the_file_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(SettingsUnusable, match="init"):
        load_settings(tmp_path)


PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)


def with_logo(folder: Path, logo: bytes | None) -> bytes | None:
    if logo is not None:
        (folder / "logo.png").write_bytes(logo)
    settings = load_settings(written(folder, TEMPLATE.replace("# logo =", "logo =")))
    return read_logo(settings, folder)


def test_a_logo_goes_with_the_programme(tmp_path: Path) -> None:
    assert with_logo(tmp_path, PNG) == PNG


def test_no_logo_is_no_fault(tmp_path: Path) -> None:
    assert read_logo(load_settings(written(tmp_path, TEMPLATE)), tmp_path) is None


@pytest.mark.parametrize("logo", [None, b"GIF89a", b"", PNG + bytes(64 << 10)], ids=["absent", "gif", "empty", "large"])
def test_a_logo_that_is_no_small_png_is_told(tmp_path: Path, logo: bytes | None) -> None:
    with pytest.raises(SettingsUnusable, match=r"programme\.logo"):
        with_logo(tmp_path, logo)
