"""A disc in memory, and contents that are easy to make."""

import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import BinaryIO, Self

from secondread_desktop.core.catalogue import Finding, FoundFile, Header
from secondread_desktop.errors import (
    DiscUnreadable,
)
from secondread_desktop.services.ports import Examined, Flag
from secondread_desktop.services.sorts import Sort


@dataclass
class FakeFile:
    content: bytes
    mtime_ns: int = 1
    error: OSError | None = None  # raised on opening


class _FakeOpen:
    def __init__(self, file: FakeFile) -> None:
        self.stream: BinaryIO = io.BytesIO(file.content)
        self.size = len(file.content)
        self.mtime_ns = file.mtime_ns

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stream.close()


class FakeMedium:
    """A disc as a dictionary from paths to files; `opened` lists what was opened, in order."""

    def __init__(self, files: dict[str, FakeFile | bytes], number: int = 1) -> None:
        self.files = {path: FakeFile(file) if isinstance(file, bytes) else file for path, file in files.items()}
        self.number = number
        self.is_in = True
        self.opened: list[str] = []

    def walk(self) -> Iterator[FoundFile | Finding]:
        if not self.is_in:
            raise DiscUnreadable(self.number)
        for path, file in list(self.files.items()):
            yield FoundFile(self.number, tuple(path.split("/")), len(file.content), file.mtime_ns)

    def inside(self, archive: FoundFile, *, cancel: Flag | None = None) -> Iterator[FoundFile | Finding]:
        raise AssertionError(f"{archive.parts} is no archive: a fake medium holds none")

    def open(self, parts: tuple[str, ...]) -> _FakeOpen:
        path = "/".join(parts)
        if not self.is_in or path not in self.files:
            raise FileNotFoundError
        self.opened.append(path)
        file = self.files[path]
        if file.error is not None:
            raise file.error
        return _FakeOpen(file)

    def is_present(self) -> bool:
        return self.is_in


def image(number: int, *, name: str = "Example^Maria", study: str = "1.2.1", **more: str) -> bytes:
    """Return a fake instance of some length that `FakeContents` understands."""
    patient_id, birth_date = more.get("patient_id", "P1"), more.get("birth_date", "1950-01-31")
    head = f"IMAGE|{name}|{patient_id}|{birth_date}|{study}|{study}.1|{study}.1.{number}|"
    return head.encode() + random.Random(number).randbytes(3200)


class FakeContents:
    """Knows the files that `image` makes, and documents that begin with DOC."""

    def examine(self, file: BinaryIO, *, size: int) -> Examined:
        content = file.read()
        if content.startswith(b"DOC"):
            return Examined(Sort.DOCUMENT)
        if not content.startswith(b"IMAGE|"):
            return Examined(Sort.OTHER)
        _, name, patient_id, birth_date, study, series, sop, _ = content.split(b"|", 7)
        return Examined(
            Sort.INSTANCE,
            header=Header(
                patient_name=name.decode(),
                patient_id=patient_id.decode(),
                birth_date=birth_date.decode(),
                study_instance_uid=study.decode(),
                series_instance_uid=series.decode(),
                sop_instance_uid=sop.decode(),
                sop_class_uid="1.2.840.10008.5.1.4.1.1.4",
                modality="MR",
            ),
        )
