"""ZIP files under a password: asked for, tried, kept with the case, and never told."""

import base64
import threading
from pathlib import Path

import pytest

from secondread_desktop.adapters.archive_shelf import ArchiveShelf
from secondread_desktop.adapters.contents import FileContents
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.errors import ReceiverUnreachable
from secondread_desktop.services.passwords import PasswordBook
from secondread_desktop.services.scan import scan
from tests.desktop.disc_kinds.packing import crypto_zipped_by
from tests.desktop.test_archives import CT, FILES, at, findings
from tests.desktop.test_disc_contents import names
from tests.support.archives import locked_zip_of, zip_of
from tests.support.fake_receiver import Fault
from tests.support.fakes import Told

__all__ = ["at"]
# Made by Info-ZIP 3.0: `zip -P secret` of the file `note`, which holds the word below 300 times.
INFO_ZIP = base64.b64decode(
    "UEsDBBQACQAIAPxBel2HQiCqJgAAADQIAAAEAAAAbm90ZQfegPN5/dkzxOXeeI/zMxv0B72gb7Gj3fVMw7sqApaKJLwqk+KtUEsHCIdCIKomAAAANAgAAFBLAQIeAxQACQAIAPxBel2HQiCqJgAAADQIAAAEAAAAAAAAAAEAAACkgQAAAABub3RlUEsFBgAAAAABAAEAMgAAAFgAAAAAAA=="
)
NOTE = b"Thorax " * 300


def scanned(path, *passwords):
    book = PasswordBook()
    book.add(passwords)
    medium = MediaFolder(str(path), 1, shelf=ArchiveShelf(book))
    return scan([medium], contents=FileContents(), tell=Told(), cancel=threading.Event()), medium


@pytest.mark.parametrize("bits", [128, 192, 256])
@pytest.mark.parametrize("password", ["secret", "Prüfung 7", "пароль"])
def test_winzip_aes_is_opened_by_its_password(at, bits, password):
    path = at("a.zip", locked_zip_of(FILES, password.encode(), bits=bits))
    catalogue, medium = scanned(path, "wrong", password)
    assert names(catalogue.instances) == ["a.zip/DICOM/IM1", "a.zip/DICOM/IM2"]
    assert findings(catalogue) == []
    with medium.open(("a.zip", "DICOM", "IM1")) as opened:
        assert opened.stream.read() == CT


def test_the_old_lock_is_opened_by_its_password(at):
    catalogue, medium = scanned(at("a.zip", INFO_ZIP), "secret")
    assert findings(catalogue) == []
    with medium.open(("a.zip", "note")) as opened:
        assert opened.stream.read() == NOTE


@pytest.mark.parametrize("content", [INFO_ZIP, locked_zip_of(FILES, b"secret")], ids=["old", "aes"])
def test_a_locked_archive_asks_for_a_password_and_says_when_it_is_wrong(at, content):
    path = at("a.zip", content)
    assert findings(scanned(path)[0]) == [("password_needed", "a.zip")]
    assert findings(scanned(path, "wrong", "also wrong")[0]) == [("password_wrong", "a.zip")]


def test_many_wrong_passwords_open_nothing_by_chance(at):
    path = at("a.zip", INFO_ZIP)
    catalogue, _ = scanned(path, *(f"wrong {number}" for number in range(1500)))  # the lock's own check lets 6 pass
    assert findings(catalogue) == [("password_wrong", "a.zip")]


def test_what_is_not_locked_beside_what_is_is_read(at):
    path = at("a.zip", zip_of({"locked.zip": locked_zip_of(FILES, b"x"), "IM1": CT}))
    catalogue, _ = scanned(path)
    assert names(catalogue.instances) == ["a.zip/IM1"]
    assert findings(catalogue) == [("password_needed", "a.zip/locked.zip")]


def test_a_password_that_comes_later_opens_what_was_locked(at):
    path, book = at("a.zip", locked_zip_of(FILES, b"secret")), PasswordBook()
    medium = MediaFolder(str(path), 1, shelf=ArchiveShelf(book))
    (found,) = medium.walk()
    assert len([*medium.inside(found)]) == 1
    book.add(["secret"])
    assert len([*medium.inside(found)]) == 3
    assert book.used([str(path)]) == ("secret",)


