"""ZIP files and disc images of every kind, made in memory."""

import io
import zipfile
from collections.abc import Mapping

import pycdlib
import pyzipper

ISO_KINDS = ("plain", "joliet", "ridge", "udf")


def zip_of(files: Mapping[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a ZIP file; the dates are all of 1990."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (1990, 2, 3, 4, 5, 6))
            info.compress_type = method
            archive.writestr(info, content)
    return target.getvalue()


def streamed_zip_of(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP file as a program writes it that cannot go back: the sizes follow the bytes."""

    class OneWay(io.RawIOBase):
        content = b""

        def writable(self):
            return True

        def write(self, block):
            self.content += bytes(block)
            return len(block)

    target = OneWay()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.content


def locked_zip_of(files: Mapping[str, bytes], password: bytes, *, bits: int = 256) -> bytes:
    """Return a ZIP file under WinZip AES, as pyzipper writes it."""
    target = io.BytesIO()
    with pyzipper.AESZipFile(target, "w", compression=pyzipper.ZIP_DEFLATED) as archive:
        archive.setpassword(password)
        archive.setencryption(pyzipper.WZ_AES, nbits=bits)
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def iso_of(files: Mapping[str, bytes], kind: str = "joliet") -> bytes:
    """Return a disc image of one kind; its plain names are short ones, as ISO 9660 wants them."""
    image = pycdlib.PyCdlib()
    image.new(
        interchange_level=3,
        joliet=3 if kind == "joliet" else None,
        rock_ridge="1.09" if kind == "ridge" else None,
        udf="2.60" if kind == "udf" else None,
    )
    made: dict[str, str] = {"": ""}
    for number, (name, content) in enumerate(files.items()):
        folder, _, last = name.rpartition("/")
        _make_folder(image, folder, made, kind=kind)
        short = f"{made[folder]}/{_short(last, number)};1"
        image.add_fp(io.BytesIO(content), len(content), short, **_names(kind, f"/{name}", last))
    target = io.BytesIO()
    image.write_fp(target)
    image.close()
    return target.getvalue()


def _make_folder(image: pycdlib.PyCdlib, folder: str, made: dict[str, str], *, kind: str) -> None:
    parts = folder.split("/") if folder else []
    for depth, last in enumerate(parts, start=1):
        here, above = "/".join(parts[:depth]), "/".join(parts[: depth - 1])
        if here not in made:
            made[here] = f"{made[above]}/{_short(last, len(made))}"
            image.add_directory(made[here], **_names(kind, f"/{here}", last))


def _short(name: str, number: int) -> str:
    is_plain = name.replace("_", "").isalnum() and name.isascii() and name.isupper() and len(name) <= 8
    return name if is_plain else f"F{number}"


def _names(kind: str, path: str, last: str) -> dict[str, str]:
    return {"plain": {}, "joliet": {"joliet_path": path}, "ridge": {"rr_name": last}, "udf": {"udf_path": path}}[kind]
