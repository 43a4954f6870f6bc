"""Names in archives: words that lead nowhere on any system, one for each file, the same each time."""

import io
import ntpath
import posixpath
import zipfile

import pytest

from secondread_desktop.adapters import media_folder
from secondread_desktop.adapters.archives import Names
from secondread_desktop.adapters.media_folder import MediaFolder
from secondread_desktop.adapters.part_names import leads_below
from tests.desktop.test_archives import CT, MR, at, findings, read
from tests.desktop.test_disc_contents import names, scanned
from tests.support.archives import zip_of

__all__ = ["at"]
LEADING_AWAY = [
    "C:/Users/Public/IM1",
    "C:\\Users\\Public\\IM1",
    "a/C:\\Users\\Public\\IM1",
    "a/..\\..\\..\\..\\Users\\IM1",
    "a/\\\\server\\share\\IM1",
    "\\\\?\\C:\\Users\\IM1",
    "a/.. /.. /.. /Users/IM1",
    "a/b\0/IM1",
    "a/IM1:stream",
    "a/NUL",
    "con.dcm/IM1",
]


@pytest.mark.parametrize("path", LEADING_AWAY)
def test_a_name_that_leads_away_on_windows_is_a_plain_one_and_said(path):
    parts, is_unusual = Names().name(path)
    assert is_unusual or "server" in path
    root = "D:\\disc.zip"
    joined = ntpath.normpath(ntpath.join(root, *parts))
    assert joined == "\\".join((root, *parts))
    assert leads_below(parts, posixpath)
    assert not any(ntpath.splitdrive(part)[0] or "\0" in part or ":" in part for part in parts)


@pytest.mark.parametrize("path", ["DICOM/IM1", "DICOM\\A\\IM1", "Bilder für Zürich/Aufnahme 1.dcm", "日本/IM1"])
def test_an_ordinary_name_is_taken_as_it_is(path):
    assert Names().name(path) == (tuple(path.replace("\\", "/").split("/")), False)


def test_names_that_become_the_same_stay_apart_and_are_the_same_each_time():
    paths = ["a:b", "a_b", "a?/c", "a_b", "a_b~2", "a\\b", "a/b", "a_b"]
    taken = [names.name(path)[0] for names in (Names(), Names()) for path in paths]
    assert taken[: len(paths)] == taken[len(paths) :]
    assert len(set(taken)) == len(paths)


def test_a_thousand_members_of_one_name_are_each_looked_up_a_few_times(monkeypatch):
    class Counted(dict):
        asked = 0

        def __contains__(self, name):
            Counted.asked += 1
            return super().__contains__(name)

    given = Names()
    monkeypatch.setattr(given, "_counts", Counted())
    made = [given.name(path)[0] for path in [*(["a"] * 1000), *(f"b~{number}" for number in range(999)), *["b"] * 1000]]
    assert made[:3] == [("a",), ("a~2",), ("a~3",)]
    assert len(set(made)) == 2999
    assert Counted.asked < 3 * 2999


@pytest.mark.parametrize(
    ("part", "is_plain_on"),
    [
        ("IM1", (posixpath, ntpath)),
        ("a.b c", (posixpath, ntpath)),
        ("12:30", (posixpath,)),
        ("a\\b", (posixpath,)),
        ("..\\x", (posixpath,)),
        ("C:", (posixpath,)),
        (".. ", (posixpath,)),
        ("a?", (posixpath,)),
        ("a/b", ()),
        ("/etc", ()),
        ("..", ()),
        (".", ()),
        ("", ()),
        ("a\0b", ()),
    ],
)
def test_what_leads_below_a_folder_is_told_for_each_system(part, is_plain_on):
    assert tuple(paths for paths in (posixpath, ntpath) if leads_below(("a", part, "b"), paths)) == is_plain_on


@pytest.mark.parametrize(
    "parts", [("..\\..\\Users\\x",), ("C:", "Users", "x"), ("a", "\\\\host\\share\\x"), ("..", "x")]
)
def test_on_windows_no_path_outside_the_medium_is_ever_tried(at, monkeypatch, parts):
    """A plan that was kept, or anything else, may name a file so; the archive alone is opened."""

    class Windows:
        path = ntpath

        def __getattr__(self, name):
            return getattr(media_folder_os, name)

    media_folder_os = media_folder.os
    folder, tried = at("a.zip", zip_of({"IM1": CT})).parent, []

    class Watched(MediaFolder):
        def _open(self, path):
            tried.append(path)
            return super()._open(path)

    monkeypatch.setattr(media_folder, "os", Windows())
    with pytest.raises(FileNotFoundError):
        Watched(str(folder), 1).open(("a.zip", *parts))
    assert tried == [str(folder / "a.zip")]
    with pytest.raises(FileNotFoundError):
        Watched(str(folder), 1).open(parts)
    assert len(tried) == 1


def test_a_zero_in_a_name_ends_no_scan(at):
    path = at("a.zip", zip_of({"aXb.dcm": CT}).replace(b"aXb.dcm", b"a\0b.dcm"))
    at("plain.dcm", MR)
    catalogue = scanned(path.parent)
    assert names(catalogue.instances) == ["a.zip/a_b.dcm", "plain.dcm"]
    assert findings(catalogue) == [("member_name", "a.zip/a_b.dcm")]
    assert read(path, "a.zip", "a_b.dcm") == CT
    with pytest.raises(FileNotFoundError):
        read(path.parent, "a.zip", "a\0b.dcm")
    with pytest.raises(FileNotFoundError):
        read(path.parent, "a\0b.dcm")


def test_names_longer_than_any_system_has_are_read(at):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("é" * 1020, CT)
        archive.writestr("/".join(["𠀀" * 255] * 3) + "/IM1", MR)
    catalogue = scanned(at("a.zip", target.getvalue()).parent)
    assert len(catalogue.instances) == 2
    assert {code for code, _ in findings(catalogue)} == {"member_name"}