def test_a_password_is_known_to_belong_to_the_sources_that_it_opened(at, tmp_path):
    book = PasswordBook()
    book.add(["mine", "another's", "no one's"])
    shelf, roots = ArchiveShelf(book), [str(tmp_path / "first"), str(tmp_path / "second")]
    for root, password in zip(roots, (b"mine", b"another's"), strict=True):
        Path(root).mkdir()
        Path(root, "exam.zip").write_bytes(zip_of({"inner.zip": locked_zip_of(FILES, password)}))
        medium = MediaFolder(root, 1, shelf=shelf)
        assert len(scan([medium], contents=FileContents(), tell=Told(), cancel=threading.Event()).instances) == 2
    assert [book.used([root]) for root in roots] == [("mine",), ("another's",)]
    assert book.used([f"{roots[0]}/."]) == ("mine",)
    assert book.used(roots) == ("mine", "another's")
    assert book.all()[-1] == "no one's"


def test_an_altered_byte_behind_a_lock_is_damage(at):
    content = bytearray(locked_zip_of({"IM1": CT}, b"secret"))
    content[len(content) // 2] ^= 1
    catalogue, _ = scanned(at("a.zip", bytes(content)), "secret")
    assert catalogue.instances == ()
    assert findings(catalogue) == [("password_wrong", "a.zip")]


def test_members_under_several_passwords_are_all_opened_once_each_is_known(at):
    keys = ("alpha", "bravo", "charlie")
    members = [(f"{n:03}", f"{n} ".encode() * (2 + n // 200), keys[n // 200]) for n in range(600)]
    path = at("a.zip", crypto_zipped_by(members))
    catalogue, medium = scanned(path, *reversed(keys), "of another disc")
    assert findings(catalogue) == []
    for name, content, _ in members:  # more than one password fits some of them by chance
        with medium.open(("a.zip", name)) as opened:
            assert opened.stream.read() == content
    locked = [finding for finding in findings(scanned(path, "alpha", "bravo")[0]) if finding[0] == "password_needed"]
    assert len(locked) > 190


def test_a_book_of_passwords_shows_none_of_them():
    book = PasswordBook()
    book.add(["secret", ""])
    assert "secret" not in repr(book)
    assert (book.all(), book.used(["/disc"])) == (("secret",), ())


@pytest.fixture
def locked(disc, tmp_path):
    """The disc as a locked ZIP file, and a file with its password."""
    files = {path.relative_to(disc).as_posix(): path.read_bytes() for path in sorted(disc.rglob("*")) if path.is_file()}
    (tmp_path / "exam.zip").write_bytes(locked_zip_of(files, b"over the hills"))
    (tmp_path / "passwords").write_text("first try\nover the hills\n")
    return tmp_path / "exam.zip", tmp_path / "passwords"


def test_scan_takes_passwords_from_a_file(program, locked):
    archive, passwords = locked
    assert program("scan", archive, "--json") == 3
    assert program.lines()[-1]["problems"][0]["code"] == "password_needed"
    assert program("scan", archive) == 3
    assert "name that with --password-file." in program.screen
    assert program("scan", archive, "--json", "--password-file", passwords) == 0
    assert program.lines()[-1]["instances"] == 3
    assert "hills" not in program.screen


def test_a_file_of_passwords_that_is_not_there_is_said(program, locked, tmp_path):
    assert program("scan", locked[0], "--json", "--password-file", tmp_path / "none") == 3
    assert program.lines()[-1]["code"] == "passwords_unreadable"


def test_a_case_from_a_locked_archive_goes_on_after_a_restart_and_then_forgets_the_password(
    program, locked, address, intake, receiver, monkeypatch
):
    monkeypatch.setattr("secondread_desktop.adapters.credentials.system_keyring", lambda: None)
    archive, passwords = locked
    receiver.faults.append(Fault("PUT case", error=ReceiverUnreachable()))
    given = ("--receiver", address, "--intake", intake, "--json", "--patience", "0")
    assert program("send", archive, *given, "--password-file", passwords) == 4
    (kept,) = Path(program.state).rglob("*.passwords")
    assert (kept.read_text(), kept.stat().st_mode & 0o077) == ('["over the hills"]', 0)
    passwords.unlink()
    assert program("resume", "--json") == 0
    assert program.lines()[-1]["verified"] == 3
    assert [*Path(program.state).rglob("*.passwords")] == []
